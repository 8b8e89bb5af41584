"""A week with one session in the hand: evaluated anew wherever the session is put, by what it touches there alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import Found, case_of, held, summed
from planner.engine.races import race_effort
from planner.engine.results import Evaluation
from planner.engine.rules import RULES
from planner.engine.rules.shapes import Case, ChainRule, Rule, Sees, WeekRule, no_session
from planner.engine.scene import Item, Scene


@dataclass(frozen=True)
class InHand:
    """The other sessions of a week, and what rules know of the whole week (`case`), the session in the hand included.

    A move or a flip changes neither the parts of a session nor the week's totals, so what is found among the others is
    found once. Tests hold `evaluation` and `rearranged` equal to `evaluate` of the whole week.
    """

    week: Week
    case: Case
    session_id: str

    @classmethod
    def of(cls, athlete: Athlete, week: Week, session_id: str, context: Context | None = None) -> "InHand":
        """Take up a session of the week."""
        return cls(week, case_of(athlete, week, context), session_id)

    def evaluation(self, session: Session) -> Evaluation:
        """The week with the session as it stands there, held against every rule."""
        week = Week.of([*self._others.sessions, session])
        near = held(self._near, self.case, self._scene(week, about=session))
        kept = (found for item, found in self._among_others if session.day not in item.days)
        return summed([*kept, *self._whole(week), *(found for _, found in near)])

    def rearranged(self, week: Week) -> Evaluation:
        """The same sessions on other days and hours, all of them, held against every rule."""
        return summed([*self._whole(week), *(found for _, found in held(self._near, self.case, self._scene(week)))])

    def _whole(self, week: Week) -> Sequence[Found]:
        """What rules find that ask what days hold, never which they are: once for each company that sessions keep."""
        company = frozenset(frozenset(session.id for session in day) for day in week.by_day)
        found = self._by_company.get(company)
        if found is None:
            scene = Scene(week, self.case.context)
            found = self._by_company[company] = [one for _, one in held(self._of_company, self.case, scene)]
        return found

    @cached_property
    def _by_company(self) -> dict[frozenset[frozenset[str]], Sequence[Found]]:
        return {}

    def _scene(self, week: Week, about: Session | None = None) -> Scene:
        return Scene(week, self.case.context, about, self._race)

    @cached_property
    def _race(self) -> Session | None:
        return race_effort(self.case.athlete, self.case.context)

    @cached_property
    def _others(self) -> Week:
        return Week(tuple(session for session in self.week.sessions if session.id != self.session_id))

    @cached_property
    def _among_others(self) -> list[tuple[Item, Found]]:
        """What is found with the session taken out; on the day it is put on, its company counts anew."""
        rules = [rule for rule in self._near if not isinstance(rule, ChainRule | WeekRule)]
        return held(rules, self.case, self._scene(self._others))

    @cached_property
    def _of_company(self) -> list[Rule]:
        """Rules to which sums matter, and what days hold, but not which days they are."""
        return [rule for rule in self._rules if _knows_no_days(rule)]

    @cached_property
    def _near(self) -> list[Rule]:
        """Rules to which it matters where the session lies."""
        return [rule for rule in self._rules if not _knows_no_days(rule)]

    @cached_property
    def _rules(self) -> list[Rule]:
        return [rule for rule in RULES if rule.applies(self.case.athlete)]


def _knows_no_days(rule: Rule) -> bool:
    return isinstance(rule, WeekRule) and rule.sees is not Sees.DAYS and rule.of_session is no_session
