"""People who try the site without an account: the session that is all they have, and how long they stay."""

from datetime import date, timedelta
from hashlib import sha256

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, login
from django.http import HttpRequest

from accounts.models import User

STAY = timedelta(days=14)  # after the last visit; the cookie lives as long
ASIDE = "trial"  # in an account's session: the guest that this browser was, until the person says what now


def until(today: date) -> date:
    """The last day of a guest who was here today."""
    return today + STAY


def browser_of(request: HttpRequest) -> str | None:
    """What tells this browser from others before it is anybody: a digest of its secret against forged forms.

    A log-in, a guest's too, gives it another secret. None where it has none.
    """
    secret = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
    return sha256(secret.encode()).hexdigest() if secret else None


def enter(request: HttpRequest, guest: User) -> None:
    """Make this browser that guest, under a new session key."""
    login(request, guest)
    request.session.set_expiry(int(STAY.total_seconds()))


def stay(request: HttpRequest, today: date) -> None:
    """Let the guest of this request stay on from today; it is written once a day."""
    guest: User = request.user  # type: ignore[assignment]  # the caller has asked
    if guest.guest_until is None or guest.guest_until >= until(today):
        return
    guest.guest_until = until(today)
    guest.save(update_fields=["guest_until"])
    request.session.set_expiry(int(STAY.total_seconds()))


def step_aside(request: HttpRequest) -> None:
    """Take the guest out of the session before an account is logged in: what else it holds stays, under a new key."""
    for key in (SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY):
        request.session.pop(key, None)


def set_aside(request: HttpRequest) -> User | None:
    """The guest that this browser was before it logged in, while the person has not said what becomes of it."""
    key = request.session.get(ASIDE)
    return User.objects.filter(pk=key, guest_until__isnull=False).first() if key else None
