"""Rows and the engine's sessions say the same."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import mapping
from planner.engine.domain import Lift, Recovery, Run
from planner.engine.domain import Session as Planned
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Lock, Order, Region
from planner.models import Profile, Session

MONDAY = date(2026, 11, 30)
RUN, LIFT = Run(Intensity.HARD, 30), Lift(Region.LOWER, Effort.HEAVY, 40)
KINDS = [
    Planned("a", 0, 360, Kind.RUN_ONLY, run=RUN, warm_up=10),
    Planned("a", 1, 1080, Kind.LIFT_ONLY, lift=LIFT),
    Planned("a", 2, 0, Kind.COMBINED, order=Order.RUN_FIRST, run=RUN, lift=LIFT),
    Planned("a", 3, 1200, Kind.COMBINED, order=Order.LIFT_FIRST, run=RUN, lift=LIFT, cool_down=0),
    Planned("a", 5, 600, Kind.CIRCUIT, run=RUN, lift=LIFT),
    Planned("a", 6, 1439, Kind.RECOVERY, recovery=Recovery(Activity.YOGA, 30)),
]


def row_of(session, **values):
    row = Session(**values)
    mapping.write(row, session, MONDAY)
    return row


@pytest.mark.parametrize("session", KINDS, ids=lambda session: f"{session.kind} {session.order or ''}")
def test_there_and_back(session):
    row = row_of(session)
    assert replace(mapping.planned(row), id="a") == session
    assert row.date == MONDAY + timedelta(days=session.day)


@pytest.mark.django_db
@pytest.mark.parametrize("session", KINDS, ids=lambda session: f"{session.kind} {session.order or ''}")
def test_the_database_takes_every_kind(plan, session):
    row = row_of(session, week=plan.weeks.first())
    row.save()
    assert replace(mapping.planned(Session.objects.get(pk=row.pk)), id="a") == session


def test_writing_leaves_identity_lock_and_status():
    row = Session(locked=True, status="done", sequence=4)
    uid, key = row.uid, row.pk
    mapping.write(row, KINDS[0], MONDAY)
    assert (row.uid, row.pk, row.locked, row.status, row.sequence) == (uid, key, True, "done", 4)


def test_the_week_in_truth_leaves_out_what_was_skipped():
    rows = [row_of(KINDS[0], status="done"), row_of(KINDS[1], status="skipped"), row_of(KINDS[5])]
    assert [session.id for session in mapping.week_of(rows).sessions] == [str(rows[0].id), str(rows[2].id)]


@pytest.mark.parametrize("grains", [(), ("day",), ("content", "hour")])
def test_grains_are_told_in_words_and_read_back(grains):
    row = row_of(KINDS[0])
    mapping.lock(row, [Lock(name) for name in grains])
    assert (row.locked, row.locks.split()) == (False, [lock for lock in Lock if lock in grains])
    assert mapping.planned(row).locks == {*grains}


def test_all_grains_lock_a_row_whole():
    row = row_of(KINDS[0])
    mapping.lock(row, Lock)
    assert (row.locked, row.locks) == (True, "")


def test_fixed_sessions_are_locked_for_the_engine():
    assert all(session.locked for session in mapping.fixed([row_of(KINDS[0]), row_of(KINDS[1])]))


class TestMatch:
    def test_the_same_day_first_then_the_kind(self):
        easy = Planned("", 0, 360, Kind.RUN_ONLY, run=Run(Intensity.EASY, 30))
        rows = [row_of(replace(easy, day=day)) for day in (0, 2, 4)]
        new = [replace(easy, id="s1", day=4), replace(easy, id="s2", day=5), replace(easy, id="s3", day=6)]
        found = mapping.match(new, rows)
        assert found == {"s1": rows[2], "s2": rows[0], "s3": rows[1]}

    def test_another_kind_is_another_session(self):
        assert mapping.match([KINDS[1]], [row_of(KINDS[0])]) == {}

    def test_each_row_is_taken_once(self):
        twice = [replace(KINDS[0], id="s1"), replace(KINDS[0], id="s2")]
        assert len(mapping.match(twice, [row_of(KINDS[0])])) == 1


class TestComposed:
    @pytest.mark.parametrize(
        ("what", "kind", "warm_up"),
        [
            ("hard", Kind.RUN_ONLY, 10),
            ("long", Kind.RUN_ONLY, 5),
            ("full", Kind.LIFT_ONLY, 5),
            ("run_first", Kind.COMBINED, 5),
            ("circuit", Kind.CIRCUIT, 10),
            ("mobility", Kind.RECOVERY, 5),
        ],
    )
    def test_one_term_is_enough(self, what, kind, warm_up):
        session = mapping.composed(what, 45, 2, 600)
        assert (session.kind, session.minutes, session.day, session.start) == (kind, 45, 2, 600)
        assert session.warm_up == warm_up
        assert (session.order is not None) == (kind is Kind.COMBINED)

    def test_an_unknown_term(self):
        with pytest.raises(ValueError, match="swim"):
            mapping.composed("swim", 45, 2, 600)


def test_the_time_zone_joins_the_answers():
    answers = {"goal": "speed", "availability": [{"weekday": 0, "start": "18:00", "end": "20:00"}]}
    profile = Profile(answers=answers, timezone="Europe/Berlin")
    assert mapping.athlete_of(profile).timezone == "Europe/Berlin"
    assert "timezone" not in answers
