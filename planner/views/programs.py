"""For programs: the page that makes and withdraws tokens, and a week as a file."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST, require_safe

from planner.forms.programs import TokenForm
from planner.models import ApiToken
from planner.queries import export
from planner.services import tokens
from planner.views.access import Request, needs_account, with_plan
from planner.views.files import attachment

FILES = {"json": export.as_json, "csv": export.as_csv, "ics": export.as_ics}


@require_safe
@never_cache
@needs_account
def programs(request: Request) -> HttpResponse:
    """What programs can read, and the tokens that let them."""
    return _page(request, TokenForm())


@require_POST
@never_cache
@needs_account
def make_token(request: Request) -> HttpResponse:
    """A new token; this answer is the only one that shows its secret, so it is no redirect."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    try:
        secret = tokens.make(user=request.user, name=form.cleaned_data["name"])
    except tokens.TooManyTokens:
        form.add_error(
            "name",
            _("You have {most} tokens, as many as there may be. Withdraw one first.").format(most=tokens.MOST),
        )
        return _page(request, form)
    return _page(request, TokenForm(), secret)


@require_POST
@never_cache
@needs_account
def withdraw_token(request: Request, token_id: int) -> HttpResponse:
    """The end of a token."""
    if not tokens.withdraw(user=request.user, token_id=token_id):
        raise Http404("There is no such token.")
    messages.success(request, _("That token is withdrawn. What used it reads nothing any more."))
    return redirect("planner:programs")


@require_safe
@cache_control(private=True, max_age=0)
@with_plan
def week_file(request: Request, monday: date, form: str) -> HttpResponse:
    """A week as JSON, CSV or a calendar file."""
    if form not in FILES:
        raise Http404("There is no such form of a week.")
    return attachment(FILES[form](request.user, monday))


def _page(request: Request, form: TokenForm, secret: str = "") -> HttpResponse:
    held = ApiToken.objects.filter(user=request.user)
    shown = {"form": form, "tokens": held, "secret": secret, "api": request.build_absolute_uri("/api/v1/")}
    return render(request, "planner/programs/page.html", shown, status=422 if form.errors else 200)
