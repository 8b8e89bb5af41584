"""allauth's sentences in our words, and the one check that it leaves to us."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import LONGEST_ADDRESS


class AccountAdapter(DefaultAccountAdapter):
    """allauth as it is, but for what it says and how long an address may be."""

    error_messages: ClassVar[dict[str, object]] = DefaultAccountAdapter.error_messages | {
        "email_taken": _("This address cannot be used. If it is yours, log in or reset its password."),
        "email_password_mismatch": _("The e-mail address and the password do not go together."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, or reset the password."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your present password."),
        "duplicate_email": _("This is your address already."),
    }

    def send_account_already_exists_mail(self, email: str) -> None:
        """Tell the owner; hash a password first, as for a new account, so that the time taken does not tell others."""
        make_password(email)
        super().send_account_already_exists_mail(email)

    def clean_email(self, email: str) -> str:
        """The address, if the database has room for it: allauth's fields take more than our column."""
        if len(email) > LONGEST_ADDRESS:
            raise ValidationError(_("An address has at most {most} characters.").format(most=LONGEST_ADDRESS))
        return email
