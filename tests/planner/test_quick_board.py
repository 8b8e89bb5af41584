"""What a board writes many times over: the fields of its forms, ids, spans of hours."""

from datetime import date
from uuid import uuid4

import pytest
from django.template import Context, engines

from planner import telling
from planner.telling import Telling
from planner.templatetags.quick_board import key, spans

FIELDS = "{% hidden_fields version as hidden %}<form>{{ hidden }}</form>"
WRITTEN = '<form>{% csrf_token %}<input type="hidden" name="version" value="{{ version }}"></form>'


def drawn(source, context):
    return engines["django"].engine.from_string(source).render(context)


class TestHiddenFields:
    def test_they_are_what_a_form_would_write_itself(self):
        values = {"version": 7, "csrf_token": "t"}
        told = [drawn(source, Context(values)) for source in (FIELDS, WRITTEN)]
        assert told[0] == told[1]
        assert 'value="t"' in told[0]
        assert 'value="7"' in told[0]

    def test_a_page_that_posts_nothing_has_no_token(self):
        assert "csrf" not in drawn(FIELDS, Context({"version": 7}))

    def test_a_version_is_a_number(self):
        with pytest.raises(ValueError, match="format code"):
            drawn(FIELDS, Context({"version": '"><script>'}))


def test_an_id_and_a_date_stand_as_they_are():
    one = uuid4()
    assert drawn("{{ id|key }} {{ day|key }}", Context({"id": one, "day": date(2026, 12, 1)})) == f"{one} 2026-12-01"
    assert key(one).__html__() == str(one)


def test_spans_are_told_on_the_readers_clock():
    hours = ("06:00–08:00", "18:00–20:30")
    window = '<span class="window">{}</span> '
    assert spans(hours) == window.format("06:00–08:00") + window.format("18:00–20:30")
    with telling.told(lambda: Telling(twelve_hours=True)):
        assert spans(hours) == window.format("6:00–8:00\N{NO-BREAK SPACE}am") + window.format(
            "6:00–8:30\N{NO-BREAK SPACE}pm"
        )
    assert spans(()) == ""


def test_what_a_translation_says_of_hours_is_escaped():
    assert spans(("<b>",)) == '<span class="window">&lt;b&gt;</span> '
