"""W: what the week beside the goals form costs the server, by usual and by odd answers, and a look for clashes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from planner.forms.goals import FIRST_ANSWERS, GoalsForm, initial
from tests.benchmarks.athletes import random_profile
from tests.benchmarks.rounds import Row, milliseconds, percentile
from tests.oracle.profiles import random_profile as odd_profile

LIMIT = 100  # milliseconds of the server's time
MANY = 150  # people of each kind
Fields = dict[str, Any]


def figures() -> Iterator[Row]:
    """Two kinds of people, each asking for the week once, then for what clashes where the week gave something up."""
    clashes = reverse("planner:goals_clashes")
    clashing: list[Fields] = []
    _ask("goals_preview", _sent(FIRST_ANSWERS))  # templates are compiled once
    for kind, profile in (("usual", random_profile), ("odd", odd_profile)):
        asked = _people(profile)
        times = [milliseconds(partial(_ask, "goals_preview", fields)) for fields in asked]
        yield _row(f"the week beside the goals form, {len(times)} {kind} people", times)
        clashing += [fields for fields in asked if clashes in _ask("goals_preview", fields)]
    times = [milliseconds(partial(_ask, "goals_clashes", fields)) for fields in clashing]
    yield replace(_row(f"what clashes, a quick look after that, {len(times)} people", times), goal="", reached=None)


def _people(profile: Callable[[int], Any]) -> list[Fields]:
    """Those whose profiles the form can hold, as a browser would send it."""
    return [fields for seed in range(MANY) if _form(fields := _sent(profile(seed))).is_valid()]


def _sent(answers: dict[str, Any]) -> Fields:
    return {name: value for name, value in initial(answers).items() if value is not None and value is not False}


def _form(fields: Fields) -> GoalsForm:
    sent = QueryDict(mutable=True)
    for name, value in fields.items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    return GoalsForm(sent)


def _ask(name: str, fields: Fields) -> str:
    return Client().post(reverse(f"planner:{name}"), fields).content.decode()


def _row(what: str, times: list[float]) -> Row:
    middle, high, worst = percentile(times, 0.5), percentile(times, 0.95), max(times)
    measured = f"{middle:.0f} ms at the median, {high:.0f} at p95, {worst:.0f} at most"
    return Row("W", what, f"p95 under {LIMIT} ms", measured, high < LIMIT)
