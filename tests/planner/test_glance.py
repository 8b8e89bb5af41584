"""The week at a glance: bars, hard days, orders against their target, quiet findings, weeks beyond the plan."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from planner import change_words, words
from planner.engine.vocabulary import Phase
from planner.models import Session, Week
from planner.queries.cards import by_weight, holds_less
from planner.records import read
from planner.screens import Finding
from tests.factories import MONDAY, MONDAY_MORNING, THIS_WEEK, act, make_plan, sessions_of

pytestmark = pytest.mark.django_db


def board(client, path=THIS_WEEK):
    return client.get(path).context["board"]


def test_days_tell_minutes_and_load_against_the_most_of_the_week(user_client, plan):
    days = board(user_client).days
    assert max(day.minutes_percent for day in days) == max(day.load_percent for day in days) == 100
    assert (days[6].minutes, days[6].minutes_percent, days[6].load_percent) == (0, 0, 0)


def test_a_skipped_session_weighs_nothing(user_client, plan):
    act(user_client, sessions_of(plan)[0], "skip")
    monday = board(user_client).days[0]
    assert (monday.minutes, monday.load, monday.is_hard, len(monday.cards)) == (0, 0, False, 1)


def test_hard_days_are_marked_in_words(user_client, plan):
    assert [day.is_hard for day in board(user_client).days] == [True, True, False, True, False, False, False]
    text = user_client.get(THIS_WEEK).content.decode()
    assert text.count('<span class="day-hard-word">hard</span>') == 3


def test_small_views_have_a_mark_a_part(user_client, plan):
    days = board(user_client).days
    assert [days[number].marks for number in (0, 1, 6)] == [("run", "lift"), ("lift", "run"), ()]


def test_orders_off_their_target_say_what_it_is(user_client, plan):
    assert (board(user_client).ledger.target, board(user_client).ledger.is_off) == ("in turn", False)
    act(user_client, next(row for row in sessions_of(plan) if row.order == "lift_first"), "flip")
    ledger = board(user_client).ledger
    assert (ledger.text, ledger.target, ledger.is_off) == ("4 run-first, 1 lift-first", "target 3 : 2", True)


def test_neighbours_name_their_week(user_client, plan):
    text = user_client.get("/week/2026-W50/").content.decode()
    links = re.findall(r'<a id="(previous|next)-week"[^>]* href="([^"]+)" data-week="([^"]+)"', text)
    assert links == [
        ("previous", "/week/2026-W49/", "2026-W49"),
        ("next", "/week/2026-W51/", "2026-W51"),
    ]


class TestQuiet:
    FLOOR = Finding("health-floor", "soft", "Below the minimum.", 1, (), ())
    OTHER = Finding("rest-day", "soft", "No day off.", 4, (), ())

    def test_a_week_that_holds_less_tells_the_minimum_last_and_why(self):
        quiet = replace(self.FLOOR, text="Below the minimum. On purpose.")
        assert by_weight([self.FLOOR, self.OTHER], "On purpose.") == ((self.OTHER,), (quiet,))

    def test_any_other_week_counts_it(self):
        assert by_weight([self.FLOOR, self.OTHER], "") == ((self.FLOOR, self.OTHER), ())

    @pytest.mark.parametrize("phase", Phase)
    def test_lighter_weeks_hold_less(self, user, plan, phase):
        Week.objects.filter(plan=plan, start=MONDAY).update(phase=phase.value)
        why = "A lighter week stays under it on purpose." if phase in {Phase.DELOAD, Phase.TAPER, Phase.RACE} else ""
        assert holds_less(read(user, MONDAY), MONDAY) == why

    def test_the_week_in_which_a_plan_began_holds_less_where_it_had_begun(self, user, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=3))
        make_plan(user)
        records = read(user, MONDAY, MONDAY + timedelta(weeks=1))
        why = "This week had begun when it was planned, so it stays under it."
        assert [holds_less(records, monday) for monday in (MONDAY, MONDAY + timedelta(weeks=1))] == [why, ""]

    def test_it_is_no_part_of_the_verdict_and_still_on_the_page(self, user_client, plan):
        Session.objects.filter(week__plan=plan, date__gt=MONDAY).delete()
        assert "health-floor" in {found.rule for found in board(user_client).findings}
        Week.objects.filter(plan=plan, start=MONDAY).update(phase=Phase.TAPER.value)
        found = board(user_client)
        assert "health-floor" not in {one.rule for one in found.findings}
        assert [one.rule for one in found.quiet] == ["health-floor"]
        assert found.quiet[0].text.endswith(" A lighter week stays under it on purpose.")
        assert found.verdict == words.verdict(0, len(found.findings))
        assert 'data-finding="health-floor" data-severity="soft"' in user_client.get(THIS_WEEK).content.decode()


class TestBeyond:
    @pytest.mark.parametrize(
        ("path", "sentence", "nearest"),
        [
            (
                "/week/2027-W10/",
                "Your plan reaches to 27 December 2026 so far. A week is added with each one that passes.",
                "/week/2026-W52/",
            ),
            ("/week/2026-W40/", "Your plan began on 30 November 2026.", "/week/2026-W49/"),
        ],
    )
    def test_a_week_outside_the_plan_says_so_and_leads_back(self, user_client, plan, path, sentence, nearest):
        response = user_client.get(path)
        text = response.content.decode()
        assert response.status_code == 404
        assert sentence in text
        assert f'href="{nearest}"' in text
        assert "moved or deleted" not in text

    def test_a_gap_in_the_plan_has_its_sentence_too(self, user_client, plan):
        Week.objects.filter(plan=plan, start=MONDAY - timedelta(weeks=2)).delete()
        Week.objects.create(plan=plan, start=MONDAY - timedelta(weeks=4))
        assert "Your plan has nothing for this week." in user_client.get("/week/2026-W47/").content.decode()


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        (0, ""),
        (-9, "Better than where it is"),
        (3.9, "A little less good than where it is"),
        (4, "Less good than where it is"),
    ],
)
def test_points_are_told_in_words(points, sentence):
    assert change_words.compared(points) == sentence
