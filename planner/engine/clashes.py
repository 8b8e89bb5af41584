"""Which wishes clash, what each could become so that a week is possible, and which hours would do."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from planner.engine.asked import wishes_of, with_only
from planner.engine.clash_sets import WHOLE, Effort, Group, Tries, smallest_group
from planner.engine.domain import DAYS, Athlete, Context
from planner.engine.free_hours import Hours, free_hours
from planner.engine.nearest import as_number, as_order, as_split, nearest, relaxed
from planner.engine.planning import plan_week
from planner.engine.prescription import Prescription
from planner.engine.results import Asked, Change, Clash, Relaxation
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Policy, Split
from planner.engine.wording import WEEKDAYS, either, in_a_row

MOST_HOURS = 3  # days offered, of those on which more free time would do


def clashes(
    athlete: Athlete,
    context: Context | None = None,
    *,
    changes: tuple[Change, ...] | None = None,
    effort: Effort = WHOLE,
) -> tuple[Clash, ...]:
    """What of the athlete's wishes cannot be had together in a usual week; nothing where a week is possible.

    `changes` are those that a plan of the week needed, where they are known; a week that is light or near a race may
    need some though the usual one is possible.

    Clashes share no wish: each is looked for among the wishes that are in none before it, until the rest makes a week
    possible or as many are found as `effort` says. Where the hours admit no week whatever is asked, that alone is told.
    Work is counted in weeks planned (`Tries.planned`) and bounded by the effort: less finds larger sets and fewer ways.
    """
    athlete = replace(athlete, exceptions=())
    tries = Tries(context or Context(plan_week=1), effort)
    if changes == () or tries.fits(athlete):
        return ()
    found: list[Group] = []
    rest = wishes_of(athlete)
    while len(found) < effort.clashes:
        group = smallest_group(tries, athlete, rest)
        found.append(group)
        rest = tuple(wish for wish in rest if wish not in group.wishes)
        if not group.wishes or tries.fits(with_only(athlete, rest)):
            break
    whole = Whole(tries, athlete, rest, alone=len(found) == 1)
    return tuple(_of_wishes(whole, group) if group.wishes else _of_hours(whole, changes) for group in found)


Works = Callable[..., bool]  # of an athlete with some fields changed, and their names


@dataclass(frozen=True)
class Whole:
    """Whose clashes are told: the athlete, the wishes that are in no clash, and whether there is one clash alone."""

    tries: Tries
    athlete: Athlete
    rest: tuple[Asked, ...]
    alone: bool

    def possible(self, kept: tuple[Asked, ...], weeks: int, *, enough: bool) -> "Sought":
        """What makes a week possible with these wishes kept, as far as so many weeks planned tell."""
        limit = self.tries.planned + weeks

        def works(changed: Athlete, *fields: str) -> bool:
            return self.tries.fits(with_only(changed, kept, *fields), limit)

        return Sought(self.athlete, works, enough)

    def better(self) -> "Sought":
        """What leaves less to give way: a week at all, fewer wishes cut by the numbers, less given up for the days."""
        tries, limit = self.tries, self.tries.planned + self.tries.effort.relaxations
        before = _cut(tries, self.athlete)

        def works(changed: Athlete, *fields: str) -> bool:
            cut = _cut(tries, changed)
            if before or cut or tries.planned >= limit:
                return cut < before
            return len(tries.changes(changed)) < len(tries.changes(self.athlete))

        return Sought(self.athlete, works, enough=False)


def _cut(tries: Tries, athlete: Athlete) -> float:
    """How many wishes the numbers do not hold; without hours for a single session no week could hold more of them."""
    cuts = tries.cuts(athlete)
    return math.inf if any(change.step == "no_hours" for change in cuts) else len(cuts)


@dataclass(frozen=True)
class Sought:
    """What is sought among the ways that an athlete's profile could change."""

    athlete: Athlete
    works: Works
    enough: bool

    def first(self, ways: Iterable[Relaxation]) -> list[Relaxation]:
        """The first of several ways that works, if any."""
        works = (way for way in ways if self.works(relaxed(self.athlete, way), way.field))
        return [replace(way, enough=self.enough) for way in islice(works, 1)]

    def hours(self, most: int = DAYS) -> list[Hours]:
        """The hours that would do, on so many days at the most."""
        return free_hours(self.athlete, self.works, most)


def _of_wishes(whole: Whole, group: Group) -> Clash:
    """Each wish with its nearest value beside all others, or at least beside those it clashes with.

    Where no wish alone is enough, one more day that would be is looked for.
    """
    weeks = whole.tries.effort.relaxations
    beside = whole.possible((*group.wishes, *whole.rest), weeks, enough=whole.alone)
    apart = whole.possible(group.wishes, 2 * weeks, enough=False)
    ways = []
    for wish in group.wishes:
        ways += beside.first(nearest(whole.athlete, wish)) or apart.first(nearest(whole.athlete, wish))
    if not any(way.enough for way in ways):
        ways += _first_hours(beside, beside.hours(most=1))
    everything = whole.athlete if whole.alone else with_only(whole.athlete, group.wishes)
    told = whole.tries.changes(everything)  # of several clashes each tells its own part
    return Clash(group.wishes, _in_order(ways), _sentences(told), group.smallest)


def _of_hours(whole: Whole, changes: tuple[Change, ...] | None) -> Clash:
    """Hours that admit no week whatever is asked: what of the wishes, of what is due and of the hours would mend it.

    Where nothing alone does, what would leave less to give way is told.
    """
    fields = [nearest(whole.athlete, wish) for wish in whole.rest]
    fields += _never_asked(whole.athlete, whole.tries.due(whole.athlete))
    candidates = [list(ways) for ways in fields]
    for sought in (whole.possible(whole.rest, whole.tries.effort.relaxations, enough=True), whole.better()):
        hours = sought.hours()
        ways = [way for one in candidates for way in sought.first(one)] + _first_hours(sought, hours)
        if ways:
            break
    told = _sentences(changes or plan_week(whole.athlete, context=whole.tries.context).changes)
    return Clash((), _in_order(ways), in_a_row(told, _missing(hours) if sought.enough else ""), smallest=True)


def _first_hours(sought: Sought, hours: Sequence[Hours]) -> list[Relaxation]:
    return [replace(one.relaxation, enough=sought.enough) for one in hours[:MOST_HOURS]]


def _in_order(ways: Iterable[Relaxation]) -> tuple[Relaxation, ...]:
    return tuple(sorted(ways, key=lambda way: (not way.enough, way.size)))


def _sentences(changes: Iterable[Change]) -> str:
    return in_a_row(*(change.text for change in changes))


def _never_asked(athlete: Athlete, due: Prescription) -> Iterator[Iterator[Relaxation]]:
    """What could be asked for in fields of which nothing was, so that nothing has to give way: less than is due."""
    if athlete.split is Split.AUTO:
        yield iter([as_split(Split.UPPER_LOWER)])
    if athlete.order_policy is Policy.ALTERNATE:
        yield iter([as_order(Policy.PRIORITY_FIRST)])
    for name, number in (("runs_per_week", due.runs), ("lifts_per_week", due.lifts)):
        if getattr(athlete, name) is None:
            yield iter([as_number(name, number - less, 1 + less) for less in range(number + 1)])


def _missing(hours: Sequence[Hours]) -> str:
    """Which hours would do, as a sentence."""
    if not hours:
        return ""
    minutes = hours[0].window.minutes
    if len(hours) == DAYS:
        return _("{number} free minutes in a row on any day would do.").format(number=minutes)
    days = either([WEEKDAYS[one.window.day] for one in hours])
    return _("{number} free minutes in a row on {days} would do.").format(number=minutes, days=days)
