"""Every address of the site. The planner's own names are in the namespace `planner`, allauth's are as it gives them."""

from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.views.i18n import JavaScriptCatalog

from planner import clock
from planner.api import routes
from planner.views import (
    account,
    across,
    board,
    busy,
    calendar,
    feed,
    goals,
    health,
    hours,
    landing,
    preview,
    programs,
    reminders,
    repair,
    rules,
    sample,
    session,
    trial,
    workouts,
)


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
    path("sample/", sample.again, name="sample"),
    path("sample/verdicts/", sample.verdicts, name="sample_verdicts"),
    path("sample/move/", sample.act, {"action": "move"}, name="sample_move"),
    path("sample/flip/", sample.act, {"action": "flip"}, name="sample_flip"),
    path("rules/", rules.rules, name="rules"),
    path("goals/", goals.goals, name="goals"),
    path("goals/preview/", preview.week, name="goals_preview"),
    path("goals/preview/clashes/", preview.clashes, name="goals_clashes"),
    path("week/", board.this_week, name="this_week"),
    path("week/<week:monday>/", board.week, name="week"),
    path("week/<week:monday>/board/", board.fragment, name="board"),
    path("week/<week:monday>/remake/", board.remake, name="remake"),
    path("week/<week:monday>/add/", board.add, name="add"),
    path("week/<week:monday>/hours/", hours.hours, name="hours"),
    path("week/<week:monday>/hours/day/", hours.day_hours, name="day_hours"),
    path("week/<week:monday>/hours/week/", hours.week_hours, name="week_hours"),
    path("week/<week:monday>/repair/", repair.repair, name="repair"),
    path("week/<week:monday>/habit/", board.habit, name="habit"),
    path("week/<week:monday>/undo/", board.undo, name="undo"),
    path("week/<week:monday>/redo/", board.redo, name="redo"),
    path("week/<week:monday>/as-planned/", board.as_planned, name="as_planned"),
    path("sessions/<uuid:session_id>/", session.session, name="session"),
    path("sessions/<uuid:session_id>/panel/", session.panel, name="session_panel"),
    path("sessions/<uuid:session_id>/other-days/", session.other_days, name="other_days"),
    path("sessions/<uuid:session_id>/verdicts/", session.verdicts, name="verdicts"),
    path("sessions/<uuid:session_id>/shape/", session.shape, name="shape"),
    path("sessions/<uuid:session_id>/minutes/", session.minutes, name="minutes"),
    path("sessions/<uuid:session_id>/weights/", session.weights, name="session_weights"),
    path("sessions/<uuid:session_id>/note/", session.note, name="note"),
    path("sessions/<uuid:session_id>/ways-on/", session.ways_on, name="ways_on"),
    path("sessions/<uuid:session_id>/move/", board.move, name="move"),
    path("sessions/<uuid:session_id>/across/", across.across, name="across"),
    path("sessions/<uuid:session_id>/exchange/", board.exchange, name="exchange"),
    path("sessions/<uuid:session_id>/make-room/", board.make_room, name="make_room"),
    path("sessions/<uuid:session_id>/flip/", board.flip, name="flip"),
    path("sessions/<uuid:session_id>/lock/", board.lock, name="lock"),
    path("sessions/<uuid:session_id>/done/", board.done, name="done"),
    path("sessions/<uuid:session_id>/skip/", board.skip, name="skip"),
    path("sessions/<uuid:session_id>/delete/", board.delete, name="delete"),
    path("sessions/<uuid:session_id>/<slug:part>.<slug:form>", workouts.one, name="workout_file"),
    path("week/<week:monday>/workouts.zip", workouts.week, name="week_workouts"),
    path("week/<week:monday>/tandem.<slug:form>", programs.week_file, name="week_file"),
    path("programs/", programs.programs, name="programs"),
    path("programs/tokens/", programs.make_token, name="make_token"),
    path("programs/tokens/<int:token_id>/withdraw/", programs.withdraw_token, name="withdraw_token"),
    path("reminders/", reminders.reminders, name="reminders"),
    path("reminders/stop/<str:token>/", reminders.stop, name="stop_reminders"),
    path("trial/", trial.two_plans, name="two_plans"),
    path("trial/leave/", trial.leave, name="leave_trial"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/rotate/", calendar.rotate, name="rotate_feed"),
    path("calendar/tandem.ics", calendar.download, name="download"),
    path("busy/", busy.page, name="busy"),
    path("busy/upload/", busy.upload, name="upload_busy"),
    path("busy/address/", busy.address, name="busy_address"),
    path("busy/refresh/", busy.refresh, name="refresh_busy"),
    path("busy/remove/", busy.remove, name="remove_busy"),
    path("account/", account.account, name="account"),
    path("account/export/", account.download, name="export"),
    path("account/delete/", account.delete, name="delete_account"),
    path("calendar/add/", calendar.add, name="add_feed"),
    path("calendar/<int:feed_id>/", calendar.calendar, name="calendar"),
    path("calendar/<int:feed_id>/options/", calendar.options, name="change_feed"),
    path("calendar/<int:feed_id>/rotate/", calendar.rotate, name="rotate_feed"),
    path("calendar/<int:feed_id>/remove/", calendar.remove, name="remove_feed"),
    path("calendar/<int:feed_id>/tandem.ics", calendar.download, name="download"),
    path("feed/<str:token>.ics", feed.feed, name="feed"),
    path(
        "words.js", login_not_required(JavaScriptCatalog.as_view()), name="words"
    ),  # asked for where it is not English
    path("healthz", health.healthz, name="healthz"),
]

handler400 = "planner.views.errors.bad_request"
handler500 = "planner.views.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((screens, "planner"))),
    path("accounts/", include("allauth.urls")),
    path("api/v1/", routes.urls()),
]

if settings.ADMIN:
    from django.contrib import admin

    urlpatterns.append(path("admin/", admin.site.urls))
