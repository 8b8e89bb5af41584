"""What a person lifts now is kept with the plan, beside its steps: it is a fact, and undo does not change facts."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from planner.models import Plan, WorkingWeight
from planner.records import NoPlan


@transaction.atomic
def keep(*, user: Any, grams: Mapping[str, int | None]) -> None:
    """Keep the weight of each exercise, in grams; forget it where there is none. Raises NoPlan."""
    plan = Plan.objects.select_for_update().filter(user=user).first()
    if plan is None:
        raise NoPlan
    WorkingWeight.objects.filter(plan=plan, exercise__in=[key for key, one in grams.items() if one is None]).delete()
    told = [WorkingWeight(plan=plan, exercise=key, grams=one) for key, one in grams.items() if one is not None]
    WorkingWeight.objects.bulk_create(
        told, update_conflicts=True, unique_fields=["plan", "exercise"], update_fields=["grams"]
    )
