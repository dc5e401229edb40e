"""Other calendars: every day of centuries follows the one before, and known days are where history has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import days_from_civil
from timeline.dates.calendars import CALENDARS, bounds_by, julian_days


@pytest.mark.parametrize("name", CALENDARS)
def test_every_day_follows_the_one_before(name: str) -> None:
    rules = CALENDARS[name]
    first = max(rules.first_year, 1)
    days = [
        rules.number(year, month, day)
        for year in range(first, min(rules.last_year, first + 800) + 1)
        for month in range(1, rules.months(year) + 1)
        for day in range(1, rules.length(year, month) + 1)
    ]
    assert days == list(range(days[0], days[0] + len(days)))


@given(st.sampled_from(sorted(CALENDARS)), st.integers(-200, 2000), st.integers(1, 13))
def test_a_month_lies_in_its_year_and_begins_with_its_first_day(name: str, year: int, month: int) -> None:
    rules = CALENDARS[name]
    if not rules.first_year <= year <= rules.last_year or month > rules.months(year):
        with pytest.raises(ValueError, match="go from"):
            bounds_by(name, year, month)
        return
    whole = bounds_by(name, year)
    if (
        rules.number(year, month, rules.length(year, month)) < whole[0]
        or rules.number(year, month, 1) > whole[1]
    ):
        with pytest.raises(ValueError, match="the era was from"):
            bounds_by(name, year, month)
        return
    first, last = bounds_by(name, year, month)
    assert whole[0] <= first <= last <= whole[1]
    assert last - first < rules.length(year, month)


@given(st.integers(-4000, 4000))
def test_the_julian_year_drifts_by_three_days_in_four_centuries(year: int) -> None:
    gap = julian_days(year, 3, 1) - days_from_civil(year, 3, 1)
    assert gap == year // 100 - year // 400 - 2


KNOWN = [
    ("julian", (1917, 10, 25), (1917, 11, 7)),
    ("julian", (1855, 1, 26), (1855, 2, 7)),
    ("julian", (-43, 3, 15), (-43, 3, 13)),
    ("islamic", (1, 1, 1), (622, 7, 19)),
    ("islamic", (1443, 9, 1), (2022, 4, 3)),
    ("republican", (1, 1, 1), (1792, 9, 22)),
    ("republican", (2, 11, 9), (1794, 7, 27)),
    ("republican", (3, 13, 6), (1795, 9, 22)),
    ("republican", (8, 2, 18), (1799, 11, 9)),
    ("showa", (20, 8, 15), (1945, 8, 15)),
    ("roc", (34, 9, 9), (1945, 9, 9)),
]


@pytest.mark.parametrize(("name", "theirs", "ours"), KNOWN)
def test_known_days(name: str, theirs: tuple[int, int, int], ours: tuple[int, int, int]) -> None:
    assert bounds_by(name, *theirs) == (days_from_civil(*ours),) * 2


def test_the_first_and_last_years_of_an_era_are_cut_at_its_days() -> None:
    assert bounds_by("showa", 64) == (days_from_civil(1989, 1, 1), days_from_civil(1989, 1, 7))
    assert bounds_by("heisei", 1) == (days_from_civil(1989, 1, 8), days_from_civil(1989, 12, 31))
    with pytest.raises(ValueError, match="the era was from 1989 to 2019"):
        bounds_by("heisei", 31, 5)
    with pytest.raises(ValueError, match="go from 6 to 45"):
        bounds_by("meiji", 5)


def test_islamic_days_agree_with_convertdate_over_100_000_days() -> None:
    islamic = pytest.importorskip("convertdate.islamic", reason="convertdate is not installed")
    for day in range(-100_000, 0, 97):
        year, month, number = islamic.from_jd(day + 2440587.5)
        assert CALENDARS["islamic"].number(year, month, number) == day
