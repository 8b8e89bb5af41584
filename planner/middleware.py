"""Our middleware: https by 308, feeds first, broken session keys, log-in required, and people deleted meanwhile."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django_htmx.http import HttpResponseClientRedirect

GONE = gettext_noop("What you were logged in to was deleted in the meantime, so nothing was saved.")
PRIVATE = "tandem.private"  # set on requests whose view needs a log-in
Answer = Callable[[HttpRequest], HttpResponse]


def permanent_https(get_response: Answer) -> Answer:
    """Turn Django's 301 from http to https into 308.

    Calendar clients that subscribe by `webcal:` ask by http first; some of them store the new address only on a 308,
    and a 308 also keeps a POST a POST. It stands before SecurityMiddleware, whose answer it changes.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        https_wanted = settings.SECURE_SSL_REDIRECT and not request.is_secure()
        if https_wanted and isinstance(response, HttpResponsePermanentRedirect):
            response.status_code = HTTPStatus.PERMANENT_REDIRECT
        return response

    return middleware


class LoginRequired(LoginRequiredMiddleware):
    """Django's, asking first whether the view is public.

    Django's own reads the session before that, which puts `Vary: Cookie` on a calendar feed and a query on every probe
    that happens to carry a cookie.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., Any],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Nothing for a public view or a person who is logged in, else the way to the log-in."""
        if not getattr(view_func, "login_required", True):
            return None
        request.META[PRIVATE] = True
        return super().process_view(request, view_func, view_args, view_kwargs)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Keep what is a person's own out of every cache: after log-out the back button shows none of it."""
        if request.META.get(PRIVATE) and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response


def feed_first(get_response: Answer) -> Answer:
    """Answer calendar feeds before sessions, cookies, log-ins and messages come in.

    Polls outnumber visits and need none of these. A foreign or broken cookie would even make them answer with
    Set-Cookie and Vary, and two clients with one address would no longer get the same. It stands after
    SecurityMiddleware, whose change to https feeds take part in.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/feed/"):
            return get_response(request)
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return get_response(request)
        with translation.override(settings.LANGUAGE_CODE):  # not what the request before was answered in
            response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response

    return middleware


def whole_session_keys(get_response: Answer) -> Answer:
    """Take a session's cookie for none where no session of ours is named so: PostgreSQL refuses to look for a NUL.

    It stands before SessionMiddleware.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if not (key.isascii() and key.isalnum()):
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        return get_response(request)

    return middleware


class Deleted:
    """Answers those who were deleted while their request was under way, in another window or as an expired guest.

    What they meant to save then belongs to nobody, which the database refuses.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer as it is."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """The front page for whoever is not there any more; None for every other failure."""
        if not isinstance(problem, (DatabaseError, ObjectDoesNotExist)) or not _is_gone(request.user.pk):
            return None
        logout(request)
        messages.warning(request, _(GONE))
        landing = reverse("planner:landing")
        return HttpResponseClientRedirect(landing) if request.headers.get("HX-Request") else redirect(landing)


def _is_gone(key: Any) -> bool:
    return key is not None and not get_user_model().objects.filter(pk=key).exists()
