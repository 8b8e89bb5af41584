"""What the API answers, and how it says no. Its OpenAPI document is made of these types."""

import re
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.views.decorators.cache import never_cache
from ninja import NinjaAPI, Path, Query, Schema
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import HttpBearer
from pydantic import BeforeValidator

from planner import clock
from planner.queries import export
from planner.records import NoPlan, NoWeek
from planner.screens.export import SessionData, WeekData, WeekSummary, WorkoutData
from planner.services import tokens

USUAL_SPAN, LONGEST_SPAN = 28, 366  # days of sessions in one answer
WEEK_NAME = r"^20[0-9]{2}-W[0-9]{2}$"


def _written_as_date(value: Any) -> Any:
    """The value, unless it is none of the contract's dates: pydantic takes seconds since 1970 and hours too."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("takes a date YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written_as_date)]


class Problem(Schema):
    """Why there is no answer, and which field it lies in where it lies in one."""

    field: str | None = None
    message: str


class Token(HttpBearer):
    """`Authorization: Bearer tandem_...`; cookies count for nothing here."""

    def authenticate(self, request: HttpRequest, token: str) -> Any | None:
        """The person whose token it is."""
        return tokens.holder(secret=token)


REFUSALS = {HTTPStatus.UNAUTHORIZED: Problem, HTTPStatus.NOT_FOUND: Problem, HTTPStatus.UNPROCESSABLE_ENTITY: Problem}
api = NinjaAPI(
    title="Tandem",
    version="1",
    description="Your own weeks and sessions, read only. Make a token on the page For programs.",
    docs_url=None,
    auth=Token(),
    urls_namespace="api",
)


def _problem(request: HttpRequest, status: HTTPStatus, message: str, field: str | None = None) -> HttpResponse:
    return api.create_response(request, {"field": field, "message": message}, status=status)


@api.exception_handler(AuthenticationError)
def unknown_token(request: HttpRequest, problem: AuthenticationError) -> HttpResponse:
    """No token, or one that nobody has."""
    answer = _problem(request, HTTPStatus.UNAUTHORIZED, "Send a token: Authorization: Bearer tandem_...")
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(ValidationError)
def bad_field(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    """A field that takes something else."""
    first = problem.errors[0]
    return _problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, first["msg"], str(first["loc"][-1]))


@api.exception_handler(NoPlan)
@api.exception_handler(NoWeek)
def nothing_there(request: HttpRequest, problem: Exception) -> HttpResponse:
    """Unknown, or somebody else's, which is the same."""
    return _problem(request, HTTPStatus.NOT_FOUND, "There is no such week or session in your plan.")


@api.get(
    "/weeks", response={200: list[WeekSummary], **REFUSALS}, operation_id="weeks", summary="All weeks of your plan"
)
def weeks(request: Any) -> list[WeekSummary]:
    """Weeks in time order."""
    return export.weeks(request.auth)


@api.get("/weeks/{week}", response={200: WeekData, **REFUSALS}, operation_id="week", summary="One week as it stands")
def week(request: Any, week: Annotated[str, Path(pattern=WEEK_NAME, examples=["2026-W49"])]) -> WeekData | HttpResponse:
    """Its sessions, what the rules say of it, its load."""
    try:
        monday = clock.from_iso(week)
    except ValueError:
        return _problem(request, HTTPStatus.NOT_FOUND, "That year has no such week.", "week")
    return export.week(request.auth, monday)


@api.get(
    "/sessions", response={200: list[SessionData], **REFUSALS}, operation_id="sessions", summary="Sessions by date"
)
def sessions(
    request: Any, first: Annotated[Day, Query()], days: Annotated[int, Query(ge=1, le=LONGEST_SPAN)] = USUAL_SPAN
) -> list[SessionData]:
    """Sessions of so many days from `first` on."""
    return export.sessions(request.auth, first, days)


@api.get(
    "/sessions/{session}", response={200: WorkoutData, **REFUSALS}, operation_id="session", summary="A session's steps"
)
def session(request: Any, session: UUID) -> WorkoutData:
    """One session, step by step."""
    return export.session(request.auth, session)


def urls() -> tuple[list[URLPattern | URLResolver], str, str]:
    """The API's addresses: public to the log-in, since tokens guard them, and never stored on the way."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.callback is not None:
            pattern.callback = login_not_required(never_cache(pattern.callback))
    return patterns, app, namespace
