"""A session's steps: warm-up first, cool-down last, minutes that add up, few sets in a beginner's first weeks."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle.facts import Json, level_of
from tests.oracle.weeks import sets_in

FIRST_WEEKS, FIRST_SETS = 2, 2


def step_errors(profile: Json, plan: Json) -> Iterator[str]:
    """What is wrong with the steps of a plan's sessions; a session without steps tells none."""
    for number, week in enumerate(plan["weeks"]):
        learns = level_of(profile, "lift") == "beginner" and number < FIRST_WEEKS
        for session in week["sessions"]:
            for text in _errors(session, learns) if session.get("blocks") else ():
                yield f"steps: week {number + 1} {session['id']}: {text}"


def _errors(session: Json, learns: bool) -> Iterator[str]:
    blocks = session["blocks"]
    if sum(block["minutes"] for block in blocks) != session["minutes"]:
        yield f"{[block['minutes'] for block in blocks]} min in a session of {session['minutes']}"
    if any(block["minutes"] <= 0 or not block["text"].strip() for block in blocks):
        yield "a step without minutes or text"
    ends = (("warm_up", blocks[0]), ("cool_down", blocks[-1])) if session["kind"] != "recovery" else ()
    for end, block in ends:
        if block["minutes"] != session[f"{end}_minutes"] or block.get("part", end) != end:
            yield f"the {end} of {session[f'{end}_minutes']} min is {block['text']!r}, {block['minutes']} min"
    lifting = [block for block in blocks if session["lift"] and block.get("part", "lift") == "lift"]
    most = max((sets for block in lifting for sets in sets_in(block["text"])), default=0)
    if learns and session["kind"] != "circuit" and most > FIRST_SETS:
        yield f"{most} sets of an exercise in a beginner's first two weeks"
