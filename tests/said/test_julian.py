"""Dates that name no calendar, in a text whose calendar is the Julian."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import MONTH_NAMES, civil_from_days, days_from_civil
from timeline.dates.calendars import bounds_by, julian_days
from timeline.dates.event_date import EventDate
from timeline.errors import DateError
from timeline.said.reading import read_date

TODAY = days_from_civil(2023, 2, 10)


def read(text: str) -> str:
    return read_date(text, today=TODAY, calendar="julian").edtf


@given(st.integers(200, 2400), st.integers(1, 12), st.integers(1, 28))
def test_a_day_is_the_same_in_words_in_edtf_and_in_old_style(year: int, month: int, day: int) -> None:
    ours = "{:04d}-{:02d}-{:02d}".format(*civil_from_days(julian_days(year, month, day)))
    assert read(f"{day:02d}.{month:02d}.{year:04d} г.") == read(f"{year:04d}-{month:02d}-{day:02d}") == ours
    assert read_date(f"{day} {MONTH_NAMES[month]} {year} O.S.", today=TODAY).edtf == ours


@given(st.integers(200, 2400), st.integers(1, 12))
def test_a_month_is_one_of_its_days(year: int, month: int) -> None:
    date = EventDate(read(f"{year:04d}-{month:02d}"))
    assert (date.first_day, date.last_day) == bounds_by("julian", year, month)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("26 January 1855", "1855-02-07"),
        ("Wednesday, 26 January 1855", "1855-02-07"),
        ("26 января 1855 г.", "1855-02-07"),
        ("le 26 janvier 1855", "1855-02-07"),
        ("29 February 1900", "1900-03-13"),
        ("before c. 26 January 1855", "[..1855-02-06~]"),
        ("from 1 to 3 May 1855", "1855-05-13/1855-05-15"),
        ("early March 1855", "[1855-03-13..1855-03-22]"),
        ("first Monday of March 1855", "1855-03-19"),
        ("between March and May 1855", "[1855-03-13..1855-06-12]"),
        ("Christmas 1854", "1855-01-06"),
        ("Easter 1855", "1855-04-08"),
        ("Рождество 1854 г.", "1855-01-06"),
        ("30 January 1648/9", "1649-02-09"),
        ("1855-01-26/1855-02-03", "1855-02-07/1855-02-15"),
        ("1855-01-26T15:00:00Z", "1855-02-07T15:00:00Z"),
        ("18550126T1500", "1855-02-07T15:00:00"),
        ("1905-06", "[1905-06-14..1905-07-13]"),
    ],
)
def test_days_and_months_are_converted_and_their_words_are_kept(text: str, edtf: str) -> None:
    understood = read_date(text, today=TODAY, calendar="julian")
    assert (understood.edtf, understood.as_written) == (edtf, text)
    assert "by the Julian calendar" in (understood.note or "")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("26 January 1855 N.S.", "1855-01-26"),
        ("edtf:1855-01-26", "1855-01-26"),
        ("25 October (7 November) 1917", "1917-11-07"),
        ("1 Ramadan 1443 AH", "[2022-04-02..2022-04-04]"),
        ("2022-W12", "[2022-03-21..2022-03-27]"),
        ("yesterday", "2023-02-09"),
        *((years, years) for years in ("1855", "1854/1855", "185X", "[..1855]", "1855~", "-0143", "1855-21", "Y17E3")),
        ("spring 1855", "1855-21"),
        ("the 1850s", "185X"),
    ],
)  # fmt: skip
def test_a_calendar_that_is_named_counts_and_years_are_ours(text: str, edtf: str) -> None:
    assert read(text) == edtf


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("Friday, 26 January 1855", "26 January 1855 is a Wednesday"),
        ("31 February 1855", "days go from 1 to 28"),
        ("1855-02-30", "days go from 1 to 28"),
        ("1855-01/1855-03", "cannot be converted from the Julian calendar"),
        ("1855-01-XX", "cannot be converted from the Julian calendar"),
        ("9999-12-31", "cannot be converted from the Julian calendar"),
    ],
)
def test_what_cannot_be_converted_is_refused_with_the_culprit(text: str, culprit: str) -> None:
    with pytest.raises(DateError, match=re.escape(culprit)):
        read(text)
