"""The working weights of a session's exercises, in the person's own unit."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from planner.screens import StepWeight
from planner.territories import Weight
from planner.weights import BOUNDS, STEP, grams_of

CODES = ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits")


class WeightField(forms.DecimalField):
    """A weight in steps of its unit, cleaned into grams; None where nothing was written."""

    def __init__(self, name: str, unit: Weight) -> None:
        least, most = BOUNDS[unit]
        self.unit = unit
        self.sentence = gettext("{exercise}: write a weight from {least} to {most} {unit}, in steps of {step}.").format(
            exercise=name, least=least, most=most, unit=unit.value, step=STEP[unit]
        )
        super().__init__(
            required=False,
            min_value=least,
            max_value=most,
            label=gettext("{exercise}, {unit}").format(exercise=name, unit=unit.value),
            error_messages=dict.fromkeys(CODES, self.sentence),
            widget=forms.NumberInput(attrs={"step": str(STEP[unit]), "inputmode": "decimal"}),
        )

    def clean(self, value: Any) -> int | None:
        """Grams. A comma is a point to many."""
        found: Decimal | None = super().clean(str(value or "").replace(",", "."))
        if found is None:
            return None
        if found % STEP[self.unit]:
            raise ValidationError(self.sentence)
        return grams_of(found, self.unit)


class WeightsForm(forms.Form):
    """A field for each exercise of a session that has a weight; an empty one forgets it."""

    def __init__(self, data: Any = None, *, weights: Iterable[StepWeight], unit: Weight) -> None:
        own = {one.key: one for one in weights}
        super().__init__(data, prefix="weight", initial={key: one.value for key, one in own.items()})
        self.fields.update({key: WeightField(one.name, unit) for key, one in own.items()})

    def grams(self) -> dict[str, int | None]:
        """What was written, by exercise."""
        return dict(self.cleaned_data)
