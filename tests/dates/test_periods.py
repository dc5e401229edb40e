"""Periods are numbers on their unit's own line, and say the same days in TIMEX3, in EDTF and in numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.dates.feasts import easter
from timeline.dates.periods import UNITS, Period, finer

units = st.sampled_from([unit for unit in UNITS if unit != "millennium"])
days = st.integers(min_value=-1_000_000, max_value=1_000_000)


@given(unit=units, day=days, count=st.integers(-500, 500))
def test_a_step_is_undone_by_the_step_back(unit: str, day: int, count: int) -> None:
    period = Period("day", day).within(unit)
    assert period.shift(count).shift(-count) == period


@given(unit=units, day=days)
def test_neighbours_meet(unit: str, day: int) -> None:
    period = Period("day", day).within(unit)
    gap = 5 if unit == "weekend" else 0
    assert period.last_day + 1 + gap == period.shift(1).first_day


@given(unit=units, day=days)
def test_a_day_lies_in_its_period(unit: str, day: int) -> None:
    period = Period("day", day).within(unit)
    assert period.last_day >= period.first_day
    if unit != "weekend":
        assert period.first_day <= day <= period.last_day


@given(unit=units, day=days)
def test_edtf_means_the_same_days(unit: str, day: int) -> None:
    period = Period("day", day).within(unit)
    date = EventDate.parse(period.edtf)
    if period.first_day >= Period("year", 0).first_day or unit not in ("decade", "century"):
        assert (date.first_day, date.last_day) == (period.first_day, period.last_day)
    else:  # BC, a century ends with its year 1: EDTF's digits and English count one year apart
        assert date.first_day is not None


@given(one=units, other=units)
def test_units_have_one_order(one: str, other: str) -> None:
    assert finer(one, other) + finer(other, one) + (one == other) == 1


@pytest.mark.parametrize(
    ("year", "value"),
    [
        (1818, "1818-03-22"),
        (1943, "1943-04-25"),
        (2000, "2000-04-23"),
        (2024, "2024-03-31"),
        (2038, "2038-04-25"),
    ],
)
def test_easter_falls_where_the_church_puts_it(year: int, value: str) -> None:
    assert Period("day", easter(year)).value == value


@pytest.mark.parametrize(
    ("period", "value", "edtf"),
    [
        (Period.day(2023, 2, 10), "2023-02-10", "2023-02-10"),
        (Period.day(2021, 1, 3).within("week"), "2020-W53", "[2020-12-28..2021-01-03]"),
        (Period.day(2010, 1, 25).within("weekend"), "2010-W04-WE", "[2010-01-30..2010-01-31]"),
        (Period.of_year(1791, "season", 4), "1791-WI", "1791-24"),
        (Period.of_year(2022, "half", 2), "2022-H2", "2022-41"),
        (Period("century", 16), "16", "16XX"),
        (Period("year", -489), "BC0490", "-0489"),
        (Period("century", -3), "BC02", "-02XX"),
    ],
)
def test_values_read_as_the_standards_write_them(period: Period, value: str, edtf: str) -> None:
    assert (period.value, period.edtf) == (value, edtf)


def test_a_day_that_is_not_in_the_calendar_is_refused() -> None:
    for year, month, day in ((2023, 2, 29), (2023, 13, 1), (2023, 4, 31)):
        with pytest.raises(ValueError, match=str(year)):
            Period.day(year, month, day)
    with pytest.raises(ValueError, match="2023"):
        Period.of_month(2023, 0)


def test_months_away_keep_the_day_or_take_the_months_last() -> None:
    assert Period.day(2024, 1, 31).moved(1, "month").value == "2024-02-29"
    assert Period.day(2024, 2, 29).moved(-1, "year").value == "2023-02-28"
    assert Period.day(2024, 2, 29).moved(2, "fortnight").value == "2024-03-28"
    assert Period("year", 2020).moved(18, "month").value == "2021"
