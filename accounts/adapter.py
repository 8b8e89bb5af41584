"""allauth's sentences in our words."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """allauth as it is, but for what it says."""

    error_messages: ClassVar[dict[str, object]] = DefaultAccountAdapter.error_messages | {
        "email_taken": "This address cannot be used. If it is yours, log in or reset its password.",
        "email_password_mismatch": "The e-mail address and the password do not go together.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, or reset the password.",
        "incorrect_password": "This is not your password.",
        "enter_current_password": "This is not your present password.",
        "duplicate_email": "This is your address already.",
    }
