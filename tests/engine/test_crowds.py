"""What must stand apart, counted before any search: the room of a week for it."""

import pytest

from planner.engine.crowds import COUNT, UNIONS_FROM, Crowds, count_of
from planner.engine.tables import FORBIDDEN

HARD, LONG, EASY = 1, 1 << 4, 1 << 8
TAKES = (0, HARD, LONG, EASY)
NO = FORBIDDEN
KEY_RUNS_APART = [[0, 0, 0, 0], [0, NO, NO, 0], [0, NO, NO, 0], [0, 0, 0, 0]]


def crowds(stock, *, circle=True, adjacent=KEY_RUNS_APART):
    return Crowds(stock, 0, TAKES, adjacent, circle=circle)


def holds(found, stock, days):
    """Whether days that may take these hold the stock, by counting."""
    told = [frozenset(found.told(takes) for takes in day) for day in days]
    return not (found.rooms(told)[0] - found.told(stock)) & found.guard ^ found.guard


def test_a_stock_counts_its_sessions():
    assert count_of(2 * HARD + LONG + 3 * EASY) == 6
    assert crowds(2 * HARD + EASY).told(2 * HARD + EASY) >> COUNT & 127 == 3


def test_contents_that_shut_each_other_out_are_one_crowd():
    found = crowds(2 * HARD + LONG + EASY)
    assert found.unions == [[0, 1]]
    assert found.told(2 * HARD + LONG) >> 4 * UNIONS_FROM & 15 == 3


@pytest.mark.parametrize(
    ("stock", "circle", "expected"),
    [
        (2 * HARD + LONG, True, True),  # three of seven days, none beside another, Sunday beside Monday
        (3 * HARD + LONG, True, False),
        (3 * HARD + LONG, False, True),
        (3 * HARD + 4 * EASY, True, True),
        (3 * HARD + 5 * EASY, True, False),  # eight sessions
    ],
)
def test_a_week_holds_what_it_can_keep_apart(stock, circle, expected):
    assert holds(crowds(stock, circle=circle), stock, [TAKES] * 7) is expected


def test_days_that_take_nothing_hold_nothing():
    found = crowds(2 * HARD)
    assert not holds(found, 2 * HARD, [TAKES, TAKES, *[(0,)] * 5])
    assert holds(found, 2 * HARD, [TAKES, (0,), TAKES, *[(0,)] * 4])


def test_nothing_is_a_crowd_where_nothing_is_forbidden():
    found = crowds(3 * HARD + LONG, adjacent=[[0] * 4] * 4)
    assert (found.lone, found.unions) == ([], [])
    assert holds(found, 3 * HARD + LONG, [TAKES] * 7)
