"""Identity over random sequences of all that a person can do: what a subscriber may rely on at every poll.

Lines 9 and 11 to 15 of the feed contract, as properties. Sequences are random by seed: a failure can be met again.
"""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from planner import clock
from planner.engine.vocabulary import Kind, Status
from planner.models import Feed, Session, Week
from planner.records import read
from planner.services import feeds, history, plans, sessions, weeks
from planner.services.outcome import Refused
from tests.factories import MONDAY
from tests.planner.feed_plan import ANSWERS, address_of

pytestmark = pytest.mark.django_db
SEEDS, ACTIONS = range(6), 14
GOALS = ("general", "endurance", "fat_loss", "strength")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu")


class Person:
    """Somebody who works on a plan at random, by a seed."""

    def __init__(self, user: Any, seed: int, moment: dict[str, datetime]) -> None:
        self.user, self.random, self.moment = user, random.Random(seed), moment
        self.answers, self.zone = dict(ANSWERS), ZONES[0]
        self.kept_uids = True  # whether the last action may neither add nor take away an entry

    def act(self) -> str:
        """Do one thing, a few seconds after the last; what it was. A refusal changes nothing and is fine."""
        self.moment["now"] += timedelta(seconds=self.random.choice((0, 1, 40)))
        keeps = {self.move, self.flip, self.change_titles, self.travel, self.done, self.lock}
        act: Callable[[], None] = self.random.choice(
            [
                *keeps,
                self.remake,
                self.skip,
                self.delete,
                self.undo,
                self.redo,
                self.change_goals,
                self.tell_race,
                self.change_options,
            ]
        )
        self.kept_uids = act in keeps
        try:
            act()
        except Refused:
            return f"{act.__name__} refused"
        return act.__name__

    def _one(self, **which: Any) -> tuple[Session, dict[str, Any]]:
        rows = list(
            Session.objects.filter(week__plan__user=self.user, week__start=MONDAY, **which).select_related("week")
        )
        if not rows:
            raise Refused("There is none.")
        row = self.random.choice(rows)
        return row, {"user": self.user, "monday": MONDAY, "session_id": row.pk, "version": row.week.version}

    def _week(self) -> dict[str, Any]:
        week = Week.objects.get(plan__user=self.user, start=MONDAY)
        return {"user": self.user, "monday": MONDAY, "version": week.version}

    def move(self) -> None:
        taken = set(Session.objects.filter(week__plan__user=self.user).values_list("date", flat=True))
        days = (MONDAY + timedelta(days=number) for number in range(14))
        day = self.random.choice([day for day in days if day not in taken] or [MONDAY])
        sessions.move_session(**self._one()[1], day=day, start=self.random.choice((7, 18, 19)) * 60)

    def flip(self) -> None:
        sessions.flip_session(**self._one(kind=Kind.COMBINED)[1])

    def done(self) -> None:
        sessions.mark_session(**self._one(status=Status.PLANNED)[1], mark=Status.DONE)

    def skip(self) -> None:
        sessions.mark_session(**self._one()[1], mark=Status.SKIPPED)

    def lock(self) -> None:
        sessions.lock_session(**self._one()[1])

    def delete(self) -> None:
        sessions.delete_session(**self._one()[1])

    def remake(self) -> None:
        weeks.remake_week(**self._week())

    def undo(self) -> None:
        history.undo(**self._week())

    def redo(self) -> None:
        history.redo(**self._week())

    def travel(self) -> None:
        self.zone = self.random.choice(ZONES)
        plans.save_goals(user=self.user, answers=read(self.user).profile.answers, timezone=self.zone)

    def change_goals(self) -> None:
        self._answer(goal=self.random.choice(GOALS))

    def tell_race(self) -> None:
        """Paces come from a recent race."""
        self._answer(recent_race={"distance_km": 10, "seconds": self.random.randrange(2400, 4000)})

    def change_titles(self) -> None:
        feed = Feed.objects.get(plan__user=self.user)
        feeds.change_feed(feed=feed, options={"emoji": not feed.emoji})

    def change_options(self) -> None:
        feed = Feed.objects.get(plan__user=self.user)
        feeds.change_feed(feed=feed, options={"skipped": not feed.skipped})

    def _answer(self, **answers: Any) -> None:
        told = {**read(self.user).profile.answers, **answers}
        plans.save_goals(user=self.user, answers=told, timezone=self.zone)


def shown(event: Any) -> tuple[Any, ...]:
    """What a person sees of an entry."""
    names = ("DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP", "URL")
    return tuple(event[name].to_ical() if name in event else None for name in names)


@pytest.fixture
def moment(monkeypatch):
    held = {"now": datetime(2026, 11, 30, 5, tzinfo=UTC)}
    monkeypatch.setattr(clock, "now", lambda: held["now"])
    return held


@pytest.fixture
def poll(client):
    """Fetches: the answer, and its entries by UID; none occurs twice."""

    def fetch(user):
        response = client.get(address_of(user.plan))
        events = Calendar.from_ical(response.content).walk("VEVENT")
        found = {str(event["UID"]): event for event in events}
        assert len(found) == len(events)
        return response, found

    return fetch


def assert_fair(before, after, response_before, response_after):
    """Nothing goes back; what changed for the eye is a later edition; equal bytes keep their version."""
    for uid in before.keys() & after.keys():
        old, new = before[uid], after[uid]
        assert new["SEQUENCE"] >= old["SEQUENCE"]
        assert new.decoded("LAST-MODIFIED") >= old.decoded("LAST-MODIFIED")
        assert new.decoded("CREATED") == old.decoded("CREATED")
        if shown(new) != shown(old):
            assert new["SEQUENCE"] > old["SEQUENCE"]
            assert new.decoded("LAST-MODIFIED") > old.decoded("LAST-MODIFIED")
    seconds = [date_of(response["Last-Modified"]) for response in (response_before, response_after)]
    if response_before.content == response_after.content:
        assert seconds[0] == seconds[1]
    else:
        assert seconds[0] < seconds[1]


def date_of(header: str) -> datetime:
    return datetime.strptime(header, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)


@pytest.mark.parametrize("seed", SEEDS)
def test_contract_12_no_sequence_of_actions_ever_shows_an_entry_in_an_earlier_edition(user, poll, moment, seed):
    person = Person(user, seed, moment)
    plans.save_goals(user=user, answers=person.answers, timezone=person.zone)
    response, before = poll(user)
    newest = {uid: (event["SEQUENCE"], event.decoded("LAST-MODIFIED")) for uid, event in before.items()}
    for _ in range(ACTIONS):
        person.act()
        answer, after = poll(user)
        assert_fair(before, after, response, answer)
        if person.kept_uids:
            assert after.keys() == before.keys()
        for uid, event in after.items():
            edition = event["SEQUENCE"], event.decoded("LAST-MODIFIED")
            assert newest.get(uid, edition) <= edition  # also for one that was away for a while
            newest[uid] = edition
        response, before = answer, after


def test_contract_12_paces_from_a_new_race_are_later_editions_of_the_same_entries(user, poll, moment):
    plans.save_goals(user=user, answers=ANSWERS, timezone="Europe/Berlin")
    first, before = poll(user)
    race = {"distance_km": 10, "seconds": 3000}
    moment["now"] += timedelta(minutes=1)
    plans.save_goals(user=user, answers=ANSWERS | {"recent_race": race}, timezone="Europe/Berlin")
    second, after = poll(user)
    assert after.keys() == before.keys()
    paced = {uid for uid, event in after.items() if "/km" in event["DESCRIPTION"]}
    assert paced
    assert_fair(before, after, first, second)
    same = [uid for uid in after if shown(after[uid]) == shown(before[uid])]
    assert [after[uid].to_ical() for uid in same] == [before[uid].to_ical() for uid in same]
    third, _ = poll(user)
    assert third.content == second.content


def test_contract_13_a_remake_with_the_same_outcome_changes_nothing_even_after_many(user, poll, moment):
    plans.save_goals(user=user, answers=ANSWERS, timezone="Europe/Berlin")
    before = poll(user)[0]
    for number in range(4):
        monday = MONDAY + timedelta(weeks=number)
        version = Week.objects.get(plan=user.plan, start=monday).version
        weeks.remake_week(user=user, monday=monday, version=version)
    after = poll(user)[0]
    assert after.content == before.content
    assert after["Last-Modified"] == before["Last-Modified"]


def test_contract_13_sessions_kept_in_kind_keep_their_entry_over_other_goals_and_back(user, poll, moment):
    plans.save_goals(user=user, answers=ANSWERS, timezone="Europe/Berlin")
    held = own_by_week_and_kind()
    for goal in ("endurance", "general", "strength"):
        plans.save_goals(user=user, answers=ANSWERS | {"goal": goal}, timezone="Europe/Berlin")
        now = own_by_week_and_kind()
        shared = held.keys() & now.keys()
        assert len(shared) >= 4
        for place in shared:
            had, has = held[place], now[place]
            assert len(had & has) == min(len(had), len(has))
        assert poll(user)[1].keys() == set.union(*now.values())
        held = now


def own_by_week_and_kind():
    """The UIDs of the plan's sessions by week and kind."""
    found = {}
    for row in Session.objects.all():
        found.setdefault((row.week_id, row.kind), set()).add(row.uid)
    return found


def test_contract_11_undo_and_redo_of_a_move_are_two_later_editions(user, poll, moment):
    plans.save_goals(user=user, answers=ANSWERS, timezone="Europe/Berlin")
    person = Person(user, 1, moment)
    row, named = person._one()
    taken = set(Session.objects.filter(week__start=MONDAY).values_list("date", flat=True))
    free = next(MONDAY + timedelta(days=n) for n in range(7) if MONDAY + timedelta(days=n) not in taken)
    sessions.move_session(**named, day=free, start=18 * 60)
    told = [poll(user)]
    for walk in (history.undo, history.redo, history.undo):
        walk(**person._week())
        told.append(poll(user))
        (old_answer, old), (answer, new) = told[-2:]
        assert new.keys() == old.keys()
        assert new[row.uid]["SEQUENCE"] > old[row.uid]["SEQUENCE"]
        assert_fair(old, new, old_answer, answer)
