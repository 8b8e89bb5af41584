"""What is told of one's own calendar: what was kept of a reading, which is English or a name, in the reader's words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from planner.busy_ical import BROKEN, OWN
from planner.safe_fetch import NOT_THERE, REFUSED, TOO_FAR, TROUBLE


def problem(kept: str) -> str:
    """Why a calendar could not be read; `kept` is the sentence in English, empty where there is none."""
    for message in (TROUBLE, NOT_THERE, REFUSED, TOO_FAR):
        before, after = message.split("{number}")
        number = kept.removeprefix(before).removesuffix(after)
        if number.isdigit():
            return _(message).format(number=number)
    return _(kept) if kept else ""


def remark(kept: str | Sequence[str | int]) -> str:
    """What was left out or read in another way: a name and a number of events, of old a sentence."""
    if isinstance(kept, str):
        return _(kept)
    what, number = kept[0], int(kept[1])
    if what == BROKEN:
        message = ngettext(
            "One event with a date or a rule that cannot be read: left out.",
            "{number} events with a date or a rule that cannot be read: left out.",
            number,
        )
    elif what == OWN:
        message = ngettext(
            "One event of your own Tandem plan: left out.",
            "{number} events of your own Tandem plan: left out.",
            number,
        )
    else:
        message = ngettext(
            "One event in a time zone of unknown name: read as your own time.",
            "{number} events in a time zone of unknown name: read as your own time.",
            number,
        )
    return message.format(number=number)
