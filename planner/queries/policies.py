"""The policies on order as tables, and how each settles a question; all of it read from the engine's own rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from planner import rule_words, words
from planner.engine import SCHOOLS, Orders, Pairing, Ruling, rulings
from planner.engine.vocabulary import Goal, Order, Policy
from planner.engine.wording import listed
from planner.queries.references import Reference, references

MARKS = {Order.RUN_FIRST: "run", Order.LIFT_FIRST: "lift", None: ""}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a policy says of a pairing; `first` is run or lift where one is bound or preferred, else empty."""

    text: str
    first: str


@dataclass(frozen=True, slots=True)
class PolicyTable:
    """A policy with what speaks for and against it, and its table: a column for whom, a row for each pairing."""

    policy: Policy
    title: str
    sentence: str
    against: str
    confidence: str
    sources: tuple[Reference, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What comes first in a pairing: each policy with its title, what it says, and for whom."""

    pairing: str
    policies: tuple[tuple[Policy, str, tuple[tuple[Cell, str], ...]], ...]


def policy_tables() -> tuple[PolicyTable, ...]:
    """Every policy with its whole table."""
    return tuple(_table(policy) for policy in SCHOOLS)


def _table(policy: Policy) -> PolicyTable:
    school, found = SCHOOLS[policy], rulings(policy)
    return PolicyTable(
        policy=policy,
        title=words.POLICY[policy],
        sentence=school.sentence,
        against=school.against,
        confidence=school.confidence,
        sources=references(school.source),
        columns=tuple(_if_answered([one]) or _goals([one], tuple(Goal)) for one in found),
        rows=tuple((rule_words.PAIRING[p], tuple(cell(policy, one.row[p]) for one in found)) for p in Pairing),
    )


def cell(policy: Policy, orders: Orders) -> Cell:
    """A cell of the table in words."""
    first = next(iter(orders.allowed)) if len(orders.allowed) == 1 else orders.preferred
    return Cell(rule_words.orders(orders, SCHOOLS[policy].alternates), MARKS[first])


def settled(pairings: Sequence[Pairing], goals: Sequence[Goal]) -> tuple[Settled, ...]:
    """What every policy says of each of these pairings for these goals."""
    return tuple(
        Settled(
            pairing=rule_words.PAIRING[pairing],
            policies=tuple((policy, words.POLICY[policy], _answers(policy, pairing, goals)) for policy in SCHOOLS),
        )
        for pairing in pairings
    )


def _answers(policy: Policy, pairing: Pairing, goals: Sequence[Goal]) -> tuple[tuple[Cell, str], ...]:
    """Each answer of a policy to a pairing, with those whom it gives it to."""
    by_answer: dict[Orders, list[Ruling]] = {}
    for one in rulings(policy):
        if set(one.goals) & set(goals):
            by_answer.setdefault(one.row[pairing], []).append(one)
    return tuple(
        (cell(policy, orders), _if_answered(found) or _("for {goals}").format(goals=_goals(found, goals)))
        for orders, found in by_answer.items()
    )


def _if_answered(found: Sequence[Ruling]) -> str:
    """Those whom rows speak to by what they answered; empty where the policy asks nothing."""
    answers = [rule_words.ANSWER[one.answer] for one in found if one.answer is not None]
    return answers[0] if len(answers) == 1 else _(rule_words.EITHER_WAY) if answers else ""


def _goals(found: Sequence[Ruling], goals: Sequence[Goal]) -> str:
    """Which of these goals rows speak to."""
    named = [goal for goal in goals if any(goal in one.goals for one in found)]
    if len(named) == len(Goal):
        return _(rule_words.EVERY_GOAL)
    return listed([words.lower(words.GOAL[goal]) for goal in named])
