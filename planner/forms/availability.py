"""The free hours of a usual week: seven days with up to three windows each, as plain fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from planner import clock, telling, words
from planner.engine.vocabulary import Modality
from planner.forms.fields import ClockField

SLOTS = 3
WEEKDAYS = range(7)
ONLY = [("", _("Run or lift")), (Modality.RUN.value, _("Run only")), (Modality.LIFT.value, _("Lift only"))]
Window = dict[str, Any]  # as in profile.schema.json: weekday, start, end, only


@dataclass(frozen=True, slots=True)
class Slot:
    """The three fields of one window."""

    start: BoundField
    end: BoundField
    only: BoundField

    @property
    def is_used(self) -> bool:
        """Something was written in it, or is wrong with it."""
        return any(field.value() or field.errors for field in (self.start, self.end))


@dataclass(frozen=True, slots=True)
class Day:
    """One weekday of the form."""

    weekday: int
    name: str
    slots: tuple[Slot, ...]

    @property
    def is_crowded(self) -> bool:
        """More than the first window is used, so the others must not be folded away."""
        return any(slot.is_used for slot in self.slots[1:])


def field_name(weekday: int, slot: int, part: str) -> str:
    """The name of a field: availability-0-2-end is the end of Monday's third window."""
    return f"availability-{weekday}-{slot}-{part}"


def fields() -> Iterator[tuple[str, forms.Field]]:
    """The 63 fields by name."""
    for weekday in WEEKDAYS:
        for slot in range(SLOTS):
            yield field_name(weekday, slot, "start"), ClockField(required=False, label=_("From"))
            yield field_name(weekday, slot, "end"), ClockField(required=False, is_end=True, label=_("To"))
            yield (
                field_name(weekday, slot, "only"),
                forms.ChoiceField(choices=ONLY, required=False, label=_("Good for")),
            )


def days(form: forms.BaseForm) -> tuple[Day, ...]:
    """The fields as the template draws them, from the reader's first day of the week on."""
    return tuple(
        Day(
            weekday,
            words.weekday(weekday),
            tuple(
                Slot(*(form[field_name(weekday, slot, part)] for part in ("start", "end", "only")))
                for slot in range(SLOTS)
            ),
        )
        for weekday in telling.weekdays()
    )


def initial(windows: list[Window]) -> dict[str, str]:
    """The fields' first values for these windows."""
    values: dict[str, str] = {}
    used = dict.fromkeys(WEEKDAYS, 0)
    for window in sorted(windows, key=lambda window: (window["weekday"], window["start"])):
        weekday = window["weekday"]
        if used[weekday] < SLOTS:
            values[field_name(weekday, used[weekday], "start")] = window["start"]
            # a browser's time field knows no 24:00
            values[field_name(weekday, used[weekday], "end")] = window["end"].replace("24:00", "00:00")
            values[field_name(weekday, used[weekday], "only")] = window.get("only", "")
            used[weekday] += 1
    return values


def clean(form: forms.BaseForm) -> list[Window]:
    """The windows as profile.schema.json has them; what is wrong becomes an error beside its field."""
    return [window for weekday in WEEKDAYS for window in _clean_day(form, weekday)]


def _clean_day(form: forms.BaseForm, weekday: int) -> Iterator[Window]:
    taken: list[tuple[int, int]] = []
    for slot in range(SLOTS):
        span = _clean_slot(form, weekday, slot)
        if span is None:
            continue
        if any(span[0] < end and start < span[1] for start, end in taken):
            form.add_error(field_name(weekday, slot, "start"), _("This time overlaps another one of the same day."))
            continue
        taken.append(span)
        only = form.cleaned_data.get(field_name(weekday, slot, "only"))
        window = {"weekday": weekday, "start": clock.from_minutes(span[0]), "end": clock.end_from_minutes(span[1])}
        yield window | ({"only": only} if only else {})


def _clean_slot(form: forms.BaseForm, weekday: int, slot: int) -> tuple[int, int] | None:
    """Start and end in minutes; None where the slot is empty or wrong."""
    start_name, end_name = field_name(weekday, slot, "start"), field_name(weekday, slot, "end")
    if start_name in form.errors or end_name in form.errors:
        return None
    start, end = form.cleaned_data[start_name], form.cleaned_data[end_name]
    if start is None and end in (None, clock.DAY_MINUTES):
        return None
    if start is None:
        form.add_error(start_name, _("Say when this time begins."))
    elif end is None:
        form.add_error(end_name, _("Say when this time ends."))
    elif end <= start:
        form.add_error(end_name, _("This time ends before it begins."))
    else:
        return start, end
    return None
