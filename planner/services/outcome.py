"""How a service answers: a sentence for the person, or a refusal that left everything as it was."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.utils.translation import gettext as _

from planner.records import Records


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, in a sentence; a warning where a rule is strained by it. `records` are the plan as it now is."""

    message: str
    records: Records
    level: Literal["success", "warning"] = "success"
    habit: str = ""  # the key of a habit to ask about, see habits


class Refused(Exception):
    """Nothing was changed; the sentence says why."""


class Taken(Refused):
    """A session cannot lie on the day it was put on; exchanging that day with its own may be a way out."""

    def __init__(self, sentence: str, session_id: UUID, day: date) -> None:
        super().__init__(sentence)
        self.session_id = session_id
        self.day = day


class Stale(Refused):
    """The page was drawn before the week was changed elsewhere."""

    def __init__(self) -> None:
        super().__init__(_("This week changed in another tab. Here it is as it stands; your change was not made."))


def check_version(records: Records, monday: date, version: int) -> None:
    """Raise Stale unless the page that asks shows the week as it stands."""
    if records.week(monday).version != version:
        raise Stale
