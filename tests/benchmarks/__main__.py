"""Measures every figure and prints one table: `python -m tests.benchmarks`. Less than two minutes."""

import logging
import os
from collections.abc import Iterator

import django
from django.conf import settings
from django.core.management import call_command

from tests.benchmarks import imports, search
from tests.benchmarks.rounds import Row


def rows() -> Iterator[Row]:
    """Every figure in turn; the database lives in memory."""
    yield from imports.figures()
    yield from search.against_cpsat()
    yield from search.to_the_optimum()
    yield from search.soon()
    yield from search.mended()
    yield from _of_the_site()


def _of_the_site() -> Iterator[Row]:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": "sqlite://:memory:"}
    django.setup()
    settings.ACCOUNT_RATE_LIMITS = False  # one machine asks for everybody
    settings.ALLOWED_HOSTS, settings.ROOT_URLCONF = ["testserver"], "tests.benchmarks.urls"
    logging.disable(logging.WARNING)  # of unknown tokens
    call_command("migrate", verbosity=0)
    from tests.benchmarks import board, feed, goals  # their models need Django set up

    yield from board.figures()
    yield from goals.figures()
    yield from feed.figures()


def main() -> None:
    """Print the rows as they come; ok or MISSED where there is a goal."""
    for row in rows():
        mark = {True: "ok", False: "MISSED", None: ""}[row.reached]
        print(f"{row.figure:3} {row.what:58} {row.goal:30} {mark:7} {row.measured}", flush=True)


if __name__ == "__main__":
    main()
