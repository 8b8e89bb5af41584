"""`manage.py plan`: the headless planner on standard input and output."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from planner.engine import ProfileError
from planner.headless import FORMATS, LONGEST_BLOCK, Answer, answer_for, documents_in, dump, parse


class Command(BaseCommand):
    """Plan or check weeks without a database."""

    help = "Plan weeks from a profile on standard input, or check a week's sessions. JSON Lines: a line in, a line out."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options of the contract; `answer_for` checks their values, so that each error is one line."""
        parser.add_argument("--start", help="the first day, a Monday, as YYYY-MM-DD")
        parser.add_argument("--weeks", default="1", help=f"1 to {LONGEST_BLOCK} weeks; 1 if left out")
        parser.add_argument("--check", action="store_true", help="judge the sessions of one week")
        parser.add_argument("--repair", action="store_true", help="propose how to make one week's sessions valid")
        parser.add_argument("--format", default="json", help=", ".join(FORMATS))

    def handle(self, *args: object, **options: Any) -> None:
        """Answer every document; exit 2 on bad input, 1 where some lines of many were bad."""
        try:
            answer = answer_for(options)
            text = _read()
            lines = documents_in(text)
            output = answer(parse(text)) if lines is None else ""
        except ProfileError as error:
            self.stderr.write(" ".join(str(error).split()))
            sys.exit(2)
        if lines is not None:
            sys.exit(self._answer_lines(lines, answer))
        self._write(output)

    def _answer_lines(self, lines: list[str], answer: Answer) -> int:
        bad = 0
        for line in lines:
            try:
                output = answer(parse(line))
            except ProfileError as error:
                bad = 1
                output = dump({"error": {"field": error.field, "message": error.message}})
            self._write(output)
        return bad

    def _write(self, output: str) -> None:
        """As UTF-8 with the line ends the format has, whatever the terminal's settings."""
        sys.stdout.buffer.write(output.encode())
        sys.stdout.buffer.flush()


def _read() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProfileError("input", "is not UTF-8 text") from None
