"""`manage.py demo`: an athlete to look around with. Running it again changes nothing."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from planner.models import Plan
from planner.services import feeds, plans, weeks

EMAIL = "demo@tandem.example"
PASSWORD = "run-then-lift-then-run"  # noqa: S105 - written in the README: for trying out on one's own machine only
ANSWERS: dict[str, Any] = {
    "goal": "fat_loss",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "availability": [{"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(5)],
    "order_policy": "alternate",
    "exceptions": [],
}
PUBLIC = (
    "The demo athlete has a password that everybody knows, and HTTPS=1 says that this server is public. Add --anyway."
)


class Command(BaseCommand):
    """Make the demo athlete with a plan of four weeks from this Monday, and print how to get in."""

    help = "Make an athlete with a plan of four weeks and print e-mail, password and feed. For your own machine only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option, for those who know what they do."""
        parser.add_argument("--anyway", action="store_true", help="also where HTTPS=1 says that the server is public")

    def handle(self, *args: object, **options: Any) -> None:
        """Print a line each: email, password, feed."""
        if settings.HTTPS and not options["anyway"]:
            raise CommandError(PUBLIC)
        feed = feeds.feed_of(plan=athlete())
        self.stdout.write(f"email: {EMAIL}")
        self.stdout.write(f"password: {PASSWORD}")
        self.stdout.write(f"feed: {reverse('planner:feed', args=[feed.token])}")


@transaction.atomic
def athlete() -> Plan:
    """The demo athlete's plan, made where it is missing and brought up to this week."""
    user = User.objects.filter(email=EMAIL).first() or User.objects.create_user(EMAIL, PASSWORD)
    if not user.check_password(PASSWORD):
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(user=user, email=EMAIL, defaults={"verified": True, "primary": True})
    if not Plan.objects.filter(user=user).exists():
        plans.save_goals(user=user, answers=ANSWERS, timezone=settings.TIME_ZONE, first_open=date.min)
    weeks.ensure_weeks(user=user)
    return Plan.objects.get(user=user)
