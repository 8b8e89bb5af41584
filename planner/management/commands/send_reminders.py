"""`manage.py send_reminders`: the mails that are due now. A timer calls it; called twice it sends nothing twice."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from planner.services import reminders


class Command(BaseCommand):
    """Send the reminders that are due and say how many."""

    help = "Send the reminders whose hour has come. Call it every quarter of an hour; nothing is sent twice."

    def handle(self, *args: object, **options: Any) -> None:
        """One line of figures; an exit code other than 0 where the server is away or refused one."""
        try:
            result = reminders.send_due()
        except reminders.NoAddress as problem:
            raise CommandError("SITE_URL is not set: the link that ends the mails would lead nowhere.") from problem
        except OSError as problem:
            raise CommandError(f"The mail server cannot be reached: {type(problem).__name__}.") from problem
        self.stdout.write(f"{result.sent} sent, {result.failed} refused")
        if result.failed:
            raise CommandError("The mail server refused some; they are not sent again.")
