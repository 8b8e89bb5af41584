"""The ways to make a week fit, in words: each with its moves and what remains to know."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import change_words, clock, telling, words
from planner.engine import Move, Proposal
from planner.engine.domain import DAYS, Session
from planner.engine.domain import Week as PlannedSessions
from planner.queries import cards
from planner.records import Records
from planner.screens import Change, Finding, Repair, Way, WayDay, WayMark, WayState
from planner.services import repairs

NOTHING = gettext_noop("Nothing to mend: this week keeps every rule.")
ALL_STANDS = gettext_noop("What is broken lies in sessions that are done, locked or past.")
NO_WAY = gettext_noop(
    "No way was found to make this week fit. Remake plans it again around what is locked, done or past."
)


def repair(records: Records, monday: date) -> Repair:
    """The ways to mend the week from `monday`, whose neighbours were read too. Raises NoWeek."""
    findings = cards.told(records, monday, records.evaluation(monday).findings)
    broken = tuple(found for found in findings if found.tone == "breaks")
    return Repair(
        iso=clock.iso_of(monday),
        title=words.span(monday, monday + timedelta(days=DAYS - 1)),
        version=records.week(monday).version,
        broken=broken,
        ways=tuple(_way(records, monday, one) for one in repairs.proposals(records, monday)),
        none_text=_none_text(records, monday, broken),
    )


def _none_text(records: Records, monday: date, broken: Sequence[Finding]) -> str:
    """What to say where there is no way: nothing is broken, only what stays is, or none was found."""
    if not broken:
        return _(NOTHING)
    stays = repairs.standing(records, monday)
    free = [row.id for row in records.sessions[monday] if str(row.id) not in stays]
    touched = any(not found.sessions or set(found.sessions) & {*free} for found in broken)
    return _(NO_WAY) if free and touched else _(ALL_STANDS)


def _way(records: Records, monday: date, proposal: Proposal) -> Way:
    told = tuple(cards.finding(found, monday) for found in proposal.evaluation.findings)
    findings, _quiet = cards.by_weight(told, cards.holds_less(records, monday))
    hard = sum(found.tone == "breaks" for found in findings)
    gone = sum(move.to is None for move in proposal.moves)
    return Way(
        key=repairs.key_of(proposal),
        title=change_words.to_move(len(proposal.moves) - gone, gone),
        changes=tuple(_change(move, monday) for move in proposal.moves),
        days=tuple(_days(records, monday, proposal)),
        verdict=words.verdict(hard, len(findings) - hard),
        tone=findings[0].tone if findings else "ok",
        findings=findings,
    )


def _days(records: Records, monday: date, proposal: Proposal) -> Iterator[WayDay]:
    """The week afterwards, and in it what came and what left."""
    moved = {move.session.id: move for move in proposal.moves}
    stood = (records.in_truth(monday) or PlannedSessions()).by_day
    for number, sessions in enumerate(proposal.week.by_day):
        gone = [one for one in stood[number] if _goes_elsewhere(moved.get(one.id), number)]
        shown: list[tuple[Session, WayState]] = [(one, "leaves") for one in gone]
        shown += [(one, "comes" if one.id in moved else "stays") for one in sessions]
        marks = [
            WayMark(band.modality, state)
            for one, state in sorted(shown, key=lambda pair: pair[0].start)
            for band in cards.bands(one)
        ]
        yield WayDay(words.short_weekday(number), tuple(marks))


def _goes_elsewhere(move: Move | None, day: int) -> bool:
    return move is not None and (move.to is None or move.to.day != day)


def _change(move: Move, monday: date) -> Change:
    turned = move.to is not None and move.to.order is not move.session.order
    return Change(
        name=words.title(move.session),
        before=_place(move.session, turned),
        after=_place(move.to, turned) if move.to else _(words.LEFT_OUT),
        text=move.text,
        session=move.session.id,
        day=monday + timedelta(days=move.to.day) if move.to else None,
        start=clock.from_minutes(move.to.start) if move.to else "",
        turned=turned,
    )


def _place(session: Session, with_order: bool) -> str:
    """Where a session stands: "Tue 18:00", and where the order is turned "Tue 18:00, run first"."""
    place = f"{words.short_weekday(session.day)} {telling.hour(session.start)}"
    return f"{place}, {words.lower(words.ORDER[session.order])}" if with_order and session.order else place
