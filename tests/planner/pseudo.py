"""A pseudo language: every message that is translated stands in ⟦brackets⟧, so whatever does not was never marked."""

import re
from html.parser import HTMLParser

import pytest
from django.http import HttpResponseBase
from django.utils import translation
from django.utils.safestring import SafeData, mark_safe

from planner.engine import RULES
from planner.evidence import SOURCES

OPEN, CLOSE = "⟦", "⟧"
SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-label")
SILENT = {"script", "style", "code", "textarea"}  # the last holds what a person wrote
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# A rule's id and a publication are called the same in every language.
NAMES = sorted([*(rule.id for rule in RULES), *(source.name for source in SOURCES)], key=len, reverse=True)
# What else is: what the tests wrote, our name, addresses, units, signs, forms of files, zones.
SAME = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, NAMES))})(?!\w)|"
    r"Zzz|Tandem training|Tandem|\S+@\S+|https?://\S+|webcal:\S+|\S+\.ics\b|[\w.]+\.org/…|/\w+/\S*|\b\w+/\w+(?:/\w+)*\b"
    r"|\b(?:km|mi|min|h|RIR|UTC|JSON|FIT|ZWO|CSV|ICSx|GNOME|[A-Z])\b|[A-Z]\d+"
)

NAMES_OF_PLACES = "#id_timezone"  # the time zones, as their list names them


def speak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put every message of the site in brackets, its places inside."""
    trans = translation._trans
    monkeypatch.setattr(trans, "get_language", lambda: "xx")
    monkeypatch.setattr(trans, "gettext", marked)
    monkeypatch.setattr(trans, "pgettext", lambda context, message: marked(message))
    monkeypatch.setattr(trans, "ngettext", lambda one, more, number: marked(one if number == 1 else more))
    monkeypatch.setattr(trans, "npgettext", lambda context, one, more, number: marked(one if number == 1 else more))


def marked(message: object) -> str:
    """The message in brackets; what surrounds its words stays outside."""
    text = str(message)
    core = text.strip()
    told = text.replace(core, f"{OPEN}{core}{CLOSE}", 1) if core else text
    return mark_safe(told) if isinstance(message, SafeData) else told  # as Django's catalogues do


def outside(text: str, depth: int = 0) -> tuple[str, int]:
    """What of a text stands outside of brackets, and how deep in brackets it ends; it begins `depth` deep."""
    out = []
    for sign in text:
        depth += (sign == OPEN) - (sign == CLOSE)
        out.append(sign if depth == 0 and sign != CLOSE else " ")
    return "".join(out), depth


def words_of(text: str) -> str:
    """The words of a text that are no name, unit or number: none where nothing is left to translate."""
    left = SAME.sub(" ", text)
    return " ".join(left.split()) if re.search(r"[^\W\d_]{2}", left) else ""


class Page(HTMLParser):
    """Finds the words of a page that stand outside of brackets: `unmarked` has each with the place where it is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, frozenset[str]]] = []
        self.depth = 0
        self.unmarked: list[tuple[str, frozenset[str]]] = []

    @property
    def place(self) -> frozenset[str]:
        """Names of the elements around, with classes as .name and ids as #name."""
        return frozenset().union(*(names for _, names in self.stack))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = {f".{name}" for name in values.get("class", "").split()}
        names = frozenset({tag, *classes, f"#{values.get('id', '')}"})
        if tag == "meta" and values.get("name") == "description":
            self._hold(values["content"], names)
        for name in SPOKEN:
            self._hold(values.get(name, ""), names | self.place)
        if tag not in VOID:
            self.stack.append((tag, names))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        left, self.depth = outside(data, self.depth)
        if not SILENT & {tag for tag, _ in self.stack}:
            self._hold(left, self.place)

    def _hold(self, text: str, place: frozenset[str]) -> None:
        if words := words_of(outside(text)[0]):
            self.unmarked.append((words, place))


def of_the_site(words: str, place: frozenset[str]) -> str:
    """What of some words is the site's to translate."""
    return "" if NAMES_OF_PLACES in place else words_of(words)


def unmarked(html: str) -> list[str]:
    """The words of a page that no translation reaches, each with the elements around it."""
    page = Page()
    page.feed(html)
    page.close()
    assert page.depth == 0, "a bracket is open at the end"
    found = ((of_the_site(words, place), place) for words, place in page.unmarked)
    return list(dict.fromkeys(f"{left} in {' '.join(sorted(place))}" for left, place in found if left))


def hold(answer: HttpResponseBase) -> None:
    """An answer of the site holds no word outside of brackets."""
    assert answer.status_code < 500, answer.status_code
    html = answer.content.decode()
    assert OPEN in html, "nothing is translated"
    found = unmarked(html)
    assert not found, "\n".join(found)


def hold_text(text: str, *known: str) -> None:
    """The same of plain text, which may hold what is `known`."""
    for one in known:
        text = text.replace(one, "")
    left, depth = outside(text)
    assert depth == 0, "a bracket is open at the end"
    found = [line for line in left.splitlines() if of_the_site(words_of(line), frozenset())]
    assert not found, "\n".join(found)
