"""Weights in the unit of whoever lifts, and how much comes next; grams are kept.

How much is added follows the double progression of the workouts: some 2 to 10 percent, more for legs than for arms
(American College of Sports Medicine 2009, position stand on progression models in resistance training), in steps
that plates and dumbbells have.
"""

from decimal import Decimal
from math import ceil

from planner.territories import Weight

GRAMS = {Weight.KG: 1000.0, Weight.LB: 453.59237}
STEP = {Weight.KG: Decimal("0.5"), Weight.LB: Decimal(1)}  # in which weights are told
BOUNDS = {Weight.KG: (Decimal("0.5"), Decimal(500)), Weight.LB: (Decimal(1), Decimal(1100))}
LEAST_GRAMS, MOST_GRAMS = 450, 500_000  # a pound has 454
LEAST_SHARE, MOST_SHARE = 0.02, 0.10
# What is added, the first that is not too much: legs, then the upper body.
JUMPS: dict[Weight, dict[bool, tuple[float, ...]]] = {
    Weight.KG: {True: (5, 2.5, 1, 0.5), False: (2.5, 1, 0.5)},
    Weight.LB: {True: (10, 5, 2.5, 1), False: (5, 2.5, 1)},
}


def number(grams: int, unit: Weight) -> Decimal:
    """A weight in the unit, to its step: 22.5 kilograms, 50 pounds."""
    steps = round(grams / GRAMS[unit] / float(STEP[unit]))
    return (steps * STEP[unit]).normalize() + 0


def grams_of(value: Decimal, unit: Weight) -> int:
    """So much of the unit in grams."""
    return round(float(value) * GRAMS[unit])


def told(grams: int, unit: Weight) -> str:
    """A weight for people: "22.5 kg", "50 lb"."""
    return f"{number(grams, unit):f}\N{NO-BREAK SPACE}{unit.value}"


def following(grams: int, unit: Weight, *, legs: bool) -> int | None:
    """The next weight, in grams; None where even the least step would be too much, or where the bounds end."""
    weight = float(number(grams, unit))
    jump = next((one for one in JUMPS[unit][legs] if one <= MOST_SHARE * weight), None)
    if jump is None:
        return None
    more = jump * max(ceil(LEAST_SHARE * weight / jump), 1)
    found = round((weight + more) * GRAMS[unit])
    return found if found <= MOST_GRAMS else None
