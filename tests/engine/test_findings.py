"""Findings: told when they are first read, and equal where they find and say the same."""

from planner.engine.results import Finding
from planner.engine.vocabulary import Severity


def finding(text: str = "No day off.", **fields) -> Finding:
    return Finding(**{"rule": "rest-day", "severity": Severity.HARD, "cost": 0.0, "tell": lambda: text} | fields)


def test_a_finding_is_told_once_and_not_before_it_is_read():
    asked = []
    found = finding(tell=lambda: asked.append(1) or "No day off.")
    assert asked == []
    assert (found.text, found.text, asked) == ("No day off.", "No day off.", [1])


def test_findings_are_equal_where_they_find_and_say_the_same():
    assert finding() == finding()
    assert hash(finding()) == hash(finding())


def test_findings_differ_by_each_of_their_parts():
    others = [finding("Another."), finding(rule="x"), finding(severity=Severity.SOFT), finding(cost=1.0)]
    others += [finding(sessions=("s1",)), finding(days=(1,))]
    assert [one for one in (*others, "No day off.") if one == finding()] == []
