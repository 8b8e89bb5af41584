"""Calendar programs: their agents and links, lines 30 and 34 of the feed contract."""

from urllib.parse import parse_qs, urlsplit

import pytest

from planner.calendar_clients import CLIENTS, NAMES, family_of, google_link, is_local, outlook_link, webcal

ADDRESS = "https://tandem.example/feed/aB_c-1.ics"


@pytest.mark.parametrize(
    ("agent", "family"),
    [
        ("Google-Calendar-Importer", "google"),
        ("iOS/18.0 (22A3354) dataaccessd/1.0", "apple"),
        ("Mac+OS+X/10.15 (19H2) CalendarAgent/930", "apple"),
        ("macOS/13.4 (22F66) dataaccessd/1.0", "apple"),
        ("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18025; Pro)", "outlook"),
        ("Microsoft.Exchange/15.20 (Client=REST;)", "outlook"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0", "thunderbird"),
        ("Nextcloud Webcal Service", "nextcloud"),
        ("ICSx5/2.4 (ical4j/4.0 okhttp/5.0 Android/15)", "icsx5"),
        ("Evolution/3.52.3", "gnome"),
        ("vdirsyncer/0.21.0", "vdirsyncer"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Safari/605.1.15", "other"),
        ("curl/8.0", "other"),
        ("", "other"),
    ],
)
def test_contract_34_the_family_of_an_agent(agent, family):
    assert family_of(agent) == family
    assert family in NAMES


def test_contract_30_apple_gets_webcal():
    assert webcal(ADDRESS) == "webcal://tandem.example/feed/aB_c-1.ics"


def test_contract_30_google_gets_the_webcal_address_encoded():
    link = google_link(ADDRESS)
    assert link == "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Ftandem.example%2Ffeed%2FaB_c-1.ics"


@pytest.mark.parametrize(("work", "host"), [(False, "outlook.live.com"), (True, "outlook.office.com")])
def test_contract_30_outlook_gets_the_https_address_and_the_name(work, host):
    parts = urlsplit(outlook_link(ADDRESS, "Tandem training & more", work=work))
    assert (parts.hostname, parts.path) == (host, "/calendar/0/addfromweb")
    assert parse_qs(parts.query) == {"url": [ADDRESS], "name": ["Tandem training & more"]}
    assert " " not in parts.query


def test_every_client_says_how_late_it_is_and_how_to_subscribe():
    told = [sentence for client in CLIENTS for sentence in (client.lateness, *client.steps)]
    assert all(sentence.endswith(".") for sentence in told)
    assert len({client.family for client in CLIENTS}) == len(CLIENTS)


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("https://localhost", True),
        ("http://127.0.0.1:8000/feed/x.ics", True),
        ("http://[::1]:8000/", True),
        ("http://192.168.1.5:8000", True),
        ("https://tandem.local/", True),
        ("https://tandem", True),
        ("", True),
        ("https://tandem.example", False),
        ("https://93.184.215.14/", False),
    ],
)
def test_an_address_is_local_where_the_internet_cannot_follow_it(address, local):
    assert is_local(address) is local
