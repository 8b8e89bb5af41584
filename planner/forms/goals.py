"""The goals form: everything of profile.schema.json, as plain fields."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from planner import clock, words
from planner.engine.vocabulary import Arrangement, Goal, Level, Policy, Split
from planner.forms import availability as hours
from planner.forms import exceptions as dates
from planner.forms.fields import LongSelect, RaceTimeField
from planner.forms.goal_fields import (
    check_race_date,
    check_weekly_minutes,
    choices,
    days,
    kilometres,
    number,
    one_of,
    radio,
    speak_plainly,
)
from planner.forms.relax import RelaxField
from planner.forms.zones import ZONES
from planner.told import Words

Answers = dict[str, Any]
PLAIN = (
    "goal",
    "run_level",
    "lift_level",
    "training_days",
    "runs_per_week",
    "lifts_per_week",
    "max_session_minutes",
    "order_policy",
    "arrangement",
    "split",
    "warm_up_run",
    "long_run_weekday",
    "rest_weekdays",
    "longest_recent_run_minutes",
    "weekly_run_minutes",
    "birth_year",
    "max_heart_rate",
    "medical_caution",
)  # answers that are a field of their own, value for value
CHOSEN = ("my_order", "likes_less")  # likewise, null where nothing is chosen
# Where a message about the whole of an answer belongs.
BESIDE = {"race": "race_date", "recent_race": "recent_race_minutes"}


class GoalsForm(forms.Form):
    """A person's answers. `answers()` gives them as a document, `GoalsForm.filled()` shows one again.

    Where a field is missing, its default of profile.schema.json holds.
    """

    goal = forms.ChoiceField(
        choices=choices(words.GOAL),
        widget=forms.RadioSelect,
        label=_("Goal"),
        error_messages={"required": _("Choose what you want most.")},
    )
    run_level = radio(words.LEVEL, label=_("Your running"))
    lift_level = radio(words.LEVEL, label=_("Your lifting"))
    training_days = number(1, 7, _("Training days a week, at most"))
    runs_per_week = number(0, 7, _("Runs a week"), help_text=_("Empty: as recommended for your goal."))
    lifts_per_week = number(0, 6, _("Lifts a week"), help_text=_("Empty: as recommended for your goal."))
    max_session_minutes = number(15, 240, _("Longest session, minutes"))
    order_policy = radio(words.POLICY, label=_("Which comes first when you do both"))
    my_order = forms.ChoiceField(
        choices=choices(words.ORDER, [("", _("No wish"))]), required=False, label=_("My order is")
    )
    likes_less = forms.ChoiceField(
        choices=choices(words.MODALITY, [("", _("Neither"))]), required=False, label=_("I like this one less")
    )
    arrangement = one_of(words.ARRANGEMENT, label=_("Runs and lifts"))
    split = one_of(words.SPLIT, label=_("Lifting split"))
    circuits_per_week = number(
        0,
        2,
        _("Run and lift circuits a week"),
        help_text=_("Each holds a run and a lift, beside those asked for above."),
    )
    warm_up_run = forms.BooleanField(
        required=False, label=_("Warm up with 5 to 15 minutes of easy running before lifting")
    )
    long_run_weekday = forms.TypedChoiceField(
        choices=days([("", _("Any day"))]), coerce=int, empty_value=None, required=False, label=_("Day of the long run")
    )
    rest_weekdays = forms.TypedMultipleChoiceField(
        choices=days(),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Days without training"),
    )
    longest_recent_run_minutes = number(
        0, 600, _("Longest run of the last month, minutes"), help_text=_("Empty: your week says what is taken instead.")
    )
    weekly_run_minutes = number(
        0,
        1500,
        _("Running in a usual week, minutes"),
        help_text=_("Your weeks grow gently from there. 0: you do not run yet."),
        validators=[check_weekly_minutes],
    )
    race_date = forms.DateField(
        required=False,
        label=_("Date of the race"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a date like 2026-12-24.")},
    )
    race_distance_km = kilometres(
        _("Distance, km"), help_text=_("A half marathon is 21.1, a marathon 42.2, a mile 1.61.")
    )
    recent_race_distance_km = kilometres(_("A recent race, km"))
    recent_race_minutes = RaceTimeField(
        required=False, max_length=8, label=_("Its time"), help_text=_("Minutes and seconds, like 25:00.")
    )
    equipment = forms.MultipleChoiceField(
        choices=choices(words.EQUIPMENT),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Equipment"),
        help_text=_("None chosen: a usual gym."),
    )
    exceptions = dates.ExceptionsField(required=False, label=_("Dates and their hours"))
    birth_year = number(1900, 2020, _("Year of birth"))
    max_heart_rate = number(120, 230, _("Highest heart rate, if you know it"))
    medical_caution = forms.BooleanField(
        required=False,
        label=_("I have chest pain, dizziness, a heart or joint condition, or was told to take care with exercise"),
        help_text=_("Your plan then holds easy runs and light or moderate lifts only. Please see a doctor first."),
    )
    timezone = forms.TypedChoiceField(
        choices=ZONES, required=False, empty_value="UTC", label=_("Time zone"), widget=LongSelect
    )
    availability = forms.Field(required=False, widget=forms.HiddenInput)
    confirm = forms.BooleanField(required=False, widget=forms.HiddenInput)
    relax = RelaxField(required=False, label=_("What was to give way"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.update(hours.fields())
        speak_plainly(self.fields.values())

    @classmethod
    def filled(cls, answers: Answers, timezone: str) -> "GoalsForm":
        """An unbound form that shows these answers."""
        return cls(initial=initial(answers) | {"timezone": timezone})

    @classmethod
    def holding(cls, answers: Answers, timezone: str) -> "GoalsForm":
        """A form as if these answers had been sent."""
        sent = {name: value for name, value in initial(answers).items() if value is not None and value is not False}
        return cls(data=sent | {"timezone": timezone})

    def hidden_fields(self) -> list[BoundField]:
        """None: `availability` stands for the errors of all windows together, `confirm` and `relax` are buttons."""
        return []

    def label_of(self, field: str) -> str:
        """What the form calls an answer; nothing where it is none of the fields."""
        named = self.fields.get(field)
        return str(_("Your free hours")) if field == "availability" else str(named.label) if named else ""

    @property
    def availability_days(self) -> tuple[hours.Day, ...]:
        """The seven days of free hours, as the template draws them."""
        return hours.days(self)

    @property
    def availability_errors(self) -> list[str]:
        """What is wrong with the free hours as a whole."""
        return [str(error) for error in self.errors.get("availability", [])]

    @property
    def wrong_answers(self) -> list[tuple[str, str]]:
        """A link to each answer that needs another look: its anchor and its words. The free hours are one answer."""
        named = [name for name in self.errors if name in self.fields]
        own = [self[name] for name in named if not name.startswith("availability")]
        free_hours = [("q-hours", self.label_of("availability"))] if len(own) < len(named) else []
        return [*free_hours, *((f"{field.auto_id}_error", str(field.label)) for field in own)]

    @property
    def first_wrong(self) -> str:
        """The first answer that needs another look and why, in a sentence; empty where there is none."""
        for name, found in self.errors.items():
            label = self.label_of("availability" if name.startswith("availability") else name)
            text = str(found[0])
            return text if not label or text.startswith(label) else f"{label}: {words.lower(text)}"
        return ""

    def clean(self) -> Answers:
        """Check what one field alone cannot tell."""
        windows = hours.clean(self)
        has_errors = any(name.startswith("availability-") for name in self.errors)
        if not windows and not has_errors:
            self.add_error("availability", _("Tell at least one time in the week when you could train."))
        self.cleaned_data["availability"] = windows
        self._clean_choice("order_policy", Policy.MY_ORDER, "my_order", _("Choose your order."))
        self._clean_choice("order_policy", Policy.LEAST_LIKED_FIRST, "likes_less", _("Choose the one you like less."))
        self._clean_race_date()
        self._clean_pair("race_date", "race_distance_km", _("Say how long the race is."), _("Say when the race is."))
        self._clean_pair(
            "recent_race_distance_km",
            "recent_race_minutes",
            _("Say how long it took you."),
            _("Say how long the race was."),
        )
        return self.cleaned_data

    def _clean_race_date(self) -> None:
        day = self.cleaned_data.get("race_date")
        if day is not None:
            try:
                check_race_date(day, clock.today(self.cleaned_data.get("timezone") or "UTC"))
            except ValidationError as problem:
                self.add_error("race_date", problem)

    def _clean_choice(self, name: str, value: str, needed: str, message: Words) -> None:
        if self.cleaned_data.get(name) == value and not self.cleaned_data.get(needed) and needed not in self.errors:
            self.add_error(needed, message)

    def _clean_pair(self, first: str, second: str, no_second: Words, no_first: Words) -> None:
        """Two fields make one answer."""
        if first in self.errors or second in self.errors:
            return
        has_first = self.cleaned_data.get(first) is not None
        has_second = self.cleaned_data.get(second) is not None
        if has_first and not has_second:
            self.add_error(second, no_second)
        elif has_second and not has_first:
            self.add_error(first, no_first)

    def answers(self) -> Answers:
        """The cleaned answers as a document of profile.schema.json, without the time zone."""
        data = self.cleaned_data
        document: Answers = {name: data[name] for name in PLAIN} | {name: data[name] or None for name in CHOSEN}
        document["availability"] = data["availability"]
        document["circuits_per_week"] = data["circuits_per_week"] or 0
        document["exceptions"] = data["exceptions"]
        document["rest_weekdays"] = sorted(data["rest_weekdays"])  # in whatever order they were offered
        if data["equipment"]:
            document["equipment"] = data["equipment"]
        document["race"] = document["recent_race"] = None
        if data["race_date"]:
            document["race"] = {"date": data["race_date"].isoformat(), "distance_km": data["race_distance_km"]}
        if data["recent_race_minutes"] is not None:
            document["recent_race"] = {
                "distance_km": data["recent_race_distance_km"],
                "seconds": data["recent_race_minutes"],
            }
        return document

    def refuse(self, field: str, message: str) -> None:
        """Put what the engine says of an answer beside its field."""
        top = re.split(r"[.\[]", field)[0]
        name = BESIDE.get(top, top)
        self.add_error(name if name in self.fields else None, message)


def initial(answers: Answers) -> dict[str, Any]:
    """The fields' first values for a document of answers."""
    values = {name: answers[name] for name in (*PLAIN, *CHOSEN, "circuits_per_week", "equipment") if name in answers}
    values |= hours.initial(answers["availability"])
    values["exceptions"] = dates.as_text(answers.get("exceptions", []))
    if race := answers.get("race"):
        values |= {"race_date": race["date"], "race_distance_km": race["distance_km"]}
    if recent := answers.get("recent_race"):
        minutes, seconds = divmod(recent["seconds"], 60)
        values |= {"recent_race_distance_km": recent["distance_km"], "recent_race_minutes": f"{minutes}:{seconds:02}"}
    return values


EVENINGS = [{"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(5)]
FIRST_ANSWERS: Answers = {
    "goal": Goal.GENERAL.value,
    "run_level": Level.BEGINNER.value,
    "lift_level": Level.BEGINNER.value,
    "availability": [*EVENINGS, {"weekday": 5, "start": "08:00", "end": "12:00"}],
    "order_policy": Policy.ALTERNATE.value,
    "arrangement": Arrangement.AUTO.value,
    "split": Split.AUTO.value,
    "circuits_per_week": 0,
    "warm_up_run": True,
}  # what the form shows a new person
