"""The forms of the calendar pages: a feed's options, a new address, the end of a feed."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from planner.models import Feed
from planner.models.feed import MOST_PAST_WEEKS, SAME_NAME, Content
from planner.told import Words

ALARMS = [
    ("", _("None")),
    ("10", _("10 minutes before")),
    ("30", _("30 minutes before")),
    ("60", _("1 hour before")),
    ("120", _("2 hours before")),
]
PAST = [
    ("0", _("None")),
    ("1", _("1 week")),
    ("2", _("2 weeks")),
    ("4", _("4 weeks")),
    (str(MOST_PAST_WEEKS), format_lazy(_("{number} weeks"), number=MOST_PAST_WEEKS)),
]
BUFFERS = [
    ("0", _("None")),
    ("10", _("10 minutes")),
    ("15", _("15 minutes")),
    ("30", _("30 minutes")),
    ("45", _("45 minutes")),
    ("60", _("1 hour")),
]
HOURS = [("", _("At their hours")), ("on", _("All day"))]
TITLES = [("", _("Words only")), ("on", _("With emoji"))]
USUAL = {"past_weeks": MOST_PAST_WEEKS, "buffer_before": 0, "buffer_after": 0}
OPTIONS = (
    "name",
    "content",
    "all_day",
    "emoji",
    "rest_days",
    "skipped",
    "past_weeks",
    "alarm",
    "buffer_before",
    "buffer_after",
)  # the columns that the form fills


def _number(choices: Sequence[tuple[str, Words]], label: Words, **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=choices, coerce=int, required=False, empty_value=None, label=label, **more)


def _either(choices: Sequence[tuple[str, Words]], label: Words, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=choices, required=False, label=label, widget=forms.RadioSelect, **more)


class FeedForm(forms.Form):
    """What a feed tells and how. What does not go together is said, never dropped."""

    name = forms.CharField(
        max_length=60,
        label=_("Name"),
        help_text=_("Your calendar program shows it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    content = forms.ChoiceField(
        choices=Content.choices,
        label=_("What it shows"),
        widget=forms.RadioSelect,
        initial=Content.FULL,
        help_text=_("Busy times only is for the work calendar: every entry is called Busy and says nothing else."),
    )
    all_day = _either(
        HOURS, _("Sessions"), help_text=_("All-day entries stand at the top of the day and never block hours.")
    )
    emoji = _either(TITLES, _("Titles"))
    alarm = _number(ALARMS, _("Reminder"), help_text=_("Google and Outlook drop reminders of subscribed calendars."))
    past_weeks = _number(PAST, _("Past weeks"), initial=MOST_PAST_WEEKS)
    buffer_before = _number(
        BUFFERS, _("Busy before a session"), initial=0, help_text=_("Busy times only: the way there.")
    )
    buffer_after = _number(
        BUFFERS, _("Busy after a session"), initial=0, help_text=_("Busy times only: shower and way back.")
    )
    rest_days = forms.BooleanField(label=_("Show rest days"), required=False)
    skipped = forms.BooleanField(label=_("Show skipped sessions, marked as skipped"), required=False)

    def __init__(self, *args: Any, feed: Feed, **named: Any) -> None:
        """`feed` is the one that is changed, or a new one of the plan that is not saved yet."""
        named["initial"] = {name: self._shown(getattr(feed, name)) for name in OPTIONS}
        super().__init__(*args, **named)
        self.feed = feed

    @staticmethod
    def _shown(value: Any) -> Any:
        """A column as the fields know it."""
        if isinstance(value, bool):
            return "on" if value else ""
        return "" if value is None else value

    def clean_name(self) -> str:
        """A name that no other calendar of the plan has; a second click on the button meets it, too."""
        name = str(self.cleaned_data["name"])
        if Feed.objects.filter(plan=self.feed.plan, name=name).exclude(pk=self.feed.pk).exists():
            raise forms.ValidationError(SAME_NAME)
        return name

    def clean(self) -> dict[str, Any]:
        """Absent fields take their usual values; then what does not go together."""
        values = {**(super().clean() or {})}
        for name, usual in USUAL.items():
            if values.get(name) is None:
                values[name] = usual
        for name, sentence in _contradictions(values):
            self.add_error(name, sentence)
        return values

    def options(self) -> dict[str, Any]:
        """The cleaned values by column."""
        columns = {name: self.cleaned_data[name] for name in OPTIONS}
        return columns | {name: bool(columns[name]) for name in ("all_day", "emoji", "rest_days", "skipped")}


def _contradictions(values: dict[str, Any]) -> Iterator[tuple[str, Words]]:
    """Fields that do not go with what the calendar shows, each with a sentence about it."""
    content = values.get("content")
    is_busy = content == Content.BUSY
    found = (
        ("all_day", is_busy, _("Busy times need their hours.")),
        ("skipped", is_busy, _("A skipped session is no busy time.")),
        ("rest_days", content != Content.FULL, _("Rest days stand in the calendar that shows everything.")),
        ("buffer_before", not is_busy, _("Only busy times have room around them.")),
        ("buffer_after", not is_busy, _("Only busy times have room around them.")),
        ("alarm", bool(values.get("all_day")), _("An all-day entry has no hour to remind of.")),
    )
    return ((name, sentence) for name, forbidden, sentence in found if forbidden and values.get(name))


class SureForm(forms.Form):
    """Asks once more before an address stops; it works without JavaScript."""

    sure = forms.BooleanField(error_messages={"required": _("Tick this first: the old address stops at once.")})


class RotateForm(SureForm):
    """Before a new address replaces the old one."""

    def __init__(self, *args: Any, **named: Any) -> None:
        """With its words."""
        named["auto_id"] = "rotate-%s"
        super().__init__(*args, **named)
        self.fields["sure"].label = _(
            "I know that calendars which read the old address stop showing my plan's changes."
        )


class RemoveForm(SureForm):
    """Before a calendar is deleted."""

    def __init__(self, *args: Any, **named: Any) -> None:
        """With its words."""
        named["auto_id"] = "remove-%s"
        super().__init__(*args, **named)
        self.fields["sure"].label = _(
            "I know that calendars which read this address stop, and that it never comes back."
        )
