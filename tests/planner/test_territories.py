"""What is usual where a browser's language is at home, by the tables of the Unicode CLDR."""

import pytest

from planner import territories
from planner.territories import Customs, customs

BRITISH = Customs()


@pytest.mark.parametrize(
    ("tag", "usual"),
    [
        ("en-GB", BRITISH),
        ("de-DE", BRITISH),
        ("en-US", Customs(twelve_hours=True, month_first=True, first_day=6, miles=True)),
        ("es-US", Customs(twelve_hours=True, first_day=6, miles=True)),
        ("en-CA", Customs(twelve_hours=True, month_first=True, first_day=6)),
        ("fr-CA", Customs(first_day=6)),
        ("en-AU", Customs(twelve_hours=True)),
        ("en-NZ", Customs(twelve_hours=True)),
        ("en-IN", Customs(twelve_hours=True, first_day=6)),
        ("en-PH", Customs(twelve_hours=True, month_first=True, first_day=6)),
        ("pt-BR", Customs(first_day=6)),
        ("ja-JP", Customs(month_first=True, first_day=6)),
        ("ar-EG", Customs(twelve_hours=True, first_day=5)),
        ("ar-AE", Customs(twelve_hours=True)),
        ("fa-IR", Customs(first_day=5)),
        ("dv-MV", Customs(first_day=4)),
    ],
)
def test_the_customs_of_a_place(tag, usual):
    assert customs(tag) == usual


@pytest.mark.parametrize("tag", ["EN-us", "en_US", "en-Latn-US", "en-us-posix"])
def test_a_tag_is_read_in_each_of_its_forms(tag):
    assert customs(tag) == customs("en-US")


@pytest.mark.parametrize("tag", ["", "en", "de", "x", "-", "en-", "zz-ZZ", "en-001", "*", "☃"])
def test_without_a_place_it_is_day_first_by_24_hours_from_monday(tag):
    assert customs(tag) == BRITISH


@pytest.mark.parametrize(("language", "home"), [("ja", "ja-JP"), ("pt", "pt-BR"), ("ar", "ar-EG"), ("he", "he-IL")])
def test_a_language_told_alone_is_at_home_somewhere(language, home):
    assert customs(language) == customs(home)


def test_no_place_begins_its_week_twice():
    tables = territories.SUNDAY_FIRST, territories.SATURDAY_FIRST, territories.FRIDAY_FIRST
    assert len(frozenset.union(*tables)) == sum(map(len, tables))


@pytest.mark.parametrize(
    "table", [getattr(territories, name) for name in ("SUNDAY_FIRST", "SATURDAY_FIRST", "TWELVE_HOURS")]
)
def test_a_table_holds_codes_of_territories(table):
    assert all(len(code) == 2 and code.isupper() for code in table)
