"""The calendar agrees with Python's where Python's reaches, and with itself everywhere."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month, is_leap, weekday

EPOCH = dt.date(1970, 1, 1).toordinal()
any_day = st.integers(-(10**15), 10**15)


@given(st.dates())
def test_days_and_weekdays_are_those_of_the_standard_library(date: dt.date) -> None:
    number = days_from_civil(date.year, date.month, date.day)
    assert number == date.toordinal() - EPOCH
    assert weekday(number) == date.weekday()
    assert civil_from_days(number) == (date.year, date.month, date.day)


@given(any_day)
def test_civil_undoes_days(number: int) -> None:
    year, month, day = civil_from_days(number)
    assert 1 <= day <= days_in_month(year, month)
    assert days_from_civil(year, month, day) == number


@given(any_day)
def test_the_next_day_has_the_next_number(number: int) -> None:
    assert civil_from_days(number) < civil_from_days(number + 1)
    assert (weekday(number) + 1) % 7 == weekday(number + 1)


@given(st.integers(-(10**11), 10**11))
def test_a_year_has_as_many_days_as_its_months(year: int) -> None:
    days = days_from_civil(year + 1, 1, 1) - days_from_civil(year, 1, 1)
    assert days == 365 + is_leap(year) == sum(days_in_month(year, month) for month in range(1, 13))
