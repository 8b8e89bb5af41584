"""A session's steps as the stages of its page: warm-up, run, lift, cool-down."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal

from django.utils.translation import gettext as _

from planner import session_words, weights, words
from planner.engine import Block, Exercise, exercises_in
from planner.engine.domain import Session
from planner.engine.vocabulary import Kind
from planner.screens import Modality, Stage, Step, StepWeight
from planner.territories import Weight

NO_WEIGHTS: Mapping[str, int] = {}
MODALITIES: dict[str, Modality] = {"run": "run", "lift": "lift", "recovery": "recovery"}


def stages(
    session: Session, steps: Iterable[Block], kept: Mapping[str, int] = NO_WEIGHTS, unit: Weight = Weight.KG
) -> tuple[Stage, ...]:
    """The steps in the order they are done, those of a part together; run and lift numbered where both are there.

    `kept` are the grams of the exercises that the person told, by key; weights are told in `unit`.
    """
    found: list[Stage] = []
    for part, group in groupby(steps, key=lambda step: step.part):
        lines = tuple(
            Step(*words.head_of(words.unbroken(step.text)), step.minutes, tuple(_weights(step, kept, unit)))
            for step in group
        )
        modality: Modality | Literal[""] = MODALITIES.get(part, "")
        number = 1 + sum(stage.number is not None for stage in found)
        numbered = session.kind is Kind.COMBINED and modality != ""
        title = _("Circuit") if session.is_circuit and modality else words.STAGE[part]
        minutes = sum(line.minutes for line in lines)
        found.append(Stage(title, modality, number if numbered else None, minutes, lines))
    return tuple(found)


def _weights(step: Block, kept: Mapping[str, int], unit: Weight) -> Iterator[StepWeight]:
    for exercise in exercises_in(step.steps):
        if exercise.has_weight:
            grams = kept.get(exercise.key)
            value = "" if grams is None else f"{weights.number(grams, unit):f}"
            text = "" if grams is None else _line(exercise, grams, unit)
            yield StepWeight(exercise.key, exercise.cue, text, value)


def _line(exercise: Exercise, grams: int, unit: Weight) -> str:
    after = weights.following(grams, unit, legs=exercise.is_leg) if exercise.grows else None
    following = "" if after is None else weights.told(after, unit)
    return session_words.weight_line(exercise.cue, weights.told(grams, unit), following)
