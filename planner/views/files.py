"""Answers that a browser keeps as a file."""

from django.http import HttpResponse

from planner.screens import Download


def kept_as(name: str) -> dict[str, str]:
    """The header that has a browser keep an answer under this name."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def attachment(file: Download) -> HttpResponse:
    """The file, to be kept under its own name."""
    return HttpResponse(file.content, file.content_type, headers=kept_as(file.name))
