"""Everything that is kept about a person, as one document: exactly the rows that go when the account is deleted."""

from collections.abc import Iterable
from typing import Any

from django.db import router
from django.db.models import BinaryField, Model
from django.db.models.deletion import Collector

# Who holds one of these can read a calendar, log in, or tell a secret of theirs from others: they are no use to the
# person, and a file is easily lost.
SECRETS = {"password", "token", "key", "digest", "address", "browser"}
APPS = {"accounts", "account", "planner"}


def export(user: Any) -> dict[str, list[dict[str, Any]]]:
    """The rows by the name of their kind, in the order they were made, without secrets and without bytes."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(_rows(user), key=lambda row: (row._meta.label_lower, row.pk)):
        if row._meta.app_label in APPS:
            found.setdefault(str(row._meta.verbose_name), []).append(_told(row))
    return found


def _rows(user: Any) -> Iterable[Model]:
    collector = Collector(using=router.db_for_write(type(user)), origin=user)
    collector.collect([user])
    for rows in collector.data.values():
        yield from rows
    for several in collector.fast_deletes:
        yield from several


def _told(row: Model) -> dict[str, Any]:
    return {
        field.attname: field.value_from_object(row)
        for field in row._meta.concrete_fields
        if field.name not in SECRETS and not isinstance(field, BinaryField)
    }
