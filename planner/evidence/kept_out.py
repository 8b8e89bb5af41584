"""What the founding article says and no rule uses, since the evidence does not carry it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A claim that is no rule, and why."""

    topic: str
    claim: str
    why: str


KEPT_OUT = (
    KeptOut(
        "Afterburn",
        "Training raises what the body burns for hours afterwards.",
        "It does, by a small part of what the session itself took. No order and no week changes it enough to plan by.",
    ),
    KeptOut(
        "Cortisol",
        "Lifting first keeps the stress hormone down.",
        "No adequate study shows that the order of a session does.",
    ),
    KeptOut(
        "Hormones",
        "A surge of hormones follows a session, in the better order or in either.",
        "How hormones rise after one session does not tell how much anybody gains over months.",
    ),
    KeptOut(
        "Calories",
        "Muscle burns more at rest, and a run after lifting burns more fat.",
        "A session takes the same energy in either order, and the extra fat is that hour's. What a person eats decides "
        "the weight; Tandem counts minutes and effort, no calories.",
    ),
    KeptOut(
        "Running after lifting loses muscle or fat",
        "The question the article opens with.",
        "Over 43 studies muscle grew as well with endurance training beside it as without (Schumann 2022), and no "
        "order has a proven edge in losing fat. So no rule speaks of either.",
    ),
)
