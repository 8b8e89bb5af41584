"""The sample week of the front page in the hand of anybody: without a session, a cookie or a row in the database."""

from datetime import date

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages.storage.base import Message
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from planner import telling
from planner.forms.fields import INCOMPLETE
from planner.forms.sample import SampleForm, SampleMoveForm
from planner.queries import sample
from planner.queries.sample import Answer
from planner.reader import told_by_browser
from planner.records import NoWeek
from planner.telling import Telling
from planner.told import kept_by_language

LEVELS = {"success": messages.SUCCESS, "warning": messages.WARNING, "error": messages.ERROR}
AS_MADE = gettext_noop("Here is the week as it was made.")


@login_not_required
@told_by_browser
@require_safe
def again(request: HttpRequest) -> HttpResponse:
    """The sample as the engine made it."""
    return _draw(Answer(sample.as_made(), _(AS_MADE), "success"))


@login_not_required
@told_by_browser
@require_safe
def verdicts(request: HttpRequest) -> HttpResponse:
    """What each day would mean for the card in the hand, by date; 404 where there is no such card or week."""
    refused: HttpResponse | None = ratelimit.consume_or_429(request, action="sample_verdicts", limit_get=True)
    if refused:
        return refused
    form = SampleForm(request.GET)
    if not form.is_valid():
        raise Http404
    try:
        days = sample.verdicts(form.cleaned_data["week"], form.cleaned_data["card"], sample.monday(), telling.current())
    except (ValueError, NoWeek) as missing:
        raise Http404 from missing
    answer = JsonResponse(days)
    patch_cache_control(answer, max_age=300)  # a refusal is not kept
    return answer


@login_not_required
@csrf_exempt  # it changes nothing anywhere: the page that asks gets its own week back, moved
@told_by_browser
@require_POST
def act(request: HttpRequest, action: str) -> HttpResponse:
    """Move a card or turn it, and answer the week as it then lies; what makes no sense leaves it as it was made."""
    if not ratelimit.consume(request, action="sample"):
        return HttpResponse(status=429)
    form = (SampleMoveForm if action == "move" else SampleForm)({**request.GET.dict(), **request.POST.dict()})
    if not form.is_valid():
        return _draw(Answer(sample.as_made(), str(INCOMPLETE), "error"))
    week, card = form.cleaned_data["week"], form.cleaned_data["card"]
    try:
        if action == "move":
            return _draw(sample.moved(week, card, form.cleaned_data["date"], form.cleaned_data["start"]))
        return _draw(sample.flipped(week, card))
    except (ValueError, NoWeek):
        return _draw(Answer(sample.as_made(), str(INCOMPLETE), "error"))


def _draw(answer: Answer) -> HttpResponse:
    return HttpResponse(drawn(answer))


def drawn(answer: Answer | None = None) -> SafeString:
    """The sample as HTML: after an action, or for the front page as it was made."""
    return (_drawn if settings.DEBUG else _kept)(answer, sample.monday(), telling.current())


def _drawn(answer: Answer | None, monday: date, by: Telling) -> SafeString:
    code = answer.code if answer else sample.as_made()
    context = {
        "board": sample.sample_board(code, monday, by),
        "sample": code,
        "is_moved": code != sample.as_made(),
        "is_answer": answer is not None,
        "said": [Message(LEVELS[answer.level], answer.message)] if answer else [],
    }
    return render_to_string("planner/sample/_board.html", context)


@kept_by_language(sample.KEPT)
def _kept(answer: Answer | None, monday: date, by: Telling) -> SafeString:
    """It is the same for all who are told hours alike, so it is drawn once a process and kept while it is asked for."""
    return _drawn(answer, monday, by)
