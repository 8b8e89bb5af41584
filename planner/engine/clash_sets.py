"""The search for wishes that clash: a smallest set of them that admits no week though any one less does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from planner.engine.asked import NEUTRAL, with_only
from planner.engine.domain import Athlete, Context
from planner.engine.planning import fits, plan_week, prescribed
from planner.engine.posed import Task
from planner.engine.prescription import Prescription
from planner.engine.results import Asked, Change

NUMBERS = {
    name: NEUTRAL[name]
    for name in (
        "runs_per_week",
        "lifts_per_week",
        "circuits_per_week",
        "training_days",
        "long_run_weekday",
        "arrangement",
    )
}


@dataclass(frozen=True, slots=True)
class Effort:
    """How far clashes are looked for: how many are told, and how many weeks each search for something better plans."""

    clashes: int
    smaller_sets: int
    relaxations: int


WHOLE = Effort(clashes=3, smaller_sets=24, relaxations=32)
QUICK = Effort(clashes=1, smaller_sets=4, relaxations=6)  # while a person waits after each answer


@dataclass
class Tries:
    """Asks whether weeks are possible, each question once, and counts the weeks planned for it."""

    context: Context
    effort: Effort = WHOLE
    planned: int = 0
    _cuts: dict[Athlete, tuple[Prescription, tuple[Change, ...]]] = field(default_factory=dict)
    _fits: dict[tuple[Athlete, Prescription], bool] = field(default_factory=dict)
    _changes: dict[Athlete, tuple[Change, ...]] = field(default_factory=dict)

    def cuts(self, athlete: Athlete) -> tuple[Change, ...]:
        """What the numbers alone do not hold, which takes no planning."""
        return self._prescribed(athlete)[1]

    def due(self, athlete: Athlete) -> Prescription:
        """What is to be placed."""
        return self._prescribed(athlete)[0]

    def changes(self, athlete: Athlete) -> tuple[Change, ...]:
        """What gives way: what the numbers do not hold, else what the days do not."""
        cuts = self.cuts(athlete)
        if not cuts and athlete not in self._changes:
            self.planned += 1
            self._changes[athlete] = plan_week(athlete, context=self.context).changes
        return cuts or self._changes[athlete]

    def fits(self, athlete: Athlete, limit: int | None = None) -> bool:
        """Whether a week is possible as asked; no, too, where that is not known once `limit` weeks are planned."""
        rx, cuts = self._prescribed(athlete)
        if cuts:
            return False
        # The numbers asked for speak through the prescription alone, and recovery fits any week.
        asked = (replace(athlete, **NUMBERS), replace(rx, recovery=0))
        if asked not in self._fits:
            if limit is not None and self.planned >= limit:
                return False
            self.planned += 1
            self._fits[asked] = fits(Task(athlete, self.context), rx)
        return self._fits[asked]

    def _prescribed(self, athlete: Athlete) -> tuple[Prescription, tuple[Change, ...]]:
        if athlete not in self._cuts:
            self._cuts[athlete] = prescribed(Task(athlete, self.context))
        return self._cuts[athlete]


@dataclass(frozen=True)
class Group:
    """Wishes that clash, and whether it is proven that no fewer do."""

    wishes: tuple[Asked, ...]
    smallest: bool


def smallest_group(tries: Tries, athlete: Athlete, wishes: Sequence[Asked]) -> Group:
    """Wishes with which alone no week is possible, though it is with any one of them left out.

    No fewer would do where `smallest` says so. Sets are tried by size, each size by the numbers first, which takes no
    planning. Once no single wish is to blame, one set is found by leaving out what is not needed, and only smaller ones
    are tried on, as far as the effort goes.
    """
    for size in (0, 1):
        for kept in _impossible(tries, athlete, wishes, size):
            return Group(kept, smallest=True)
    group = _irreducible(tries, athlete, tuple(wishes))
    limit = tries.planned + tries.effort.smaller_sets
    for size in range(2, len(group)):
        for kept in _impossible(tries, athlete, wishes, size, limit):
            return Group(kept, smallest=True)
    return Group(group, smallest=tries.planned < limit)


def _impossible(
    tries: Tries, athlete: Athlete, wishes: Sequence[Asked], size: int, limit: int | None = None
) -> Iterator[tuple[Asked, ...]]:
    """The sets of so many wishes with which alone no week is possible; not all of them once `limit` is reached."""
    for needs_planning in (False, True):
        for kept in combinations(wishes, size):
            if limit is not None and tries.planned >= limit:
                return
            alone = with_only(athlete, kept)
            if (needs_planning and not tries.fits(alone)) or tries.cuts(alone):
                yield kept


def _irreducible(tries: Tries, athlete: Athlete, kept: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """What is left of wishes that admit no week once none can be left out; the last of them go first.

    Again until nothing changes: a wish may make weeks possible too, so one that was needed may no longer be.
    """
    while True:
        before = kept
        for wish in reversed(before):
            fewer = tuple(other for other in kept if other is not wish)
            if not tries.fits(with_only(athlete, fewer)):
                kept = fewer
        if kept == before:
            return kept
