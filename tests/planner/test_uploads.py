"""Uploaded files are held in memory, never past the limit."""

import pytest

from planner.uploads import MOST_BYTES, Bounded


def upload(handler, *parts):
    handler.new_file("calendar", "mine.ics", "text/calendar", None)
    sent = 0
    for part in parts:
        assert handler.receive_data_chunk(part, sent) is None
        sent += len(part)
    return handler.file_complete(sent)


def test_a_file_is_what_was_sent():
    file = upload(Bounded(), b"BEGIN:", b"VCALENDAR")
    assert (file.read(), file.size, file.name) == (b"BEGIN:VCALENDAR", 15, "mine.ics")


@pytest.mark.parametrize(("past", "held"), [(-1, MOST_BYTES - 1), (0, MOST_BYTES), (7, MOST_BYTES)])
def test_no_more_is_held_than_the_limit_and_the_size_is_told(past, held):
    file = upload(Bounded(), b"x" * MOST_BYTES, b"y" * past) if past > 0 else upload(Bounded(), b"x" * held)
    assert (len(file.read()), file.size) == (held, MOST_BYTES + past)


def test_the_limit_is_that_of_all_files_together():
    handler = Bounded()
    assert len(upload(handler, b"x" * MOST_BYTES).read()) == MOST_BYTES
    second = upload(handler, b"y" * 10)
    assert (second.read(), second.size) == (b"", 10)
