"""The accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """App label `accounts`; allauth's own is `account`."""

    name = "accounts"
    verbose_name = "Accounts"
