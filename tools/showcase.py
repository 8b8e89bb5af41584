"""The app with people in it, served from this process for pictures: its own database, its own standing clock."""

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

MORNING = datetime(2026, 12, 1, 6, 30, tzinfo=UTC)  # a Tuesday
TODAY = MORNING.date()
EVERY_EVENING = [{"weekday": day, "start": "18:00", "end": "20:00"} for day in range(5)]
WEEKEND = [{"weekday": day, "start": "09:00", "end": "12:00"} for day in (5, 6)]
REGULAR: dict[str, Any] = {
    "goal": "general",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "availability": EVERY_EVENING + WEEKEND,
    "training_days": 5,  # days without a session, for cards to go to
}
RACER: dict[str, Any] = REGULAR | {
    "goal": "endurance",
    "longest_recent_run_minutes": 80,
    "race": {"date": "2026-12-27", "distance_km": 21.1},
}
# Beside the demo athlete: one with a bit of everything, one who moved a session badly, one who deleted all, one with a
# race in four weeks, one without goals, one with meetings in the evening. And a guest,
# who has no account.
PEOPLE = ("regular", "mover", "idle", "racer", "newcomer", "meeter")


class Server(ThreadingMixIn, WSGIServer):
    """A web server for one browser: a thread a request."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Logs no requests."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Showcase:
    """The running app: its address, a session's path, and the log-in of each person by name."""

    url: str
    session_path: str
    log_ins: dict[str, str]

    def cookie_of(self, person: str) -> Any:
        """The session cookie of a person, as Playwright takes it; see PEOPLE."""
        from django.conf import settings

        return {"name": settings.SESSION_COOKIE_NAME, "value": self.log_ins[person], "url": self.url}


@contextmanager
def on_show(folder: Path) -> Iterator[Showcase]:
    """The app on a new database in `folder`, until the end of the block."""
    _set_up(folder)
    session_path, log_ins = _people()
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Showcase(f"http://127.0.0.1:{server.server_port}", session_path, log_ins)
    finally:
        server.shutdown()
        server.server_close()


def _set_up(folder: Path) -> None:
    """Django on a fresh database, static files as they lie in the tree, the clock standing."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "planner.settings",
        "DATABASE_URL": f"sqlite:///{folder}/tandem.sqlite3",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "LOG_LEVEL": "ERROR",
    }
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from planner import clock

    clock.now = lambda: MORNING


def _people() -> tuple[str, dict[str, str]]:
    """Make everybody; the path of a combined session, and the value of each one's session cookie."""
    from accounts.models import User
    from planner.management.commands import demo
    from planner.services import guests, plans

    people = {name: User.objects.create_user(f"{name}@tandem.example", demo.PASSWORD) for name in PEOPLE}
    answers = {"regular": REGULAR, "mover": demo.ANSWERS, "idle": demo.ANSWERS, "racer": RACER, "meeter": REGULAR}
    for name, told in answers.items():
        plans.save_goals(user=people[name], answers=told, timezone="UTC", first_open=date.min)
    people["demo"] = demo.athlete().user
    people["guest"], _ = guests.begin(answers=REGULAR, timezone="UTC")
    _move_badly(people["mover"])
    _meet(people["meeter"])
    _sessions(people["idle"]).delete()
    _sessions(people["regular"], day=0).update(status="done")
    _sessions(people["regular"], day=5).update(locked=True)
    shown = _sessions(people["regular"], day=4).get()
    return f"/sessions/{shown.pk}/", {name: _log_in(user) for name, user in people.items()}


def _sessions(user: Any, day: int | None = None) -> Any:
    """A person's sessions: all, or those of a weekday of this week."""
    from planner.models import Session

    own = Session.objects.filter(week__plan__user=user)
    return own if day is None else own.filter(date=TODAY + timedelta(days=day - TODAY.weekday()))


def _meet(user: Any) -> None:
    """Meetings on this Wednesday and Thursday evening, from a calendar that could not be read again."""
    from planner import clock
    from planner.intervals import local_minutes
    from planner.models import BusyCalendar

    starts = [local_minutes(MORNING.replace(hour=18, minute=0) + timedelta(days=day)) for day in (1, 2)]
    BusyCalendar.objects.create(
        user=user,
        local_times=[[starts[0], starts[0] + 60], [starts[1] + 30, starts[1] + 90]],
        known_from=TODAY,
        known_until=TODAY + timedelta(days=82),
        address="https://calendar.example.org/private/of/nobody.ics",
        read_at=clock.now() - timedelta(hours=5),
        tried_at=clock.now() - timedelta(minutes=20),
        problem="The calendar's server has trouble (503).",
        remarks=["2 events in a time zone of unknown name: read as your own time."],
    )


def _move_badly(user: Any) -> None:
    """Put Wednesday's session on Saturday, which has no free hours and no rest after it."""
    from planner.services import sessions

    row = _sessions(user, day=2).select_related("week").get()
    sessions.move_session(
        user=user,
        monday=row.week.start,
        session_id=row.pk,
        version=row.week.version,
        day=row.date + timedelta(days=3),
        start=9 * 60,
    )


def _log_in(user: Any) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
