"""What the public page of rules shows: rules by family, the article, contradictions, policies, sources. No database."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

from django.utils.translation import gettext as _

from planner import rule_words, words
from planner.engine import RULES
from planner.engine.vocabulary import Confidence, Goal, Policy, Severity
from planner.engine.wording import listed
from planner.evidence import (
    ARTICLE,
    CONTRADICTIONS,
    GROUNDS,
    KEPT_OUT,
    Contradiction,
    Feature,
    KeptOut,
    Sentence,
)
from planner.queries.policies import PolicyTable, Settled, policy_tables, settled
from planner.queries.references import Reference, SourceLine, references, source_lines
from planner.told import kept_by_language


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a rule."""

    number: int
    id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure something is: the term, its title, what that means."""

    value: Confidence
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in words."""

    number: int
    id: str
    sentence: str
    statement: str
    sources: tuple[Reference, ...]
    severity_text: str
    weight_text: str  # empty for a hard rule
    goals_text: str  # empty where it speaks to every goal
    sure: Sure
    grounds: str  # why it is as sure as that
    article: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that speak of the same thing."""

    id: str
    title: str
    line: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """One sentence of the article, and what serves it."""

    id: str
    claim: str
    status: str
    status_text: str
    reason: str
    rules: tuple[Link, ...]
    policies: tuple[tuple[str, str], ...]  # the term and its title
    kinds: tuple[str, ...]
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class ContradictionLine:
    """One contradiction, what rules hold of it, and how each policy settles it."""

    told: Contradiction
    sure: Sure
    sources: tuple[Reference, ...]
    rules: tuple[Link, ...]
    settled: tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The whole page."""

    count: int
    count_text: str
    prices: str  # what a strained rule costs, by its weight
    scale: tuple[tuple[Sure, int], ...]  # how many rules there are of each
    families: tuple[Family, ...]
    contradictions: tuple[ContradictionLine, ...]
    policies: tuple[PolicyTable, ...]
    article: tuple[SentenceLine, ...]
    unasked: tuple[Link, ...]  # rules that no sentence of the article asks for
    kept_out: tuple[KeptOut, ...]
    sources: tuple[SourceLine, ...]


RULE = {rule.id: rule for rule in RULES}


@kept_by_language()
def rules_page() -> RulesPage:
    """The page; it is the same for everybody of a language and as long as the process lives."""
    hard = sum(rule.severity is Severity.HARD for rule in RULES)
    weights = sorted({rule.weight for rule in RULES if rule.weight is not None})
    sure_of = [rule.confidence for rule in RULES]
    return RulesPage(
        count=len(RULES),
        count_text=rule_words.rules_by_kind(hard, len(RULES) - hard),
        prices=rule_words.prices([(weight.name, weight.value) for weight in weights]),
        scale=tuple((_sure(one), sure_of.count(one)) for one in Confidence),
        families=_families(),
        contradictions=tuple(_contradiction(one) for one in CONTRADICTIONS),
        policies=policy_tables(),
        article=tuple(_sentence(one) for one in ARTICLE),
        unasked=_links([rule.id for rule in RULES if not rule.article]),
        kept_out=KEPT_OUT,
        sources=source_lines(),
    )


def _sure(confidence: Confidence) -> Sure:
    title, meaning = rule_words.confidence(confidence)
    return Sure(confidence, title, meaning)


def _links(ids: list[str] | tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(RULE[id_].number, id_, RULE[id_].sentence) for id_ in ids)


def _families() -> tuple[Family, ...]:
    """The families in the order of their words, each with its rules in the order of their numbers."""
    order = list(rule_words.FAMILY)
    lines = {rule.id: _rule_line(number) for number, rule in enumerate(RULES)}
    by_family = sorted(RULES, key=lambda rule: order.index(rule.family))
    return tuple(
        Family(name, *rule_words.family(name), tuple(lines[rule.id] for rule in found))
        for name, found in groupby(by_family, key=lambda rule: rule.family)
    )


def _rule_line(place: int) -> RuleLine:
    rule = RULES[place]
    goals = [words.lower(words.GOAL[goal]) for goal in Goal if rule.goals and goal in rule.goals]
    return RuleLine(
        number=rule.number,
        id=rule.id,
        sentence=rule.sentence,
        statement=words.unbroken(rule.statement),
        sources=references(rule.source),
        severity_text=words.SEVERITY[rule.severity],
        weight_text=_weight_text(rule.weight.name, rule.weights) if rule.weight is not None else "",
        goals_text=listed(goals) if goals else "",
        sure=_sure(rule.confidence),
        grounds=GROUNDS[rule.id],
        article=rule.article,
    )


def _weight_text(usual: str, others: Mapping[Goal | Policy, IntEnum]) -> str:
    """The weight in words, goals and policies that share another one together."""
    by_weight: dict[str, list[Goal | Policy]] = {}
    for who, weight in others.items():
        by_weight.setdefault(weight.name, []).append(who)
    return rule_words.weight(usual, [(name, _for_whom(those)) for name, those in by_weight.items()])


def _for_whom(those: list[Goal | Policy]) -> str:
    goals = [words.lower(words.GOAL[one]) for one in those if isinstance(one, Goal)]
    policies = [f"“{words.POLICY[one]}”" for one in those if isinstance(one, Policy)]
    parts = [_("for {goals}").format(goals=listed(goals))] if goals else []
    if policies:
        parts.append(_("under {policies}").format(policies=listed(policies)))
    return listed(parts)


def _sentence(one: Sentence) -> SentenceLine:
    return SentenceLine(
        id=one.id,
        claim=one.claim,
        status=one.status,
        status_text=rule_words.STATUS[one.status],
        reason=one.reason,
        rules=_links(one.rules),
        policies=tuple((policy.value, words.POLICY[policy]) for policy in one.policies),
        kinds=tuple(words.KIND[kind] for kind in one.kinds),
        features=one.features,
    )


def _contradiction(one: Contradiction) -> ContradictionLine:
    return ContradictionLine(
        told=one,
        sure=_sure(one.confidence),
        sources=references(one.source),
        rules=_links(one.rules),
        settled=settled(one.pairings, one.goals),
    )
