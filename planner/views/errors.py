"""What is answered when a request cannot be read or the site fails: pages that read nothing of the request again."""

from django.http import HttpRequest, HttpResponseBadRequest, HttpResponseServerError
from django.template import loader


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBadRequest:
    """400; Django's own handler reads the form anew, and fails anew where that is what could not be read."""
    return HttpResponseBadRequest(loader.get_template("400.html").render())


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """500, for the same reason without a look at the request."""
    return HttpResponseServerError(loader.get_template("500.html").render())
