"""The public page of rules: everything the engine knows, how sure it is, where it comes from; and links both ways."""

import re
from collections import Counter
from html import unescape

import pytest

from planner.engine import RULES, SCHOOLS, rulings
from planner.engine.vocabulary import Goal, Policy
from planner.evidence import ARTICLE, CONTRADICTIONS, KEPT_OUT, SOURCES
from planner.queries.policies import policy_tables, settled
from planner.queries.rules import rules_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(client):
    return unescape(client.get("/rules/").content.decode())


def part(text: str, anchor: str, tag: str) -> str:
    """What stands inside the element with that id."""
    (found,) = re.findall(rf'<{tag}[^>]*\bid="{anchor}".*?</{tag}>', text, re.DOTALL)
    return found


def test_the_page_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/rules/").status_code == 200


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_told_with_sentence_source_and_confidence(text, rule):
    told = part(text, f"rule-{rule.id}", "li")
    assert rule.sentence in told
    assert rule.source.split("; ")[0].split(", ")[0] in told
    assert f"sure-{rule.confidence}" in told
    assert ("Never broken by the planner" in told) is (rule.weight is None)
    assert all(f'href="#{claim.lower()}"' in told for claim in rule.article)


@pytest.mark.parametrize(
    ("rule", "weight", "goals"),
    [
        ("hard-easy", "", ""),
        ("muscle-recovery-hours", "Low weight", ""),
        ("full-body-before-key-run", "High weight, medium for strength and muscle", ""),
        ("alternate-order", "Low weight, high under “Take turns”", ""),
        ("legs-to-hard-run-48h", "Medium weight", "endurance and speed"),
    ],
)
def test_weights_and_goals_are_told_in_words(rule, weight, goals):
    lines = {line.id: line for family in rules_page().families for line in family.rules}
    assert (lines[rule].weight_text, lines[rule].goals_text) == (weight, goals)


def test_every_rule_stands_in_one_family_in_the_order_of_numbers():
    families = rules_page().families
    assert sorted(line.number for family in families for line in family.rules) == [rule.number for rule in RULES]
    for family in families:
        numbers = [line.number for line in family.rules]
        assert numbers == sorted(numbers)


def test_the_scale_counts_every_rule_once():
    assert sum(number for _, number in rules_page().scale) == rules_page().count == len(RULES)


@pytest.mark.parametrize("sentence", ARTICLE, ids=lambda sentence: sentence.id)
def test_every_sentence_of_the_article_leads_to_what_serves_it(text, sentence):
    told = part(text, sentence.id.lower(), "li")
    assert sentence.claim in told
    assert sentence.reason in told
    assert all(f'href="#rule-{rule}"' in told for rule in sentence.rules)
    assert all(f'href="#policy-{policy}"' in told for policy in sentence.policies)
    assert all(feature.name in told for feature in sentence.features)


def test_rules_that_the_article_does_not_ask_for_are_listed():
    asked = {rule for sentence in ARTICLE for rule in sentence.rules}
    assert {link.id for link in rules_page().unasked} == {rule.id for rule in RULES} - asked


def test_links_inside_the_page_lead_somewhere_and_ids_are_given_once(text):
    ids = Counter(re.findall(r'\bid="([^"]+)"', text))
    assert [name for name, times in ids.items() if times > 1] == []
    assert set(re.findall(r'href="#([\w-]+)"', text)) <= ids.keys()


@pytest.mark.parametrize("one", CONTRADICTIONS, ids=lambda one: one.id)
def test_every_contradiction_tells_both_sides_and_what_settles_it(text, one):
    told = part(text, f"contradiction-{one.id}", "article")
    assert all(words in told for words in (one.title, one.one.claim, one.other.claim, one.evidence, one.settled))
    assert all(f'href="#rule-{rule}"' in told for rule in one.rules)
    assert all((f'href="#policy-{policy}"' in told) is bool(one.pairings) for policy in Policy)


@pytest.mark.parametrize("table", policy_tables(), ids=lambda table: table.policy)
def test_a_policys_table_has_every_cell_of_the_engines(text, table):
    told, school = part(text, f"policy-{table.policy}", "article"), SCHOOLS[table.policy]
    assert all(
        words.lower() in told.lower() for words in (school.title, school.sentence, school.against, school.confidence)
    )
    assert len(table.columns) == len(rulings(table.policy))
    assert told.count("<td>") == 5 * len(table.columns)


@pytest.mark.parametrize(
    ("policy", "columns", "last_row"),
    [
        ("alternate", ["every goal"], ["Run first"]),
        (
            "finish_with_focus",
            ["endurance and speed", "strength and muscle", "fat loss and general fitness"],
            ["Not together", "Not together", "Run first"],
        ),
        ("my_order", ["if you chose run first", "if you chose lift first"], ["Run first", "Not together"]),
    ],
)
def test_tables_are_in_words(policy, columns, last_row):
    (table,) = [one for one in policy_tables() if one.policy == policy]
    assert list(table.columns) == columns
    assert [cell.text for cell in table.rows[-1][1]] == last_row


@pytest.mark.parametrize("one", [one for one in CONTRADICTIONS if one.pairings], ids=lambda one: one.id)
def test_every_policy_settles_it_for_every_goal(one):
    for pairing, question in zip(one.pairings, settled(one.pairings, one.goals), strict=True):
        assert [policy for policy, _, _ in question.policies] == list(SCHOOLS)
        for policy, _, answers in question.policies:
            rows = [ruling for ruling in rulings(policy) if set(ruling.goals) & set(one.goals)]
            assert len(answers) == len({ruling.row[pairing] for ruling in rows})


def test_a_question_for_one_goal_is_answered_for_that_goal():
    (one,) = [one for one in CONTRADICTIONS if one.id == "fat-loss"]
    questions = settled(one.pairings, (Goal.FAT_LOSS,))
    (answers,) = [found for policy, _, found in questions[1].policies if policy is Policy.PRIORITY_FIRST]
    assert [(cell.text, cell.first, whom) for cell, whom in answers] == [
        ("Either, rather lift first", "lift", "for fat loss")
    ]


def test_what_is_kept_out_and_every_source_is_told(text):
    assert all(words in text for one in KEPT_OUT for words in (one.topic, one.why))
    assert all(words in text for one in SOURCES for words in (one.name, one.told, one.address))
