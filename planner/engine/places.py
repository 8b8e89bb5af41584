"""Every way a single day can be filled: forms (which sessions, from when) and options (a form on a day)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import NamedTuple

from planner.engine import limits
from planner.engine.composition import Volume
from planner.engine.contents import REST, Content
from planner.engine.domain import DAYS, Athlete, Session, Window
from planner.engine.habits import Habits
from planner.engine.rules.shapes import HOUR
from planner.engine.spans import admits as admits
from planner.engine.spans import fitted
from planner.engine.spans import usual_start as usual_start
from planner.engine.templates import Templates
from planner.engine.vocabulary import Intensity, Kind, Lock, Order, Region

STARTS_A_WINDOW = 24


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """Sessions of a day and their hours, whichever day: what they cost alone is worked out once per form.

    `offered` tells that they were made of the day's own hours, so that rules about hours given hold.
    """

    sessions: tuple[Session, ...]
    offered: bool = False


NOTHING = Form((), offered=True)
Ways = list[tuple[Form, int]]  # forms of a content with the untidiness of each
Hours = tuple[Window, ...]  # the windows of a day, whichever day
Lengths = tuple[Volume | None, tuple[int, int] | None]  # what a prescription has to do with a session's minutes


class Option(NamedTuple):
    """One content in one place; `untidy` breaks ties between options of equal cost, lower is better."""

    content: Content
    form: Form
    day: int = 0
    untidy: int = 0

    @classmethod
    def of(cls, content: Content, sessions: tuple[Session, ...], untidy: int = 0) -> "Option":
        """An option of sessions that stand where they are."""
        return cls(content, Form(sessions), sessions[0].day if sessions else 0, untidy)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The form's sessions on the option's day."""
        return tuple(s if s.day == self.day else s.moved(self.day, s.start) for s in self.form.sessions)


@dataclass(eq=False)
class Forms:
    """The forms of one plan: equal sessions at equal hours are one form, whatever asks for them."""

    athlete: Athlete
    known: dict[tuple[tuple[Session, int], ...], Form] = field(default_factory=dict)
    sessions: dict[tuple[Content, int, Lengths], Session | None] = field(default_factory=dict)
    ways: dict[tuple[Hours, Content, Lengths, bool, bool], Ways] = field(default_factory=dict)

    @cached_property
    def hours(self) -> tuple[Hours, ...]:
        """The windows of each weekday, told without the day: days with the same hours can be filled the same ways."""
        return tuple(tuple(replace(w, day=0) for w in self.athlete.windows_on(day)) for day in range(DAYS))

    def form(self, *placed: tuple[Session, int]) -> Form:
        """Sessions, each with the minute of the day it starts at."""
        found = self.known.get(placed)
        if found is None:
            sessions = tuple(session.moved(session.day, start) for session, start in placed)
            found = self.known[placed] = Form(sessions, offered=True)
        return found


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
    known: Forms | None = field(default=None, compare=False)

    @cached_property
    def forms(self) -> Forms:
        """What the plan has made so far."""
        return self.known or Forms(self.athlete)

    @property
    def athlete(self) -> Athlete:
        """Whose windows they are."""
        return self.templates.athlete

    @cached_property
    def _asked(self) -> dict[tuple[Hours, tuple[Content, ...]], list[tuple[Content, Ways]]]:
        return {}

    @cached_property
    def _habits(self) -> Habits:
        context = self.templates.context
        return Habits(context.routine or context.before, light=self.templates.volume.light)

    def options(self, day: int, contents: tuple[Content, ...]) -> list[Option]:
        """All options of one weekday."""
        long_day = self.templates.rx.long_day
        found: list[Option] = []
        for content, ways in self.ways(self.forms.hours[day], contents):
            if content.days != {day} and (content.days or _is_elsewhere(content, long_day, day)):
                continue
            odd = self._habits.oddness(content, day)
            found += [Option(content, form, day, untidy + odd) for form, untidy in ways]
        return found

    def ways(self, hours: Hours, contents: tuple[Content, ...]) -> list[tuple[Content, Ways]]:
        """All ways to fill a day with these hours; asked again they are the same ones."""
        key = (hours, contents)
        if key not in self._asked:
            alone = {content: self._ways(hours, content) for content in contents if self._may_stand_alone(content)}
            held = {(c.intensity, c.region) for c, ways in alone.items() if ways and c.order is not None and not c.kept}
            doubles_asked = self.any_company or self.templates.rx.two_a_day
            for content in contents:
                # Two sessions a day where asked for, or where no window holds run and lift as one.
                one_holds_both = (content.intensity, content.region) in held and not _keep_their_day(content)
                if content.parts and (doubles_asked or not one_holds_both):
                    alone[content] = self._ways(hours, content)
            self._asked[key] = [(content, alone[content]) for content in contents if alone.get(content)]
        return self._asked[key]

    def _ways(self, hours: Hours, content: Content) -> Ways:
        """The content's ways to stand in these hours, found once per plan."""
        key = (hours, content, self._lengths(content), self.shrink, self.more_starts)
        kept = self.forms.ways
        if key not in kept:
            kept[key] = list(self._double(hours, content) if content.parts else self._alone(hours, content))
        return kept[key]

    def _may_stand_alone(self, content: Content) -> bool:
        """Contents of one session; run and lift as one session not where two a day are asked for and nothing else."""
        rx = self.templates.rx
        whole_is_fine = self.any_company or not rx.two_a_day or rx.one_session_too
        return not content.parts and (whole_is_fine or content.order is None or content.kept is not None)

    def _alone(self, hours: Hours, content: Content) -> Iterator[tuple[Form, int]]:
        """The content as one session, in each window from each of its starts."""
        if content is REST:
            yield NOTHING, 0
        full = self._built(content, self.templates.day_limit(content.intensity))
        if full is None:
            return
        for place, window in enumerate(hours):
            session = self._within(window, content, full)
            if session is None:
                continue
            for late, start in enumerate(self._starts(window, session)):
                yield self.forms.form((session, start)), 10 * (full.minutes - session.minutes) + late + place

    def _within(self, window: Window, content: Content, full: Session) -> Session | None:
        """The session as the window takes it: whole where it fits, cut only where that is allowed."""
        if not admits(window, full):
            return None
        if full.minutes <= window.minutes:
            return full
        return self._cut(window, content) if self.shrink else None

    def _cut(self, window: Window, content: Content) -> Session | None:
        """The session cut to the window; half a double is never cut."""
        shorter = self._built(content, window.minutes)
        return shorter if shorter and shorter.minutes <= window.minutes else None

    def cutting_helps(self, contents: tuple[Content, ...]) -> bool:
        """Whether there are places that hold a cut session alone."""
        wholes = [(c, self._built(c, self.templates.day_limit(c.intensity))) for c in contents if not c.parts]
        return any(
            full.minutes > window.minutes and admits(window, full) and self._cut(window, content)
            for window in {window for hours in self.forms.hours for window in hours}
            for content, full in wholes
            if full
        )

    def keep_a_cut(self, contents: tuple[Content, ...]) -> bool:
        """Whether a session that keeps its content is shorter than the week's own: then no week is of full length."""
        kept: dict[Session, list[int]] = {}
        for part in (part for content in contents for part in content.parts or (content,)):
            full = self._build(part, limits.DAY_CEILING[self.athlete.level]) if part.kept else None
            if part.kept and full and part.kept.keeps(Lock.CONTENT):
                kept.setdefault(part.kept, []).append(full.minutes)
        return any(session.minutes < min(lengths) for session, lengths in kept.items())

    def _built(self, content: Content, limit: int) -> Session | None:
        """The content's session within so many minutes; windows of one length come on every day."""
        key = (content, limit, self._lengths(content))
        kept = self.forms.sessions
        if key not in kept:
            kept[key] = self._kept(content, limit) if content.kept else self._build(content, limit)
        return kept[key]

    def _lengths(self, content: Content) -> Lengths:
        long = self.templates.lengths if content.intensity is Intensity.LONG else None
        return self.templates.rx.volume, long

    def _kept(self, content: Content, limit: int) -> Session | None:
        """A partly locked session: its own parts where they are kept or the week has none like it, else the week's."""
        kept = content.kept
        if kept is None:
            return None
        built = None if kept.keeps(Lock.CONTENT) else self._build(content, limit)
        made = built or replace(kept, order=content.order)
        return replace(made, id=kept.id, day=0, start=kept.start, locks=kept.locks)

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
        if Lock.HOUR in session.locks:
            return [session.start] if window.start <= session.start <= window.end - session.minutes else []
        usual = usual_start(window, session.minutes)
        if not self.more_starts:
            return [usual]
        latest = window.end - session.minutes
        others = sorted(c for c in self._clocks | {latest} if window.start <= c <= latest and c != usual)
        return [usual, *others[: STARTS_A_WINDOW - 1]]

    @cached_property
    def _clocks(self) -> set[int]:
        """Times at which windows open, lifts from then on end, and 24 and, two days on, 44 hours have passed since."""
        windows = self.athlete.windows
        opens = {w.start for w in windows} | {usual_start(w, 0) for w in windows}
        ends = {clock + minutes for clock in opens for minutes in self.templates.lift_lengths}
        return opens | ends | {end - 4 * HOUR for end in ends}

    def _double(self, hours: Hours, content: Content) -> Iterator[tuple[Form, int]]:
        """The content as two sessions of the day, either first."""
        if limits.SESSIONS_A_DAY[self.athlete.level] < 2 or content.parts is None:
            return
        run, lift = (self._built(part, limits.DAY_CEILING[self.athlete.level]) for part in content.parts)
        for first, second in ((run, lift), (lift, run)) if run and lift else ():
            for w1, w2 in product(hours, repeat=2):
                starts = fitted((first, w1), (second, w2))
                if starts:
                    yield self.forms.form((first, starts[0]), (second, starts[1])), 0


def _is_elsewhere(content: Content, long_day: int | None, day: int) -> bool:
    """Whether a long run was asked for on another day."""
    return content.intensity is Intensity.LONG and long_day not in (None, day)


def _keep_their_day(content: Content) -> bool:
    """Whether both sessions of a day keep that day."""
    return content.parts is not None and all(part.days for part in content.parts)


def with_ids(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Sessions without an id numbered s1, s2 ... in time order; ids that exist stay."""
    taken = {s.id for s in sessions if s.id}
    names = (f"s{n}" for n in range(1, 1000) if f"s{n}" not in taken)
    ordered = sorted(sessions, key=lambda s: (s.day, s.start))
    return tuple(s if s.id else replace(s, id=next(names)) for s in ordered)
