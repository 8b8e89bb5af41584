"""The user model: one address, one person."""

from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_address_is_kept_in_lower_case():
    user = User.objects.create_user("Ada@Example.ORG", "x")
    assert (user.email, str(user)) == ("ada@example.org", "ada@example.org")


def test_two_spellings_of_one_address_collide(user):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(user.email.upper(), "x")


def test_the_database_refuses_another_spelling_past_save(user):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email=user.email.upper())])


def test_a_natural_key_is_found_in_any_case(user):
    assert User.objects.get_by_natural_key("ADA@example.org") == user


def test_no_address_no_user():
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("", "x")


def test_without_a_password_nobody_gets_in(user):
    closed = User.objects.create_user("closed@example.org")
    assert not closed.has_usable_password()
    assert authenticate(email=closed.email, password="") is None


def test_a_superuser_may_use_the_admin():
    user = User.objects.create_superuser("root@example.org", "x")
    assert (user.is_staff, user.is_superuser) == (True, True)


class TestGuests:
    def test_a_guest_has_no_address_and_an_end(self):
        guest = User.objects.create_guest(date(2026, 12, 14))
        assert (guest.email, guest.is_guest, str(guest)) == (None, True, f"guest {guest.pk}")
        assert not guest.has_usable_password()

    def test_many_guests_have_no_address(self):
        assert len({User.objects.create_guest(date(2026, 12, 14)).pk for _ in range(3)}) == 3

    def test_a_person_is_no_guest(self, user):
        assert not user.is_guest

    @pytest.mark.parametrize(
        "fields", [{"email": None}, {"email": "both@example.org", "guest_until": date(2026, 12, 14)}]
    )
    def test_the_database_takes_an_account_or_a_guest_and_nothing_between(self, fields):
        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.bulk_create([User(**fields)])

    @pytest.mark.parametrize("name", [None, ""])
    def test_no_log_in_leads_to_a_guest(self, name):
        guest = User.objects.create_guest(date(2026, 12, 14))
        assert authenticate(email=name, password=guest.password) is None
        with pytest.raises(User.DoesNotExist):
            User.objects.get_by_natural_key(name)
