"""What the founding article says and no rule uses, since the evidence does not carry it."""

from dataclasses import dataclass

from planner.engine.speech import Told, gettext_noop


@dataclass(frozen=True)
class KeptOut:
    """A claim that is no rule, and why."""

    topic: Told = Told()
    claim: Told = Told()
    why: Told = Told()


KEPT_OUT = (
    KeptOut(
        gettext_noop("Afterburn"),
        gettext_noop("Training raises what the body burns for hours afterwards."),
        gettext_noop(
            "It does, by a small part of what the session itself took. No order and no week changes it enough "
            "to plan by."
        ),
    ),
    KeptOut(
        gettext_noop("Cortisol"),
        gettext_noop("Lifting first keeps the stress hormone down."),
        gettext_noop("No adequate study shows that the order of a session does."),
    ),
    KeptOut(
        gettext_noop("Hormones"),
        gettext_noop("A surge of hormones follows a session, in the better order or in either."),
        gettext_noop("How hormones rise after one session does not tell how much anybody gains over months."),
    ),
    KeptOut(
        gettext_noop("Calories"),
        gettext_noop("Muscle burns more at rest, and a run after lifting burns more fat."),
        gettext_noop(
            "A session takes the same energy in either order, and the extra fat is that hour's. What a person eats "
            "decides the weight; Tandem counts minutes and effort, no calories."
        ),
    ),
    KeptOut(
        gettext_noop("Running after lifting loses muscle or fat"),
        gettext_noop("The question the article opens with."),
        gettext_noop(
            "Over 43 studies muscle grew as well with endurance training beside it as without (Schumann 2022), and no "
            "order has a proven edge in losing fat. So no rule speaks of either."
        ),
    ),
)
