"""The public page of every rule and its source."""

from functools import cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from planner.queries.rules import rules_page
from planner.views.access import Request


@login_not_required
@require_safe
def rules(request: Request) -> HttpResponse:
    """Every rule, how sure it is and where it comes from; the article behind them; what the sources disagree on."""
    body = _body() if settings.DEBUG else _kept_body(get_language())
    return render(request, "planner/rules/page.html", {"body": body})


def _body() -> SafeString:
    return render_to_string("planner/rules/_body.html", {"page": rules_page()})


@cache
def _kept_body(language: str) -> SafeString:
    """What stands between header and footer is the same for all who read one language: it is drawn once a process."""
    return _body()
