"""Where on a day a session in the hand may stand: in each window, before, between and after what is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.engine import limits
from planner.engine.domain import DAY_MINUTES, Athlete, Session, Week, Window
from planner.engine.rules.shapes import HOUR
from planner.engine.spans import START_STEP, usual_start
from planner.engine.vocabulary import Lock

WISHES = (limits.GOOD_SEPARATION * HOUR, limits.SEPARATION * HOUR, 0)  # minutes to the neighbours, best first


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a day: from which minute, after how many of its other sessions, in which window (None: in none)."""

    day: int
    start: int
    position: int
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two of a day's sessions; None where it is open to the day's beginning or end."""

    position: int
    since: int | None
    until: int | None

    @property
    def span(self) -> tuple[int, int]:
        """From which to which minute of the day."""
        return self.since or 0, DAY_MINUTES if self.until is None else self.until

    def meets(self, window: Window) -> bool:
        """Whether a part of the window lies in it."""
        return max(window.start, self.span[0]) < min(window.end, self.span[1])


def slots_of(athlete: Athlete, week: Week, session: Session, day: int) -> tuple[Slot, ...]:
    """Every place of the day, in time order: each window and each position among its other sessions has at least one.

    Where it stands now is one of them. A place may break rules, or be impossible: that is for others to say. Where all
    are impossible the day holds the session at no hour. What keeps its hour has one place a day.
    """
    gaps = _gaps([other for other in week.by_day[day] if other.id != session.id])
    if Lock.HOUR in session.locks:
        return (_kept(athlete, session, day, gaps),)
    windows = [(window, [gap for gap in gaps if gap.meets(window)]) for window in athlete.windows_on(day)]
    found = [_inside(session, day, window, gap) for window, free in windows for gap in free]
    held = {slot.position for slot in found}
    found += [_outside(session, day, gap) for gap in gaps if gap.position not in held]
    found += [Slot(day, full.start, _position(gaps, full.start), full) for full, free in windows if not free]
    if day == session.day and not any(slot.start == session.start for slot in found):
        found.append(Slot(day, session.start, _position(gaps, session.start)))
    return tuple(sorted(found, key=lambda slot: (slot.start, slot.position)))


def _gaps(others: Sequence[Session]) -> list[Gap]:
    ends = [max(s.end for s in others[: n + 1]) for n in range(len(others))]
    return [
        Gap(n, ends[n - 1] if n else None, others[n].start if n < len(others) else None) for n in range(len(ends) + 1)
    ]


def _inside(session: Session, day: int, window: Window, gap: Gap) -> Slot:
    return Slot(day, _start(session, day, window, gap), gap.position, window)


def _start(session: Session, day: int, window: Window, gap: Gap) -> int:
    """Where it stands now, else as far from its neighbours as rules wish: at its own hour, the usual one, the first."""
    since, until = gap.span
    first, last = max(window.start, since), min(window.end, until) - session.minutes
    if first <= session.start <= last and day == session.day:
        return session.start
    for wish in WISHES:
        low = first if gap.since is None else max(first, gap.since + wish)
        high = last if gap.until is None else min(last, gap.until - wish - session.minutes)
        if low <= high:
            wanted = (session.start, usual_start(window, session.minutes), _rounded(low))
            return next((start for start in wanted if low <= start <= high), low)
    return max(min(first, until - session.minutes), since)  # it does not fit into both


def _kept(athlete: Athlete, session: Session, day: int, gaps: Sequence[Gap]) -> Slot:
    around = (w for w in athlete.windows_on(day) if w.start <= session.start and session.end <= w.end)
    return Slot(day, session.start, _position(gaps, session.start), next(around, None))


def _outside(session: Session, day: int, gap: Gap) -> Slot:
    """A place that no window reaches: as near to its own hour as can be."""
    since, until = gap.span
    return Slot(day, max(min(session.start, until - session.minutes), since), gap.position)


def _position(gaps: Sequence[Gap], start: int) -> int:
    """After how many sessions something lies that starts then."""
    return sum(gap.until is not None and gap.until <= start for gap in gaps)


def _rounded(start: int) -> int:
    return -(-start // START_STEP) * START_STEP
