"""How the engine speaks: English and the 24-hour clock by itself, anything else where it is asked to."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from planner.engine import speech


class Shouting:
    """A language for these tests."""

    def gettext(self, message: str) -> str:
        """Louder."""
        return message.upper()

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Louder, and counting as French does."""
        return (singular if number < 2 else plural).upper()


@pytest.fixture
def shouting() -> Iterator[None]:
    """The engine shouts, and speaks as before afterwards."""
    before = speech._translations
    speech.speak_by(Shouting())
    yield
    speech.speak_by(before)


def test_by_itself_a_message_is_told_as_written():
    english = speech.English()
    assert english.gettext("Fits.") == "Fits."
    assert [english.ngettext("run", "runs", number) for number in (0, 1, 2)] == ["runs", "run", "runs"]


def test_translations_are_asked_when_a_message_is_told(shouting):
    kept = speech.gettext_noop("Fits.")
    assert kept == "Fits."
    assert speech.gettext(kept) == "FITS."
    assert [speech.ngettext("run", "runs", number) for number in (0, 1, 2)] == ["RUN", "RUN", "RUNS"]


@pytest.mark.parametrize(("minutes", "told"), [(0, "00:00"), (545, "09:05"), (1439, "23:59")])
def test_hours_are_told_as_documents_write_them(minutes, told):
    assert speech.clock(minutes) == told
    assert speech.hour(minutes) == told


def test_another_clock_lasts_as_long_as_it_is_asked_for_and_documents_keep_theirs():
    with speech.hours_as(lambda minutes: f"{minutes // 60} o'clock"):
        assert speech.hour(540) == "9 o'clock"
        assert speech.clock(540) == "09:00"
    assert speech.hour(540) == "09:00"


def test_tables_and_rows_are_told_when_they_are_looked_up(shouting):
    table = speech.Words({"a": speech.gettext_noop("Fits.")})
    row = speech.Names(speech.gettext_noop("Monday"), speech.gettext_noop("Tuesday"))
    assert (table["a"], table.get("b", ""), list(table.items())) == ("FITS.", "", [("a", "FITS.")])
    assert (row[0], list(row[1:]), list(row), len(row)) == ("MONDAY", ["TUESDAY"], ["MONDAY", "TUESDAY"], 2)


@dataclass(frozen=True)
class Note:
    """A dataclass for these tests."""

    text: speech.Told = speech.Told()


def test_a_field_is_told_when_it_is_read_and_an_empty_one_stays_empty(shouting):
    assert (Note("Fits.").text, Note("").text) == ("FITS.", "")


def test_a_field_in_english_is_what_was_written():
    assert Note("Fits.").text == "Fits."
    assert Note("Fits.") == Note("Fits.") != Note("Fits not.")


def test_a_field_has_no_default():
    with pytest.raises(TypeError):
        Note()
