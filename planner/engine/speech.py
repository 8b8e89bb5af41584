"""How the engine speaks: English as written and hours as HH:MM, unless whoever serves people says otherwise.

Every sentence goes through `gettext` or `ngettext` when it is told, with named places filled afterwards:
`gettext("{day}'s {name}").format(day=..., name=...)`. A sentence that is kept as a constant is marked with
`gettext_noop` where it stands and translated where it is told; tables (`Words`, `Names`) and fields (`Told`) do that by
themselves. Django's `makemessages` knows these names.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol, TypeVar, overload

Key = TypeVar("Key")


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


ENGLISH = English()
_translations: Translations = ENGLISH
_hour: ContextVar[Callable[[int], str]] = ContextVar("hour", default=clock)
_as_written: ContextVar[bool] = ContextVar("as_written", default=False)


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
    return message if _as_written.get() else _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message for a number of things in the reader's language."""
    return (ENGLISH if _as_written.get() else _translations).ngettext(singular, plural, number)


def hour(minutes: int) -> str:
    """Minutes of the day as the reader's clock tells them; for sentences."""
    return clock(minutes) if _as_written.get() else _hour.get()(minutes)


def as_written(tell: Callable[[], str]) -> str:
    """What is told, as the source has it, whoever is listening: to compare and to sort by in every language alike."""
    token = _as_written.set(True)
    try:
        return tell()
    finally:
        _as_written.reset(token)


def is_as_written() -> bool:
    """Whether whoever is listening is told the same."""
    return _translations is ENGLISH and _hour.get() is clock


class Words(Mapping[Key, str]):
    """A table of messages, each told in the reader's language when it is looked up."""

    def __init__(self, messages: Mapping[Key, str]) -> None:
        """Keep messages that `gettext_noop` marked."""
        self._messages = messages

    def __getitem__(self, key: Key) -> str:
        """The message of that key as it is told now."""
        return gettext(self._messages[key])

    def __iter__(self) -> Iterator[Key]:
        """The keys, in the order of the table."""
        return iter(self._messages)

    def __len__(self) -> int:
        """How many messages there are."""
        return len(self._messages)


class Names(Sequence[str]):
    """A row of messages, each told in the reader's language when it is looked up."""

    def __init__(self, *messages: str) -> None:
        """Keep messages that `gettext_noop` marked."""
        self._messages = messages

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...

    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        """The message of that place as it is told now."""
        found = self._messages[index]
        return gettext(found) if isinstance(found, str) else [gettext(message) for message in found]

    def __len__(self) -> int:
        """How many messages there are."""
        return len(self._messages)


class Told:
    """A field of a dataclass (without slots) that holds a message and tells it in the reader's language when read.

    The empty text stays empty: translations keep their own head under it.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn where the message is kept."""
        self._name = f"_{name}"

    @overload
    def __get__(self, instance: None, owner: type) -> "Told": ...

    @overload
    def __get__(self, instance: object, owner: type) -> str: ...

    def __get__(self, instance: object | None, owner: type) -> Any:
        """The message as it is told now; of the class there is none, so that the field has no default."""
        if instance is None:
            raise AttributeError(self._name)
        message = instance.__dict__[self._name]
        return gettext(message) if message else ""

    def __set__(self, instance: object, message: str) -> None:
        """Keep a message that `gettext_noop` marked."""
        instance.__dict__[self._name] = message
