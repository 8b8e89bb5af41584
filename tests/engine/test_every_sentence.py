"""Every sentence and word that the engine tells is translated: none is forgotten, none is kept in one language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.engine import speech
from tests.engine.pseudo import LETTER, masked, spoken
from tests.engine.told import decided, everything, of_rules

ENGINE = Path(speech.__file__).parent
FILES = sorted(ENGINE.rglob("*.py"))
SEEDS = range(16)
CLOCK = re.compile(r"\b\d\d:\d\d\b")
MARKS = {"_", "gettext", "gettext_noop", "ngettext"}
PROGRAMMERS = {"ValueError", "ProfileError", "KeyError"}  # errors of programs, documents and the headless planner
WORDS = re.compile(r"[^\W\d_]{2,}\S*\s+\S*[^\W\d_]{2,}")
# Words that nobody reads as the engine's own: terms that are looked up, tables and types that are parsed, and the frame
# of the table on the command line (`--text`), where dates are English too. Citations (`source=`) stay as published.
KEPT = {
    "contents.py": r"tuple\[.*|(run|lift) half",
    "documents.py": r"is missing in|has no place in",  # errors of the headless planner
    "given_up.py": r"hard run",
    "kept.py": r"(run|lift) half",
    "notation.py": r"am\|.*|\(\(.*",
    "posed.py": r"tuple\[.*",
    "races.py": r"the race",
    "table.py": r"Week of .*|What had to .*|proven best|best found, .*|.*, loading week .*",
    "wording.py": r"hard run|session of run and lift",
}


@pytest.fixture
def pseudo() -> Iterator[None]:
    """The engine speaks dots."""
    with spoken():
        yield


@pytest.mark.parametrize("seed", SEEDS)
def test_every_text_about_an_athlete_is_translated_and_its_hours_are_told_by_the_readers_clock(pseudo, seed):
    """Steps hold paces, which are minutes and seconds whatever the clock."""
    told = list(everything(seed))
    assert [(where, text) for where, text in told if LETTER.search(text)] == []
    assert [(where, text) for where, text in told if where != "block" and CLOCK.search(text)] == []
    assert any("◷" in text for _, text in told)


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_what_is_decided_is_the_same_in_every_language(seed):
    in_english = list(decided(seed))
    with spoken():
        assert list(decided(seed)) == in_english != []


def test_every_text_of_rules_and_schools_is_translated(pseudo):
    assert [(where, text) for where, text in of_rules() if LETTER.search(text)] == []


def test_english_is_told_again_afterwards():
    with spoken():
        assert LETTER.search(next(of_rules())[1]) is None
    assert LETTER.search(next(of_rules())[1])


def test_the_pseudo_language_keeps_places_and_nothing_else():
    assert masked("{day}'s {name}, 3 × {reps} reps") == "{day}'· {name}, 3 × {reps} ····"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_no_sentence_is_written_without_a_mark(path):
    kept = re.compile(KEPT.get(path.name, "(?!)"), re.DOTALL)
    assert [
        text for text in sentences_without_a_mark(path.read_text(encoding="utf-8")) if not kept.fullmatch(text)
    ] == []


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_without_a_mark_is_still_there(name):
    (path,) = (path for path in FILES if path.name == name)
    assert any(re.fullmatch(KEPT[name], text, re.DOTALL) for text in sentences_without_a_mark(path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('x = "Two words."', ["Two words."]),
        ('x = f"Two {words} here and there."', ["Two {} here and there."]),
        ('x = _("Two words.")', []),
        ('x = gettext_noop("Two " "words.")', []),
        ('raise ValueError(f"Two words: {x}")', []),
        ('def x():\n    """Two words."""', []),
        ('Rule(source="Two words")', []),
        ('x = "one"', []),
        ('x = f"{a} {b} c"', []),
    ],
)
def test_what_counts_as_a_sentence_without_a_mark(source, found):
    assert sentences_without_a_mark(source) == found


def sentences_without_a_mark(source: str) -> list[str]:
    """Texts of two or more words that are no docstrings, messages, citations or errors for programmers."""
    tree = ast.parse(source)
    aside = {id(inner) for node in ast.walk(tree) if _is_aside(node) for inner in ast.walk(node)}
    aside |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    texts = [_text(node) for node in ast.walk(tree) if id(node) not in aside]
    return [text for text in texts if WORDS.search(text)]


def _is_aside(node: ast.AST) -> bool:
    """Whether what it holds is no text of its own, or none that people read."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.keyword):
        return node.arg == "source"
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in MARKS | PROGRAMMERS
    return False


def _text(node: ast.AST) -> str:
    """What is written there; of an f-string with {} for its places."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
