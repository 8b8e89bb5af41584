"""The calendar programs people use: how to know them, how late they are, where their address is pasted. No Django."""

import ipaddress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from planner.engine.speech import gettext_noop

CALENDAR_NAME = "Tandem training"  # of a plan's first calendar
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Client:
    """A family of calendar programs. `agents` are parts of its User-Agent in lower case."""

    family: str
    name: str
    agents: tuple[str, ...]
    lateness: str  # how soon it shows a change, honestly; a message, as are the steps
    steps: tuple[str, ...]  # what a person does by hand, a sentence each
    delay: int  # minutes that it usually lets pass between two looks, at the most


HOUR = 60
DAY = 24 * HOUR
# In the order in which the page shows them.
CLIENTS = (
    Client(
        "apple",
        "Apple Calendar",
        ("dataaccessd", "calendaragent", "remindd", "cfnetwork"),
        gettext_noop(
            "A Mac looks as often as you set it, every 5 minutes to every week. An iPhone follows its Fetch setting."
        ),
        (
            gettext_noop("On an iPhone: Calendars, Add Calendar, Add Subscription Calendar, then paste the address."),
            gettext_noop("On a Mac: File, New Calendar Subscription, then paste the address."),
            gettext_noop('For reminders, switch off "Remove Alerts" there: it is on unless you change it.'),
        ),
        DAY,
    ),
    Client(
        "google",
        "Google Calendar",
        ("google-calendar", "googlebot", "google"),
        gettext_noop(
            "Within a day, often 8 to 24 hours. Google decides when; nobody can hurry it."
            " It shows no reminders of ours."
        ),
        (
            gettext_noop("On a computer, open Google Calendar."),
            gettext_noop('Beside "Other calendars" press +, then From URL, and paste the address.'),
            gettext_noop("The mobile app cannot add an address, but shows the calendar afterwards."),
        ),
        DAY,
    ),
    Client(
        "outlook",
        "Outlook",
        ("outlook", "exchange", "microsoft", "ms-office"),
        gettext_noop("On the web about every 3 hours, up to a day. On the desktop at each send and receive."),
        (
            gettext_noop("Open the calendar and choose Add calendar, Subscribe from web."),
            gettext_noop("Paste the address and give it a name."),
        ),
        DAY,
    ),
    Client(
        "thunderbird",
        "Thunderbird",
        ("thunderbird",),
        gettext_noop("Every 30 minutes unless you set it otherwise."),
        (
            gettext_noop("File, New, Calendar, On the Network."),
            gettext_noop('Tick "This location does not require credentials" and paste the address.'),
            gettext_noop("Choose the calendar that it finds."),
        ),
        HOUR // 2,
    ),
    Client(
        "nextcloud",
        "Nextcloud",
        ("nextcloud",),
        gettext_noop("Every hour when the server's background jobs run; an old server may take a week."),
        (
            gettext_noop("In Calendar press + New calendar, then New subscription from link."),
            gettext_noop("Paste the address."),
        ),
        HOUR,
    ),
    Client(
        "icsx5",
        gettext_noop("Android with ICSx⁵"),
        ("icsx5",),
        gettext_noop("Once a day unless you set it otherwise."),
        (
            gettext_noop("Install ICSx⁵, from F-Droid or the Play Store."),
            gettext_noop("Press +, paste the address and choose a colour."),
            gettext_noop("The calendar then shows in the phone's own calendar app."),
        ),
        DAY,
    ),
    Client(
        "gnome",
        "GNOME Calendar, Evolution",
        ("evolution", "gnome-calendar", "libsoup"),
        gettext_noop("Every 30 to 60 minutes unless you set it otherwise."),
        (
            gettext_noop("In GNOME Calendar: Manage Calendars, Add Calendar, paste the address."),
            gettext_noop("In Evolution: New, Calendar, On the Web."),
        ),
        HOUR,
    ),
)
# Known by their agent, and named on the page only once they have read the feed; minutes as above.
SELDOM = {
    "fastmail": ("Fastmail", HOUR),
    "proton": ("Proton Calendar", 16 * HOUR),
    "homeassistant": ("Home Assistant", DAY),
    "vdirsyncer": ("vdirsyncer", HOUR),
}
NAMES = (
    {client.family: client.name for client in CLIENTS}
    | {family: name for family, (name, _) in SELDOM.items()}
    | {OTHER: gettext_noop("Another program")}
)
DELAYS = {client.family: client.delay for client in CLIENTS} | {family: delay for family, (_, delay) in SELDOM.items()}
SLOW = tuple(family for family, delay in DELAYS.items() if delay > 12 * HOUR)  # look once a day or little more often
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


_LOCAL_ENDS = (".local", ".localhost", ".lan", ".home.arpa", ".internal")


def is_local(address: str) -> bool:
    """Whether an address leads nowhere from the internet: this machine, or a name or number of a home network."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_LOCAL_ENDS)
