"""A week that a plan does not have: why, and where the plan is."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from planner import clock, week_words, words
from planner.records import NoWeek, Records
from planner.screens import Beyond

SUNDAY = timedelta(days=6)


def beyond(records: Records, monday: date) -> Beyond:
    """What to say of a week outside the plan. Raises NoWeek where the plan has no week at all."""
    if not records.weeks:
        raise NoWeek(monday)
    first, last = min(records.weeks), max(records.weeks)
    nearest = min(records.weeks, key=lambda start: abs(start - monday))
    return Beyond(
        title=words.span(monday, monday + SUNDAY),
        text=week_words.not_reached(monday, first, last + SUNDAY),
        nearest=clock.iso_of(nearest),
        label=_("To {days}").format(days=words.span(nearest, nearest + SUNDAY)),
        is_now=nearest == clock.monday_of(records.today),
    )
