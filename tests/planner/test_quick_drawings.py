"""The small drawings of a board: its strip, the bars of its days, the recovery ribbon. Words are escaped in each."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from planner import telling
from planner.screens import Bar, Day, Overlap, Ready, RibbonRow
from planner.telling import Telling
from planner.templatetags.quick_drawings import marks, ribbon_scale, strip_days, sums
from tests.planner import pseudo

DAY = Day(
    date=date(2026, 12, 1),
    name="Tue",
    windows=(),
    busy=(),
    is_today=False,
    is_past=False,
    minutes=60,
    minutes_percent=50,
    load=300,
    load_percent=75,
    is_hard=False,
    cards=(),
    marks=("run", "recovery"),
    findings=(),
    rest_text="Rest day",
)
ROW = RibbonRow(
    key="legs",
    name="Legs",
    lanes=2,
    bars=(Bar("legs-1", 2, "lift", "10.000", "20.000"),),
    ready=(Ready("30.000", 2, "ready 07:30", inside=False),),
    overlaps=(),
    text="ready Wed 07:30",
)


class Elements(HTMLParser):
    """Each element of a drawing with its attributes, and the words in it."""

    def __init__(self, html):
        super().__init__()
        self.found, self.words = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data.strip())


def elements(html, tag, **values):
    return [attrs for name, attrs in Elements(html).found if name == tag and values.items() <= attrs.items()]


class TestTheStrip:
    def test_a_day_leads_to_its_column_and_has_name_number_and_marks(self):
        html = strip_days([DAY])
        (link,) = elements(html, "a")
        assert (link["href"], link["data-strip-day"], link["class"]) == ("#day-2026-12-01", "2026-12-01", "strip-day")
        assert [word for word in Elements(html).words if word] == ["Tue", "1"]
        assert [one["class"] for one in elements(html, "span") if "mark " in one["class"]] == [
            "mark small run",
            "mark small recovery",
        ]
        assert html.count("#i-leaf") == 1

    def test_the_bar_is_as_long_as_the_load(self):
        (bar,) = elements(strip_days([DAY]), "rect", id="strip-load-2026-12-01")
        assert (bar["width"], bar["height"], bar["rx"]) == ("75%", "3", "1.5")

    def test_today_is_told_to_everybody(self):
        (link,) = elements(strip_days([replace(DAY, is_today=True)]), "a")
        assert link["class"] == "strip-day is-today"
        assert link["aria-current"] == "date"

    def test_a_day_that_is_over(self):
        (link,) = elements(strip_days([replace(DAY, is_past=True)]), "a")
        assert link["class"] == "strip-day is-past"
        assert "aria-current" not in link

    def test_a_day_without_sessions_has_a_mark_of_its_own(self):
        assert elements(strip_days([replace(DAY, marks=())]), "span", **{"class": "strip-rest"})

    def test_a_verdict_of_each_kind_waits_in_it(self):
        icons = elements(strip_days([DAY]), "use")
        assert [one["href"] for one in icons] == ["#i-leaf", "#i-check", "#i-caution", "#i-breaks", "#i-none"]

    def test_its_name_is_escaped(self):
        assert "&lt;b&gt;" in strip_days([replace(DAY, name="<b>")])


class TestSums:
    def test_minutes_and_load_with_a_bar_each(self):
        html = sums(DAY)
        assert [word for word in Elements(html).words if word] == ["60 min", ",", "load 300"]
        assert elements(html, "rect", id="minutes-2026-12-01")[0]["width"] == "50%"
        assert elements(html, "rect", id="load-2026-12-01")[0]["width"] == "75%"

    def test_a_day_without_sessions_has_none(self):
        assert sums(replace(DAY, minutes=0)) == ""

    def test_they_are_told_in_the_readers_language(self, monkeypatch):
        pseudo.speak(monkeypatch)
        assert [word for word in Elements(sums(DAY)).words if word] == ["⟦60 min⟧", ",", "⟦load 300⟧"]


class TestTheRibbon:
    def test_a_bar_of_a_cause_in_its_lane(self):
        (bar,) = elements(marks(ROW, ""), "rect", id="bar-legs-1")
        assert bar["class"] == "bar lane-2"
        assert (bar["x"], bar["width"], bar["fill"]) == ("10.000%", "20.000%", "url(#after-lift)")

    @pytest.mark.parametrize(
        ("ready", "place"),
        [
            ({"inside": False}, {"dx": ".6em"}),
            ({"inside": True}, {"dx": "-.5em", "text-anchor": "end"}),
            ({"inside": True, "is_beyond": True}, {"dx": "-1.5em", "text-anchor": "end"}),
        ],
    )
    def test_the_hour_it_is_ready_stands_beside_the_bar_or_on_it(self, ready, place):
        row = replace(ROW, ready=(Ready("30.000", 2, "07:30", **ready),))
        (text,) = elements(marks(row, ""), "text")
        assert text == {"class": "ready lane-2", "x": "30.000%", **place}

    def test_what_is_ready_after_the_week_has_no_mark_in_it(self):
        beyond = replace(ROW, ready=(Ready("100", 2, "ready", inside=True, is_beyond=True),))
        assert "ready-mark" in marks(ROW, "")
        assert "ready-mark" not in marks(beyond, "")

    def test_where_rest_is_missing(self):
        row = replace(ROW, overlaps=(Overlap("5.000", "1.000"),))
        html = marks(row, "")
        assert elements(html, "rect", **{"class": "not-ready"})[0]["fill"] == "url(#not-ready)"
        assert elements(html, "rect", **{"class": "starts"})[0]["x"] == "5.000%"

    def test_now_is_drawn_in_this_week_alone(self):
        assert elements(marks(ROW, "42.000"), "rect", **{"class": "now"})[0]["x"] == "42.000%"
        assert not elements(marks(ROW, ""), "rect", **{"class": "now"})

    def test_its_words_are_escaped(self):
        assert "&lt;b&gt;" in marks(replace(ROW, ready=(Ready("1", 1, "<b>", inside=True),)), "")


class TestTheScale:
    def test_seven_days_with_three_hours_each(self):
        words = Elements(ribbon_scale()).words
        assert len(words) == 28
        assert words[:4] == ["Mon", "6", "12", "18"]
        assert [one["x"] for one in elements(ribbon_scale(), "text", **{"class": "scale-hour"})][:3] == [
            "3.571%",
            "7.143%",
            "10.714%",
        ]

    def test_on_the_readers_clock(self):
        assert "6 pm" not in ribbon_scale().replace("\N{NO-BREAK SPACE}", " ")
        with telling.told(lambda: Telling(twelve_hours=True)):
            assert "6 pm" in ribbon_scale().replace("\N{NO-BREAK SPACE}", " ")

    def test_in_the_readers_language(self, monkeypatch):
        ribbon_scale()
        pseudo.speak(monkeypatch)
        assert "⟦Mon⟧" in ribbon_scale()
