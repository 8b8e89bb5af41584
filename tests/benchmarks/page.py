"""B1, B2, W1: a move against the least it has to do, drawing against the bare cards, the page over the wire."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import brotli
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template import engines, loader
from django.test import Client

from planner import clock
from planner.models import Plan, Session, Week
from tests.benchmarks.rounds import Row, at_most, compare

KILOBYTE = 1024
MOST_BYTES = 100 * KILOBYTE
INCLUDE = re.compile(r'{% include "([\w/.]+)"(?: with ([^%]*))? %}')
ASSET = re.compile(r'(?:href|src)="/static/([\w/.-]+)"')
PART = re.compile(r'(?:import|from) "(\./[\w.-]+)"|url\("(\.\.[\w/.-]+)"\)')
HTMX = {"HX-Request": "true"}


def moves(client: Client, plan: Plan, monday: date) -> Iterator[Row]:
    """B1: a card goes to and fro between two places of its day; the ways to mend a week that breaks a rule."""
    row = Session.objects.filter(week__plan=plan, week__start=monday).earliest("date", "start")
    week = Week.objects.get(plan=plan, start=monday)
    versions, starts = iter(range(week.version, 10**6)), cycle((row.start + 5, row.start))

    def move() -> None:
        fields = {"date": row.date.isoformat(), "start": clock.from_minutes(next(starts))}
        told = {"version": next(versions), "board_week": clock.iso_of(monday)}  # as every form of the board
        answer = client.post(f"/sessions/{row.pk}/move/", fields | told, headers=HTMX)
        assert "Moved to" in answer.content.decode()

    floor = partial(client.post, f"/floor/{clock.iso_of(monday)}/{row.pk}/", headers=HTMX)
    what = "over session + read + one-row commit + draw"
    yield at_most("B1", f"a move on the board {what}", 1.5, compare(move, floor))
    broken = monday + timedelta(days=6)
    Session.objects.filter(pk=row.pk).update(date=broken, start=5 * 60)
    ways = partial(client.get, f"/week/{clock.iso_of(monday)}/repair/", headers=HTMX)
    assert "data-way" in ways().content.decode()
    yield at_most("B1", f"ways to make a broken week fit {what}", 2, compare(ways, floor))
    Session.objects.filter(pk=row.pk).update(date=row.date, start=row.start)


def drawing(draw: Callable[[], str], context: dict[str, Any], request: HttpRequest) -> Iterator[Row]:
    """B2: the whole board against one flat template of nothing but its cards, menus and forms included.

    What makes the board quick it has too: numbers without a look at the language, names that would be missing, the
    fields that every form carries.
    """
    cards = "{% for day in board.days %}{% for card in day.cards %}%s{% endfor %}{% endfor %}"
    carried = "{% hidden_fields board.version as hidden %}"
    named = '{% with sample="" plain="" move_weeks="" %}' + carried + cards + "{% endwith %}"
    source = "{% load l10n %}{% localize off %}" + named + "{% endlocalize %}"
    bare = engines["django"].from_string(source.replace("%s", _flat("planner/board/_card.html")))
    found = compare(draw, lambda: bare.render(context, request))
    yield at_most("B2", "drawing the board over a flat template of its cards", 1.5, found)


def _flat(name: str) -> str:
    """A template with those that it includes written into it."""

    def inside(match: re.Match[str]) -> str:
        text = _flat(match[1])
        return f"{{% with {match[2]} %}}{text}{{% endwith %}}" if match[2] else text

    origin = loader.get_template(name).origin
    return INCLUDE.sub(inside, Path(origin.name).read_text(encoding="utf-8"))


def wire(client: Client) -> Iterator[Row]:
    """W1: bytes of the page and of every file that it asks for, compressed as they are served."""
    answer = client.get("/week/", headers={"Accept-Encoding": "gzip"})
    text = client.get("/week/").content.decode()
    files = _with_parts({found for found in ASSET.findall(text) if "htmx" not in found or found.endswith(".js")})
    sizes = [len(brotli.compress(_path(name).read_bytes())) for name in files]
    total = len(answer.content) + sum(sizes)
    told = f"{total / KILOBYTE:.0f} KB ({len(answer.content) / KILOBYTE:.0f} of the page, {len(sizes)} files)"
    yield Row("W1", "board page over the wire, first visit", "at most 100 KB", told, total <= MOST_BYTES)


def _path(name: str) -> Path:
    found = finders.find(name)
    assert isinstance(found, str), name
    return Path(found)


def _with_parts(names: set[str]) -> set[str]:
    """The files, and what they import or refer to in turn."""
    found = set(names)
    for name in names:
        if name.endswith((".js", ".css")) and "htmx" not in name:
            parts = {one or other for one, other in PART.findall(_path(name).read_text(encoding="utf-8"))}
            found |= _with_parts(
                {str((Path("/") / name).parent.joinpath(part).resolve())[1:] for part in parts} - found
            )
    return found
