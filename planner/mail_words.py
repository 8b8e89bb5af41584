"""The mails that remind, in words. Plain text: it reads everywhere, and nothing in it phones home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from planner import feed_words, telling, words
from planner.engine.domain import Session


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent: one line of subject, the text below it."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A session with its date and the address of its page."""

    date: date
    session: Session
    url: str


def tomorrow(entries: Sequence[Entry], stop: str) -> Letter:
    """Tomorrow's sessions, the evening before."""
    first = entries[0]
    lines = [f"{words.day(first.date)}:", *(line for entry in entries for line in _told(entry))]
    message = _("Tomorrow {hour}: {session} and {number} more") if len(entries) > 1 else _("Tomorrow {hour}: {session}")
    subject = message.format(
        hour=_clock(first.session), session=feed_words.summary(first.session), number=len(entries) - 1
    )
    asked = _("You asked Tandem for this mail the evening before a session.")
    return Letter(subject, "\n".join([*lines, *_end(asked, stop)]))


def coming_week(monday: date, entries: Sequence[Entry], phase: str, stop: str) -> Letter:
    """The week that begins tomorrow, a line a session."""
    sunday = monday.fromordinal(monday.toordinal() + 6)
    lines = [*([phase, ""] if phase else [])]
    for entry in entries:
        lines.append(
            f"{words.short_weekday(entry.date.weekday())} {_clock(entry.session)}  {feed_words.summary(entry.session)}"
        )
    text = lines if entries else [_("Nothing is planned for this week.")]
    subject = _("Your week {days}").format(days=words.span(monday, sunday))
    asked = _("You asked Tandem for this mail on Sundays.")
    return Letter(subject, "\n".join([*text, *_end(asked, stop)]))


def _told(entry: Entry) -> list[str]:
    """One session: when, what, its parts and reason, its page."""
    head = f"{_clock(entry.session)}  {feed_words.summary(entry.session)}"
    text = [f"  {line}" for line in feed_words.description(entry.session).splitlines()]
    return ["", head, *text, *([f"  {entry.url}"] if entry.url else [])]


def _clock(session: Session) -> str:
    return telling.hour(session.start)


def _end(asked: str, stop: str) -> list[str]:
    return ["", "-- ", asked, _("No more of them: {address}").format(address=stop)]
