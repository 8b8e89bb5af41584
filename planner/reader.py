"""Who reads a page decides how its hours and dates are told: what they chose, else what their browser asks for."""

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.vary import vary_on_headers

from planner import telling
from planner.engine.vocabulary import Unit
from planner.telling import Telling
from planner.territories import customs

Answer = Callable[[HttpRequest], HttpResponse]
HEADER = "Accept-Language"


def tag_of(request: HttpRequest) -> str:
    """The language tag that the browser wants most; empty where it says nothing."""
    return telling.best_tag(request.headers.get(HEADER, ""))


def by_browser(request: HttpRequest) -> Telling:
    """How the browser has it, whoever sits before it."""
    return telling.chosen(None, tag_of(request))


def distances_of(request: HttpRequest) -> Unit:
    """What distances are told in to who asks: as they chose, else as is usual where their browser is at home."""
    choices = _choices(request)
    return Unit(choices.distances) if choices else Unit.MI if customs(tag_of(request)).miles else Unit.KM


def _choices(request: HttpRequest) -> Any:
    """What who asks has chosen, None where nothing; it comes with the plan where that was read, else by a query."""
    try:
        return request.user.preferences  # type: ignore[union-attr]  # a stranger has none: AttributeError
    except (AttributeError, ObjectDoesNotExist):
        return None


def told_by_browser(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view tell hours and dates as the browser asks, without asking who sits before it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        by = by_browser(request)
        with telling.told(lambda: by):
            return view(request, *args, **named)

    return vary_on_headers(HEADER)(answer)


class Reader:
    """Who reads the answer of a request. Nothing is looked up before something is told."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.was_asked = False

    @cached_property
    def telling(self) -> Telling:
        """How they have it."""
        self.was_asked = True
        return telling.chosen(_choices(self.request), tag_of(self.request))


def told_their_way(get_response: Answer) -> Answer:
    """Tell hours and dates as the reader has it. It stands after the middleware that tells who asks."""

    def middleware(request: HttpRequest) -> HttpResponse:
        reader = Reader(request)
        with telling.told(lambda: reader.telling):
            response = get_response(request)
        if reader.was_asked:
            patch_vary_headers(response, [HEADER])
        return response

    return middleware
