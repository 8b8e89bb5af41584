"""`manage.py expire_guests`: throw away the trials that nobody came back to. A timer calls it once a day."""

from typing import Any

from django.core.management.base import BaseCommand

from planner import clock
from planner.services import guests


class Command(BaseCommand):
    """Delete the guests whose last day is over, with their plans."""

    help = "Delete the trials without an account whose last day is over."

    def handle(self, *args: object, **options: Any) -> None:
        """Print how many there were."""
        gone = guests.expire(today=clock.today("UTC"))
        self.stdout.write(f"{gone} trial{'' if gone == 1 else 's'} expired.")
