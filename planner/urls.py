"""Every address of the site. The planner's own names are in the namespace `planner`, allauth's are as it gives them."""

from datetime import date

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, register_converter

from planner import clock
from planner.views import across, board, calendar, feed, goals, health, landing, repair, rules, session


class WeekConverter:
    """A week's name in an address, 2026-W49, as its Monday."""

    regex = r"20[0-9]{2}-W[0-9]{2}"

    def to_python(self, value: str) -> date:
        """The Monday; ValueError, which Django answers by 404, where the year has no such week."""
        return clock.from_iso(value)

    def to_url(self, value: date | str) -> str:
        """The name of the week that begins on this Monday; a name stays as it is."""
        return value if isinstance(value, str) else clock.iso_of(value)


register_converter(WeekConverter, "week")

screens: list[URLPattern | URLResolver] = [
    path("", landing.landing, name="landing"),
    path("rules/", rules.rules, name="rules"),
    path("goals/", goals.goals, name="goals"),
    path("week/", board.this_week, name="this_week"),
    path("week/<week:monday>/", board.week, name="week"),
    path("week/<week:monday>/board/", board.fragment, name="board"),
    path("week/<week:monday>/remake/", board.remake, name="remake"),
    path("week/<week:monday>/add/", board.add, name="add"),
    path("week/<week:monday>/repair/", repair.repair, name="repair"),
    path("week/<week:monday>/undo/", board.undo, name="undo"),
    path("week/<week:monday>/redo/", board.redo, name="redo"),
    path("sessions/<uuid:session_id>/", session.session, name="session"),
    path("sessions/<uuid:session_id>/panel/", session.panel, name="session_panel"),
    path("sessions/<uuid:session_id>/other-days/", session.other_days, name="other_days"),
    path("sessions/<uuid:session_id>/verdicts/", session.verdicts, name="verdicts"),
    path("sessions/<uuid:session_id>/move/", board.move, name="move"),
    path("sessions/<uuid:session_id>/across/", across.across, name="across"),
    path("sessions/<uuid:session_id>/exchange/", board.exchange, name="exchange"),
    path("sessions/<uuid:session_id>/make-room/", board.make_room, name="make_room"),
    path("sessions/<uuid:session_id>/flip/", board.flip, name="flip"),
    path("sessions/<uuid:session_id>/lock/", board.lock, name="lock"),
    path("sessions/<uuid:session_id>/done/", board.done, name="done"),
    path("sessions/<uuid:session_id>/skip/", board.skip, name="skip"),
    path("sessions/<uuid:session_id>/delete/", board.delete, name="delete"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/rotate/", calendar.rotate, name="rotate_feed"),
    path("calendar/tandem.ics", calendar.download, name="download"),
    path("feed/<str:token>.ics", feed.feed, name="feed"),
    path("healthz", health.healthz, name="healthz"),
]

handler400 = "planner.views.errors.bad_request"
handler500 = "planner.views.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((screens, "planner"))),
    path("accounts/", include("allauth.urls")),
]

if settings.ADMIN:
    from django.contrib import admin

    urlpatterns.append(path("admin/", admin.site.urls))
