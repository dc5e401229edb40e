"""Unspecified digits against enumeration: every year, month and day that the pattern can denote."""

from collections.abc import Iterable
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.dates.calendar import days_from_civil, days_in_month
from timeline.dates.event_date import EventDate
from timeline.dates.unspecified import year_range
from timeline.errors import DateError

_DIGITS = "0123456789"


def numbers(pattern: str) -> list[int]:
    """The numbers that the pattern allows, each written out."""
    return [
        int("".join(digits)) for digits in product(*(_DIGITS if mark == "X" else mark for mark in pattern))
    ]


def years(sign: str, pattern: str) -> list[int]:
    """The years that the pattern allows, in order; minus zero is none."""
    return numbers(pattern) if not sign else sorted(-year for year in numbers(pattern) if year)


def first_year_with_days(years: Iterable[int], months: list[int], days: list[int]) -> list[int]:
    """The day numbers that the months and days denote in the first of the years in which they denote any."""
    for year in years:
        found = [
            days_from_civil(year, month, day)
            for month in months
            if 1 <= month <= 12
            for day in days
            if 1 <= day <= days_in_month(year, month)
        ]
        if found:
            return found
    return []


def test_every_pattern_of_a_year_ends_where_its_years_do() -> None:
    wrong = []
    for marks in product(_DIGITS + "X", repeat=4):
        pattern = "".join(marks)
        if "X" not in pattern:
            continue
        for sign in ("", "-"):
            allowed = years(sign, pattern)
            if year_range(sign + pattern) != (allowed[0], allowed[-1]):
                wrong.append(sign + pattern)
    assert wrong == []


def masked(digits: str) -> st.SearchStrategy[str]:
    """The digits, each of which may be unspecified."""
    return st.tuples(*(st.sampled_from([digit, "X"]) for digit in digits)).map("".join)


@example("-", "XXX0", "02", "29")
@example("", "XXX1", "X2", "29")
@given(
    st.sampled_from(["", "-"]),
    st.integers(0, 9999).flatmap(lambda year: masked(f"{year:04}")),
    st.integers(1, 12).flatmap(lambda month: masked(f"{month:02}")),
    st.one_of(st.just(""), st.integers(1, 31).flatmap(lambda day: masked(f"{day:02}"))),
)
def test_a_date_ends_where_its_days_do(sign: str, year: str, month: str, day: str) -> None:
    text = f"{sign}{year}-{month}" + (f"-{day}" if day else "")
    allowed, months, days = years(sign, year), numbers(month), numbers(day or "XX")
    earliest = first_year_with_days(allowed, months, days)
    latest = first_year_with_days(allowed[::-1], months, days)
    try:
        date = EventDate(text)
    except DateError:
        assert earliest == []
        return
    assert (date.first_day, date.last_day) == (earliest[0], latest[-1])


@given(st.sampled_from(["", "-"]), st.integers(1, 10**11 - 1), st.integers(1, 15))
def test_an_estimate_stands_for_the_years_that_begin_with_its_digits(
    sign: str, year: int, significant: int
) -> None:
    digits = str(year)
    text = f"{sign}{year:04}" if year <= 9999 else f"Y{sign}{year}"
    kept, lost = digits[:significant], len(digits[significant:])
    low, high = int(kept + "0" * lost), int(kept + "9" * lost)
    if sign:
        low, high = -high, -low
    date = EventDate(f"{text}S{significant}")
    assert (date.first_day, date.last_day) == (days_from_civil(low, 1, 1), days_from_civil(high, 12, 31))
