"""What a session is made of: a run, a lift, recovery. Frozen."""

from dataclasses import dataclass

from planner.engine.vocabulary import Activity, Effort, Intensity, Order, Region

# Members that rules ask for all the time: Python 3.11 takes ten times as long over Region.FULL as over a global name.
KEY = (Intensity.HARD, Intensity.LONG)
UPPER, LOWER, FULL = Region.UPPER, Region.LOWER, Region.FULL
LIGHT, HEAVY = Effort.LIGHT, Effort.HEAVY


@dataclass(frozen=True, slots=True)
class Run:
    """The running part of a session."""

    intensity: Intensity
    minutes: int

    @property
    def is_key(self) -> bool:
        """Hard and long runs are key runs."""
        return self.intensity in KEY


@dataclass(frozen=True, slots=True)
class Lift:
    """The lifting part of a session; `sets` are all its working sets, None: as many as its minutes hold."""

    region: Region
    effort: Effort
    minutes: int
    sets: int | None = None

    @property
    def is_leg(self) -> bool:
        """Lower or full, not light."""
        return self.region is not UPPER and self.effort is not LIGHT

    @property
    def is_heavy_leg(self) -> bool:
        """Lower not light, or full heavy."""
        return self.is_leg and (self.region is LOWER or self.effort is HEAVY)

    def overlaps(self, other: "Lift") -> bool:
        """Whether both train the same muscles: full overlaps everything."""
        return self.region is FULL or other.region is FULL or self.region is other.region


@dataclass(frozen=True, slots=True)
class Recovery:
    """An easy half hour: walk, yoga, stretching, mobility, easy spin."""

    activity: Activity
    minutes: int


@dataclass(frozen=True, slots=True)
class Aside:
    """What a session had before its shape was changed, so that there and back loses nothing. None: never had.

    `rounds` are the two halves of a circuit, `start` the minute of the day at which the whole session began before it
    became two. Where the session has a part itself, its own counts.
    """

    run: Run | None = None
    lift: Lift | None = None
    order: Order | None = None
    rounds: tuple[Run, Lift] | None = None
    start: int | None = None
    warm_up: int | None = None
    cool_down: int | None = None
