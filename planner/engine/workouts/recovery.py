"""Recovery step by step: nothing above effort 3 of 10."""

from planner.engine.speech import Words, gettext_noop
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Activity
from planner.engine.wording import in_a_row
from planner.engine.workouts.case import Block, Case, told

MAIN = Words(
    {
        Activity.WALK: gettext_noop("Brisk walk: you can talk all the time (effort 2–3 of 10)."),
        Activity.YOGA: gettext_noop(
            "Slow yoga: sun salutations, warrior and pigeon poses, five breaths in each (effort 2–3 of 10)."
        ),
        Activity.STRETCHING: gettext_noop(
            "Stretch calves, thighs, hips, chest and back, 30–60 s each side, never into pain (effort 1–2 of 10)."
        ),
        Activity.MOBILITY: gettext_noop(
            "Move ankles, hips, upper back and shoulders through all they can do, 8–10 slow times each "
            "(effort 1–2 of 10)."
        ),
        Activity.EASY_SPIN: gettext_noop("Spin easily in a light gear, legs quick, no push (effort 2–3 of 10)."),
    }
)
WARM_UP = Words(
    {
        Activity.WALK: gettext_noop("Stroll, a little faster each minute."),
        Activity.EASY_SPIN: gettext_noop("Pedal without any push."),
    }
)
WARM_UP_ELSE = gettext_noop("Breathe slowly, then loosen neck, shoulders and hips.")
COOL_DOWN = Words(
    {
        Activity.WALK: gettext_noop("Stroll again until the breath is calm."),
        Activity.EASY_SPIN: gettext_noop("Pedal out slowly."),
    }
)
COOL_DOWN_ELSE = gettext_noop("Lie or sit still and breathe slowly.")
BALANCE = gettext_noop("Stand on each leg for 30 s, three times, near a wall.")


def recovery_blocks(case: Case, activity: Activity, minutes: int) -> tuple[Block, ...]:
    """The activity between its slow start and its slow end; balance with it from 65 on."""
    return told([Block(in_a_row(MAIN[activity], _(BALANCE) if case.is_older else ""), minutes, "recovery")])
