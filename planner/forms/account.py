"""How things are told to a person, and the word that ends an account."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from planner import telling, words
from planner.forms.fields import LongSelect
from planner.forms.goal_fields import choices, speak_plainly
from planner.forms.zones import ZONES
from planner.telling import STARTS, Telling
from planner.territories import Clock, Dates, WeekStart, Weight

EVENING, DAY = 18 * 60 + 30, date(2026, 12, 8)  # of which the hour and the day of the examples are
KEPT = ("distances", "weights", "clock", "dates", "week_starts")  # fields that are a column of the same name


def _one_of(label: Any) -> forms.ChoiceField:
    """Radio buttons that get their choices with the form; where none is chosen, it stays as it is."""
    return forms.ChoiceField(required=False, widget=forms.RadioSelect, label=label)


class PreferencesForm(forms.Form):
    """Units, clock, dates and weekdays, each on its own, and the time zone of somebody who has told goals."""

    distances = forms.ChoiceField(
        choices=choices(words.UNIT),
        widget=forms.RadioSelect,
        label=_("Distances and paces"),
        error_messages={"required": _("Choose kilometres or miles.")},
    )
    weights = _one_of(_("Weights"))
    clock = _one_of(_("Hours"))
    dates = _one_of(_("Dates"))
    week_starts = _one_of(_("Weekdays are listed from"))
    timezone = forms.ChoiceField(
        choices=ZONES,
        label=_("Time zone"),
        widget=LongSelect,
        help_text=_("Your sessions keep their hour; your calendar learns of the new zone."),
        error_messages={"required": _("Choose a time zone.")},
    )

    def __init__(self, *args: Any, has_zone: bool, usual: Telling, **options: Any) -> None:
        """`usual` is how the browser has it, which the choice to follow it names."""
        super().__init__(*args, **options)
        if not has_zone:
            del self.fields["timezone"]
        for name, offered in _offered(usual).items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]
        speak_plainly(self.fields.values())

    def kept(self) -> dict[str, str]:
        """What was chosen, by column; without what was left open."""
        return {name: self.cleaned_data[name] for name in KEPT if self.cleaned_data[name]}


def _offered(usual: Telling) -> dict[str, list[tuple[str, str]]]:
    """The choices by example, first the browser's."""
    both = (Telling(), Telling(twelve_hours=True, month_first=True))
    clocks, dates = zip(*(_told(by) for by in both), strict=True)
    starts = [(start.value, words.weekday(day)) for start, day in STARTS.items()]
    return {
        "weights": [(Weight.KG.value, gettext("Kilograms")), (Weight.LB.value, gettext("Pounds"))],
        "clock": [_follow(clocks[usual.twelve_hours]), *zip((Clock.H24.value, Clock.H12.value), clocks, strict=True)],
        "dates": [
            _follow(dates[usual.month_first]),
            *zip((Dates.DAY_FIRST.value, Dates.MONTH_FIRST.value), dates, strict=True),
        ],
        "week_starts": [_follow(words.weekday(usual.first_day)), *starts],
    }


def _told(by: Telling) -> tuple[str, str]:
    with telling.told(lambda: by):
        return telling.hour(EVENING), telling.a_date(DAY)


def _follow(example: str) -> tuple[str, str]:
    return WeekStart.AUTO.value, gettext("As in my browser: {example}").format(example=example)


class DeleteForm(forms.Form):
    """That everything is to go."""

    sure = forms.BooleanField(
        label=_("Yes, delete everything for good"),
        error_messages={"required": _("Tick this box if you are sure. Nothing has been deleted.")},
    )
