"""A session that falls through: the nearest other day that is safe for it."""

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.results import SlotVerdict
from planner.engine.verdicts import verdicts
from planner.engine.vocabulary import Verdict


def nearest_safe(
    athlete: Athlete,
    week: Week,
    session_id: str,
    *,
    context: Context | None = None,
    closed_days: frozenset[int] = frozenset(),
) -> Session | None:
    """The session on the nearest other day of its week where it fits, the later of two; None where none is safe.

    On that day it has the place that costs least, nearest to its own hour. `athlete` has the hours that are still to
    come. KeyError where the week has no such session.
    """
    session = week.find(session_id)
    told = verdicts(athlete, week, session_id, context=context, closed_days=closed_days)
    safe = [one for one in told if one.possible and one.verdict is Verdict.OK and one.order is session.order]
    elsewhere = [one for one in safe if one.day != session.day]
    if not elsewhere:
        return None
    best = min(elsewhere, key=lambda one: _distance(session, one))
    return session.moved(best.day, best.start)


def _distance(session: Session, place: SlotVerdict) -> tuple[int, bool, float, int]:
    """Nearest first when sorted."""
    return abs(place.day - session.day), place.day < session.day, place.cost, abs(place.start - session.start)
