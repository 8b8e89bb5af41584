"""Hours and dates as they are told: by 24 or 12 hours, day or month first, weekdays from the first one."""

import re
from datetime import date

import pytest

from planner import clock, telling
from planner.engine import speech
from planner.models import Preferences
from planner.telling import USUAL, Telling, chosen

AMERICAN = Telling(twelve_hours=True, month_first=True, first_day=6)
NBSP = "\N{NO-BREAK SPACE}"
ROOM = ((12, "am"), (6, "am"), (12, "pm"), (10, "pm"))
TUESDAY = date(2026, 12, 1)


@pytest.fixture
def american():
    with telling.told(lambda: AMERICAN):
        yield


def minutes_of(told):
    """The minute of the day that an hour by 12 hours means."""
    hours, minutes, half = re.fullmatch(r"(\d{1,2}):(\d\d)\xa0([ap]m)", told).groups()
    return int(hours) % 12 * 60 + int(minutes) + (720 if half == "pm" else 0)


class TestByTwentyFourHours:
    def test_every_minute_is_as_machines_hold_it(self):
        assert all(telling.hour(minute) == clock.from_minutes(minute) for minute in range(2 * 1440))

    def test_a_full_hour_is_its_number(self):
        assert [telling.full_hour(hours) for hours in (0, 6, 22)] == ["0", "6", "22"]

    def test_a_span_may_end_at_midnight(self):
        assert telling.between(1080, 1200) == "18:00–20:00"
        assert telling.between(1080, 1440) == "18:00–24:00"


@pytest.mark.usefixtures("american")
class TestByTwelveHours:
    def test_every_minute_is_told_in_a_way_of_its_own_and_read_back(self):
        assert [minutes_of(telling.hour(minute)) for minute in range(1440)] == [*range(1440)]

    @pytest.mark.parametrize(
        ("minutes", "told"),
        [
            (0, "12:00 am"),
            (390, "6:30 am"),
            (719, "11:59 am"),
            (720, "12:00 pm"),
            (1110, "6:30 pm"),
            (1445, "12:05 am"),
        ],
    )
    def test_an_hour(self, minutes, told):
        assert telling.hour(minutes) == told.replace(" ", NBSP)

    @pytest.mark.parametrize(
        ("start", "end", "told"),
        [
            (1080, 1200, "6:00–8:00 pm"),
            (480, 719, "8:00–11:59 am"),
            (660, 780, "11:00 am–1:00 pm"),
            (660, 720, "11:00 am–12:00 pm"),
            (1200, 1440, "8:00 pm–midnight"),
        ],
    )
    def test_a_span_says_its_half_of_the_day_once(self, start, end, told):
        assert telling.between(start, end) == told.replace(" ", NBSP)

    def test_the_engine_tells_hours_alike(self):
        assert speech.hour(1110) == telling.hour(1110)
        assert speech.hour(1440) == "midnight"

    def test_a_full_hour_where_there_is_little_room(self):
        assert [telling.full_hour(hours) for hours in (0, 6, 12, 22)] == [f"{told}{NBSP}{half}" for told, half in ROOM]

    def test_scripts_get_the_words_around_a_time(self):
        assert telling.half_days() == (f"{{time}}{NBSP}am", f"{{time}}{NBSP}pm")


def test_scripts_get_no_words_by_24_hours():
    assert telling.half_days() == ("", "")


class TestDates:
    FORMS = (
        ("day", "Tuesday 1 December", "Tuesday, December 1"),
        ("long", "Tuesday 1 December 2026", "Tuesday, December 1, 2026"),
        ("date", "1 December", "December 1"),
        ("full", "1 December 2026", "December 1, 2026"),
        ("short", "1 Dec", "Dec 1"),
        ("weekday", "Tuesday", "Tuesday"),
        ("short_day", "Tue 1 Dec", "Tue, Dec 1"),
    )

    @pytest.mark.parametrize(("form", "day_first", "month_first"), FORMS)
    def test_each_form_in_both_orders(self, form, day_first, month_first):
        assert telling.a_date(TUESDAY, form) == day_first
        with telling.told(lambda: AMERICAN):
            assert telling.a_date(TUESDAY, form) == month_first

    def test_these_are_all_forms(self):
        assert {form for form, *_ in self.FORMS} == telling.FORMATS.keys()

    def test_a_week(self):
        days = date(2026, 11, 30), date(2026, 12, 6)
        assert telling.span(*days) == "30 Nov – 6 Dec"
        with telling.told(lambda: AMERICAN):
            assert telling.span(*days) == "Nov 30 – Dec 6"


@pytest.mark.parametrize(
    ("first", "order"), [(0, (0, 1, 2, 3, 4, 5, 6)), (6, (6, 0, 1, 2, 3, 4, 5)), (5, (5, 6, 0, 1, 2, 3, 4))]
)
def test_weekdays_are_listed_from_the_first_one(first, order):
    with telling.told(lambda: Telling(first_day=first)):
        assert telling.weekdays() == order


class TestWhatIsChosen:
    def test_without_a_choice_the_browser_decides(self):
        assert chosen(None, "en-us") == chosen(Preferences(), "en-us") == AMERICAN
        assert chosen(None, "en-gb") == chosen(Preferences(), "") == USUAL

    def test_each_is_chosen_on_its_own(self):
        assert chosen(Preferences(clock="12"), "") == Telling(twelve_hours=True)
        assert chosen(Preferences(dates="month_first"), "") == Telling(month_first=True)
        assert chosen(Preferences(week_starts="saturday"), "") == Telling(first_day=5)

    def test_a_choice_stands_against_the_browser(self):
        assert chosen(Preferences(clock="24", dates="day_first", week_starts="monday"), "en-us") == USUAL

    def test_where_no_browser_asks_the_kept_language_decides(self):
        assert telling.without_browser(Preferences(language_tag="en-us")) == AMERICAN
        assert telling.without_browser(None) == USUAL


@pytest.mark.parametrize(
    ("accepted", "tag"),
    [
        ("en-US,en;q=0.9", "en-us"),
        ("de;q=0.5, en-GB", "en-gb"),
        ("ja,en-US;q=0.7", "ja"),
        ("*", ""),
        ("", ""),
        ("*, en-US;q=0.1", "en-us"),
        ("'; DROP TABLE", ""),
        ("a" * 10_000, ""),
    ],
)
def test_the_language_wanted_most(accepted, tag):
    assert telling.best_tag(accepted) == tag


def test_afterwards_everything_is_told_as_before():
    with telling.told(lambda: AMERICAN), pytest.raises(ZeroDivisionError):
        1 / 0  # noqa: B018
    assert telling.current() == USUAL
    assert speech.hour(1110) == "18:30"
