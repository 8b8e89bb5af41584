"""How dates and hours are told where a person lives, and the terms in which people choose otherwise.

The tables are those of the Unicode CLDR, version 47, as far as they differ from the rest of the world: `weekData`
(`firstDay`), `timeData` (`preferred`, of version 44), `measurementData`, the order of day and month in each locale's
long date, and `likelySubtags` for languages told without a territory. https://cldr.unicode.org
"""

from dataclasses import dataclass
from enum import StrEnum

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


class Clock(StrEnum):
    """How hours are told."""

    AUTO = "auto"
    H24 = "24"
    H12 = "12"


class Dates(StrEnum):
    """Which comes first in a date."""

    AUTO = "auto"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class WeekStart(StrEnum):
    """The day that weekdays are listed from."""

    AUTO = "auto"
    MONDAY = "monday"
    SUNDAY = "sunday"
    SATURDAY = "saturday"


class Weight(StrEnum):
    """What weights are told in."""

    KG = "kg"
    LB = "lb"


@dataclass(frozen=True, slots=True)
class Customs:
    """What is usual in a place; `first_day` counts from Monday, 0."""

    twelve_hours: bool = False
    month_first: bool = False
    first_day: int = MONDAY
    miles: bool = False  # and pounds


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUNDAY_FIRST = _codes(
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK"
    " PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)
SATURDAY_FIRST = _codes("AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY")
FRIDAY_FIRST = _codes("MV")
TWELVE_HOURS = _codes(
    "AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD GH GM GR GT GU GY"
    " HK HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NI NZ OM PA PE PG PH PK PR PS PW PY"
    " QA SA SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM"
)
TWENTY_FOUR_ALL_THE_SAME = frozenset({("fr", "CA")})
MONTH_FIRST_IN_ENGLISH = _codes("AS BI CA GU MH MP PH PR UM US VI")
MONTH_FIRST_LANGUAGES = _codes("eu fil hu ja kn ko lt ml mn ne or si yue zh zu")
MILES_AND_POUNDS = _codes("AS GU MP PR UM US VI")
# Where a language is at home, for browsers that tell no territory; those without a custom of their own are left out,
# and so is English, which says nothing of the place.
HOMES = {
    pair[:-2].strip(): pair[-2:]
    for pair in (
        *("am ET", "ar EG", "bn BD", "el GR", "fa IR", "fil PH", "he IL", "hi IN", "id ID", "ja JP", "km KH", "ko KR"),
        *("lo LA", "ms MY", "my MM", "ne NP", "pt BR", "sq AL", "th TH", "ur PK", "zh CN"),
    )
}


def customs(tag: str) -> Customs:
    """What is usual where a language tag such as "en-US" is at home; day first and 24 hours where it tells no place."""
    language, *subtags = tag.replace("_", "-").split("-")
    language = language.lower()
    told = next((subtag.upper() for subtag in subtags if len(subtag) == 2 and subtag.isalpha()), "")
    place = told or HOMES.get(language, "")
    return Customs(
        twelve_hours=place in TWELVE_HOURS and (language, place) not in TWENTY_FOUR_ALL_THE_SAME,
        month_first=language in MONTH_FIRST_LANGUAGES or (language == "en" and place in MONTH_FIRST_IN_ENGLISH),
        first_day=_first_day(place),
        miles=place in MILES_AND_POUNDS,
    )


def _first_day(place: str) -> int:
    table = ((SUNDAY_FIRST, SUNDAY), (SATURDAY_FIRST, SATURDAY), (FRIDAY_FIRST, FRIDAY))
    return next((day for places, day in table if place in places), MONDAY)
