"""What the rules rest on: every sentence of the article is served, and everything that is named exists."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from planner.engine import RULES, SCHOOLS
from planner.engine.composition import cell_for
from planner.engine.vocabulary import RUNNING_GOALS, Goal, Kind, Level, Policy
from planner.evidence import ARTICLE, CONTRADICTIONS, GROUNDS, KEPT_OUT, SOURCES, Status
from planner.queries.references import NAMED, references

ROOT = Path(__file__).resolve().parent.parent.parent
IDS = {rule.id for rule in RULES}
EVERY = [f"S{number}" for number in range(1, 35)]
by_sentence = pytest.mark.parametrize("sentence", ARTICLE, ids=lambda sentence: sentence.id)
by_contradiction = pytest.mark.parametrize("one", CONTRADICTIONS, ids=lambda one: one.id)


def are_sentences(texts) -> bool:
    """Whether all begin and end as sentences do, and none shouts."""
    return all((text[0] == "“" or text[0].isupper()) and text.endswith(".") and "!" not in text for text in texts)


def test_the_article_has_34_sentences():
    assert [sentence.id for sentence in ARTICLE] == EVERY


@by_sentence
def test_every_sentence_is_served(sentence):
    assert sentence.rules or sentence.kinds or sentence.policies or sentence.features


@by_sentence
def test_every_server_exists(sentence):
    assert set(sentence.rules) <= IDS
    assert set(sentence.kinds) <= set(Kind)
    assert set(sentence.policies) <= set(Policy) == SCHOOLS.keys()
    for feature in sentence.features:
        assert (ROOT / feature.place).is_file() if feature.is_document else reverse(feature.place)


@by_sentence
def test_every_sentence_says_how_far_it_is_served_and_why(sentence):
    assert isinstance(sentence.status, Status)
    assert are_sentences((sentence.claim, sentence.reason))


def test_what_is_settled_against_can_still_be_chosen():
    against = [sentence for sentence in ARTICLE if sentence.status is Status.AGAINST]
    assert [sentence.id for sentence in against] == ["S18", "S19"]
    assert all(sentence.policies == (Policy.FINISH_WITH_FOCUS,) for sentence in against)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_serves_sentences_that_there_are(rule):
    assert set(rule.article) <= set(EVERY)
    assert sorted(set(rule.article), key=EVERY.index) == list(rule.article)


def test_every_rule_tells_why_it_is_as_sure_as_that():
    assert GROUNDS.keys() == IDS
    assert are_sentences(GROUNDS.values())


# What single sentences promise


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("days", range(2, 8))
def test_fat_loss_keeps_two_lifts_and_runners_one(days, level):
    assert cell_for(Goal.FAT_LOSS, level, days).lifts >= 2  # S31
    assert all(cell_for(goal, level, days).lifts >= 1 for goal in RUNNING_GOALS)  # S32
    assert all(cell_for(goal, level, days).runs >= 1 for goal in Goal)  # S33


# Contradictions


def test_contradictions_are_told_once():
    assert len({one.id for one in CONTRADICTIONS}) == len(CONTRADICTIONS) >= 6


@by_contradiction
def test_both_sides_are_the_articles_and_differ(one):
    assert set(one.one.article) | set(one.other.article) <= set(EVERY)
    assert one.one.article
    assert one.other.article
    assert set(one.one.article).isdisjoint(one.other.article)
    assert are_sentences((one.one.claim, one.other.claim, one.evidence, one.settled))


@by_contradiction
def test_it_is_settled_by_rules_that_there_are(one):
    assert one.rules
    assert set(one.rules) <= IDS


def test_every_claim_about_order_that_is_settled_against_stands_in_a_contradiction():
    told = {claim for one in CONTRADICTIONS for side in (one.one, one.other) for claim in side.article}
    assert {sentence.id for sentence in ARTICLE if sentence.status is Status.AGAINST} <= told


# Kept out, sources


@pytest.mark.parametrize("word", ["Afterburn", "Cortisol", "Hormones", "Calories"])
def test_what_the_evidence_does_not_carry_is_kept_out_of_every_rule(word):
    assert word in {one.topic for one in KEPT_OUT}
    texts = [text for rule in RULES for text in (rule.sentence, rule.statement)]
    assert not [text for text in texts if word.lower().rstrip("s") in text.lower()]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_source_is_named_by_something(source):
    texts = [one.source for one in (*RULES, *CONTRADICTIONS, *SCHOOLS.values())]
    assert any(NAMED[source.name] == one.anchor for text in texts for one in references(text))
    assert not source.address or source.address.startswith("https://")


@pytest.mark.parametrize("one", [*RULES, *CONTRADICTIONS, *SCHOOLS.values()], ids=lambda one: one.source)
def test_every_study_that_is_named_is_told(one):
    assert [name.text for name in references(one.source) if re.search(r"\d{4}", name.text) and not name.anchor] == []


def test_sources_are_told_once_and_by_name():
    names = [source.name for source in SOURCES]
    assert len(set(NAMED.values())) == len(NAMED)
    assert names == sorted(names, key=NAMED.get)


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("Doma 2019 (72 h tail)", ["source-doma-2019"]),
        ("convention; Foster 1998", ["", "source-foster-1998"]),
        ("Schumann 2022, Baar 2014", ["source-schumann-2022", "source-baar-2014"]),
        ("founding article: do it in the order that appeals to you", ["article"]),
        ("coaching", [""]),
    ],
)
def test_names_in_a_source_lead_to_where_they_are_told(text, anchors):
    assert [one.anchor for one in references(text)] == anchors
