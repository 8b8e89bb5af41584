"""The user: an e-mail address and a password, nothing else; or a guest, who has neither, until a date."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_ADDRESS = 254  # characters; what mail servers take


class UserManager(BaseUserManager["User"]):
    """Makes users and finds them by address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        """The user with this address; DoesNotExist when there is none."""
        return self.get(email=(username or "").lower())

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A saved user; without a password, one must be set by the reset link. ValueError without an address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_guest(self, until: date) -> User:
        """A saved guest, who stays until the end of that day; no log-in leads to one, only the session it begins in."""
        return self.guest_of(None, until)[0]

    def guest_of(self, browser: str | None, until: date) -> tuple[User, bool]:
        """The guest that the browser of this digest is already, or a new one; and whether it is new.

        Who asks at the same moment waits, and finds the one that was made.
        """
        if browser is None:
            return self.create(guest_until=until, password=make_password(None)), True
        return self.get_or_create(browser=browser, defaults={"guest_until": until, "password": make_password(None)})

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A saved user who may do everything in the admin."""
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True} | fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who logs in by e-mail. The address is kept in lower case, so that no two differ by case alone.

    Who only tries the site is a row too, so that all else works alike: without an address, until `guest_until`, with a
    digest that tells the `browser` it was begun in.
    """

    email = models.EmailField(_("e-mail address"), max_length=LONGEST_ADDRESS, unique=True, null=True)  # noqa: DJ001 - unique
    guest_until = models.DateField("guest until", null=True, editable=False, help_text="empty: an account")
    browser = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001 - unique
    is_staff = models.BooleanField("may use the admin", default=False)
    is_active = models.BooleanField("may log in", default=True)
    date_joined = models.DateTimeField("joined", default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            # Also where a row is written past save(): a bulk update, a shell, another program.
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case"),
            models.CheckConstraint(
                condition=Q(email__isnull=False, guest_until__isnull=True)
                | Q(email__isnull=True, guest_until__isnull=False),
                name="accounts_user_account_or_guest",
            ),
        ]

    def __str__(self) -> str:
        return self.email or f"guest {self.pk}"

    @property
    def is_guest(self) -> bool:
        """Whether this is a trial without an account."""
        return self.guest_until is not None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the address in lower case."""
        self._lower()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Compare addresses in lower case in forms too."""
        super().clean()
        self._lower()

    def _lower(self) -> None:
        self.email = self.email.lower() if self.email else self.email
