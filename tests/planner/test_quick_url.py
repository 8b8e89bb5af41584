"""The quick addresses are those that Django's `url` tells, wherever the site is mounted."""

from uuid import uuid4

import pytest
from django.template import Context, Engine, engines
from django.template.defaulttags import URLNode
from django.test.utils import override_script_prefix
from django.urls import NoReverseMatch, reverse

from planner.templatetags.quick_url import Address, session_url, week_url

OURS = engines["django"].engine
DJANGOS = Engine()
ONE = uuid4()
VALUES = {"name": "planner:goals", "id": ONE}
LEFT = [
    "{% url name %}",
    "{% url 'planner:session' id %}",
    "{% url 'planner:session' session_id=id %}",
    "{% url 'planner:goals' as there %}{{ there }}",
    "{% url 'planner:nowhere' as there %}{{ there }}",
]


@pytest.mark.parametrize("source", ["{% url 'planner:goals' %}", '{% url "account_login" %}', *LEFT])
def test_they_are_the_same(source):
    ours, djangos = (engine.from_string(source) for engine in (OURS, DJANGOS))
    for prefix in ("/", "/tandem/", "/"):
        with override_script_prefix(prefix):
            assert ours.render(Context(VALUES)) == djangos.render(Context(VALUES))
    assert isinstance(ours.nodelist[0], Address) is (source not in LEFT)
    assert isinstance(ours.nodelist[0], URLNode)


@pytest.mark.parametrize("prefix", ["/", "/tandem/"])
def test_sessions_and_weeks(prefix):
    with override_script_prefix(prefix):
        assert session_url(ONE) == reverse("planner:session", args=[ONE])
        assert week_url("2026-W49") == reverse("planner:week", args=["2026-W49"])


@pytest.mark.urls("tests.planner.mounted")
def test_they_follow_the_sites_addresses():
    assert session_url(ONE) == f"/mounted/sessions/{ONE}/"
    assert OURS.from_string("{% url 'planner:goals' %}").render(Context()) == "/mounted/goals/"


def test_an_address_that_is_not_there_is_told():
    with pytest.raises(NoReverseMatch):
        OURS.from_string("{% url 'planner:nowhere' %}").render(Context())
