"""Contract line 1: the readers installed on demand find the instants and texts that the common ones find."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner import clock
from planner.queries import feed as queries
from planner.services import feeds
from tests.planner.feed_plan import ANSWERS, NOW, make_plan
from tests.planner.ical_readers import READERS, ZONES, Read, make_event, write
from tests.planner.test_feed_contract_readers import plan_over_both_changes
from tests.planner.test_feed_contract_texts import NASTY
from tests.readers.programs import PROGRAMS

CANNOT = {("ts-ics", "colon")}  # it cuts BEGIN:VEVENT and END:VCALENDAR out of any text before it reads the lines
BY_PROGRAM = pytest.mark.parametrize("program", PROGRAMS)


def agreed(data: bytes) -> dict[str, Read]:
    """What the readers that always run find, all of them the same."""
    first, *others = [reader(data) for reader in READERS]
    assert all(other == first for other in others)
    return first


@BY_PROGRAM
@pytest.mark.parametrize("zone", ZONES)
def test_contract_01_instants_over_both_clock_changes(program, zone):
    data = write(*plan_over_both_changes(zone), timezone=zone)
    assert PROGRAMS[program](data) == agreed(data)


@BY_PROGRAM
def test_contract_01_nasty_texts(program):
    texts = [text for name, text in NASTY.items() if (program, name) not in CANNOT]
    start = datetime(2026, 12, 1, 6)  # noqa: DTZ001 - sessions have naive wall-clock times
    events = [
        make_event(uid=f"u{n}", start=start + timedelta(days=n), summary=text[:60], description=text)
        for n, text in enumerate(texts)
    ]
    data = write(*events)
    found = PROGRAMS[program](data)
    assert found == agreed(data)
    assert [found[f"u{n}"].description for n in range(len(texts))] == texts


@BY_PROGRAM
@pytest.mark.django_db
def test_contract_01_a_block_as_it_is_planned(program, user, monkeypatch):
    from planner.services import plans

    monkeypatch.setattr(clock, "now", lambda: NOW)
    plans.save_goals(
        user=user, answers=ANSWERS | {"recent_race": {"distance_km": 10, "seconds": 3000}}, timezone="Europe/Berlin"
    )
    feed = feeds.feed_of(plan=user.plan)
    feeds.render(feed_id=feed.pk)
    data = queries.body(feed.pk).content
    found = PROGRAMS[program](data)
    assert found == agreed(data)
    assert len(found) > 15
    assert any("/km" in one.description for one in found.values())


@BY_PROGRAM
@pytest.mark.django_db
def test_contract_01_an_hour_of_a_new_plan(program, user, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    feed = feeds.feed_of(plan=make_plan(user))
    feeds.render(feed_id=feed.pk)
    (found,) = PROGRAMS[program](queries.body(feed.pk).content).values()
    start = datetime(2026, 12, 1, 18, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    assert (found.start, found.end - found.start) == (start, timedelta(minutes=65))
    assert found.summary == "Run 35' easy → Lift 30' lower body"
