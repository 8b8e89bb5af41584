"""The goals form, which makes the plan and remakes it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from planner.forms.goals import FIRST_ANSWERS, GoalsForm
from planner.models import Profile
from planner.services import plans
from planner.views.access import Request


@require_http_methods(["GET", "HEAD", "POST"])
def goals(request: Request) -> HttpResponse:
    """Show the answers; save them and plan. Answers that change a plan are asked about first."""
    if request.method == "POST":
        return _save(request)
    profile = Profile.objects.filter(user=request.user).first()
    form = GoalsForm.filled(profile.answers, profile.timezone) if profile else GoalsForm.filled(FIRST_ANSWERS, "UTC")
    return _draw(request, form, has_plan=profile is not None)


def _save(request: Request) -> HttpResponse:
    form = GoalsForm(request.POST)
    if not form.is_valid() or not _makes_sense(form):
        return _draw(request, form, has_plan=Profile.objects.filter(user=request.user).exists())
    answers, timezone = form.answers(), form.cleaned_data["timezone"]
    if not form.cleaned_data["confirm"] and plans.remakes(user=request.user, answers=answers):
        return _draw(request, form, has_plan=True, asks=True)
    messages.success(request, plans.save_goals(user=request.user, answers=answers, timezone=timezone))
    return redirect("planner:this_week")


def _makes_sense(form: GoalsForm) -> bool:
    """Let the engine judge the answers; what it says stands beside the field."""
    try:
        plans.check_answers(answers=form.answers(), timezone=form.cleaned_data["timezone"])
    except plans.InvalidAnswers as problem:
        form.refuse(problem.field, problem.message)
        return False
    return True


def _draw(request: Request, form: GoalsForm, *, has_plan: bool, asks: bool = False) -> HttpResponse:
    context = {"form": form, "has_plan": has_plan, "first_visit": not has_plan and not form.is_bound, "asks": asks}
    return render(request, "planner/goals/page.html", context)
