"""A week in its surroundings, taken apart into the items that rules are held against, a list for each shape of rule."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from planner.engine.domain import DAYS, Context, Session, Week
from planner.engine.rules import RULES
from planner.engine.rules.shapes import (
    PairRule,
    Rule,
    WeekRule,
    no_session,
)

FARTHEST = max(rule.reach for rule in RULES if isinstance(rule, PairRule))


class Item(NamedTuple):
    """What a rule's `strains` is given beside the case, and which of the week's own sessions are among it.

    `days` are the days it holds as a whole, whatever lies on them; none where only the sessions given matter.
    """

    given: tuple[Any, ...]
    own: tuple[Session, ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True)
class Scene:
    """A week between the week before and the week after; where neither is known the week repeats itself.

    `about` narrows it to what holds that one of its sessions, or the day that it lies on. `race` stands beside the
    sessions of the days before and after it, for rules that ask for days alone: its hour is not known.
    """

    week: Week
    context: Context
    about: Session | None = None
    race: Session | None = None

    def items(self, rule: Rule) -> Sequence[Item]:
        """What this rule is held against; rules about the whole week and whose turn it is are never narrowed."""
        if rule.items:
            found: Sequence[Item] = getattr(self, rule.items)
            return found
        if isinstance(rule, PairRule):
            return self._pairs_for(rule.reach, rule.within, rule.clock)
        if isinstance(rule, WeekRule) and rule.of_session is not no_session:
            return (Item((self.week,)), *(Item((session,), (session,)) for session in self.week.sessions))
        return (Item((self.week,)),)

    @cached_property
    def sessions(self) -> tuple[Item, ...]:
        """Each session."""
        return tuple(Item((session,), (session,)) for session in self.week.sessions if self._is_about(session, session))

    @cached_property
    def pairs(self) -> tuple[Item, ...]:
        """Pairs of sessions, earlier and later, and how many days apart they lie: as far as any rule looks.

        A session stands with itself, 0 days apart, for rules that look inside sessions.
        """
        return (*self._pairs_within(), *(item for seam in self._seams for item in self._pairs_over(*seam)))

    def _pairs_for(self, reach: int, within: bool, clock: bool) -> Sequence[Item]:
        """The pairs up to so many days apart, a session with itself only where a rule looks inside sessions."""
        key = (reach, within, clock)
        if key not in self._known_pairs:
            pairs = self.pairs if clock else (*self.pairs, *self.around_race)
            near = [item for item in pairs if item.given[2] <= reach]
            self._known_pairs[key] = near if within else [item for item in near if item.given[0] is not item.given[1]]
        return self._known_pairs[key]

    @cached_property
    def _known_pairs(self) -> dict[tuple[int, bool, bool], Sequence[Item]]:
        return {}

    @cached_property
    def around_race(self) -> tuple[Item, ...]:
        """The race with each session of the days near it."""
        race, sessions = self.race, self.week.sessions
        if race is None:
            return ()
        pairs = (((s, race) if s.day < race.day else (race, s), s) for s in sessions if s.day != race.day)
        found = (Item((*pair, abs(s.day - race.day)), (s,)) for pair, s in pairs if self._is_about(s, s))
        return tuple(item for item in found if item.given[2] <= FARTHEST)

    def _pairs_within(self) -> Iterator[Item]:
        sessions, about = self.week.sessions, self.about
        for index, earlier in enumerate(sessions):
            every = about is None or earlier is about
            if every:
                yield Item((earlier, earlier, 0), (earlier,))
            for later in sessions[index + 1 :]:
                if (every or later is about) and later.day - earlier.day <= FARTHEST:
                    yield Item((earlier, later, later.day - earlier.day), (earlier, later))

    def _pairs_over(self, first: Week, second: Week) -> Iterator[Item]:
        for earlier in first.sessions:
            if earlier.day + FARTHEST >= DAYS:
                for later in second.sessions:
                    apart = DAYS + later.day - earlier.day
                    if apart <= FARTHEST and self._is_about(earlier, later):
                        yield Item((earlier, later, apart), self._own(first, (earlier,)) + self._own(second, (later,)))

    @property
    def _seams(self) -> Iterator[tuple[Week, Week]]:
        """The weeks that meet; a week that repeats itself has one seam."""
        week, before, after = self.week, self.context.before, self.context.after
        yield before or week, week
        if before is not None or after is not None:
            yield week, after or week

    @cached_property
    def days(self) -> tuple[Item, ...]:
        """The days that hold sessions."""
        found = (Item((day,), day, (number,)) for number, day in enumerate(self.week.by_day) if day)
        return tuple(item for item in found if self._is_about_day(item))

    @cached_property
    def neighbours(self) -> tuple[Item, ...]:
        """Days in a row that both hold sessions, over the seams too."""
        days = enumerate(self.week.by_day)
        rows = [Item((a, b), (*a, *b), (i, j)) for (i, a), (j, b) in itertools.pairwise(days) if a and b]
        over = (item for seam in self._seams for item in self._days_over(*seam))
        return tuple(item for item in (*rows, *over) if self._is_about_day(item))

    def _days_over(self, first: Week, second: Week) -> Iterator[Item]:
        last, next_day = first.by_day[-1], second.by_day[0]
        if last and next_day:
            own = self._own(first, last) + self._own(second, next_day)
            yield Item((last, next_day), own, tuple(dict.fromkeys(session.day for session in own)))

    @cached_property
    def chain(self) -> tuple[Item, ...]:
        """Each combined session with the one before it."""
        combined = self.week.combined
        first = [Item((chain_start(self.context), combined[0]), combined[:1])] if combined else []
        return (*first, *(Item(pair, pair) for pair in itertools.pairwise(combined)))

    def _own(self, week: Week, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
        return sessions if week is self.week else ()

    def _is_about(self, earlier: Session, later: Session) -> bool:
        return self.about is None or earlier is self.about or later is self.about

    def _is_about_day(self, item: Item) -> bool:
        return self.about is None or self.about.day in item.days


def chain_start(context: Context) -> Session | None:
    """The last combined session of the weeks before, which the alternation continues from."""
    return context.before.combined[-1] if context.before and context.before.combined else context.last_combined
