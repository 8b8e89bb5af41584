"""`manage.py refresh_calendars`: reads the calendars that people gave an address of, each at most once an hour."""

from django.core.management.base import BaseCommand

from planner.services import busy


class Command(BaseCommand):
    """Read what is due, one calendar after the other; a timer calls it."""

    help = "Read the calendars of all people that were last read an hour ago or more. Prints how many, never which."

    def handle(self, *args: object, **options: object) -> None:
        """Read each due calendar; one that fails keeps what was known and says why on its owner's page."""
        rows = [row for row in busy.due() if busy.read_again(row)]
        failed = sum(bool(row.problem) for row in rows)
        self.stdout.write(f"{len(rows)} read, {failed} of them failed")
