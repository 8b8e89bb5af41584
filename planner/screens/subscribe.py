"""The subscribe page: the address, the calendar programs, the person's other calendars."""

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
    steps: tuple[str, ...]  # how to subscribe by hand
    links: tuple[CalendarLink, ...]
    last_read: str  # "Read it 9 hours ago.", empty where it never has

    @property
    def is_in_sight(self) -> bool:
        """Many people have it, or this person does: the others are folded together."""
        return bool(self.links or self.last_read)


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """One of the person's calendars, in the list of them."""

    id: int
    name: str
    about: str  # "Everything", "Busy times only, 15 minutes before and after"
    last_read: str  # "Last read by Google Calendar 9 hours ago.", empty where nothing has
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Subscribe:
    """The page of one calendar. `address` and all that is made of it are secret."""

    id: int
    name: str
    address: str  # as the person reaches this site
    public_address: str  # as the internet does, where that differs, else empty
    is_local: bool  # no calendar program outside of this network reaches the address
    webcal: str
    qr: str  # an <svg>
    clients: tuple[CalendarClient, ...]
    others: tuple[str, ...]  # programs without an entry of their own that have read the feed, a sentence each
    calendars: tuple[OwnCalendar, ...]
    can_add: bool
