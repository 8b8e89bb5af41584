"""Every sentence about the evidence is translated where the page of rules reads it; citations stay as published."""

from collections.abc import Iterator

import pytest

from planner.engine import RULES
from planner.evidence import ARTICLE, CONTRADICTIONS, GROUNDS, KEPT_OUT, SOURCES
from planner.queries.rules import _links
from tests.engine.pseudo import LETTER, spoken
from tests.engine.test_every_sentence import sentences_without_a_mark
from tests.planner.test_evidence import ROOT

FILES = sorted((ROOT / "planner" / "evidence").glob("*.py"))


def told() -> Iterator[str]:
    """All that people read of it."""
    yield from (text for one in ARTICLE for text in (one.claim, one.reason))
    yield from (feature.called.replace("{wish}", "") for one in ARTICLE for feature in one.features)
    for one in CONTRADICTIONS:
        yield from (one.title, one.one.claim, one.other.claim, one.evidence, one.settled)
    yield from GROUNDS.values()
    yield from (text for one in KEPT_OUT for text in (one.topic, one.claim, one.why))
    yield from (source.told for source in SOURCES)
    yield from (link.sentence for link in _links([rule.id for rule in RULES]))


def test_every_text_is_translated():
    with spoken():
        assert [text for text in told() if LETTER.search(text)] == []
    assert all(LETTER.search(text) for text in told())


def test_a_feature_is_named_with_the_wish_it_holds():
    named = {feature.name for one in ARTICLE for feature in one.features}
    assert {"the wish “On days of their own”", "the wish for circuits"} <= named
    assert not any("{" in name for name in named)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_sentence_is_written_without_a_mark(path):
    names = {source.name for source in SOURCES}
    assert set(sentences_without_a_mark(path.read_text(encoding="utf-8"))) <= names
