"""Every way a single day can be filled: the places of its contents, as the windows and the prescription allow."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

from planner.engine import limits
from planner.engine.contents import REST, Content
from planner.engine.domain import Athlete, Session, Window
from planner.engine.forms import NOTHING, Form, Forms, Hours, Option, Ways
from planner.engine.habits import Habits
from planner.engine.rules.shapes import HOUR
from planner.engine.spans import admits as admits
from planner.engine.spans import fitted
from planner.engine.spans import usual_start as usual_start
from planner.engine.templates import Templates
from planner.engine.vocabulary import Intensity, Kind, Lock, Order, Region

STARTS_A_WINDOW = 24


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
    def _asked(self) -> dict[tuple[int, tuple[Content, ...]], list[tuple[Content, Ways]]]:
        return {}

    @cached_property
    def _habits(self) -> Habits:
        context = self.templates.context
        return Habits(context.routine or context.before, light=self.templates.volume.light)

    def options(self, day: int, contents: tuple[Content, ...]) -> tuple[Option, ...]:
        """All options of one weekday; the same tuple for days that can hold the same as well."""
        ways = self.ways(day, contents)
        picky = self._habits.matter
        odd = tuple(
            [
                self._oddness(content, day) if picky or content.days or content.intensity is Intensity.LONG else 0
                for content, _ in ways
            ]
        )
        key = (self.forms.first_alike[day], contents, odd)
        found = self._offered.get(key)
        if found is None:
            held = [
                (content, placed, more) for (content, placed), more in zip(ways, odd, strict=True) if more is not None
            ]
            found = tuple([Option(c, form, untidy + more) for c, placed, more in held for form, untidy in placed])
            self._offered[key] = found
        return found

    def _oddness(self, content: Content, day: int) -> int | None:
        """How odd a content is on a day; None where it has no business there."""
        if content.days != {day} and (content.days or _is_elsewhere(content, self.templates.rx.long_day, day)):
            return None
        return self._habits.oddness(content, day)

    @cached_property
    def _offered(self) -> dict[tuple[int, tuple[Content, ...], tuple[int | None, ...]], tuple[Option, ...]]:
        return {}

    def ways(self, day: int, contents: tuple[Content, ...]) -> list[tuple[Content, Ways]]:
        """All ways to fill a weekday; for days with the same hours they are the same ones."""
        alike = self.forms.first_alike[day]
        key = (alike, contents)
        if key not in self._asked:
            alone = {content: self._ways(alike, content) for content in contents if self._may_stand_alone(content)}
            held = {(c.intensity, c.region) for c, ways in alone.items() if ways and c.order is not None and not c.kept}
            doubles_asked = self.any_company or self.templates.rx.two_a_day
            for content in contents:
                # Two sessions a day where asked for, or where no window holds run and lift as one.
                one_holds_both = (content.intensity, content.region) in held and not _keep_their_day(content)
                if content.parts and (doubles_asked or not one_holds_both):
                    alone[content] = self._ways(alike, content)
            self._asked[key] = [(content, alone[content]) for content in contents if alone.get(content)]
        return self._asked[key]

    def _ways(self, day: int, content: Content) -> Ways:
        """The content's ways to stand in the day's hours, found once per plan."""
        key = (day, content.made_of, self._lengths(content), self.shrink, self.more_starts)
        kept = self.forms.ways
        found = kept.get(key)
        if found is None:
            hours = self.forms.hours[day]
            found = kept[key] = list(self._double(hours, content) if content.parts else self._alone(hours, content))
        return found

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

    def can_make(self, content: Content) -> bool:
        """Whether the content's sessions can be made within a day's limit."""
        limit = limits.DAY_CEILING[self.athlete.level]
        if content.parts:
            return all(self._built(part, limit) for part in content.parts)
        return self._built(content, self.templates.day_limit(content.intensity)) is not None

    def cutting_helps(self, contents: tuple[Content, ...]) -> bool:
        """Whether there are places that hold a cut session alone."""
        return any(self._is_cut(content) for content in contents if not content.parts)

    def _is_cut(self, content: Content) -> bool:
        """Whether a window is too short for the content and holds it cut."""
        key, known = (content.made_of, self._lengths(content)), self.forms.cut
        if key not in known:
            full = self._built(content, self.templates.day_limit(content.intensity))
            known[key] = full is not None and any(
                full.minutes > window.minutes and admits(window, full) and self._cut(window, content)
                for window in self.forms.windows
            )
        return known[key]

    def keep_a_cut(self, contents: tuple[Content, ...]) -> bool:
        """Whether a session that keeps its content was cut to its window: then no week is of full length."""
        kept: dict[Session, list[int]] = {}
        for part in (part for content in contents for part in content.parts or (content,)):
            full = self._build(part, limits.DAY_CEILING[self.athlete.level]) if part.kept else None
            if part.kept and full and part.kept.keeps(Lock.CONTENT):
                kept.setdefault(part.kept, []).append(full.minutes)
        return any(
            session.minutes < min(lengths) and not self._holds(session, min(lengths))
            for session, lengths in kept.items()
        )

    def _holds(self, session: Session, minutes: int) -> bool:
        """Whether the session could be so long where it is: then something else made it shorter."""
        windows = self.athlete.windows_on(session.day)
        return any(w.start <= session.start and session.start + minutes <= w.end for w in windows)

    def _built(self, content: Content, limit: int) -> Session | None:
        """The content's session within so many minutes; windows of one length come on every day."""
        key = (content.made_of, limit, self._lengths(content))
        kept = self.forms.sessions
        try:
            return kept[key]
        except KeyError:
            made = kept[key] = self._kept(content, limit) if content.kept else self._build(content, limit)
            return made

    def _lengths(self, content: Content) -> int:
        return self._long_lengths if content.intensity is Intensity.LONG else self._usual_lengths

    @cached_property
    def _usual_lengths(self) -> int:
        return self.forms.number((self.templates.rx.volume, None))

    @cached_property
    def _long_lengths(self) -> int:
        return self.forms.number((self.templates.rx.volume, self.templates.lengths))

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
        """When a session may start in a window: its usual start, then times other windows bring into play.

        Where these are too many, the earliest and the last.
        """
        if Lock.HOUR in session.locks:
            return [session.start] if window.start <= session.start <= window.end - session.minutes else []
        usual = usual_start(window, session.minutes)
        if not self.more_starts:
            return [usual]
        latest = window.end - session.minutes
        others = sorted(c for c in self._clocks | {latest} if window.start <= c <= latest and c != usual)
        return [usual, *others[: STARTS_A_WINDOW - 2], *others[STARTS_A_WINDOW - 2 :][-1:]]

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
    return tuple(s if s.id else s.named(next(names)) for s in ordered)
