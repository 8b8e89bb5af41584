"""What the rules rest on: the founding article, where its sources contradict each other, and how sure each rule is."""

from planner.evidence.article import ARTICLE
from planner.evidence.contradictions import CONTRADICTIONS, Contradiction, Side
from planner.evidence.features import Feature
from planner.evidence.grounds import GROUNDS
from planner.evidence.kept_out import KEPT_OUT, KeptOut
from planner.evidence.sentence import Sentence, Status
from planner.evidence.sources import SOURCES, Source

__all__ = [
    "ARTICLE",
    "CONTRADICTIONS",
    "GROUNDS",
    "KEPT_OUT",
    "SOURCES",
    "Contradiction",
    "Feature",
    "KeptOut",
    "Sentence",
    "Side",
    "Source",
    "Status",
]
