"""A session's steps as the stages of its page: warm-up, run, lift, cool-down."""

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from django.utils.translation import gettext as _

from planner import words
from planner.engine import Block
from planner.engine.domain import Session
from planner.engine.vocabulary import Kind
from planner.screens import Modality, Stage, Step

MODALITIES: dict[str, Modality] = {"run": "run", "lift": "lift", "recovery": "recovery"}


def stages(session: Session, steps: Iterable[Block]) -> tuple[Stage, ...]:
    """The steps in the order they are done, those of a part together; run and lift numbered where both are there."""
    found: list[Stage] = []
    for part, group in groupby(steps, key=lambda step: step.part):
        lines = tuple(Step(*words.head_of(words.unbroken(step.text)), step.minutes) for step in group)
        modality: Modality | Literal[""] = MODALITIES.get(part, "")
        number = 1 + sum(stage.number is not None for stage in found)
        numbered = session.kind is Kind.COMBINED and modality != ""
        title = _("Circuit") if session.is_circuit and modality else words.STAGE[part]
        minutes = sum(line.minutes for line in lines)
        found.append(Stage(title, modality, number if numbered else None, minutes, lines))
    return tuple(found)
