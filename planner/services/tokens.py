"""Everything that writes API tokens: made, noted as used, withdrawn."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from planner import clock
from planner.models import ApiToken
from planner.models.token import SHOWN, digest_of, new_secret

MOST = 10  # tokens of one person


class TooManyTokens(Exception):
    """The person has as many tokens as there may be."""


@transaction.atomic
def make(*, user: Any, name: str) -> str:
    """A new token's secret, which nobody can be shown again. Raises TooManyTokens."""
    get_user_model().objects.select_for_update().get(pk=user.pk)  # two requests at once count one after the other
    if ApiToken.objects.filter(user=user).count() >= MOST:
        raise TooManyTokens
    secret = new_secret()
    ApiToken.objects.create(user=user, name=name, digest=digest_of(secret), ending=secret[-SHOWN:])
    return secret


def withdraw(*, user: Any, token_id: int) -> bool:
    """End a token at once; False where the person has none such."""
    deleted, _ = ApiToken.objects.filter(user=user, pk=token_id).delete()
    return deleted > 0


def holder(*, secret: str) -> Any | None:
    """Whose plan a program may read by this secret; None where nobody's. The day is noted, no more often than daily."""
    token = ApiToken.objects.select_related("user").filter(digest=digest_of(secret), user__is_active=True).first()
    if token is None:
        return None
    today = clock.now().date()
    if token.used_on != today:
        ApiToken.objects.filter(pk=token.pk).update(used_on=today)
    return token.user
