"""The trial without an account: begun with its plan, handed over to an account, thrown away, expired."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models, transaction

from accounts.guests import until
from accounts.models import User
from planner import clock
from planner.models import Plan, Profile
from planner.services import account as removal
from planner.services import plans
from planner.services.account import begin_preferences

AT_ONCE = 100  # trials in one transaction, so that nobody waits long for the database


@transaction.atomic
def begin(*, answers: dict[str, Any], timezone: str, browser: str | None = None, tag: str = "") -> tuple[User, str]:
    """A new guest with a plan of these answers, and what was done in a sentence. Raises InvalidAnswers.

    Where that `browser` has begun a trial already, by the first of two clicks, it is that guest and nothing was done.
    `tag` is the language that their browser asks for.
    """
    guest, is_new = User.objects.guest_of(browser, until(clock.today("UTC")))
    if not is_new:
        return guest, ""
    begin_preferences(user=guest, tag=tag)
    return guest, plans.save_goals(user=guest, answers=answers, timezone=timezone)


@transaction.atomic
def hand_over(*, guest: User, account: User) -> bool:
    """Give all that a guest made to an account, and let the guest go; False, and nothing done, where both have a plan.

    The plan itself changes hands, with its weeks, its steps and the names that calendars know its sessions by.
    """
    both = list(User.objects.select_for_update().filter(pk__in=[guest.pk, account.pk]).order_by("pk"))
    if guest not in both:
        return True
    plans_of_both = Plan.objects.select_for_update().filter(user__in=both).order_by("pk")
    has_plan = set(plans_of_both.values_list("user", flat=True))
    if has_plan == {guest.pk, account.pk}:
        return False
    if guest.pk in has_plan:
        Profile.objects.filter(user=account).delete()  # answers that no plan was made of
    for field in _owned():
        _give(field, guest, account)
    guest.delete()
    return True


def _owned() -> Iterator["models.Field[Any, Any]"]:
    """Of every kind of row of the planner that belongs to a person, the column that says to whom."""
    for model in apps.get_app_config("planner").get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is get_user_model():
                yield field


def _give(field: "models.Field[Any, Any]", guest: User, account: User) -> None:
    """Give a guest's rows of one kind to the account; of what a person has once only, the account's own stays."""
    rows = field.model._default_manager
    if isinstance(field, models.OneToOneField) and rows.filter(**{field.name: account}).exists():
        return
    rows.filter(**{field.name: guest}).update(**{field.name: account})


def discard(*, guest: User) -> None:
    """Throw a trial away, with all that was planned in it. An account is left alone."""
    if User.objects.filter(pk=guest.pk, guest_until__isnull=False).exists():
        removal.remove([guest.pk])


def expire(*, today: date) -> int:
    """Throw away the trials whose last day is over; how many there were."""
    gone = 0
    while keys := list(User.objects.filter(guest_until__lt=today).values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            # Asked again under the lock: a guest who has just come back stays.
            asked = User.objects.select_for_update().filter(pk__in=keys, guest_until__lt=today)
            late = list(asked.values_list("pk", flat=True))
            removal.remove(late)
            gone += len(late)
    return gone
