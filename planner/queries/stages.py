"""A session's steps as the stages of its page: warm-up, run, lift, cool-down."""

from itertools import groupby
from typing import Literal

from planner import words
from planner.engine import blocks
from planner.engine.domain import Athlete
from planner.engine.domain import Session as Planned
from planner.engine.results import Stage as WeekStage
from planner.engine.vocabulary import Kind, Unit
from planner.screens import Modality, Stage, Step

MODALITIES: dict[str, Modality] = {"run": "run", "lift": "lift", "recovery": "recovery"}


def stages(
    athlete: Athlete,
    session: Planned,
    year: int,
    plan_week: int | None,
    where: WeekStage | None = None,
    unit: Unit = Unit.KM,
) -> tuple[Stage, ...]:
    """The steps in the order they are done, those of a part together; run and lift numbered where both are there.

    `where` is where the week stands in its block; distances and paces are told in `unit`.
    """
    found: list[Stage] = []
    steps = blocks(athlete, session, year=year, plan_week=plan_week, stage=where, unit=unit)
    for part, group in groupby(steps, key=lambda step: step.part):
        lines = tuple(Step(*words.head_of(words.unbroken(step.text)), step.minutes) for step in group)
        modality: Modality | Literal[""] = MODALITIES.get(part, "")
        number = 1 + sum(stage.number is not None for stage in found)
        numbered = session.kind is Kind.COMBINED and modality != ""
        title = "Circuit" if session.is_circuit and modality else words.STAGE[part]
        minutes = sum(line.minutes for line in lines)
        found.append(Stage(title, modality, number if numbered else None, minutes, lines))
    return tuple(found)
