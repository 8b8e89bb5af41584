"""A week with one session in the hand: evaluated anew wherever the session is put, by what it touches there alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import Found, case_of, held, summed
from planner.engine.races import race_effort
from planner.engine.results import Evaluation
from planner.engine.rules import RULES
from planner.engine.rules.shapes import Case, ChainRule, Rule, Sees, WeekRule
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
        near = self._found(self._near, self._scene(week, about=session))
        kept = (found for item, found in self._among_others if session.day not in item.days)
        return summed([*kept, *self._anywhere, *(found for _, found in near)])

    def rearranged(self, week: Week) -> Evaluation:
        """The same sessions on other days and hours, all of them, held against every rule."""
        return summed([*self._anywhere, *(found for _, found in self._found(self._near, self._scene(week)))])

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
        return list(self._found(rules, self._scene(self._others)))

    @cached_property
    def _anywhere(self) -> list[Found]:
        """What is found wherever the session lies."""
        rules = [rule for rule in self._rules if _is_of_sums(rule)]
        return [found for _, found in self._found(rules, Scene(self.week, self.case.context))]

    @cached_property
    def _near(self) -> list[Rule]:
        """Rules to which it matters where the session lies."""
        return [rule for rule in self._rules if not _is_of_sums(rule)]

    @cached_property
    def _rules(self) -> list[Rule]:
        return [rule for rule in RULES if rule.applies(self.case.athlete)]

    def _found(self, rules: Iterable[Rule], scene: Scene) -> Iterator[tuple[Item, Found]]:
        for rule in rules:
            yield from held(rule, self.case, scene.items(rule))


def _is_of_sums(rule: Rule) -> bool:
    return isinstance(rule, WeekRule) and rule.sees is Sees.SUMS
