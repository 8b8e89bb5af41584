"""What every kind of workout is built with: the block, the athlete's zones in words, minutes shared out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from planner.engine import limits, paces
from planner.engine.domain import Athlete, Session
from planner.engine.paces import Zone
from planner.engine.results import Stage
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Order, Unit
from planner.engine.wording import UNITS, comma_separated
from planner.engine.workouts.bouts import Bout, Role, Step

Part = Literal["warm_up", "run", "lift", "recovery", "change", "cool_down"]
PACE_STEP = 5  # seconds; a watch on the arm wanders by more
TOO_SHORT = 2  # minutes; easy running this short is no step of its own


@dataclass(frozen=True, slots=True)
class Block:
    """One step of a workout, in minutes, and `steps`, what a watch makes of it; without them it is one bout."""

    text: str
    minutes: int
    part: Part
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Case:
    """One session of one athlete. `year` is the session's, None: unknown; `plan_week` counts from 1.

    `stage` is where the week stands in its block, None: unknown. Distances and paces are told in `unit`.
    """

    athlete: Athlete
    session: Session
    year: int | None
    plan_week: int
    stage: Stage | None = None
    unit: Unit = Unit.KM

    @cached_property
    def lifts_first(self) -> bool:
        """Whether the run comes on tired legs, so that pace says little."""
        return self.session.order is Order.LIFT_FIRST

    @cached_property
    def is_older(self) -> bool:
        """Known to be 65 or more."""
        return limits.is_older(self.athlete, self.year)

    @cached_property
    def heart_maximum(self) -> int | None:
        """Beats a minute; None where unknown, or where medicine may slow the heart."""
        return None if self.athlete.medical_caution else paces.heart_rate_maximum(self.athlete, self.year)

    @cached_property
    def score(self) -> float | None:
        """The fitness score of the recent race; None where there is none that tells."""
        return paces.known_score(self.athlete)

    def guide(self, zone: Zone, effort: str) -> str:
        """How to run in a zone: "effort 3 of 10, heart rate 108–137, 6:20–6:55 /km", as far as it is known."""
        known = (effort_of_ten(effort), self._heart_rate(zone), self._pace(zone))
        return comma_separated([part for part in known if part])

    def _heart_rate(self, zone: Zone) -> str:
        if self.heart_maximum is None or zone not in paces.HEART_RATE_SHARES:
            return ""
        low, high = paces.heart_rates(self.heart_maximum, zone)
        if self.athlete.max_heart_rate is not None:
            told = _("heart rate above {low}") if zone is Zone.INTERVAL else _("heart rate {low}–{high}")
        else:
            told = _("heart rate above about {low}") if zone is Zone.INTERVAL else _("heart rate about {low}–{high}")
        return told.format(low=low, high=high)

    def _pace(self, zone: Zone) -> str:
        if self.score is None or self.lifts_first or zone not in paces.SCORE_SHARES:
            return ""
        fast, slow = (clock(self._per_unit(seconds)) for seconds in paces.paces(self.score, zone))
        return self._per(f"{fast}–{slow}" if fast != slow else fast)

    def _per(self, pace: str) -> str:
        return _("{pace} /{unit}").format(pace=pace, unit=UNITS[self.unit])

    def bout(self, role: Role, seconds: int, cue: str, zone: Zone, *, by_effort: bool = False) -> Bout:
        """A stretch in a zone with the targets that are known; none `by_effort`, where pace and pulse say little."""
        share = None if by_effort or self.athlete.medical_caution else paces.HEART_RATE_SHARES.get(zone)
        heart = None if share is None else self.heart_maximum
        known = self.score if zone in paces.SCORE_SHARES and not (by_effort or self.lifts_first) else None
        return Bout(
            role,
            seconds,
            cue,
            zone,
            heart_percent=share and (round(100 * share[0]), round(100 * share[1])),
            heart_rate=None if heart is None else paces.heart_rates(heart, zone),
            pace=None if known is None else paces.paces(known, zone),
        )

    def race_seconds(self, kilometres: float) -> float | None:
        """Seconds a kilometre at which the athlete would race so far today; None where no race tells."""
        if self.score is None or self.lifts_first:
            return None
        try:
            return paces.equivalent_seconds(self.score, kilometres) / kilometres
        except ValueError:
            return None

    def distance(self, zone: Zone, minutes: int) -> str:
        """How far a stretch in a zone takes, as a range: "9–10 km"; empty where no pace is known."""
        if self.score is None or self.lifts_first:
            return ""
        low, high = sorted(round(minutes * 60 / self._per_unit(s)) for s in paces.paces(self.score, zone))
        return _("{distance} {unit}").format(distance=span(low, high), unit=UNITS[self.unit])

    def race_pace(self, kilometres: float) -> str:
        """The pace at which the athlete would race so far today: "5:38 /km"; empty where no race tells it."""
        seconds = self.race_seconds(kilometres)
        return "" if seconds is None else self._per(clock(self._per_unit(seconds)))

    def _per_unit(self, seconds_per_km: float) -> float:
        return seconds_per_km * self.unit.metres / 1000


def clock(seconds: float) -> str:
    """Minutes and seconds, to the nearest five seconds: "4:50"."""
    minutes, rest = divmod(round(seconds / PACE_STEP) * PACE_STEP, 60)
    return f"{minutes}:{rest:02}"


def duration(seconds: int) -> str:
    """A stretch as a person would say it: "45 s", "90 s", "2 min", "2 min 30 s"."""
    minutes, rest = divmod(seconds, 60)
    if minutes < 1 or (minutes < 2 and rest):
        return in_seconds(f"{seconds}")
    whole = _("{number} min").format(number=minutes)
    return f"{whole} {in_seconds(f'{rest}')}" if rest else whole


def in_seconds(number: str) -> str:
    """So many seconds, or a range of them: "45 s", "60–90 s"."""
    return _("{number} s").format(number=number)


def effort_of_ten(effort: str) -> str:
    """An effort, or a range of it: "effort 2–4 of 10"."""
    return _("effort {effort} of 10").format(effort=effort)


def span(low: int, high: int) -> str:
    """Two numbers and what lies between: "8–12"; one where they are equal."""
    return f"{low}–{high}" if low < high else f"{low}"


def told(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that take time."""
    return tuple(block for block in blocks if block.minutes > 0)


def shared(minutes: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes shared out by weight; the first ones get what is left over."""
    total = sum(weights)
    parts = [minutes * weight // total for weight in weights]
    for index in range(minutes - sum(parts)):
        parts[index] += 1
    return parts
