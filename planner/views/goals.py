"""The goals form, which makes the plan and remakes it, and tells first which answers clash."""

from collections.abc import Sequence
from http import HTTPStatus

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.guests import browser_of, enter
from planner.forms.goals import FIRST_ANSWERS, GoalsForm
from planner.models import Plan, Profile
from planner.queries.clashes import ClashLines, clash_lines
from planner.queries.goal_cards import goal_cards
from planner.reader import tag_of
from planner.services import guests, plans
from planner.services.account import begin_preferences
from planner.views.access import Request, person
from planner.views.preview import checked, shown_first

TOO_MANY = gettext_noop(
    "Many weeks were begun from here just now. Wait a minute, then send it again; nothing has been lost."
)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def goals(request: Request) -> HttpResponse:
    """Show the answers; save them and plan. Answers that change a plan, or clash in a first one, are shown first.

    Open to anybody: who has no account becomes a guest when a first plan is saved, and not before.
    """
    if request.method == "POST":
        return _answer(request)
    profile = Profile.objects.filter(user=person(request)).first()
    if profile is None:
        return _draw(request, GoalsForm.filled(FIRST_ANSWERS, "UTC"))
    found = clash_lines(user=person(request), answers=profile.answers, timezone=profile.timezone)
    return _draw(request, GoalsForm.filled(profile.answers, profile.timezone), found)


def _answer(request: Request) -> HttpResponse:
    form = GoalsForm(request.POST)
    if not checked(form):
        return _draw(request, form)
    if form.cleaned_data["relax"]:
        return _relax(request, form)
    if form.cleaned_data["confirm"]:
        return _save(request, form)
    asks = plans.remakes(user=person(request), answers=form.answers())
    found = _clashes(request, form) if asks or not _has_plan(request) else ()
    if asks or any(clash.wishes for clash in found):
        return _draw(request, form, found, asks=asks)
    return _save(request, form)


def _save(request: Request, form: GoalsForm) -> HttpResponse:
    answers, timezone = form.answers(), form.cleaned_data["timezone"]
    if person(request) is None:
        return _begin(request, form)
    if not _has_plan(request):
        begin_preferences(user=request.user, tag=tag_of(request))
    messages.success(request, plans.save_goals(user=request.user, answers=answers, timezone=timezone))
    return redirect("planner:this_week")


def _begin(request: Request, form: GoalsForm) -> HttpResponse:
    """A first plan for somebody without an account: from here on this browser is a guest."""
    if not ratelimit.consume(request, action="trial"):
        form.add_error(None, _(TOO_MANY))
        return _draw(request, form, status=HTTPStatus.TOO_MANY_REQUESTS)
    answers, zone = form.answers(), form.cleaned_data["timezone"]
    guest, done = guests.begin(answers=answers, timezone=zone, browser=browser_of(request), tag=tag_of(request))
    enter(request, guest)
    if not done and plans.remakes(user=guest, answers=answers):  # another tab was first, with other answers
        return _draw(request, form, _clashes(request, form), asks=True)
    if done:
        messages.success(request, done)
    return redirect("planner:this_week")


def _relax(request: Request, form: GoalsForm) -> HttpResponse:
    """Show the form with one answer changed; nothing is saved."""
    field, value = form.cleaned_data["relax"]
    answers, timezone = form.answers(), form.cleaned_data["timezone"]
    try:
        changed = plans.relaxed(answers=answers, timezone=timezone, field=field, value=value)
    except plans.InvalidAnswers as problem:
        form.add_error("relax", f"{problem.field} {problem.message}.")
        return _draw(request, form)
    relaxed = GoalsForm.holding(changed, timezone)
    if not relaxed.is_valid() or relaxed.answers()[field] != value:
        form.add_error("relax", _("{field} takes another value: this form cannot show that one.").format(field=field))
        return _draw(request, form)
    asks = plans.remakes(user=person(request), answers=relaxed.answers())
    return _draw(request, relaxed, _clashes(request, relaxed), asks=asks, changed=relaxed.label_of(field))


def _clashes(request: Request, form: GoalsForm) -> Sequence[ClashLines]:
    return clash_lines(user=person(request), answers=form.answers(), timezone=form.cleaned_data["timezone"])


def _has_plan(request: Request) -> bool:
    has_plan: bool = Plan.objects.filter(user=person(request)).exists()
    return has_plan


def _draw(
    request: Request,
    form: GoalsForm,
    found: Sequence[ClashLines] = (),
    *,
    asks: bool = False,
    changed: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The page: `changed` names the answer that was just let give way."""
    has_plan = _has_plan(request)
    context = {
        "form": form,
        "goal_options": list(zip(form["goal"], goal_cards(), strict=True)),
        "has_plan": has_plan,
        "first_visit": not has_plan and not form.is_bound,
        "asks": asks,
        "clashes": found,
        "changed": changed,
        "builds_nearest": not has_plan and any(clash.wishes for clash in found),
        **shown_first(request, form),
    }
    return render(request, "planner/goals/page.html", context, status=status)
