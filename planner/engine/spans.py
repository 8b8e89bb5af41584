"""When sessions start in windows: alone, or two a day."""

from planner.engine import limits
from planner.engine.domain import Session, Window
from planner.engine.rules.shapes import HOUR
from planner.engine.vocabulary import Lock, Modality

START_STEP = 5  # minutes to which a start that nobody asked for is rounded
EARLY = 6 * HOUR
MORNING = 7 * HOUR
WIDE_WINDOW = 5 * HOUR


def usual_start(window: Window, minutes: int) -> int:
    """The window's start; a wide window that opens in the night is used from seven."""
    opens_at_night = window.start < EARLY and window.minutes >= WIDE_WINDOW
    return max(window.start, min(MORNING, window.end - minutes)) if opens_at_night else window.start


def admits(window: Window, session: Session) -> bool:
    """Whether the window is good for every part of the session and long enough for the shortest."""
    if window.only is Modality.RUN:
        return session.lift is None and session.run is not None
    return window.only is None or (session.run is None and session.lift is not None)


def fitted(early: tuple[Session, Window], late: tuple[Session, Window]) -> tuple[int, int] | None:
    """When two sessions of a day start in their windows: six hours apart where these allow it, else at least three."""
    (first, w1), (second, w2) = early, late
    if not (admits(w1, first) and admits(w2, second)) or w1.start > w2.start:
        return None
    earliest, latest = w2.start, w2.end - second.minutes
    if Lock.HOUR in second.locks:
        earliest, latest = max(second.start, earliest), min(second.start, latest)
    start = usual_start(w1, first.minutes)
    if start + first.minutes + limits.SEPARATION * HOUR > latest:
        start = w1.start
    start = first.start if Lock.HOUR in first.locks else start
    end = start + first.minutes
    begin = min(max(end + limits.GOOD_SEPARATION * HOUR, earliest), latest)
    if start < w1.start or end > w1.end or begin < max(earliest, end + limits.SEPARATION * HOUR):
        return None
    return start, begin
