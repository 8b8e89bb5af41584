"""The calendar programs people use: how to know them, how late they are, where their address is pasted. No Django."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Client:
    """A family of calendar programs. `agents` are parts of its User-Agent in lower case."""

    family: str
    name: str
    agents: tuple[str, ...]
    lateness: str  # how soon it shows a change, honestly
    steps: str  # what a person does by hand


# In the order in which the page shows them.
CLIENTS = (
    Client(
        "apple",
        "Apple Calendar",
        ("dataaccessd", "calendaragent", "remindd", "cfnetwork"),
        "A Mac looks as often as you set it, every 5 minutes to every week. An iPhone follows its Fetch setting.",
        "On a Mac: File, New Calendar Subscription. On an iPhone: Calendars, Add Calendar, Add Subscription Calendar.",
    ),
    Client(
        "google",
        "Google Calendar",
        ("google-calendar", "googlebot", "google"),
        "Within a day, often 8 to 24 hours. Google decides when; nobody can hurry it.",
        "On a computer: Other calendars, +, From URL. The mobile app cannot add an address, but shows it afterwards.",
    ),
    Client(
        "outlook",
        "Outlook",
        ("outlook", "exchange", "microsoft", "ms-office"),
        "On the web about every 3 hours, up to a day. On the desktop at each send and receive.",
        "Add calendar, Subscribe from web, paste the address.",
    ),
    Client(
        "thunderbird",
        "Thunderbird",
        ("thunderbird",),
        "Every 30 minutes unless you set it otherwise.",
        "New Calendar, On the Network, paste the address.",
    ),
    Client(
        "nextcloud",
        "Nextcloud",
        ("nextcloud",),
        "Every hour when the server's background jobs run; an old server may take a week.",
        "New calendar, New subscription from link, paste the address.",
    ),
    Client(
        "icsx5",
        "Android with ICSx⁵",
        ("icsx5",),
        "Once a day unless you set it otherwise.",
        "Install ICSx⁵, tap +, paste the address.",
    ),
    Client(
        "gnome",
        "GNOME Calendar, Evolution",
        ("evolution", "gnome-calendar", "libsoup"),
        "Every 30 to 60 minutes unless you set it otherwise.",
        "Add Calendar, paste the address.",
    ),
)
# Known by their agent, and named on the page only once they have read the feed.
SELDOM = {
    "fastmail": "Fastmail",
    "proton": "Proton Calendar",
    "homeassistant": "Home Assistant",
    "vdirsyncer": "vdirsyncer",
}
NAMES = {client.family: client.name for client in CLIENTS} | SELDOM | {OTHER: "Another program"}
_AGENTS = tuple((agent, client.family) for client in CLIENTS for agent in client.agents)
# Thunderbird first: on a Mac its agent would pass for others'.
_TRIED = tuple(sorted(_AGENTS, key=lambda pair: pair[1] != "thunderbird")) + tuple((name, name) for name in SELDOM)


@lru_cache(maxsize=256)  # few programs send most polls
def family_of(agent: str) -> str:
    """The family a User-Agent belongs to; `OTHER` for browsers and all that is unknown."""
    text = agent.lower()
    return next((family for part, family in _TRIED if part in text), OTHER)


def webcal(address: str) -> str:
    """The address under the scheme that opens Apple's Calendar."""
    return "webcal:" + address.partition(":")[2]


def google_link(address: str) -> str:
    """Adds the calendar in Google Calendar on the web; an address with https here fails."""
    return "https://calendar.google.com/calendar/r?cid=" + quote(webcal(address), safe="")


GOOGLE_FROM_URL = "https://calendar.google.com/calendar/u/0/r/settings/addbyurl"


def outlook_link(address: str, name: str, *, work: bool) -> str:
    """Adds the calendar in Outlook on the web, for a private or a work account."""
    host = "outlook.office.com" if work else "outlook.live.com"
    return f"https://{host}/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(name, safe='')}"
