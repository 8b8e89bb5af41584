"""Our middleware: https by 308, and log-in required without touching the session of public pages."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.cache import add_never_cache_headers

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
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response

    return middleware
