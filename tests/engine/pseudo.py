"""A language for tests: every letter of a message becomes a dot, so that a letter that is left was never translated."""

import re
import string
from collections.abc import Iterator
from contextlib import contextmanager

from planner.engine import speech

LETTER = re.compile(r"[^\W\d_]")


def masked(message: str) -> str:
    """The message as this language has it: its places stay, its letters do not."""
    parts = string.Formatter().parse(message)
    return "".join(LETTER.sub("·", text) + ("" if place is None else f"{{{place}}}") for text, place, _, _ in parts)


class Pseudo:
    """Speaks it."""

    def gettext(self, message: str) -> str:
        """Dots for letters."""
        return f"⟦{masked(message)}⟧"

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Dots for letters, whatever the number."""
        return f"⟦{masked(singular if number == 1 else plural)}⟧"


@contextmanager
def spoken() -> Iterator[None]:
    """The engine speaks it while this lasts, and tells hours by a sign that holds no digit."""
    before = speech._translations
    speech.speak_by(Pseudo())
    try:
        with speech.hours_as(lambda minutes: "◷"):
            yield
    finally:
        speech.speak_by(before)
