"""The road to a race: the phases of the weeks until then, those that are not planned yet too."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from planner import clock, words
from planner.engine import phases_to_race
from planner.engine.domain import DAYS
from planner.engine.vocabulary import Phase
from planner.records import Records
from planner.screens import Stretch


def road(records: Records, monday: date) -> tuple[Stretch, ...]:
    """The phases from this week to the race; empty in the race week itself, and where no race is near."""
    phases = phases_to_race(records.athlete, monday, records.plan_week(monday))
    return tuple(_stretches(records, monday, phases)) if len(phases) > 1 else ()


def _stretches(records: Records, monday: date, phases: tuple[Phase, ...]) -> Iterator[Stretch]:
    """Weeks in a row of the same phase as one stretch; the last one names the race."""
    for phase, numbers in groupby(range(len(phases)), key=phases.__getitem__):
        first, *others = numbers
        begin = monday + first * clock.ONE_WEEK
        end = monday + (others[-1] if others else first) * clock.ONE_WEEK + timedelta(days=DAYS - 1)
        race = records.athlete.race
        is_last = race is not None and race.date <= end
        told = words.race_on(race.distance_km, race.date, records.unit) if race and is_last else ""
        yield Stretch(words.PHASE[phase], words.span(begin, end), told)
