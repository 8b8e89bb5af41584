"""Forms are made once a plan: the same sessions at the same hours, whichever question and whichever day asks."""

from planner.engine.contents import contents_of, same_sessions
from planner.engine.domain import Context
from planner.engine.forms import Forms, Option
from planner.engine.places import Places
from planner.engine.prescription import prescribe
from planner.engine.templates import Templates
from planner.engine.vocabulary import Kind
from planner.engine.wishes import Room
from tests.engine.weeks import athlete, windows

WHO = athlete("strength", availability=windows("0 18:00-20:00, 2 18:00-20:00, 4 17:00-20:00"))


def test_equal_sessions_at_equal_hours_are_one_form():
    forms = Forms(WHO)
    places, contents = asked(forms)
    monday, wednesday, friday = (forms_of(places, day, contents) for day in (0, 2, 4))
    assert monday == wednesday
    assert not monday & friday


def test_contents_of_another_name_that_hold_the_same_share_their_forms():
    forms = Forms(WHO)
    places, contents = asked(forms)
    combined = next(content for content in contents if content.kind is Kind.COMBINED and content.order)
    again, _ = same_sessions([combined])
    renamed = next(content for content in again if content.order is combined.order)
    assert renamed is not combined
    assert renamed.made_of == combined.made_of
    assert forms_of(asked(forms)[0], 0, (renamed,)) == forms_of(places, 0, (combined,))


def test_days_with_the_same_hours_are_filled_as_the_first_of_them():
    assert Forms(WHO).first_alike == (0, 1, 0, 1, 4, 1, 1)


def test_an_option_moves_its_form_to_its_day():
    places, contents = asked(Forms(WHO))
    option = next(option for option in places.options(2, contents) if option.form.sessions)
    assert {session.day for session in option.on(2)} == {2}
    assert {session.day for session in option.form.sessions} == {0}
    assert Option.of(contents[1], option.on(2)).on(2) == option.on(2)


def test_days_that_can_hold_the_same_as_well_share_their_options():
    places, contents = asked(Forms(WHO))
    assert places.options(2, contents) is places.options(0, contents)
    assert places.options(1, contents) is not places.options(0, contents)


def asked(forms):
    rx, _ = prescribe(WHO, Context(), Room.of(WHO, frozenset(), ()))
    return Places(Templates(WHO, Context(), rx), known=forms), contents_of(WHO, rx)


def forms_of(places, day, contents):
    return {option.form for option in places.options(day, contents) if option.form.sessions}
