"""No word of a template or a script stands outside of what is translated; read in the files, whether shown or not."""

import ast
import re
from pathlib import Path

import pytest

from tests.planner.pseudo import SAME

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted([*(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").rglob("*.txt")])
SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))
COMMENT = re.compile(r"{#.*?#}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"{% blocktranslate.*?{% endblocktranslate %}|{% translate .*?%}", re.DOTALL)
NO_WORDS = re.compile(r"{%.*?%}|{{.*?}}|&\w+;|<(code|script|style)\b.*?</\1>", re.DOTALL)
SPOKEN = re.compile(r'\s(?:aria-label|title|alt|placeholder|label)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
CLASS_OF_THE_PAGE = re.compile(r"{% block main_class %}.*?{% endblock %}")
LOCAL_TEXT = re.compile(r'(?:with|help|label|alt|what)="[^"]*\w \w[^"]*"|(?:label|alt|help)="[A-Z]')


def bare_words(template):
    """Words of a template that stand outside of translate and blocktranslate."""
    text = CLASS_OF_THE_PAGE.sub("", TRANSLATED.sub("", COMMENT.sub("", template)))
    included = [argument for tag in re.findall(r"{% include .*?%}", text) for argument in LOCAL_TEXT.findall(tag)]
    plain = NO_WORDS.sub(" ", text)
    found = [*SPOKEN.findall(plain), *TAG.sub("\n", plain).splitlines()]
    return included + [line.strip() for line in found if re.search(r"[A-Za-z]{2}", SAME.sub("", line))]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates(path):
    assert bare_words(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>{% translate 'Log in' %}</p>", []),
        ("<p>Log in</p>", ["Log in"]),
        ("{% blocktranslate with name=one.name %}Delete {{ name }}{% endblocktranslate %}", []),
        ("<b>{{ count }} finding{{ count|pluralize }}</b>", ["finding"]),
        ('<button aria-label="Close"></button>', ["Close"]),
        ('<button class="primary" data-action="close"></button>', []),
        ('{% include "_field.html" with label="E-mail address" %}', ['label="E-mail address"']),
        ('{% include "_field.html" with label=_("E-mail address") %}', []),
        ("{% if sample %}<i>min</i>{% endif %} Tandem", []),
    ],
)
def test_the_search_in_templates_finds_them(template, words):
    assert bare_words(template) == words


STRING = re.compile(
    r"""//[^\n]*|(gettext\(\s*)?("(?:[^"\\\n]|\\.)*"(?:\s*\+\s*"(?:[^"\\\n]|\\.)*")*|`(?:[^`\\]|\\.)*`)"""
)
PLACE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
# Selectors, names of classes, parts of a style or a transform, and events.
NO_SENTENCE = re.compile(
    r"[\[#>]|^\.|::|\.(?:\w|-)+\b(?! [A-Z])|px|scale\(|settle:|transition:|prefers-|^(?:[a-z]+[-:][\w-]+ ?)+$|^htmx:"
)


def bare_sentences(script):
    """Strings of a script with two words or more that no gettext gets."""
    found = []
    for marked, text in STRING.findall(script):
        words = PLACE.sub("", text[1:-1]) if text else ""
        if not marked and re.search(r"[A-Za-z]{2,}\W+[A-Za-z]{2,}", words) and " " in words:
            found += [] if NO_SENTENCE.search(words) else [words]
    return found


ALSO_NO_SENTENCES = {
    "paint-row paint-head",
    " small comes",
    "notice ",
    " · Tandem",
    "input, select",
}  # names of classes and elements, and our own


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts(path):
    assert [one for one in bare_sentences(path.read_text(encoding="utf-8")) if one not in ALSO_NO_SENTENCES] == []


@pytest.mark.parametrize(
    ("script", "sentences"),
    [
        ('announce(gettext("Put back."));', []),
        ('announce("Put it back.");', ["Put it back."]),
        ("announce(`Put back on ${day}.`);", ["Put back on ."]),
        ('document.querySelector("#board .days")', []),
        ('// it is "put back" there', []),
        ('gettext(\n  "Picked up {card}. " +\n    "Enter drops it.",\n)', []),
    ],
)
def test_the_search_in_scripts_finds_them(script, sentences):
    assert bare_sentences(script) == sentences


PYTHON = [
    path
    for folder in ("planner", "accounts")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if not {"migrations", "evidence"} & {*path.parts} and "planner/engine" not in path.as_posix()
]
TELLS = {"_", "gettext_noop", "ngettext", "gettext", "format_lazy"}


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_messages_are_plain_strings(path):
    """What is marked is found by makemessages: a string as it stands, with named places."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    told = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in TELLS and call.args]
    texts = [call.args[0] for call in told if not isinstance(call.args[0], ast.Name | ast.Attribute | ast.Subscript)]
    assert [ast.unparse(text) for text in texts if isinstance(text, ast.JoinedStr)] == []
    messages = [text.value for text in texts if isinstance(text, ast.Constant)]
    assert [message for message in messages if re.search(r"\{\}|\{\d", message)] == []
