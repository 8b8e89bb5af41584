"""Rules that keep a week from repeating itself."""

from collections.abc import Sequence

from planner.engine.domain import Session
from planner.engine.rules.shapes import Case, NeighbourRule, Weight
from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import Confidence, Goal

Signature = tuple[tuple[str, str, str], ...]


def signature(sessions: Sequence[Session]) -> Signature:
    """What a day of training is made of: run intensity, region and order of its sessions; recovery leaves no mark."""
    marks = (
        (s.run.intensity if s.run else "", s.lift.region if s.lift else "", s.order or "")
        for s in sessions
        if s.is_training
    )
    return tuple(sorted(marks))


def alike(case: Case, day: Sequence[Session], next_day: Sequence[Session]) -> float:
    """1 where two training days in a row are made of the same."""
    first = signature(day)
    return bool(first) and first == signature(next_day)


VARIED_DAYS = NeighbourRule(
    number=20,
    id="varied-days",
    sentence=gettext_noop("No two days in a row are the same."),
    statement=gettext_noop("Run intensity, region and order of a training day differ from those of the next."),
    source="founding article; Foster 1998",
    confidence=Confidence.WEAK,
    article=("S13",),
    weight=Weight.LOW,
    weights={Goal.FAT_LOSS: Weight.MEDIUM},
    strains=alike,
)
