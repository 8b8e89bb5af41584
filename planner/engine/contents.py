"""What a day may hold, wherever its hours, and what that takes from the week's stock."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import count, product

from planner.engine.domain import Athlete, Session
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import LIFTING_GOALS, Intensity, Kind, Lock, Order, Region

# What a day takes from the week's stock, one digit of four bits each: the top bit stays free and catches a debt.
STOCK = ("easy", "hard", "long", "full", "upper", "lower", "run_only", "lift_only", "combined", "circuit")
DIGIT = {name: 1 << (4 * place) for place, name in enumerate(STOCK)}
MOST_DIGITS = 24  # a repair may tell more sessions apart than a prescription
SESSIONS_FROM = 4 * STOCK.index("run_only")

RECIPES: dict[Hashable, int] = {}  # a number for each that has been met, which is sooner compared
NUMBERS = count()  # asked by threads at once; one that loses the race leaves a number unused

TAKES = {Kind.RUN_ONLY: "run_only", Kind.LIFT_ONLY: "lift_only", Kind.CIRCUIT: "circuit"}


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What a day holds, wherever its hours: a short name, what it takes from the stock. It equals itself alone.

    `kept` is the partly locked session that it is (kept.py), `days` the days on which it may lie alone, none: any.
    Contents with the same `made_of` hold the same sessions and can be placed the same ways.
    """

    name: str
    takes: int
    kind: Kind | None = None
    intensity: Intensity | None = None
    region: Region | None = None
    order: Order | None = None
    parts: "tuple[Content, Content] | None" = None  # a run and a lift as two sessions of the day
    kept: Session | None = None
    days: frozenset[int] = frozenset()
    made_of: Hashable = field(init=False)

    def __post_init__(self) -> None:
        """Asked for by every place, so it is put together once; a number where nobody's own session is part of it."""
        halves = [part.made_of for part in self.parts or ()]
        made_of = (self.kind, self.intensity, self.region, self.order, self.kept, *halves)
        anyones = self.kept is None and all(isinstance(half, int) for half in halves)
        object.__setattr__(self, "made_of", RECIPES.setdefault(made_of, next(NUMBERS)) if anyones else made_of)


REST = Content("rest", 0)


def stock_of(rx: Prescription) -> int:
    """The prescription as one number of four-bit digits."""
    counts = {
        "easy": rx.easy,
        "hard": rx.hard,
        "long": int(rx.long),
        **{region.value: rx.regions.count(region) for region in Region},
        "run_only": rx.run_only,
        "lift_only": rx.lift_only,
        "combined": rx.combined,
        "circuit": rx.circuits,
    }
    return sum(DIGIT[name] * count for name, count in counts.items())


@cache
def _single(kind: Kind, intensity: Intensity | None, region: Region | None = None) -> Content:
    """A run, a lift or a circuit that has the day to itself."""
    names = [name for name in (intensity, region) if name is not None]
    takes = sum(DIGIT[name] for name in names) + DIGIT[TAKES[kind]]
    return Content(" ".join([TAKES[kind], *names]), takes, kind, intensity, region)


@cache
def _shared(intensity: Intensity, region: Region) -> tuple[Content, ...]:
    """A run and a lift on one day: as one session in either order, and as two sessions."""
    takes = DIGIT[intensity] + DIGIT[region] + DIGIT["combined"]
    kind = Kind.COMBINED
    halves = (
        Content("run half", 0, Kind.RUN_ONLY, intensity, region),
        Content("lift half", 0, Kind.LIFT_ONLY, intensity, region),
    )
    whole = [Content(f"{intensity}+{region} {order}", takes, kind, intensity, region, order) for order in Order]
    return (*whole, Content(f"{intensity}/{region}", takes, kind, intensity, region, parts=halves))


def contents_of(athlete: Athlete, rx: Prescription) -> tuple[Content, ...]:
    """Everything a day of this prescription may hold, rest first."""
    runs = [i for i, n in ((Intensity.EASY, rx.easy), (Intensity.HARD, rx.hard), (Intensity.LONG, rx.long)) if n > 0]
    regions = tuple(dict.fromkeys(rx.regions))
    found = [REST]
    if rx.circuits:
        found.append(_single(Kind.CIRCUIT, None))
    if rx.run_only:
        found += [_single(Kind.RUN_ONLY, intensity) for intensity in runs]
    if rx.lift_only:
        found += [_single(Kind.LIFT_ONLY, None, region) for region in regions]
    for intensity, region in product(runs, regions) if rx.combined else ():
        fast_beside_lifts = intensity is Intensity.HARD and athlete.goal in LIFTING_GOALS
        if intensity is not Intensity.LONG and not fast_beside_lifts:
            found += _shared(intensity, region)
    return tuple(found)


def same_days(chosen: Iterable[Content]) -> tuple[tuple[Content, ...], int]:
    """The contents of a finished week, free to change days and orders alone, with a stock of exactly these."""
    groups = Counter((c.kind, c.intensity, c.region, c.parts, c.kept, c.days) for c in chosen if c.kind is not None)
    digits = {group: 1 << (4 * place) for place, group in enumerate(groups)}
    contents = [REST]
    for (kind, intensity, region, parts, kept, days), digit in digits.items():
        free = tuple(Order) if kind is Kind.COMBINED and not parts else (None,)
        contents += [
            Content(f"{digit} {o}", digit, kind, intensity, region, o, parts, kept, days)
            for o in (orders_of_kept(kept) if kept else free)
        ]
    return tuple(contents), sum(digits[group] * count for group, count in groups.items())


def same_sessions(chosen: Iterable[Content]) -> tuple[tuple[Content, ...], int]:
    """The contents of a finished week, free to change days, orders and company, with a stock of exactly these."""
    single = [part for c in chosen if c.kind is not None for part in (c.parts or (c,))]
    groups = Counter((c.kind, c.intensity, c.region, c.kept) for c in single)
    digits = {group: 1 << (4 * place) for place, group in enumerate(groups)}
    contents = [REST]
    for group, digit in digits.items():
        kind, intensity, region, kept = group
        orders = orders_of_kept(kept) if kept else tuple(Order) if kind is Kind.COMBINED else (None,)
        days = days_of(kept) if kept else frozenset()
        contents += [
            Content(f"{digit} {order}", digit, kind, intensity, region, order, kept=kept, days=days) for order in orders
        ]
    lone = {content.takes: content for content in contents}
    for run, lift in product(digits, repeat=2):
        parts = (lone[digits[run]], lone[digits[lift]])
        if _share_a_day(*parts):
            takes, days = digits[run] + digits[lift], parts[0].days | parts[1].days
            contents.append(Content(f"{takes}", takes, Kind.COMBINED, run[1], lift[2], parts=parts, days=days))
    return tuple(contents), sum(digits[group] * count for group, count in groups.items())


def _share_a_day(first: Content, second: Content) -> bool:
    """Whether two sessions may share a day, told once: a run and a lift, or two that keep the same day."""
    if first.kind is Kind.RUN_ONLY and second.kind is Kind.LIFT_ONLY:
        return len(first.days | second.days) < 2
    beside = first.kind is Kind.LIFT_ONLY and second.kind is Kind.RUN_ONLY
    return not beside and first.takes < second.takes and bool(first.days) and first.days == second.days


def days_of(kept: Session) -> frozenset[int]:
    """The one day on which a partly locked session may lie; none where any will do."""
    return frozenset({kept.day} if kept.keeps(Lock.DAY) else ())


def orders_of_kept(kept: Session) -> tuple[Order | None, ...]:
    """The orders that a partly locked session may have."""
    return tuple(Order) if kept.order is not None and not kept.keeps(Lock.ORDER) else (kept.order,)
