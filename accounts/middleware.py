"""To the account pages a guest is a stranger: whoever signs up or logs in does so as if from nothing."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

ACCOUNT_PAGES = "/accounts/"


def guests_are_strangers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """On the account pages, let a guest be `request.guest` and the user be nobody.

    Sign-up, log-in, codes and limits are then those of any stranger, and no page of an account opens to a guest. It
    stands right after the middleware that tells who asks.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(ACCOUNT_PAGES) and getattr(request.user, "is_guest", False):
            request.guest, request.user = request.user, AnonymousUser()  # type: ignore[attr-defined]
        return get_response(request)

    return middleware
