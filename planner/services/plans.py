"""A person's goals become a plan, and a changed plan when they change."""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import clock, mapping
from planner.engine import RELAXABLE, ProfileError
from planner.models import Plan, Profile
from planner.records import Records, read
from planner.services import feeds, planning
from planner.services.snapshots import snapshot
from planner.services.steps import commit
from planner.services.weeks import add_weeks, wanted

SAVED = gettext_noop("Saved.")
PLANNED = gettext_noop("Here is your week. Drag anything anywhere.")
PLANNED_LATE = gettext_noop(
    "Here is what is left of this week. The next one is your first whole week. Drag anything anywhere."
)
REMADE = gettext_noop("Your plan is remade from tomorrow on. What is done, locked or past stayed.")


class InvalidAnswers(Exception):
    """The answers are no valid profile: which `field` of profile.schema.json, and the `message` for the person."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


def check_answers(*, answers: dict[str, Any], timezone: str) -> None:
    """Raise InvalidAnswers where the engine cannot plan with the answers."""
    try:
        mapping.athlete_of(Profile(answers=answers, timezone=timezone))
    except ProfileError as problem:
        raise InvalidAnswers(problem.field, problem.message) from problem


def relaxed(*, answers: dict[str, Any], timezone: str, field: str, value: Any) -> dict[str, Any]:
    """The answers with one of the wishes changed. Raises InvalidAnswers where it is none, or takes no such value."""
    if field not in RELAXABLE:
        raise InvalidAnswers(field, _("is no answer that can give way"))
    changed = answers | {field: value}
    check_answers(answers=changed, timezone=timezone)
    return changed


def remakes(*, user: Any, answers: dict[str, Any]) -> bool:
    """Whether saving these answers would change a plan that exists, so that the person is asked first."""
    profile = Profile.objects.filter(user=user, user__plan__isnull=False).first()
    return profile is not None and profile.answers != answers


@transaction.atomic
def save_goals(*, user: Any, answers: dict[str, Any], timezone: str, first_open: date | None = None) -> str:
    """Keep the answers; make the plan the first time, later remake it from tomorrow on where they changed.

    A first plan begins today, or on `first_open`. What was done, in a sentence. Raises InvalidAnswers.
    """
    check_answers(answers=answers, timezone=timezone)
    get_user_model().objects.select_for_update().get(pk=user.pk)
    plan = Plan.objects.select_for_update().filter(user=user).first()  # before the answers, as every other step does
    profile = Profile.objects.filter(user=user).first()
    if profile is None or plan is None:
        return _first(user, profile or Profile(user=user), answers, timezone, first_open)
    return _again(user, profile, answers, timezone)


def _first(user: Any, profile: Profile, answers: dict[str, Any], timezone: str, first_open: date | None) -> str:
    profile.answers, profile.timezone = answers, timezone
    profile.save()
    monday = clock.monday_of(clock.today(timezone))
    first_day = first_open or clock.today(timezone)
    plan = Plan.objects.create(user=user, started_on=monday, first_day=first_day, feed_changed_at=clock.now())
    records = Records(plan, profile, {}, {})
    add_weeks(records, wanted(records.today), first_day)
    return _(PLANNED_LATE if first_day > monday else PLANNED)


def _again(user: Any, profile: Profile, answers: dict[str, Any], timezone: str) -> str:
    left, changed, travelled = profile.answers, profile.answers != answers, profile.timezone != timezone
    profile.answers, profile.timezone = answers, timezone
    profile.save()
    if travelled:
        feeds.announce_zone(plan=user.plan)
    if not changed:
        return _(SAVED)
    records = read(user, lock=True)
    monday = clock.monday_of(records.today)
    ahead = [start for start in records.weeks if start >= monday]
    _remake(read(user, monday - clock.ONE_WEEK, *ahead), ahead, left)
    return _(REMADE)


def _remake(records: Records, mondays: list[date], answers: dict[str, Any]) -> None:
    """Plan these weeks anew from tomorrow on, as one step that also brings back the earlier `answers` when undone."""
    before = snapshot(records, mondays) | {"answers": answers}
    tomorrow = records.today + timedelta(days=1)
    planning.plan_ahead(records, mondays, tomorrow)
    commit(records, before, _("Change the goals"))
