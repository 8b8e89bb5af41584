"""The one form where allauth's does not fit: changing the address on a site that sends no mail."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import AddEmailForm
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.models import User


class ChangeEmailForm(AddEmailForm):
    """With mail: allauth's own, a mailed code confirms the new address. Without: the change holds at once."""

    def clean_email(self) -> str:
        """The new address in lower case. Without mail a taken one is refused here, as no mail could tell its owner."""
        email: str = super().clean_email()
        if not settings.MAIL_WORKS and User.objects.filter(email=email).exists():
            raise get_adapter().validation_error("email_taken")
        return email

    def save(self, request: HttpRequest) -> EmailAddress:
        """The address that is, or is to become, the person's."""
        if settings.MAIL_WORKS:
            return super().save(request)
        address = _replace_address(self.user, self.cleaned_data["email"])
        messages.success(request, _("Your address is now {email}.").format(email=address.email))
        return address


@transaction.atomic
def _replace_address(user: User, email: str) -> EmailAddress:
    user.email = email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    return EmailAddress.objects.create(user=user, email=user.email, primary=True)
