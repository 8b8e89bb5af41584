"""How the engine speaks: English as written and hours as HH:MM, unless whoever serves people says otherwise.

Every sentence goes through `gettext` or `ngettext` when it is told, with named places filled afterwards:
`gettext("{day}'s {name}").format(day=..., name=...)`. A sentence that is kept as a constant is marked with
`gettext_noop` where it stands and translated where it is told. Django's `makemessages` knows these names.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Translations(Protocol):
    """What speaks another language; `django.utils.translation` does."""

    def gettext(self, message: str) -> str:
        """The message in the reader's language."""

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The message for a number of things in the reader's language."""


class English:
    """The language the messages are written in."""

    def gettext(self, message: str) -> str:
        """The message as it stands."""
        return message

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """One of the two, as English counts."""
        return singular if number == 1 else plural


def clock(minutes: int) -> str:
    """Minutes of the day as HH:MM, the same for everybody: what documents and programs hold."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


_translations: Translations = English()
_hour: ContextVar[Callable[[int], str]] = ContextVar("hour", default=clock)


def speak_by(translations: Translations) -> None:
    """Use these translations from now on; they know themselves who is listening."""
    global _translations
    _translations = translations


@contextmanager
def hours_as(told: Callable[[int], str]) -> Iterator[None]:
    """Tell hours of the day by `told`, given minutes since midnight, while this lasts."""
    token = _hour.set(told)
    try:
        yield
    finally:
        _hour.reset(token)


def gettext_noop(message: str) -> str:
    """Marks a message that is translated later, where it is told."""
    return message


def gettext(message: str) -> str:
    """The message in the reader's language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message for a number of things in the reader's language."""
    return _translations.ngettext(singular, plural, number)


def hour(minutes: int) -> str:
    """Minutes of the day as the reader's clock tells them; for sentences."""
    return _hour.get()(minutes)
