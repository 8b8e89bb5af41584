"""The names of the days of the week, long and short; each once."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner.engine import wording

SHORT_WEEKDAYS = (
    gettext_noop("Mon"),
    gettext_noop("Tue"),
    gettext_noop("Wed"),
    gettext_noop("Thu"),
    gettext_noop("Fri"),
    gettext_noop("Sat"),
    gettext_noop("Sun"),
)
DAY_LETTERS = (
    gettext_noop("Mo"),
    gettext_noop("Tu"),
    gettext_noop("We"),
    gettext_noop("Th"),
    gettext_noop("Fr"),
    gettext_noop("Sa"),
    gettext_noop("Su"),
)


def weekday(day: int) -> str:
    """The name of a day of the week, 0 for Monday."""
    return wording.WEEKDAYS[day]


def short_weekday(day: int) -> str:
    """The same in three letters: "Mon"."""
    return _(SHORT_WEEKDAYS[day])


def day_letters(day: int) -> str:
    """The same in two letters, where there is room for no more: "Mo"."""
    return _(DAY_LETTERS[day])
