"""What a person changes about the account beyond the log-in: how things are told, where they live, that it ends."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from planner.engine.vocabulary import Unit
from planner.models import Plan, Preferences, Profile
from planner.services import feed_dates, feeds


@transaction.atomic
def save_preferences(*, user: Any, distances: str, timezone: str | None) -> None:
    """Keep the unit and, for somebody who has told goals, the time zone; calendars then learn of it."""
    before = Preferences.objects.filter(user=user).first()
    Preferences.objects.update_or_create(user=user, defaults={"distances": distances})
    plan = Plan.objects.select_for_update().filter(user=user).first()
    if plan is not None and distances != (before.distances if before else Unit.KM.value):
        feed_dates.announce(plan=plan)  # entries tell paces
    _move_to(user, timezone, plan)


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
