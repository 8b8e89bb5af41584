"""How much running the week's windows can hold, run by run: what a short one cannot hold goes to those that can."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.engine import limits
from planner.engine.composition import Volume
from planner.engine.domain import DAYS, Athlete
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import Modality


@dataclass(frozen=True, slots=True)
class RunRoom:
    """The most minutes of the long run and of each other one by kind, as the days with most room have hours for them.

    The days are those that suit running best; where rules or lifts take them, a week may hold less.
    """

    long: int
    others: Mapping[str, tuple[int, ...]]  # of hard, combined and easy runs, the longest first

    def held(self, lengths: Mapping[str, int]) -> int:
        """Minutes of the runs beside the long one, each as long as its kind or as its day allows."""
        return sum(min(lengths[kind], most) for kind, room in self.others.items() for most in room)

    def longest(self, lengths: Mapping[str, int]) -> int:
        """Minutes of the longest of them; 0 where there is none."""
        return max((min(lengths[kind], most) for kind, room in self.others.items() for most in room), default=0)


def run_room(
    athlete: Athlete, rx: Prescription, usual: Volume, hard: int, shut: frozenset[int] = frozenset()
) -> RunRoom:
    """The room of the prescription's runs, so many `hard` ones on their own, on the days that are not shut.

    The long run takes its own day or the widest window, hard runs the next, easy ones what is left.
    """
    days = [day for day in range(DAYS) if day not in shut]
    alone = {day: _widest(athlete, day) for day in days}
    beside = {day: _beside_a_lift(athlete, day, usual) for day in days}
    long = _take(alone, alone, rx.long, lambda day: day == rx.long_day)
    easy = max(rx.run_only - rx.long - hard, 0)
    others = {
        "hard": _take(alone, alone, hard),
        "combined": _take(beside, alone, rx.combined),
        "easy": _take(alone, alone, easy),
    }
    day = limits.DAY_CEILING[athlete.level]
    capped = {kind: tuple(min(most, day) for most in room) for kind, room in others.items()}
    longest = limits.longest_run_minutes(athlete)
    return RunRoom(min((*long, longest if longest > limits.RUN_MINUTES[1] else day)), capped)


def _take(
    room: Mapping[int, int], free: dict[int, int], count: int, asked: Callable[[int], bool] = lambda day: False
) -> tuple[int, ...]:
    """The widest of the days still free, one a run, and takes them; runs without a day have no bound of their own."""
    taken = sorted(free, key=lambda day: (asked(day), room[day]), reverse=True)[:count]
    found = [room[day] for day in taken if room[day] >= limits.RUN_MINUTES[0]]
    for day in taken:
        del free[day]
    return tuple(found + [limits.MARATHON_LONG_RUN] * (count - len(found)))


def _widest(athlete: Athlete, day: int) -> int:
    """Minutes of the day's longest window that takes a run."""
    windows = (w.minutes for w in athlete.windows_on(day) if w.only in (None, Modality.RUN))
    return min(max(windows, default=0), athlete.max_session_minutes or limits.MARATHON_LONG_RUN)


def _beside_a_lift(athlete: Athlete, day: int, usual: Volume) -> int:
    """Minutes of a run that shares the day with a lift: in one session, else in a window of its own.

    In a window too short for both each keeps its share, in full fives.
    """
    windows = athlete.windows_on(day)
    together = max((w.minutes for w in windows if w.only is None), default=0)
    together = min(together, limits.COMBINED_CEILING[athlete.level], athlete.max_session_minutes or together)
    both = usual.combined + usual.combined_lift
    share = usual.combined * together // both if together < both else together - usual.combined_lift
    least = limits.RUN_MINUTES[0]
    if together >= least + limits.LIFT_MINUTES[0]:
        return max(share - share % limits.FIVES, least)
    return _widest(athlete, day) if limits.SESSIONS_A_DAY[athlete.level] > 1 and len(windows) > 1 else 0
