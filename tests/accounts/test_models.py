"""The user model: one address, one person."""

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
