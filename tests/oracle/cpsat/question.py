"""What a week is asked to hold: a prescription and a profile, or exactly the sessions of a finished week.

How long a session is comes from the planner's templates. Where it goes is what is asked: which run shares a session or
a day with which lift, on which day, in which window, at which minute, in which order.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from itertools import product

from planner.engine import Context, Session, athlete_from
from planner.engine.domain import Athlete
from planner.engine.prescription import Prescription
from planner.engine.templates import Templates
from planner.engine.vocabulary import Intensity, Kind, Order, Region
from tests.oracle.bounds import DAY_MOST
from tests.oracle.facts import Json, lower_level

RACES, LIFTING = ("endurance", "speed"), ("strength", "muscle")
RUNS = (Intensity.EASY, Intensity.HARD, Intensity.LONG)


class Starts(Enum):
    """When a session may start: at any minute of a window, or where the planner tries it, at first and in the end."""

    ANY = "any"
    USUAL = "usual"
    MORE = "more"


@dataclass(frozen=True)
class Content:
    """A session without place and length; `half` marks a pair's run or lift where they are two sessions of a day."""

    kind: Kind
    intensity: Intensity | None = None
    region: Region | None = None
    half: bool = False


@dataclass(frozen=True)
class Unit:
    """What shares a day, one session or a run and a lift, and what it takes from the stock."""

    contents: tuple[Content | Session, ...]
    takes: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One week to fill.

    `cut`: sessions may be cut to their windows. `promised`: orders take turns strictly, not only as rule 19 prices it.
    `exactly`: these sessions, any run and any lift of which may share a day; without it any that fit the prescription.
    """

    profile: Json
    rx: Prescription
    cut: bool = False
    promised: bool = False
    starts: Starts = Starts.ANY
    exactly: tuple[Session, ...] = ()
    _made: dict[tuple[Content, int], Session | None] = field(default_factory=dict, compare=False)

    @cached_property
    def athlete(self) -> Athlete:
        """The profile, read."""
        return athlete_from(self.profile)

    @cached_property
    def templates(self) -> Templates:
        """Where sessions get their minutes from."""
        return Templates(self.athlete, Context(), self.rx)

    @cached_property
    def most_minutes(self) -> int:
        """Minutes of a day, which no session passes."""
        return DAY_MOST[lower_level(self.profile)]

    @cached_property
    def stock(self) -> Counter[str]:
        """How many of what the week holds."""
        if self.exactly:
            return Counter(map(repr, self.exactly))
        rx = self.rx
        stock = Counter(str(region) for region in rx.regions)
        stock.update(easy=rx.easy, hard=rx.hard, long=int(rx.long), circuit=rx.circuits)
        stock.update(run_only=rx.run_only, lift_only=rx.lift_only, pair=rx.combined)
        return +stock

    @cached_property
    def units(self) -> list[Unit]:
        """Everything that a day may hold."""
        return self._exact_units() if self.exactly else [*self._single_units(), *self._paired_units()]

    def _exact_units(self) -> list[Unit]:
        sessions = list(dict.fromkeys(self.exactly))
        runs = [session for session in sessions if session.kind is Kind.RUN_ONLY]
        lifts = [session for session in sessions if session.kind is Kind.LIFT_ONLY]
        units = [Unit((session,), (repr(session),)) for session in sessions]
        return units + [Unit((run, lift), (repr(run), repr(lift))) for run, lift in product(runs, lifts)]

    def _single_units(self) -> list[Unit]:
        stock, units = self.stock, []
        if stock["circuit"]:
            units.append(Unit((Content(Kind.CIRCUIT),), ("circuit",)))
        if stock["run_only"]:
            units += [Unit((Content(Kind.RUN_ONLY, i),), (i, "run_only")) for i in RUNS if stock[i]]
        if stock["lift_only"]:
            units += [Unit((Content(Kind.LIFT_ONLY, None, r),), (r, "lift_only")) for r in Region if stock[r]]
        return units

    def _paired_units(self) -> list[Unit]:
        """A run with a lift: in one session, or in the morning and the evening. A long run stands alone."""
        units: list[Unit] = []
        for i, r in product(RUNS[:2], Region) if self.stock["pair"] else ():
            hard_alone = i is Intensity.HARD and self.profile["goal"] in LIFTING  # section 12
            if self.stock[i] and self.stock[r] and not hard_alone:
                halves = Content(Kind.RUN_ONLY, i, r, half=True), Content(Kind.LIFT_ONLY, i, r, half=True)
                units += [Unit(contents, (i, r, "pair")) for contents in ((Content(Kind.COMBINED, i, r),), halves)]
        return units

    def session(self, content: Content | Session, limit: int) -> Session | None:
        """The content in so many minutes, its order open; None where it is not possible in them."""
        if isinstance(content, Session):
            return content if content.minutes <= limit else None
        key = (content, limit)
        if key not in self._made:
            self._made[key] = self._make(content, limit)
        return self._made[key]

    def _make(self, content: Content, limit: int) -> Session | None:
        make = self.templates
        match content:
            case Content(intensity=Intensity() as i, region=Region() as r, half=True):
                return (make.double(i, r) or (None, None))[content.kind is Kind.LIFT_ONLY]
            case Content(kind=Kind.RUN_ONLY, intensity=Intensity() as i):
                return make.run(i, limit)
            case Content(kind=Kind.LIFT_ONLY, region=Region() as r):
                return make.lift(r, limit)
            case Content(kind=Kind.COMBINED, intensity=Intensity() as i, region=Region() as r):
                made = (make.combined(i, r, order, limit) for order in Order)
                return next((replace(session, order=None) for session in made if session), None)
        return make.circuit(limit)
