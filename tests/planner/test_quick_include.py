"""The quick include draws what Django's draws, and leaves to it what keeps a state or is known only when drawn."""

import pytest
from django.template import Context, Engine, TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader_tags import IncludeNode

from planner.templatetags.quick_include import Part

PARTS = {
    "part.html": "<{{ name }}{{ own }}>",
    "empty.html": "",
    "counts.html": "{% cycle 'a' 'b' %}",
    "changes.html": "{% ifchanged name %}{{ name }}{% endifchanged %}",
    "block.html": "{% block x %}{{ name }}{% endblock %}",
    "child.html": "{% extends 'block.html' %}{% block x %}<{{ block.super }}>{% endblock %}",
    "sets.html": "{% firstof '' 'z' as name %}",
    "deep.html": "[{% include 'part.html' with own=1 %}]",
    "again.html": "{{ depth }}{% if depth < 3 %}{% include 'again.html' with depth=depth|add:1 %}{% endif %}",
}
LOADERS = [("django.template.loaders.locmem.Loader", PARTS)]
VALUES = {"name": "<b>", "names": ["a", "a", "b"], "depth": 0, "chosen": "part.html"}
QUICK = [
    "{% include 'part.html' %}",
    "{% include 'part.html' with own=name %}{{ own }}",
    "{% for name in names %}{% include 'part.html' with own=forloop.counter %}{% endfor %}",
    "{% include 'empty.html' %}",
    "{% include 'deep.html' %}{% include 'again.html' %}",
    "{% include 'sets.html' %}{{ name }}",
    "{% autoescape off %}{% include 'part.html' %}{% endautoescape %}",
]
STATEFUL = [
    "{% for name in names %}{% include 'counts.html' %}{% endfor %}",
    "{% for name in names %}{% include 'changes.html' %}{% endfor %}",
    "{% include 'child.html' %}{% include 'block.html' %}",
]
DJANGOS_OWN = ["{% include chosen %}", "{% include 'part.html' only %}", "{% include 'PART.html'|lower %}"]


def engine(*builtins):
    return Engine(loaders=LOADERS, builtins=[*builtins])


def quick():
    return engine("planner.templatetags.quick_include")


@pytest.mark.parametrize("source", QUICK + STATEFUL + DJANGOS_OWN)
def test_it_draws_the_same_each_time(source):
    template, djangos = quick().from_string(source), engine().from_string(source)
    for _ in range(2):
        assert template.render(Context(VALUES)) == djangos.render(Context(VALUES))


def test_it_takes_the_template_once():
    template = quick().from_string(QUICK[0])
    (node,) = template.nodelist
    template.render(Context(VALUES))
    kept = node.kept
    template.render(Context(VALUES))
    assert kept is node.kept is not None


@pytest.mark.parametrize("source", DJANGOS_OWN)
def test_what_is_known_only_when_drawn_is_djangos(source):
    (node,) = quick().from_string(source).nodelist
    assert type(node) is IncludeNode


@pytest.mark.parametrize("name", ["counts.html", "changes.html", "block.html", "child.html"])
def test_what_keeps_a_state_is_drawn_by_django(name):
    template = quick().from_string(f"{{% include '{name}' %}}")
    template.render(Context(VALUES))
    (node,) = template.nodelist
    assert isinstance(node, Part)
    assert node.is_djangos


def test_where_errors_are_shown_an_error_in_a_part_is_shown_with_its_lines():
    parts = {"wrong.html": "one\n{% widthratio 1 1 name %}"}
    site = Engine(
        loaders=[("django.template.loaders.locmem.Loader", parts)],
        builtins=["planner.templatetags.quick_include"],
        debug=True,
    )
    with pytest.raises(TemplateSyntaxError) as problem:
        site.from_string("{% include 'wrong.html' %}").render(Context({"name": "x"}))
    assert (problem.value.template_debug["name"], problem.value.template_debug["line"]) == ("wrong.html", 2)


def test_a_part_that_is_not_there_is_missed_when_drawn():
    template = quick().from_string("{% if name == 1 %}{% include 'gone.html' %}{% endif %}")
    assert template.render(Context({"name": 2})) == ""
    with pytest.raises(TemplateDoesNotExist):
        template.render(Context({"name": 1}))


def test_a_changed_part_shows_once_django_forgets_its_templates():
    parts = {"whole.html": "{% include 'part.html' %}", "part.html": "old"}
    cached = [("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", parts)])]
    site = Engine(loaders=cached, builtins=["planner.templatetags.quick_include"])
    assert site.get_template("whole.html").render(Context()) == "old"
    parts["part.html"] = "new"
    for loader in site.template_loaders:
        loader.reset()  # as the autoreloader does when a template's file changes
    assert site.get_template("whole.html").render(Context()) == "new"
