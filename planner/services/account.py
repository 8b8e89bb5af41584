"""What a person changes about the account beyond the log-in: how things are told, where they live, that it ends."""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from planner.engine.vocabulary import Unit
from planner.models import Plan, Preferences, Profile
from planner.models.preferences import TAG_LENGTH
from planner.services import feed_dates, feeds
from planner.telling import without_browser
from planner.territories import Weight, customs


@transaction.atomic
def save_preferences(*, user: Any, kept: Mapping[str, str], timezone: str | None, tag: str = "") -> None:
    """Keep how things are told and, for somebody who has told goals, the time zone; calendars then learn of it.

    `kept` are columns of the preferences, `tag` the language that the browser asks for.
    """
    before = Preferences.objects.filter(user=user).first() or Preferences()
    after, _ = Preferences.objects.update_or_create(user=user, defaults={**kept, "language_tag": tag[:TAG_LENGTH]})
    plan = Plan.objects.select_for_update().filter(user=user).first()
    if plan is not None and _as_feeds_tell(before) != _as_feeds_tell(after):
        feed_dates.announce(plan=plan)
    _move_to(user, timezone, plan)


def _as_feeds_tell(chosen: Preferences) -> tuple[str, bool]:
    """What of it stands in calendar entries: paces, and the hours of those that take their whole day."""
    return chosen.distances, without_browser(chosen).twelve_hours


def begin_preferences(*, user: Any, tag: str) -> None:
    """With a first plan keep the browser's language, and miles and pounds where they are usual; a choice stays."""
    imperial = {"distances": Unit.MI.value, "weights": Weight.LB.value} if customs(tag).miles else {}
    if tag:
        Preferences.objects.get_or_create(user=user, defaults={**imperial, "language_tag": tag[:TAG_LENGTH]})


def _move_to(user: Any, timezone: str | None, plan: Plan | None) -> None:
    profile = Profile.objects.select_for_update().filter(user=user).first()
    if profile is None or timezone is None or profile.timezone == timezone:
        return
    profile.timezone = timezone
    profile.save(update_fields=["timezone", "updated_at"])
    if plan is not None:
        feeds.announce_zone(plan=plan)


def delete(*, user: Any) -> None:
    """Remove the person and everything that is theirs; the calendar's address is unknown from then on."""
    remove([user.pk])


@transaction.atomic
def remove(keys: Collection[int]) -> None:
    """Remove people by their keys, with everything that is theirs.

    People are locked first, then plans, as everywhere: whoever is saving something of theirs ends before.
    """
    people = get_user_model().objects.filter(pk__in=keys)
    list(people.select_for_update().order_by("pk").values_list("pk"))
    list(Plan.objects.select_for_update().filter(user__in=keys).order_by("pk").values_list("pk"))
    people.delete()
