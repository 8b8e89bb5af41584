"""Every way a single day can be filled: contents (what) and options (what, in which window, from when)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from planner.engine import limits
from planner.engine.domain import DAYS, Athlete, Session, Window
from planner.engine.prescription import Prescription
from planner.engine.rules.shapes import HOUR
from planner.engine.templates import Templates
from planner.engine.vocabulary import LIFTING_GOALS, Intensity, Kind, Modality, Order, Region

EARLY = 6 * HOUR
MORNING = 7 * HOUR
WIDE_WINDOW = 5 * HOUR
STARTS_A_WINDOW = 24
UNUSUAL = 5  # untidiness of a session on a day on which the week before had none of its kind

# What a day takes from the week's stock, one digit of four bits each: the top bit stays free and catches a debt.
STOCK = ("easy", "hard", "long", "full", "upper", "lower", "run_only", "lift_only", "combined", "circuit")
DIGIT = {name: 1 << (4 * place) for place, name in enumerate(STOCK)}
MOST_DIGITS = 24  # a repair may tell more sessions apart than a prescription
GUARD = sum(8 << (4 * place) for place in range(MOST_DIGITS))
SESSIONS_FROM = 4 * STOCK.index("run_only")


@dataclass(frozen=True, slots=True)
class Content:
    """What a day holds, wherever its hours: a short name, what it takes from the stock."""

    name: str
    takes: int
    kind: Kind | None = None
    intensity: Intensity | None = None
    region: Region | None = None
    order: Order | None = None
    parts: "tuple[Content, Content] | None" = None  # a run and a lift as two sessions of the day

    def __hash__(self) -> int:
        """By the name, which is a content's own within one problem: searches hash contents all the time."""
        return hash(self.name)


REST = Content("rest", 0)


@dataclass(frozen=True, slots=True)
class Option:
    """One content in one place; `untidy` breaks ties between options of equal cost, lower is better."""

    content: Content
    sessions: tuple[Session, ...]
    untidy: int = 0


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


def contents_of(athlete: Athlete, rx: Prescription) -> tuple[Content, ...]:
    """Everything a day of this prescription may hold, rest first."""
    runs = [i for i, n in ((Intensity.EASY, rx.easy), (Intensity.HARD, rx.hard), (Intensity.LONG, rx.long)) if n > 0]
    regions = tuple(dict.fromkeys(rx.regions))
    found = [REST]
    if rx.circuits:
        found.append(Content("circuit", DIGIT["circuit"], Kind.CIRCUIT))
    if rx.run_only:
        found += [Content(f"run {i}", DIGIT[i] + DIGIT["run_only"], Kind.RUN_ONLY, i) for i in runs]
    if rx.lift_only:
        found += [Content(f"lift {r}", DIGIT[r] + DIGIT["lift_only"], Kind.LIFT_ONLY, None, r) for r in regions]
    if rx.combined:
        found += _shared(athlete, [i for i in runs if i is not Intensity.LONG], regions)
    return tuple(found)


def _shared(athlete: Athlete, runs: list[Intensity], regions: tuple[Region, ...]) -> Iterator[Content]:
    for intensity, region in product(runs, regions):
        if intensity is Intensity.HARD and athlete.goal in LIFTING_GOALS:
            continue
        takes = DIGIT[intensity] + DIGIT[region] + DIGIT["combined"]
        for order in Order:
            yield Content(f"{intensity}+{region} {order}", takes, Kind.COMBINED, intensity, region, order)
        halves = (
            Content("run half", 0, Kind.RUN_ONLY, intensity, region),
            Content("lift half", 0, Kind.LIFT_ONLY, intensity, region),
        )
        yield Content(f"{intensity}/{region}", takes, Kind.COMBINED, intensity, region, parts=halves)


def same_sessions(chosen: Iterable[Content]) -> tuple[tuple[Content, ...], int]:
    """The contents of a finished week, free to change days, orders and company, with a stock of exactly these."""
    single = [part for c in chosen if c.kind is not None for part in (c.parts or (c,))]
    groups = Counter(replace(c, name="", takes=0, order=None) for c in single)
    digits = {group: 1 << (4 * place) for place, group in enumerate(groups)}
    contents = [REST]
    for group, digit in digits.items():
        orders = tuple(Order) if group.kind is Kind.COMBINED else (None,)
        contents += [replace(group, name=f"{digit} {order}", takes=digit, order=order) for order in orders]
    for run, lift in product(digits, repeat=2):
        if run.kind is Kind.RUN_ONLY and lift.kind is Kind.LIFT_ONLY:
            takes = digits[run] + digits[lift]
            contents.append(Content(f"{takes}", takes, Kind.COMBINED, run.intensity, lift.region, parts=(run, lift)))
    return tuple(contents), sum(digits[group] * count for group, count in groups.items())


@dataclass(frozen=True)
class Places:
    """Finds the options of each day.

    `shrink` lets sessions shrink to their window, `more_starts` tries later starts, `any_company` lets a run and a
    lift share a day as two sessions though nobody asked for it.
    """

    templates: Templates
    shrink: bool = False
    more_starts: bool = False
    any_company: bool = False
    _kept: dict[tuple[Content, int], Session | None] = field(default_factory=dict, compare=False)
    _asked: dict[tuple[int, tuple[Content, ...], bool, bool, bool], list[Option]] = field(
        default_factory=dict, compare=False
    )

    @property
    def athlete(self) -> Athlete:
        """Whose windows they are."""
        return self.templates.athlete

    def options(self, day: int, contents: tuple[Content, ...]) -> list[Option]:
        """All options of one weekday; asked again they are the same ones."""
        key = (day, contents, self.shrink, self.more_starts, self.any_company)
        if key not in self._asked:
            self._asked[key] = self._find_options(day, contents)
        return self._asked[key]

    def _find_options(self, day: int, contents: tuple[Content, ...]) -> list[Option]:
        found: list[Option] = []
        for content in contents:
            if content is REST:
                found.append(Option(REST, ()))
            elif content.parts:
                found += self._double(day, content)
            else:
                found += self._single(day, content)
        return self._without_needless_doubles(found)

    def _without_needless_doubles(self, found: list[Option]) -> list[Option]:
        """Two sessions a day where asked for, or where no window holds run and lift as one."""
        rx = self.templates.rx
        if self.any_company:
            return found
        if rx.two_a_day:
            return [o for o in found if rx.one_session_too or o.content.parts or o.content.order is None]
        held = {(o.content.intensity, o.content.region) for o in found if o.content.order is not None}
        return [o for o in found if not o.content.parts or (o.content.intensity, o.content.region) not in held]

    def _single(self, day: int, content: Content) -> Iterator[Option]:
        if content.intensity is Intensity.LONG and self.templates.rx.long_day not in (None, day):
            return
        full = self._built(content, limits.DAY_CEILING[self.athlete.level])
        for place, window in enumerate(self.athlete.windows_on(day)):
            session = self._built(content, window.minutes) if full and _admits(window, full) else None
            if full is None or session is None or (session.minutes < full.minutes and not self.shrink):
                continue
            for late, start in enumerate(self._starts(window, session)):
                untidy = 10 * (full.minutes - session.minutes) + late + place + _weekend(content, day)
                untidy += UNUSUAL * self._is_new_here(day, content)
                yield Option(content, (session.moved(day, start),), untidy)

    def _is_new_here(self, day: int, content: Content) -> bool:
        """Whether the week before had no such session on that day: routine breaks ties."""
        before = self.templates.context.before
        made_of = (content.kind, content.intensity, content.region)
        return before is not None and made_of not in {_made_of(s) for s in before.by_day[day]}

    def _built(self, content: Content, limit: int) -> Session | None:
        """The content's session within so many minutes; windows of one length come on every day."""
        key = (content, limit)
        if key not in self._kept:
            self._kept[key] = self._build(content, limit)
        return self._kept[key]

    def _build(self, content: Content, limit: int) -> Session | None:
        make = self.templates
        match content.kind, content.intensity, content.region, content.order:
            case Kind.CIRCUIT, _, _, _:
                return make.circuit(limit)
            case (Kind.RUN_ONLY | Kind.LIFT_ONLY) as kind, Intensity() as intensity, Region() as region, _:
                halves = make.double(intensity, region)
                return halves[kind is Kind.LIFT_ONLY] if halves else None
            case Kind.RUN_ONLY, Intensity() as intensity, _, _:
                return make.run(intensity, limit)
            case Kind.LIFT_ONLY, _, Region() as region, _:
                return make.lift(region, limit)
            case Kind.COMBINED, Intensity() as intensity, Region() as region, Order() as order:
                return make.combined(intensity, region, order, limit)
        return None

    def _starts(self, window: Window, session: Session) -> list[int]:
        """When a session may start in a window: its usual start, then times other windows bring into play."""
        usual = usual_start(window, session.minutes)
        if not self.more_starts:
            return [usual]
        latest = window.end - session.minutes
        clocks = {w.start for w in self.athlete.windows} | {usual_start(w, 0) for w in self.athlete.windows}
        ends = {clock + minutes for clock in clocks for minutes in self.templates.lift_lengths}
        clocks |= ends | {end - 4 * HOUR for end in ends} | {latest}  # 24 h and, two days on, 44 h after a lift
        others = sorted(clock for clock in clocks if window.start <= clock <= latest and clock != usual)
        return [usual, *others[: STARTS_A_WINDOW - 1]]

    def _double(self, day: int, content: Content) -> Iterator[Option]:
        if limits.SESSIONS_A_DAY[self.athlete.level] < 2 or content.parts is None:
            return
        run, lift = (self._built(part, limits.DAY_CEILING[self.athlete.level]) for part in content.parts)
        for first, second in ((run, lift), (lift, run)) if run and lift else ():
            for w1, w2 in product(self.athlete.windows_on(day), repeat=2):
                option = _fitted(day, content, (first, w1), (second, w2))
                if option:
                    yield option


def _fitted(day: int, content: Content, early: tuple[Session, Window], late: tuple[Session, Window]) -> Option | None:
    """Two sessions of a day in their windows, six hours apart where the windows allow it, else at least three."""
    (first, w1), (second, w2) = early, late
    if not (_admits(w1, first) and _admits(w2, second)) or w1.start > w2.start:
        return None
    start = usual_start(w1, first.minutes)
    if start + first.minutes + limits.SEPARATION * HOUR + second.minutes > w2.end:
        start = w1.start
    end = start + first.minutes
    good, latest = end + limits.GOOD_SEPARATION * HOUR, w2.end - second.minutes
    begin = max(good, w2.start) if max(good, w2.start) <= latest else latest
    if end > w1.end or begin < max(w2.start, end + limits.SEPARATION * HOUR):
        return None
    return Option(content, (first.moved(day, start), second.moved(day, begin)))


def _made_of(session: Session) -> tuple[Kind, Intensity | None, Region | None]:
    run = None if session.is_circuit or session.run is None else session.run.intensity
    lift = None if session.is_circuit or session.lift is None else session.lift.region
    return session.kind, run, lift


def usual_start(window: Window, minutes: int) -> int:
    """The window's start; a wide window that opens in the night is used from seven."""
    opens_at_night = window.start < EARLY and window.minutes >= WIDE_WINDOW
    return max(window.start, min(MORNING, window.end - minutes)) if opens_at_night else window.start


def _admits(window: Window, session: Session) -> bool:
    """Whether the window is good for every part of the session and long enough for the shortest."""
    if window.only is Modality.RUN:
        return session.lift is None and session.run is not None
    return window.only is None or (session.run is None and session.lift is not None)


def _weekend(content: Content, day: int) -> int:
    """A long run is best on Sunday, next best on Saturday, where nothing else decides."""
    return min(DAYS - 1 - day, 2) if content.intensity is Intensity.LONG else 0


def with_ids(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Sessions without an id numbered s1, s2 ... in time order; ids that exist stay."""
    taken = {s.id for s in sessions if s.id}
    names = (f"s{n}" for n in range(1, 1000) if f"s{n}" not in taken)
    ordered = sorted(sessions, key=lambda s: (s.day, s.start))
    return tuple(s if s.id else replace(s, id=next(names)) for s in ordered)
