"""The week beside the goals form, refreshed as answers change: nothing is saved, and no log-in is needed."""

import json
from functools import partial, wraps
from typing import Any

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from planner.forms.goals import FIRST_ANSWERS, GoalsForm
from planner.forms.relax import filled_by
from planner.models import Profile
from planner.queries.clashes import quick_clash
from planner.queries.preview import preview
from planner.reader import distances_of
from planner.screens import Preview
from planner.services import plans
from planner.views.access import Request, View

LONGEST = 64 * 1024  # bytes of a request; a full form with 200 dates has a quarter of that
AS_BEFORE = gettext_noop("The week is the one before.")


def bounded(view: View) -> View:
    """Open to anybody, kept nowhere, and refused where a request is too large or one of too many in a minute."""

    @wraps(view)
    def answer(request: Request) -> HttpResponse:
        told = str(request.META.get("CONTENT_LENGTH") or 0)
        if not told.isdecimal() or int(told) > LONGEST:
            return HttpResponse(status=413)
        if not ratelimit.consume(request, action="goals_preview"):
            return HttpResponse(status=429)
        return view(request)

    return login_not_required(never_cache(require_POST(answer)))


@bounded
def week(request: Request) -> HttpResponse:
    """The week of the answers; where one of them is wrong, a word about it, and the last week stays."""
    form = GoalsForm(request.POST)
    if not checked(form):
        wrong = {"note": f"{form.first_wrong} {_(AS_BEFORE)}", "oob": True}
        response = render(request, "planner/goals/_preview_note.html", wrong)
        response["HX-Reswap"] = "none"
        return response
    return render(request, "planner/goals/_preview_answer.html", {"preview": _of(request, form), "live": True})


@bounded
def clashes(request: Request) -> HttpResponse:
    """What clashes in the answers, as far as a quick look finds it, each way out as the fields that it fills."""
    form = GoalsForm(request.POST)
    if not checked(form):
        return HttpResponse()
    answers, timezone = form.answers(), form.cleaned_data["timezone"]
    found = quick_clash(user=request.user, answers=answers, timezone=timezone)
    ways = [(way, filled_by(way.answer)) for clash in found for way in (*clash.enough, *clash.partly)]
    context = {"clashes": found, "ways": [(way, json.dumps(fills)) for way, fills in ways if fills]}
    return render(request, "planner/goals/_preview_clashes.html", context)


def checked(form: GoalsForm) -> bool:
    """Whether the answers make a profile; what the engine says of them stands beside the field."""
    if not form.is_valid():
        return False
    try:
        plans.check_answers(answers=form.answers(), timezone=form.cleaned_data["timezone"])
    except plans.InvalidAnswers as problem:
        form.refuse(problem.field, problem.message)
        return False
    return True


def shown_first(request: Request, form: GoalsForm) -> dict[str, Any]:
    """What a whole page shows beside the form: the week of its answers, else that of the saved or the first ones."""
    if form.is_bound and form.is_valid():
        return {"preview": _of(request, form)}
    profile = Profile.objects.filter(user=request.user).first() if request.user.is_authenticated else None
    answers, timezone = (profile.answers, profile.timezone) if profile else (FIRST_ANSWERS, "UTC")
    note = _(AS_BEFORE) if form.is_bound else ""  # the form marks what is wrong
    return {"preview": _week(request, answers, timezone), "note": note}


def _of(request: Request, form: GoalsForm) -> Preview:
    return _week(request, form.answers(), form.cleaned_data["timezone"])


def _week(request: Request, answers: dict[str, Any], timezone: str) -> Preview:
    return preview(user=request.user, answers=answers, timezone=timezone, unit=partial(distances_of, request))
