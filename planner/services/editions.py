"""Editions of calendar entries: an entry whose text or time changed is always told as a later one. No database."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from planner import clock
from planner.ical import FeedEvent

# By UID: what the entry said (a digest), the session's own edition then, how many more were added here, and when it
# last changed, in seconds since 1970.
Editions = dict[str, tuple[str, int, int, int]]
MOST_GONE = 400  # entries that left the feed and may come back by undo


def later_editions(
    events: Sequence[FeedEvent], kept: Mapping[str, Sequence[Any]], now: datetime
) -> tuple[list[FeedEvent], Editions]:
    """The events with SEQUENCE and LAST-MODIFIED that tell every change since `kept`, and what to keep for next time.

    A session's row counts the changes of the session itself. What it says depends on more: answers (zones), the phase
    of its week, the feed's options, our own wording. Such a change is one edition more here.
    """
    told: list[FeedEvent] = []
    found: Editions = {}
    for event in events:
        edition = _edition(event, kept.get(event.uid), now)
        _, sequence, more, changed = found[event.uid] = edition
        told.append(replace(event, sequence=sequence + more, changed=datetime.fromtimestamp(changed, UTC)))
    return told, found | _gone(kept, found)


def _edition(event: FeedEvent, was: Sequence[Any] | None, now: datetime) -> tuple[str, int, int, int]:
    says, changed = digest(event), int(event.changed.timestamp())
    if was is None:
        return says, event.sequence, 0, changed
    said, sequence, more, before = was
    if said == says and event.sequence == sequence:
        return says, sequence, more, max(changed, before)
    if event.sequence > sequence:
        return says, event.sequence, more, max(changed, before + 1)
    return says, sequence, more + 1, int(clock.later(datetime.fromtimestamp(before, UTC), now).timestamp())


def digest(event: FeedEvent) -> str:
    """What a calendar shows of an entry, as 16 characters."""
    shown = (
        event.start.isoformat(),
        event.end.isoformat(),
        event.summary,
        event.description,
        event.url,
        event.categories,
        event.busy,
        event.alarm_minutes,
    )
    return hashlib.blake2s(repr(shown).encode(errors="replace"), digest_size=8).hexdigest()


def _gone(kept: Mapping[str, Sequence[Any]], found: Editions) -> Editions:
    """The newest of the entries that are not there any more: if one comes back, its edition may not go back."""
    gone = [(uid, was) for uid, was in kept.items() if uid not in found]
    newest = sorted(gone, key=lambda pair: pair[1][3])[-MOST_GONE:]
    return {uid: (was[0], was[1], was[2], was[3]) for uid, was in newest}
