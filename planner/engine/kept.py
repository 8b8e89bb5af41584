"""Partly locked sessions among the contents of a week: each has a digit of the stock, so that it is placed once.

Beside its own digit such a session takes what an unlocked one of its kind takes, so it shares days as that one would.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, product

from planner.engine.composition import usual_volume
from planner.engine.contents import DIGIT, MOST_DIGITS, STOCK, Content, days_of, orders_of_kept
from planner.engine.domain import Athlete, Session
from planner.engine.limits import SESSIONS_A_DAY
from planner.engine.locks import is_partly_locked
from planner.engine.prescription import Prescription
from planner.engine.spans import admits
from planner.engine.vocabulary import Arrangement, Intensity, Kind, Lock, Order, Region

PRESCRIBED = (Intensity.EASY, Intensity.HARD, Intensity.LONG)
BESIDE_LIFTS = (Intensity.EASY, Intensity.HARD)
MOST_KEPT = MOST_DIGITS - len(STOCK)
MOST_OF_A_KIND = 7  # what a digit counts
KNOWN = 64


def parted(fixed: Sequence[Session]) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
    """Sessions that stand as they are, and those of which some grains are kept; what cannot be told apart stands."""
    stands: list[Session] = []
    kept: list[Session] = []
    for session in fixed:
        counts = [sum(_demand(s) >> 4 * place & 15 for s in (*kept, session)) for place in range(len(STOCK))]
        countable = len(kept) < MOST_KEPT and max(counts) <= MOST_OF_A_KIND
        (kept if is_partly_locked(session) and countable else stands).append(session)
    return tuple(stands), tuple(kept)


def with_room_beside(athlete: Athlete, fixed: Sequence[Session], closed_days: frozenset[int]) -> list[Session]:
    """Fixed sessions, those that may be half of a day's two keeping all four grains: so the other half finds room.

    A run or a lift whose day takes two sessions and holds no other that stays there, in the hours that the day has.
    """
    busy = Counter(s.day for s in fixed if s.keeps(Lock.DAY) or not s.locks)
    return [
        replace(s, locked=False, locks=frozenset(Lock))
        if s.id and not s.locks and busy[s.day] == 1 and s.day not in closed_days and _may_have_company(athlete, s)
        else s
        for s in fixed
    ]


def _may_have_company(athlete: Athlete, session: Session) -> bool:
    """Whether it lies in hours of a day that may hold a run and a lift as two sessions, not as one."""
    is_half = session.kind in (Kind.RUN_ONLY, Kind.LIFT_ONLY)
    is_long = session.run is not None and session.run.intensity is Intensity.LONG
    if not is_half or is_long or SESSIONS_A_DAY[athlete.level] < 2:
        return False
    windows, end = athlete.windows_on(session.day), session.start + session.minutes
    if not any(admits(w, session) and w.start <= session.start and end <= w.end for w in windows):
        return False
    usual = usual_volume(athlete.goal, athlete.run_level, athlete.lift_level)
    both = usual.combined + usual.combined_lift
    as_one = any(w.only is None and w.minutes >= both for w in windows)
    return athlete.arrangement is Arrangement.TWO_A_DAY or not as_one


def _demand(session: Session) -> int:
    """What an unlocked session of its kind takes from the stock; nothing where no prescription asks for such a one."""
    run, lift = session.run, session.lift
    if session.kind is Kind.CIRCUIT:
        return DIGIT["circuit"]
    if session.kind is Kind.RUN_ONLY and run and run.intensity in PRESCRIBED:
        return DIGIT[run.intensity] + DIGIT["run_only"]
    if session.kind is Kind.LIFT_ONLY and lift:
        return DIGIT[lift.region] + DIGIT["lift_only"]
    if session.kind is Kind.COMBINED and run and lift and run.intensity in BESIDE_LIFTS:
        return DIGIT[run.intensity] + DIGIT[lift.region] + DIGIT["combined"]
    return 0


def with_kept(rx: Prescription, kept: Sequence[Session]) -> Prescription:
    """The prescription of the whole week: what is left of it and the kept sessions that it can ask for."""
    asked = [s for s in kept if _demand(s)]
    if not asked:
        return rx
    runs = [s.run.intensity for s in asked if s.run and s.kind is not Kind.CIRCUIT]
    kinds = [s.kind for s in asked]
    return replace(
        rx,
        run_only=rx.run_only + kinds.count(Kind.RUN_ONLY),
        lift_only=rx.lift_only + kinds.count(Kind.LIFT_ONLY),
        combined=rx.combined + kinds.count(Kind.COMBINED),
        circuits=rx.circuits + kinds.count(Kind.CIRCUIT),
        hard=rx.hard + runs.count(Intensity.HARD),
        long=rx.long or Intensity.LONG in runs,
        regions=(*rx.regions, *(s.lift.region for s in asked if s.lift and s.kind is not Kind.CIRCUIT)),
    )


def stock_of_kept(kept: Sequence[Session]) -> int:
    """What the kept sessions add to the stock."""
    return sum(takes for _, takes in _numbered(kept))


def _numbered(kept: Sequence[Session]) -> list[tuple[Session, int]]:
    """Each kept session with what it takes: its own digit and what its kind takes."""
    return [(session, _demand(session) | 1 << 4 * (len(STOCK) + place)) for place, session in enumerate(kept)]


@lru_cache(maxsize=KNOWN)
def kept_contents(kept: tuple[Session, ...], rx: Prescription) -> tuple[Content, ...]:
    """What a day may hold of the kept sessions, alone or two a day, beside what is left of the prescription."""
    numbered = _numbered(kept)
    alone = [_alone(s, takes, order) for s, takes in numbered for order in orders_of_kept(s)]
    free = [pair for s, takes in numbered for pair in _with_a_free_half(s, takes, rx)]
    both = [_both(a, b, one + other) for (a, one), (b, other) in combinations(numbered, 2) if _match(a, b)]
    return (*alone, *free, *both)


def _alone(session: Session, takes: int, order: Order | None) -> Content:
    content = _half(session)
    return replace(content, name=f"{session.id} {order}", takes=takes, order=order)


def _half(session: Session, intensity: Intensity | None = None, region: Region | None = None) -> Content:
    """A kept session as part of a day, with the intensity or region of the other part where it is half of a pair."""
    run = session.run.intensity if session.run and session.kind is not Kind.CIRCUIT else intensity
    lift = session.lift.region if session.lift and session.kind is not Kind.CIRCUIT else region
    return Content(session.id, 0, session.kind, run, lift, session.order, kept=session, days=days_of(session))


def _pair(first: Content, second: Content, takes: int) -> Content:
    """Two sessions of a day."""
    intensity, region = first.intensity or second.intensity, first.region or second.region
    days = first.days | second.days
    name = f"{first.name}/{second.name}"
    return Content(name, takes, Kind.COMBINED, intensity, region, parts=(first, second), days=days)


def _both(a: Session, b: Session, takes: int) -> Content:
    """Two kept sessions on one day, the run first where there is one."""
    first, second = (a, b) if a.run or not b.run else (b, a)
    one, other = _half(first), _half(second)
    intensity, region = one.intensity or other.intensity, one.region or other.region
    if {a.kind, b.kind} == {Kind.RUN_ONLY, Kind.LIFT_ONLY}:
        one, other = _half(first, intensity, region), _half(second, intensity, region)
    return _pair(one, other, takes)


def _match(a: Session, b: Session) -> bool:
    """Whether two kept sessions may share a day: a run and a lift, or whatever is kept on the same day."""
    if (a.run and b.run) or (a.lift and b.lift) or len(days_of(a) | days_of(b)) > 1:
        return False
    return {a.kind, b.kind} == {Kind.RUN_ONLY, Kind.LIFT_ONLY} or bool(days_of(a) and days_of(b))


def _with_a_free_half(session: Session, takes: int, rx: Prescription) -> Iterator[Content]:
    """A kept run with a lift of the prescription, or a kept lift with a run: of a pair, or on its own else."""
    demand, own = _demand(session), takes & ~_demand(session)
    if not demand or session.kind not in (Kind.RUN_ONLY, Kind.LIFT_ONLY):
        return
    runs = [i for i, count in ((Intensity.EASY, rx.easy), (Intensity.HARD, rx.hard)) if count > 0]
    pairs = product(
        [session.run.intensity] if session.run else runs, [session.lift.region] if session.lift else rx.regions
    )
    for intensity, region in dict.fromkeys(pairs):
        if intensity is Intensity.LONG:
            continue
        half = _half(session, intensity, region)
        if session.run:
            parts = half, Content("lift half", 0, Kind.LIFT_ONLY, intensity, region)
            lone = DIGIT[region] + DIGIT["lift_only"]
        else:
            parts = Content("run half", 0, Kind.RUN_ONLY, intensity, region), half
            lone = DIGIT[intensity] + DIGIT["run_only"]
        if rx.combined:
            yield _pair(*parts, own + DIGIT[intensity] + DIGIT[region] + DIGIT["combined"])
        yield _pair(*parts, takes + lone)
