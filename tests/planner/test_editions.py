"""Editions of calendar entries: whatever changes what an entry says makes it a later one, and none goes back."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.services import editions
from planner.services.editions import MOST_GONE, digest, later_editions
from tests.planner.ical_readers import STAMP, make_event

NOW = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
KEPT_AS_JSON = list  # what comes back from the database


def tell(event, kept, now=NOW):
    """One event through an edition; the event as told, and what is kept as the database gives it back."""
    (told,), found = later_editions([event], kept, now)
    return told, {uid: KEPT_AS_JSON(edition) for uid, edition in found.items()}


def test_the_first_edition_is_the_sessions_own():
    event = make_event(sequence=3)
    told, _ = tell(event, {})
    assert (told.sequence, told.changed) == (3, event.changed)


def test_the_same_again_stays_as_it_is():
    first, kept = tell(make_event(), {})
    again, kept_again = tell(make_event(), kept, NOW + timedelta(days=9))
    assert again == first
    assert kept_again == kept


def test_another_text_without_an_edition_of_the_session_is_one_edition_more():
    first, kept = tell(make_event(), {})
    second, kept = tell(make_event(description="5:40 /km"), kept)
    assert (second.sequence, second.changed) == (first.sequence + 1, NOW)
    back, _ = tell(make_event(), kept)
    assert (back.sequence, back.changed) == (first.sequence + 2, NOW + timedelta(seconds=1))


def test_an_edition_of_the_session_counts_once():
    _, kept = tell(make_event(), {})
    second, kept = tell(make_event(description="x"), kept)
    moved, _ = tell(make_event(sequence=3, description="x", start=datetime(2026, 12, 2, 7)), kept)  # noqa: DTZ001
    assert moved.sequence == second.sequence + 1
    assert moved.changed == NOW + timedelta(seconds=1)  # the session's own date is older than the text's


def test_an_entry_that_comes_back_is_no_earlier_edition():
    _, kept = tell(make_event(), {})
    second, kept = tell(make_event(description="x"), kept)
    nothing, kept = later_editions([], kept, NOW)
    assert nothing == []
    back, _ = tell(make_event(description="x"), kept)
    assert (back.sequence, back.changed) == (second.sequence, second.changed)


def test_of_those_that_are_gone_the_newest_are_remembered(monkeypatch):
    assert MOST_GONE >= 365
    monkeypatch.setattr(editions, "MOST_GONE", 1)
    old = make_event(uid="old", changed=STAMP)
    new = make_event(uid="new", changed=STAMP + timedelta(days=1))
    _, kept = later_editions([old, new], {}, NOW)
    assert later_editions([], kept, NOW)[1].keys() == {"new"}


def test_every_field_that_a_calendar_shows_is_in_the_digest():
    shown = {
        "summary": "x",
        "description": "x",
        "url": "",
        "categories": ("Run",),
        "busy": False,
        "alarm_minutes": 9,
        "end": make_event().end + timedelta(minutes=1),
        "start": make_event().start - timedelta(minutes=1),
    }
    assert len({digest(make_event(**{name: value})) for name, value in shown.items()} | {digest(make_event())}) == 9
    assert digest(make_event(sequence=9, changed=NOW)) == digest(make_event())


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "a", "b"]), st.integers(0, 1), st.integers(-5, 90), st.booleans()), max_size=30
    )
)
def test_no_edition_ever_goes_back_and_every_change_is_a_later_one(rounds):
    """Random texts, editions of the session, clocks that also go back, and polls that find the entry gone."""
    kept, now, sequence, changed, before = {}, NOW, 0, STAMP, None
    for text, edited, seconds, is_there in rounds:
        now += timedelta(seconds=seconds)
        sequence += edited
        changed = max(changed + timedelta(seconds=1), now) if edited else changed
        if not is_there:
            _, found = later_editions([], kept, now)
            kept = {uid: list(edition) for uid, edition in found.items()}
            continue
        told, kept = tell(make_event(sequence=sequence, changed=changed, description=text), kept, now)
        if before is not None:
            differs = told.description != before.description or edited
            assert (told.sequence, told.changed) >= (before.sequence, before.changed)
            if differs:
                assert told.sequence > before.sequence
                assert told.changed > before.changed
        before = told
