"""Log lines on standard output in one format, with the secrets of addresses and programs taken out. No Django here."""

import logging
import re
from typing import Any

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

# The address may stand in a log line plain (/feed/abc.ics) or percent-encoded in a query (%2Ffeed%2Fabc.ics).
_PATHS = "feed|reminders/stop|accounts/password/reset/key".replace("/", "(?:/|%2F)")
_SECRET = re.compile(rf"""((?:/|%2F)(?:{_PATHS})(?:/|%2F))[^\s"'?&<>]+""", re.IGNORECASE)
_TOKEN = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{43}(?=\.ics)|(?<=tandem_)[A-Za-z0-9_-]{43}")  # of a feed, of a program


def redact(text: str) -> str:
    """The text with every secret of an address and every token of a program replaced by `[secret]`."""
    return _TOKEN.sub("[secret]", _SECRET.sub(r"\1[secret]", text))


class RedactingFormatter(logging.Formatter):
    """A formatter whose whole output, tracebacks included, holds no such secret."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, redacted."""
        return redact(super().format(record))


def config(level: str) -> dict[str, Any]:
    """A logging configuration (the dictConfig schema) that sends everything from `level` up to standard output.

    It serves Django and gunicorn alike: their own handlers, which would print addresses as they are, are taken away.
    """
    passed_on: dict[str, Any] = {"handlers": [], "propagate": True}
    named = ("django", "django.server", "gunicorn.error", "gunicorn.access")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": "planner.logs.RedactingFormatter",
                "format": FORMAT,
            }
        },
        "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}},
        "root": {"handlers": ["stdout"], "level": level},
        # Its warnings and debug lines hold the addresses it is asked for, and those of calendars are secrets.
        "loggers": {name: passed_on | {"level": level} for name in named} | {"urllib3": {"level": "CRITICAL"}},
    }
