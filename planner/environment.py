"""Reads environment variables; a value that makes no sense stops the start with a message that names the variable."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"", "0", "false", "no", "off"}
_MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


class BadEnvironment(SystemExit):
    """An environment variable has a value that cannot be used. Ends the process with one line, without a traceback."""

    def __init__(self, name: str, takes: str) -> None:
        given = "" if name.endswith("_URL") else f"; it is {os.environ.get(name, '')!r}"  # addresses hold passwords
        super().__init__(f"{name}: {takes}{given}")


def text(name: str, default: str = "") -> str:
    """The variable as it stands."""
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """The variable as yes or no: 1, true, yes, on against 0, false, no, off and the empty text."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in _TRUE | _FALSE:
        return value.strip().lower() in _TRUE
    raise BadEnvironment(name, "takes 1 or 0")


def number(name: str, default: int, *, least: int = 0) -> int:
    """The variable as a whole number, `least` or more."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().isdecimal() and int(value) >= least:
        return int(value)
    raise BadEnvironment(name, f"takes a whole number from {least}")


def words(name: str, default: str = "") -> list[str]:
    """The variable as a list: split at commas, spaces around each word dropped."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def choice(name: str, default: str, among: tuple[str, ...]) -> str:
    """The variable as one of the words `among`, whatever their case; the answer is spelled as in `among`."""
    value = os.environ.get(name, default)
    for word in among:
        if word.lower() == value.strip().lower():
            return word
    raise BadEnvironment(name, f"takes one of {', '.join(among)}")


def secret(name: str, file: Path) -> str:
    """The variable, else what stands in `file`, else the empty text, with which Django refuses to sign anything."""
    if value := os.environ.get(name):
        return value
    return file.read_text(encoding="utf-8").strip() if file.is_file() else ""


def mail(name: str) -> dict[str, Any]:
    """Django's EMAIL_* settings out of one address such as `smtp+tls://user:password@mail.example.org:587`.

    Schemes: `smtp` (plain), `smtp+tls` (STARTTLS), `smtps` (TLS from the start). User and password are percent-decoded.
    Without the variable, mail is printed on standard output.
    """
    url = os.environ.get(name, "")
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in _MAIL_PORTS or not parts.hostname or not _port_is_number(parts):
        raise BadEnvironment(name, f"takes {', '.join(_MAIL_PORTS)} and a server, as smtp+tls://user:password@host")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def _port_is_number(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False
