"""Which of a person's answers clash, in words, and the changes of one answer that would do."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import clock, mapping
from planner.engine import QUICK, Context, clashes
from planner.engine.results import Clash, Relaxation
from planner.models import Plan, Profile
from planner.records import Records

HOURS_TITLE = gettext_noop("Your free hours hold less than this")
ONE_TITLE = gettext_noop("{wish}, and no week has room for it")
SEVERAL_TITLE = gettext_noop("These {number} wishes cannot be had together")
ALSO_TITLE = gettext_noop("Nor can these {number} be had together")


@dataclass(frozen=True, slots=True)
class Way:
    """One answer changed: what its button sends, `field=value` with the value as JSON, and what it says."""

    answer: str
    text: str


@dataclass(frozen=True, slots=True)
class ClashLines:
    """One clash as the goals page tells it."""

    title: str
    wishes: tuple[str, ...]  # none: the hours alone are too few; one: the title says it
    text: str  # what gives way as it stands
    enough: tuple[Way, ...]  # each makes a week of all answers possible
    partly: tuple[Way, ...]  # each settles this, and something else is left


def clash_lines(*, user: Any, answers: dict[str, Any], timezone: str) -> tuple[ClashLines, ...]:
    """What clashes in a usual week with these answers, which are valid; nothing where a week holds them as they are.

    `user` is None where nobody is known yet.
    """
    profile = Profile(answers=answers, timezone=timezone)
    return _told(clashes(mapping.athlete_of(profile), Context(plan_week=_plan_week(user, profile))))


def quick_clash(*, user: Any, answers: dict[str, Any], timezone: str) -> tuple[ClashLines, ...]:
    """The same as far as a quick look finds it, one clash at the most; `user` may be nobody."""
    profile = Profile(answers=answers, timezone=timezone)
    return _told(clashes(mapping.athlete_of(profile), Context(plan_week=_plan_week(user, profile)), effort=QUICK))


def _plan_week(user: Any, profile: Profile) -> int:
    """Which week of the person's plan it is now; the first where there is none."""
    plan = Plan.objects.filter(user=user).first() if user is not None and user.is_authenticated else None
    monday = clock.monday_of(clock.today(profile.timezone))
    return Records(plan, profile, {}, {}).plan_week(monday) if plan else 1


def _told(found: Sequence[Clash]) -> tuple[ClashLines, ...]:
    """The clashes in words; no two headings are alike."""
    several = [len(clash.wishes) > 1 for clash in found]
    return tuple(_lines(clash, also=any(several[:number])) for number, clash in enumerate(found))


def _lines(clash: Clash, *, also: bool) -> ClashLines:
    ways = {enough: tuple(_way(way) for way in clash.relaxations if way.enough is enough) for enough in (True, False)}
    return ClashLines(
        title=_title(clash, also=also),
        wishes=tuple(wish.text for wish in clash.wishes),
        text=clash.text,
        enough=ways[True],
        partly=ways[False],
    )


def _title(clash: Clash, *, also: bool) -> str:
    """A heading; a wish that stands alone is its own, a further group says that it is one."""
    if not clash.wishes:
        return _(HOURS_TITLE)
    if len(clash.wishes) == 1:
        return _(ONE_TITLE).format(wish=clash.wishes[0].text.rstrip("."))
    return (_(ALSO_TITLE) if also else _(SEVERAL_TITLE)).format(number=len(clash.wishes))


def _way(way: Relaxation) -> Way:
    return Way(f"{way.field}={json.dumps(way.value)}", way.text)
