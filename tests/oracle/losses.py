"""Runs, lifts and circuits that were asked for and are not in a week, though no sentence of the plan says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.oracle.facts import Json

FIELDS = {"runs_per_week": "run", "lifts_per_week": "lift", "circuits_per_week": "circuit"}
EMPTY = "the week is empty"


def lost_untold(profile: Json, sessions: Iterable[Json], changes: Iterable[str]) -> Iterator[str]:
    """What was asked for, held and not told; a circuit is a run and a lift too.

    Told is what a sentence names as it was asked for, with the number that the week holds behind it; a week of which
    nothing is left tells that alone.
    """
    held, told = list(sessions), list(changes)
    if any(EMPTY in text for text in told):
        return
    for field, thing in FIELDS.items():
        asked, number = profile.get(field) or 0, sum(_is(thing, session) for session in held)
        if number < asked and not any(_tells(text, asked, thing, number) for text in told):
            yield f"{asked} x {thing} asked for, {number} held: {told}"


def _is(thing: str, session: Json) -> bool:
    return session["kind"] == "circuit" or (thing != "circuit" and session[thing] is not None)


def _tells(text: str, asked: int, thing: str, number: int) -> bool:
    """Whether a sentence about so many of the thing goes on with the number that is there."""
    wish = re.search(rf"\bYou asked for (?:.* and )?{asked} {thing}s?\b", text)
    if wish is None:
        return False
    rest = text[wish.end() :]
    return re.search(rf"\b{number}\b" if number else rf"\bnone\b|\bno {thing}s\b", rest) is not None
