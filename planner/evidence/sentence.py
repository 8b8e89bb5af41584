"""A sentence of the founding article, and how far Tandem follows it."""

from dataclasses import dataclass
from enum import StrEnum

from planner.engine import RULES
from planner.engine.speech import Told
from planner.engine.vocabulary import Kind, Policy
from planner.evidence.features import Feature


class Status(StrEnum):
    """How far Tandem follows a sentence."""

    SERVED = "served"
    IN_PART = "in_part"
    AGAINST = "against"


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One claim of the article; `reason` says how it is served, or why only in part or not."""

    id: str
    claim: Told = Told()
    status: Status
    reason: Told = Told()
    kinds: tuple[Kind, ...] = ()
    policies: tuple[Policy, ...] = ()
    features: tuple[Feature, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that serve it, in the order of their numbers."""
        return tuple(rule.id for rule in RULES if self.id in rule.article)
