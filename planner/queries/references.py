"""The names in a source's text, and where on the page each is told."""

import re
from dataclasses import dataclass

from django.utils.text import slugify

from planner import rule_words
from planner.evidence import SOURCES

NAMED = {source.name: f"source-{slugify(source.name)}" for source in SOURCES} | {"founding article": "article"}
ASIDE = re.compile(r" \(.*\)$|:.*$")


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in the text of a source; `anchor` is its id on the page, empty where there is no more to tell of it."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as the page tells it; `address` is empty where we give none."""

    anchor: str
    name: str
    told: str
    address: str


def source_lines() -> tuple[SourceLine, ...]:
    """Every source, by name."""
    return tuple(SourceLine(NAMED[one.name], one.name, one.told, one.address) for one in SOURCES)


def references(text: str) -> tuple[Reference, ...]:
    """The names in a source's text: "Doma 2019 (72 h tail); convention" has two, one of them told."""
    names = rule_words.sources(text)
    return tuple(Reference(rule_words.source(name), NAMED.get(ASIDE.sub("", name), "")) for name in names)
