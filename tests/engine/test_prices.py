"""Prices that outlive a question: days that rules can tell apart have numbers of their own, threads or not."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product

from planner.engine.forms import Form
from planner.engine.notation import read_week
from planner.engine.prices import MARKS, Prices, marks_of, number_of
from tests.engine.weeks import athlete

DAYS = ["E", "H", "L", "U", "Lo", "F", "E+F", "F+E(LF)", "H+U", "C", "X"]


def test_days_with_the_same_marks_share_a_number_and_others_have_their_own():
    days = [read_week(f"Mon {text}").sessions for text in (*DAYS, *DAYS)]
    numbers = {}
    for day in days:
        numbers.setdefault(number_of(day), set()).add(marks_of(day))
    assert all(len(marks) == 1 for marks in numbers.values())
    assert len(numbers) == len({marks_of(day) for day in days})


def test_threads_that_meet_new_days_at_once_give_each_a_number_of_its_own():
    MARKS.clear()
    pairs = [read_week(f"Mon {one}").sessions + read_week(f"Mon {two}").sessions for one, two in product(DAYS, DAYS)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(number_of, pairs * 4))
    assert len(set(MARKS.values())) == len(MARKS) == len({marks_of(pair) for pair in pairs})


def test_forms_that_differ_in_hours_alone_have_one_makeup():
    early, late, longer = (
        Form(read_week(f"Mon {text}").sessions) for text in ("06:00 E40+U(RF)", "18:00 E40+U(RF)", "18:00 E45+U(RF)")
    )
    prices = Prices(athlete())
    assert prices.makeup(early) == prices.makeup(late) != prices.makeup(longer)
