"""Heart rates, fitness score, paces and race times: formulas with units (training-science section 6)."""

from enum import StrEnum
from math import exp, sqrt

from planner.engine.domain import Athlete


class Zone(StrEnum):
    """How fast a stretch of running is."""

    EASY = "easy"
    STEADY = "steady"
    THRESHOLD = "threshold"
    INTERVAL = "interval"
    REPETITION = "repetition"
    CIRCUIT = "circuit"


# Shares of the maximum heart rate; repetitions are too short for the heart to follow.
HEART_RATE_SHARES: dict[Zone, tuple[float, float]] = {
    Zone.EASY: (0.60, 0.76),
    Zone.STEADY: (0.77, 0.87),
    Zone.THRESHOLD: (0.88, 0.92),
    Zone.INTERVAL: (0.88, 1.00),
    Zone.CIRCUIT: (0.80, 0.85),
}
# Shares of the fitness score around Daniels' 0.88 (threshold), 0.975 (interval), 1.05 (repetition); steady lies
# between easy and threshold.
SCORE_SHARES: dict[Zone, tuple[float, float]] = {
    Zone.EASY: (0.62, 0.70),
    Zone.STEADY: (0.75, 0.84),
    Zone.THRESHOLD: (0.86, 0.90),
    Zone.INTERVAL: (0.95, 1.00),
    Zone.REPETITION: (1.03, 1.07),
}
AGES = (10, 100)  # years for which the mean maximum is claimed
RACE_MINUTES = (3.5, 230.0)  # how long an all-out race may last to tell the fitness
SCORES = (10.0, 90.0)  # walkers and world records; what lies outside is no all-out race
LONGEST_EQUIVALENT = 1440.0  # minutes
COST = (-4.60, 0.182258, 0.000104)  # ml/kg/min of oxygen by velocity in m/min: constant, linear, square


def estimated_maximum(age: int) -> int:
    """The mean maximum heart rate at an age in years, in beats a minute; single people lie some 10 beats off.

    ValueError outside the ages 10 to 100.
    """
    if not AGES[0] <= age <= AGES[1]:
        raise ValueError(f"No maximum heart rate is claimed for the age {age}; it takes {AGES[0]} to {AGES[1]}.")
    return round(208 - 0.7 * age)


def heart_rate_maximum(athlete: Athlete, year: int | None) -> int | None:
    """The measured maximum in beats a minute, else the mean of the age in that year; None where neither is known."""
    if athlete.max_heart_rate is not None:
        return athlete.max_heart_rate
    if athlete.birth_year is None or year is None:
        return None
    age = year - athlete.birth_year
    return estimated_maximum(age) if AGES[0] <= age <= AGES[1] else None


def heart_rates(maximum: int, zone: Zone) -> tuple[int, int]:
    """Lowest and highest heart rate of a zone, in beats a minute. KeyError for a zone that heart rate cannot steer."""
    low, high = HEART_RATE_SHARES[zone]
    return round(maximum * low), round(maximum * high)


def oxygen_cost(velocity: float) -> float:
    """Oxygen in ml/kg/min that running at `velocity` in m/min takes (Daniels & Gilbert 1979)."""
    constant, linear, square = COST
    return constant + linear * velocity + square * velocity**2


def sustainable_share(minutes: float) -> float:
    """The share of the maximal oxygen uptake that an all-out race of so many minutes is run at."""
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def _score(distance_km: float, minutes: float) -> float:
    return oxygen_cost(distance_km * 1000 / minutes) / sustainable_share(minutes)


def fitness_score(distance_km: float, seconds: float) -> float:
    """The fitness that a flat all-out race shows, in ml/kg/min.

    ValueError for races shorter than 3.5 or longer than 230 minutes and for speeds nobody races at.
    """
    minutes = seconds / 60
    if not RACE_MINUTES[0] <= minutes <= RACE_MINUTES[1]:
        raise ValueError(f"A race of {minutes:.1f} min tells no fitness; it takes 3.5 to 230 min.")
    score = _score(distance_km, minutes)
    if not SCORES[0] <= score <= SCORES[1]:
        raise ValueError(f"Nobody races {distance_km:g} km all-out in {minutes:.1f} min.")
    return score


def known_score(athlete: Athlete) -> float | None:
    """The fitness score of the athlete's recent race; None where there is none that tells."""
    if athlete.recent_race is None:
        return None
    try:
        return fitness_score(athlete.recent_race.distance_km, athlete.recent_race.seconds)
    except ValueError:
        return None


def pace(score: float, share: float) -> float:
    """Seconds a kilometre at a share of the fitness score."""
    constant, linear, square = COST
    velocity = (-linear + sqrt(linear**2 + 4 * square * (share * score - constant))) / (2 * square)
    return 60_000 / velocity


def paces(score: float, zone: Zone) -> tuple[float, float]:
    """Fastest and slowest seconds a kilometre of a zone. KeyError for a zone that pace cannot steer."""
    slow, fast = SCORE_SHARES[zone]
    return pace(score, fast), pace(score, slow)


def equivalent_seconds(score: float, distance_km: float) -> float:
    """Seconds in which the same fitness races another distance; ValueError past a day or under half a minute."""
    short, long = 0.5, LONGEST_EQUIVALENT
    if not _score(distance_km, short) > score > _score(distance_km, long):
        raise ValueError(f"No race time is claimed for {distance_km:g} km.")
    while long - short > 1e-6:
        middle = (short + long) / 2
        if _score(distance_km, middle) > score:
            short = middle
        else:
            long = middle
    return (short + long) / 2 * 60
