"""The feed contract has 34 lines, and each has a test named by its number: `pytest -k contract_07` runs line 7's.

Files named test_feed_contract_*.py hold most: shape (the bytes), texts, zones, readers (independent programs agree),
body (what a plan becomes), changes (what a subscriber sees), http, page, clients. Line 31, a real subscriber, is in
tests/readers, which `make test-readers` runs.
"""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
LINES = range(1, 35)


def named() -> dict[int, set[str]]:
    """The files that hold tests of each line."""
    found: dict[int, set[str]] = {number: set() for number in LINES}
    for path in TESTS.rglob("test_*.py"):
        for number in re.findall(r"^def test_contract_(\d\d)_", path.read_text(encoding="utf-8"), re.MULTILINE):
            found[int(number)].add(path.name)
    return found


@pytest.mark.parametrize("line", LINES)
def test_each_line_of_the_contract_has_a_test_of_its_number(line):
    assert named()[line]
