"""Which of a person's answers clash, in words, and the changes of one answer that would do."""

import json
from dataclasses import dataclass
from typing import Any

from planner import clock, mapping
from planner.engine import Context, clashes
from planner.engine.results import Clash, Relaxation
from planner.models import Plan, Profile
from planner.records import Records

HOURS_TITLE = "Your free hours hold less than this"
ONE_TITLE = "One wish finds no room"
SEVERAL_TITLE = "These {} wishes cannot be had together"


@dataclass(frozen=True, slots=True)
class Way:
    """One answer changed: what its button sends, `field=value` with the value as JSON, and what it says."""

    answer: str
    text: str


@dataclass(frozen=True, slots=True)
class ClashLines:
    """One clash as the goals page tells it."""

    title: str
    wishes: tuple[str, ...]  # none: the hours alone are too few
    text: str  # what gives way as it stands
    enough: tuple[Way, ...]  # each makes a week of all answers possible
    partly: tuple[Way, ...]  # each settles this, and something else is left


def clash_lines(*, user: Any, answers: dict[str, Any], timezone: str) -> tuple[ClashLines, ...]:
    """What clashes in a usual week with these answers, which are valid; nothing where a week holds them as they are.

    `user` is None where nobody is known yet.
    """
    profile = Profile(answers=answers, timezone=timezone)
    found = clashes(mapping.athlete_of(profile), Context(plan_week=_plan_week(user, profile)))
    return tuple(_lines(clash) for clash in found)


def _plan_week(user: Any, profile: Profile) -> int:
    """Which week of the person's plan it is now; the first where there is none."""
    plan = Plan.objects.filter(user=user).first()
    monday = clock.monday_of(clock.today(profile.timezone))
    return Records(plan, profile, {}, {}).plan_week(monday) if plan else 1


def _lines(clash: Clash) -> ClashLines:
    titles = (HOURS_TITLE, ONE_TITLE)
    number = len(clash.wishes)
    ways = {enough: tuple(_way(way) for way in clash.relaxations if way.enough is enough) for enough in (True, False)}
    return ClashLines(
        title=titles[number] if number < 2 else SEVERAL_TITLE.format(number),
        wishes=tuple(wish.text for wish in clash.wishes),
        text=clash.text,
        enough=ways[True],
        partly=ways[False],
    )


def _way(way: Relaxation) -> Way:
    return Way(f"{way.field}={json.dumps(way.value)}", way.text)
