"""A person's own calendar read, read again, forgotten. Busy times alone are kept; nothing of a plan is moved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import BoundedSemaphore
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.debug import sensitive_variables

from planner import busy_words, clock
from planner.busy_ical import BusyTimes, Question, UnreadableCalendar
from planner.busy_worker import read_apart
from planner.fetch_limits import FetchError
from planner.models import BusyCalendar, Feed, Session
from planner.safe_fetch import Fetched, Reach, Validators, fetch
from planner.services.outcome import Refused

HORIZON = 12 * clock.ONE_WEEK  # from this week's Monday; a plan reaches four weeks ahead, a file is not read again
EVERY = timedelta(hours=1)  # at the most, by itself
SOONEST = timedelta(minutes=1)  # at the most, when the owner asks
MOST_AN_HOUR = 12  # files and addresses that one person may have read
HOUR = 3600
AT_ONCE = 2  # calendars that one web process reads, so that slow ones leave threads for everybody else
PATIENCE = 2  # seconds until one of these is read
TOO_OFTEN = gettext_noop("That is often for one hour. Try again in a while; what was read before is kept.")
JUST_READ = gettext_noop("It was read less than a minute ago.")
BEING_READ = gettext_noop("It is being read at this moment.")
NO_TURN = gettext_noop("Other calendars are being read at this moment. Try again in a minute.")
NO_ADDRESS = gettext_noop("There is no address to read from. Upload the file again when your calendar changed.")

FAILURES = (FetchError, UnreadableCalendar)
Found = TypeVar("Found")
_turns = BoundedSemaphore(AT_ONCE)


def question_of(user: Any, *, all_day: bool) -> Question:
    """What to ask of a person's calendar: the weeks from this one on, without what their own plan put there."""
    first = clock.monday_of(clock.today(user.profile.timezone))
    sessions = Session.objects.filter(week__plan__user=user, date__gte=first - clock.ONE_WEEK)
    notes = Feed.objects.filter(plan__user=user).values_list("note_uid", flat=True)
    own = {*sessions.values_list("uid", flat=True), *notes}
    return Question(first, first + HORIZON - timedelta(days=1), all_day, frozenset(own))


def upload(*, user: Any, data: bytes, all_day: bool) -> BusyCalendar:
    """Keep the busy times of a file in place of whatever was read before. Raises Refused; then nothing is changed."""
    _count(user)
    question = question_of(user, all_day=all_day)
    with _turn():
        found = _readable(lambda: read_apart(data, question))
    return _keep(user, question, found, "", Validators())


@sensitive_variables("address")
def subscribe(*, user: Any, address: str, all_day: bool) -> BusyCalendar:
    """Keep the busy times at an address, and the address. Raises Refused; then nothing is changed."""
    _count(user)
    question = question_of(user, all_day=all_day)
    with _turn():
        fetched = _readable(lambda: _fetched(address, Validators()))
        found = _readable(lambda: read_apart(fetched.body or b"", question))
    return _keep(user, question, found, address.strip(), fetched.validators)


def refresh(*, user: Any) -> BusyCalendar:
    """Read a person's address again because they ask. Raises Refused where it is too soon or there is none.

    A calendar that cannot be read is no refusal: the row then says why, and keeps the busy times it had.
    """
    row = BusyCalendar.objects.select_related("user__profile").filter(user=user).first()
    if row is None or not row.address:
        raise Refused(_(NO_ADDRESS))
    if clock.now() - row.tried_at < SOONEST:
        raise Refused(_(JUST_READ))
    _count(user)
    with _turn():
        if not read_again(row):
            raise Refused(_(BEING_READ))
    return row


def remove(*, user: Any) -> bool:
    """Forget a person's calendar: busy times, address and all. Whether there was one."""
    return bool(BusyCalendar.objects.filter(user=user).delete()[0])


def due() -> list[BusyCalendar]:
    """Calendars that were last asked for an hour ago or more, the longest ago first."""
    rows = BusyCalendar.objects.select_related("user__profile").exclude(address="")
    return list(rows.filter(tried_at__lte=clock.now() - EVERY).order_by("tried_at"))


def read_again(row: BusyCalendar) -> bool:
    """Read the address of a row and save what came of it, good or bad. False where somebody else is at it.

    No transaction is open meanwhile. What was removed or changed while it was read is left as it then is.
    """
    now, before = clock.now(), row.tried_at
    own = BusyCalendar.objects.filter(pk=row.pk, address=row.address)
    if not own.filter(tried_at=before).update(tried_at=now):
        return False
    row.tried_at = now
    changes = _changes(row)
    for name, value in changes.items():
        setattr(row, name, value)
    own.filter(tried_at=now).update(**changes)
    return True


def _changes(row: BusyCalendar) -> dict[str, Any]:
    """What reading a row's address changes of it: on failure only the reason."""
    question = question_of(row.user, all_day=row.all_day_blocks)
    # "Nothing changed" says enough only where the same weeks were read before.
    is_same = (row.known_from, row.known_until) == (question.first, question.last)
    known = Validators(row.etag, row.last_modified) if is_same else Validators()
    try:
        fetched = _fetched(row.address, known)
        if fetched.body is None:
            return {"read_at": clock.now(), "problem": ""}
        return _columns(question, read_apart(fetched.body, question), fetched.validators)
    except FAILURES as failure:
        return {"problem": str(failure)}


@contextmanager
def _turn() -> Iterator[None]:
    """A turn among those who read calendars at the same time; Refused where none comes soon."""
    if not _turns.acquire(timeout=PATIENCE):
        raise Refused(_(NO_TURN))
    try:
        yield
    finally:
        _turns.release()


def _fetched(address: str, known: Validators) -> Fetched:
    return fetch(address, known, reach=Reach(loopback=settings.CALENDARS_ON_LOOPBACK))


def _readable(read: Callable[[], Found]) -> Found:
    """What `read` gives; where it fails, the reason as a refusal."""
    try:
        return read()
    except FAILURES as failure:
        raise Refused(busy_words.problem(str(failure))) from None


def _columns(question: Question, found: BusyTimes, validators: Validators) -> dict[str, Any]:
    """What a good reading says, as column values."""
    return {
        "instants": [list(interval) for interval in found.instants],
        "local_times": [list(interval) for interval in found.local],
        "remarks": list(found.remarks),
        "known_from": question.first,
        "known_until": question.last,
        "etag": validators.etag,
        "last_modified": validators.last_modified,
        "read_at": clock.now(),
        "problem": "",
    }


def _keep(user: Any, question: Question, found: BusyTimes, address: str, validators: Validators) -> BusyCalendar:
    values = _columns(question, found, validators)
    values |= {"address": address, "all_day_blocks": question.all_day, "tried_at": clock.now()}
    return BusyCalendar.objects.update_or_create(user=user, defaults=values)[0]


def _count(user: Any) -> None:
    """Count one more reading of this person's; Refused where there were many within the hour."""
    key = f"busy-reads:{user.pk}"
    count = int(cache.get(key, 0)) + 1
    if count > MOST_AN_HOUR:
        raise Refused(_(TOO_OFTEN))
    cache.set(key, count, HOUR)
