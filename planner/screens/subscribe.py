"""The subscribe page: the address and the calendar programs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarLink:
    """A link that opens a calendar program with the feed filled in."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class CalendarClient:
    """One calendar program on the subscribe page."""

    family: str
    name: str
    lateness: str  # how soon it shows a change
    steps: str  # how to subscribe by hand
    links: tuple[CalendarLink, ...]
    last_read: str  # "Read it 9 hours ago.", empty where it never has

    @property
    def is_in_sight(self) -> bool:
        """Many people have it, or this person does: the others are folded together."""
        return bool(self.links or self.last_read)


@dataclass(frozen=True, slots=True)
class Subscribe:
    """The subscribe page. `address` and all that is made of it are secret."""

    address: str
    webcal: str
    qr: str  # an <svg>
    clients: tuple[CalendarClient, ...]
    others: tuple[str, ...]  # programs without an entry of their own that have read the feed, a sentence each
