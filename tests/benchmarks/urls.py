"""The site's addresses and an empty view beside them: what the middleware alone costs."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from planner import urls


@login_not_required
def empty(request: HttpRequest) -> HttpResponse:
    """Nothing."""
    return HttpResponse()


urlpatterns = [path("empty", empty), *urls.urlpatterns]
