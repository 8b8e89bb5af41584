"""What becomes of a trial when its person signs up or logs in: allauth's hooks, on top of the account's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.adapter import AccountAdapter
from accounts.guests import ASIDE, step_aside
from accounts.models import User
from planner.models import Plan
from planner.services import guests

KEPT = gettext_noop("Your trial is in your account now: the week, its undo steps and your answers.")


class Entrance(AccountAdapter):
    """An account takes over the plan of the guest who comes into it; where it has its own, the person is asked."""

    def login(self, request: HttpRequest, user: Any) -> None:
        """Log in after every stage is passed; `request.guest` is who this browser was until now."""
        guest: User | None = getattr(request, "guest", None)
        if guest is None:
            super().login(request, user)
            return
        is_settled = guests.hand_over(guest=guest, account=user)
        step_aside(request)
        super().login(request, user)
        if is_settled:
            messages.success(request, _(KEPT))
        else:
            request.session[ASIDE] = guest.pk

    def post_login(self, request: HttpRequest, user: Any, **hook: Any) -> HttpResponse:
        """On to the asked page; where two plans wait, to the question about them."""
        response: HttpResponse = super().post_login(request, user, **hook)
        return HttpResponseRedirect(resolve_url("planner:two_plans")) if ASIDE in request.session else response

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """The week where a trial was taken over: nothing is asked twice. Else the goals."""
        has_plan = Plan.objects.filter(user=request.user.pk).exists()
        url: str = self.get_login_redirect_url(request) if has_plan else super().get_signup_redirect_url(request)
        return url
