"""Why not there: the smallest change that makes a week valid with a session where it now cannot lie."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.judge import judge
from planner.engine.locks import against_place
from planner.engine.mending import Changes, Mending, Way, changed, is_cut
from planner.engine.moves import LOCKED, Impossible, placed
from planner.engine.places import usual_start
from planner.engine.repair import Move
from planner.engine.results import Evaluation
from planner.engine.slots import slots_of
from planner.engine.speech import gettext as _
from planner.engine.speech import gettext_noop
from planner.engine.verdicts import OVER
from planner.engine.wording import day_and_name, inside, listed

STAYS = gettext_noop("This session stays where it is.")
FITS = gettext_noop("It fits as it is.")


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What speaks against a place of a session, and the smallest change that makes the week valid with it there.

    `session` stands there, as it is. `changes` are what has to change besides: other sessions, or the order or length
    of the session itself; empty where the week is valid without, None where no change makes it so. `text` tells them,
    or why there are none; `evaluation` is that of the week after them.
    """

    session: Session
    against: str
    text: str
    changes: Changes | None = None
    evaluation: Evaluation | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The changes in a sentence each."""
        return tuple(_text(change) for change in self.changes or ())


def why_not(
    athlete: Athlete,
    week: Week,
    session_id: str,
    day: int,
    start: int | None = None,
    *,
    context: Context | None = None,
    fixed: frozenset[str] = frozenset(),
    closed_days: frozenset[int] = frozenset(),
    still_free: Athlete | None = None,
) -> WhyNot:
    """The fewest changes beside the move itself; of as many, those that cut least, then those that score best.

    Without `start`, of the place of the day that takes the least. What is locked, `fixed` or on a day that is over
    (`closed_days`) is not touched. `still_free` is the athlete with the hours that can still be planned for, where some
    are past. KeyError where the week has no such session.
    """
    session, hours = week.find(session_id), still_free or athlete
    starts = [start] if start is not None else _starts(hours, week, session, day)
    if closed := _closed(session.moved(day, starts[0]), session, fixed, closed_days):
        return WhyNot(session.moved(day, starts[0]), closed, closed)
    stays = fixed | {s.id for s in week.sessions if s.locked or s.day in closed_days}
    cards, around = [session.moved(day, start) for start in starts], context or Context()
    places = [Mending(athlete, week.replaced(c), c, around, stays, closed_days, hours) for c in cards]
    place, best = _least(places)
    against = _against(athlete, week, session, place.card, context)
    if best is None:
        return WhyNot(place.card, against, place.why_none)
    return WhyNot(place.card, against, _told(best.changes), best.changes, best.evaluation)


def _starts(hours: Athlete, week: Week, session: Session, day: int) -> list[int]:
    """Starts worth a thought: each place that can be, and each window that holds it, whatever is there now."""
    slots = slots_of(hours, week, session, day)
    windows = [window for window in hours.windows_on(day) if window.minutes >= session.minutes]
    own = [session.start for w in windows if w.start <= session.start <= w.end - session.minutes]
    inside = [slot.start for slot in slots if slot.window in windows]
    usual = [usual_start(window, session.minutes) for window in windows]
    return list(dict.fromkeys([*own, *usual, *inside])) or [slots[0].start]


def _least(places: Sequence[Mending]) -> tuple[Mending, Way | None]:
    """The place that takes the least; no place is asked for more moves where one at another is enough."""
    found = [(place, way) for place in places if (way := place.with_one_move)]
    if not found or min(len(way.changes) for _, way in found) > 1:
        found = [(place, way) for place in places if (way := place.smallest())]
    return min(found, key=lambda one: one[1].rank, default=(places[0], None))


def _closed(card: Session, session: Session, fixed: frozenset[str], closed_days: frozenset[int]) -> str:
    """Why the session may not go there whatever else changes; empty where it may."""
    if session.locked:
        return _(LOCKED)
    if session.id in fixed or session.day in closed_days:
        return _(STAYS)
    return _(OVER) if card.day in closed_days else against_place(session, card.day, card.start)


def make_room(week: Week, answer: WhyNot) -> Week:
    """The week with the session there and the changes made; raises Impossible where no change makes it valid."""
    if answer.changes is None:
        raise Impossible(answer.text)
    return changed(week.replaced(answer.session), answer.changes)


def _against(athlete: Athlete, week: Week, session: Session, card: Session, context: Context | None) -> str:
    """Why the session cannot be there, or the gravest thing that the rules would find; empty where there is nothing."""
    try:
        placed(week, session, card.day, card.start)
    except Impossible as reason:
        return str(reason)
    found = judge(evaluate(athlete, week, context), evaluate(athlete, week.replaced(card), context)).finding
    return found.text if found else ""


def _told(changes: Changes) -> str:
    """The changes in a sentence: "Move Thursday's lower-body lift to Friday 18:00 and it fits."."""
    if not changes:
        return _(FITS)
    texts = [_text(change).removesuffix(".") for change in changes]
    if len(texts) == 1:
        return _("{change} and it fits.").format(change=texts[0])
    return _("{changes}, and it fits.").format(changes=listed([texts[0], *map(inside, texts[1:])]))


def _text(change: Move) -> str:
    if is_cut(change) and change.to is not None:
        text = _("Shorten {session} to {minutes} min.")
        return text.format(session=day_and_name(change.session), minutes=change.to.minutes)
    return change.text
