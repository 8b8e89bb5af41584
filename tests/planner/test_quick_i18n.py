"""The quick translate and blocktranslate tell what Django's tell, and leave to them what they do not know."""

import pytest
from django.template import Context, Engine, engines
from django.utils.safestring import SafeString

from planner.templatetags.quick_i18n import Message, Text
from tests.planner import pseudo

OURS = engines["django"].engine
DJANGOS = Engine(builtins=["django.templatetags.i18n"])
VALUES = {"name": "<b>", "safe": SafeString("<b>"), "number": 2, "one": {"name": "x"}}
QUICK = [
    ('{% translate "Log in" %}', Text),
    ('{% translate "A plan\'s" %}', Text),
    ("{% blocktranslate %}Delete {{ name }}{% endblocktranslate %}", Message),
    ("{% blocktranslate %}Delete {{ safe }} and {{ gone }}{% endblocktranslate %}", Message),
    ("{% blocktranslate with x=one.name y=number|add:1 %}{{ x }}, {{ y }}, 100 %{% endblocktranslate %}", Message),
    ("{% blocktranslate trimmed %}\n  One\n  {{ name }}\n{% endblocktranslate %}", Message),
    ("{% autoescape off %}{% blocktranslate %}{{ name }}{% endblocktranslate %}{% endautoescape %}", None),
]
LEFT = [
    "{% translate name %}",
    '{% translate "100 %" %}',
    '{% translate "May" context "verb" %}',
    '{% translate "Log in" as told %}{{ told }}',
    '{% translate "Log in" noop %}',
    "{% blocktranslate count number=number %}{{ number }} day{% plural %}{{ number }} days{% endblocktranslate %}",
    '{% blocktranslate context "verb" %}May {{ name }}{% endblocktranslate %}',
    "{% blocktranslate asvar told %}{{ name }}{% endblocktranslate %}{{ told }}",
]


def both(source):
    return [engine.from_string(source).render(Context(VALUES)) for engine in (OURS, DJANGOS)]


@pytest.mark.parametrize(("source", "kind"), QUICK)
def test_they_tell_the_same(source, kind):
    ours, djangos = both(source)
    assert ours == djangos
    assert kind is None or isinstance(OURS.from_string(source).nodelist[0], kind)


@pytest.mark.parametrize("source", LEFT)
def test_what_is_left_to_django_tells_the_same(source):
    ours, djangos = both(source)
    assert ours == djangos
    assert not any(isinstance(node, Text | Message) for node in OURS.from_string(source).nodelist)


@pytest.mark.parametrize("source", [source for source, _ in QUICK] + LEFT)
def test_they_tell_the_same_in_another_language(monkeypatch, source):
    pseudo.speak(monkeypatch)
    ours, djangos = both(source)
    assert ours == djangos
