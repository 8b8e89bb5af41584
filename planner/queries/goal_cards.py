"""What each goal makes of a usual week, counted in weeks that the engine plans once a process."""

from dataclasses import dataclass
from typing import Any

from planner import words
from planner.engine import Context, athlete_from, plan_week
from planner.engine.vocabulary import Goal, Kind, Level
from planner.told import kept_by_language

SIX_DAYS: list[dict[str, Any]] = [{"weekday": day, "start": "18:00", "end": "20:00"} for day in range(6)]


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal as its card tells it: runs and lifts of a week on six days, each combined session one of both."""

    value: str
    title: str
    line: str
    runs: int
    lifts: int

    @property
    def marks(self) -> tuple[str, ...]:
        """A mark for each run, then one for each lift."""
        return ("run",) * self.runs + ("lift",) * self.lifts


@kept_by_language()
def goal_cards() -> tuple[GoalCard, ...]:
    """The goals in the form's order."""
    return tuple(_card(goal) for goal in Goal if goal in words.GOAL)


def _card(goal: Goal) -> GoalCard:
    answers = {"goal": goal.value, "run_level": Level.INTERMEDIATE.value, "lift_level": Level.INTERMEDIATE.value}
    athlete = athlete_from({**answers, "availability": SIX_DAYS})
    sessions = plan_week(athlete, context=Context(plan_week=1)).week.sessions
    trained = [session for session in sessions if session.kind is not Kind.RECOVERY]
    return GoalCard(
        value=goal.value,
        title=words.GOAL[goal],
        line=words.GOAL_LINE[goal],
        runs=sum(session.run is not None for session in trained),
        lifts=sum(session.lift is not None for session in trained),
    )
