"""Our one middleware: the change to https keeps the method and the path."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

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
