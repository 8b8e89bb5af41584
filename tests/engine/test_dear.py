"""What has no cheap day left."""

from planner.engine.dear import Sized, beyond, dearest, least_alone

EASY, LONG = 15, 15 << 4  # digits of a stock
REST, RUN, LONG_RUN = Sized(0, 0, 0), Sized(1, 1, 0), Sized(1, 1 << 4, 2)
SUNDAY = [REST, RUN, LONG_RUN._replace(least=0)]
OTHER = [REST, RUN, LONG_RUN]


def ahead(*days):
    return dearest([beyond(day, least_alone(day)) for day in days], (EASY, LONG))


def test_the_least_of_each_size():
    assert least_alone([*OTHER, Sized(1, 1, 5), Sized(2, 1, 7)]) == {0: 0, 1: 0, 2: 7}


def test_what_is_cheap_and_what_is_beyond():
    assert beyond(OTHER, {0: 0, 1: 0}) == (1, [(1 << 4, 2)])


def test_a_cheap_day_ahead_costs_nothing_more():
    assert ahead(OTHER, OTHER, SUNDAY) == [(), (), (), ()]


def test_past_the_cheap_day_the_least_of_the_others_counts():
    dearer = [REST, RUN, LONG_RUN._replace(least=3)]
    assert ahead(SUNDAY, dearer, OTHER) == [(), ((LONG, 2),), ((LONG, 2),), ()]
    assert ahead(SUNDAY, OTHER, dearer)[2] == ((LONG, 3),)


def test_what_no_day_takes_is_left_to_the_count_of_rooms():
    assert ahead([REST, RUN])[0] == ()


def test_the_dearest_is_asked_first():
    both = [REST, RUN._replace(least=1), LONG_RUN._replace(least=4), Sized(1, 0, 0)]
    assert ahead(both)[0] == ((LONG, 4), (EASY, 1))
