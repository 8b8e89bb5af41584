"""Texts in the calendar feed: contract lines 1, 2, 3 and 17."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.planner.ical_readers import READERS, make_event, unfold, value_of, write

NASTY = {
    "comma": "Run, then lift, then rest",
    "semicolon": "Set one; set two; TZID=Europe/Berlin:1",
    "quotes": "He said \"easy\" and 'slow', 35' 20\"",
    "colon": "BEGIN:VEVENT END:VCALENDAR X:Y",
    "emoji": "Run 🏃🏽‍♀️ then lift 🏋️ 🇩🇪 " * 8 + "home",
    "cjk": "本日のトレーニング:軽いジョギング三十五分、" * 8,
    "arabic": "تمرين الجري ثم رفع الأثقال " * 5 + "!",
    "long": "abcdefghi " * 399 + "abcdefghij",
    "commas": "," * 300,
    "html": "<b>Run</b> &amp; <script>alert(1)</script> <a href='https://x.example'>x</a>",
    "percent": "80 % of %s {0} ${x} =C3=A4",
    "spaces": "a   b  c",
}
BY_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("\\,;:\n\"'\t\r\x00\x85\u2028\ufeff→😀本")), max_size=400)


def read_texts(reader, **texts):
    """Write one event with the texts and return the summary and the description that `reader` finds."""
    event = make_event(**texts)
    found = reader(write(event))[event.uid]
    return found.summary, found.description


@BY_READER
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_contract_01_readers_agree_on_nasty_texts(reader, text):
    assert read_texts(reader, description=text)[1] == text


@BY_READER
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_contract_01_readers_agree_on_nasty_summaries(reader, text):
    summary = read_texts(reader, summary=text)[0]
    assert summary
    assert text.startswith(summary)


@BY_READER
def test_contract_17_steps_stay_one_a_line(reader):
    steps = "Warm-up 10 min\nRun 5 x 3 min, 2 min between\n\nCool-down 5 min"
    assert read_texts(reader, description=steps)[1] == steps


@BY_READER
def test_contract_17_texts_are_trimmed_and_lines_keep_their_blanks(reader):
    text = "one  \n  two"
    assert read_texts(reader, summary=" Run \n", description=f"\n \n  {text}\u00a0 \n\t\n ") == ("Run", text)


@BY_READER
@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_contract_02_every_line_end_becomes_one(reader, line_end):
    assert read_texts(reader, description=f"one{line_end}two")[1] == "one\ntwo"


@BY_READER
def test_contract_17_backslashes_are_written_as_slashes(reader):
    assert read_texts(reader, summary="tempo\\new\\\\", description="a\\nb\\, c\\") == ("tempo/new//", "a/nb/, c/")


def test_contract_02_control_characters_are_dropped():
    junk = "".join(
        map(chr, [*range(10), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFEFF, 0xD800])
    )
    event = make_event(summary=f"a{junk}b", description=f"c{junk}d", categories=(f"e{junk}f", junk))
    data = write(event, name=f"g{junk}h")
    assert value_of(data, "SUMMARY") == "a b"  # the tab is a space
    assert value_of(data, "DESCRIPTION") == "c d"
    assert value_of(data, "CATEGORIES") == "e f"
    assert value_of(data, "NAME") == "g h"


def test_contract_17_summary_is_one_line():
    assert value_of(write(make_event(summary=" Run\nLift \n")), "SUMMARY") == "Run Lift"


def test_contract_17_empty_description_and_categories_are_left_out():
    data = write(make_event(description=" \n\n".strip(), categories=("", "\x00")))
    assert b"DESCRIPTION" not in data
    assert b"CATEGORIES" not in data


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("x" * 8000, 8000),
        ("x" * 8001, 8000),
        ("本" * 3000, 2666),
        ("😀" * 2001, 2000),
        (",;" * 3000, 4000),
        ("a\n" * 4000, 5333),
    ],
)
def test_contract_17_description_stops_at_8000_octets_between_characters(text, kept):
    written = value_of(write(make_event(description=text)), "DESCRIPTION")
    assert len(written.encode()) <= 8000
    assert re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], written) == text[:kept].rstrip("\n")


@pytest.mark.parametrize(("text", "kept"), [("x" * 255, 255), ("x" * 256, 255), ("本" * 100, 85), ("😀" * 64, 63)])
def test_contract_17_summary_stops_at_255_octets_between_characters(text, kept):
    assert value_of(write(make_event(summary=text)), "SUMMARY") == text[:kept]


def check_lines(data):
    """Assert what RFC 5545 3.1 and the contract's line 2 ask of physical lines."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        text = line.decode()  # fails where a fold has cut a character
        assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in text)
        assert (len(text) - len(text.rstrip("\\"))) % 2 == 0, "a fold has cut an escape"


@pytest.mark.parametrize("offset", range(80))
def test_contract_02_no_fold_inside_a_character_or_an_escape(offset):
    pad = "x" * offset
    check_lines(
        write(make_event(summary=pad + ",;" * 40, description=pad + "\n,;😀本" * 40, categories=(pad + ",,,,,,",)))
    )


@settings(deadline=None)
@given(summary=ANY_TEXT, description=ANY_TEXT, name=ANY_TEXT, label=ANY_TEXT)
def test_contract_02_any_text_gives_lawful_lines(summary, description, name, label):
    event = make_event(summary=summary, description=description, categories=(label,), alarm_minutes=5)
    data = write(event, name=name, description=description)
    check_lines(data)
    assert [component.errors for component in Calendar.from_ical(data).walk() if component.errors] == []
    assert value_of(data, "NAME") == value_of(data, "X-WR-CALNAME")
    assert unfold(data).count("BEGIN:VEVENT") == 1


@settings(deadline=None)
@given(summary=ANY_TEXT, description=ANY_TEXT)
def test_contract_01_readers_agree_on_any_text(summary, description):
    texts = {read_texts(reader, summary=summary, description=description) for reader in READERS}
    assert len(texts) == 1
