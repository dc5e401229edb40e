"""Elapsed time is exact between days, rough between rough dates, and silent when it would lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import edtf_texts

from timeline.dates.calendar import civil_from_days, day_iso
from timeline.dates.elapsed import elapsed, may_end_before
from timeline.dates.event_date import EventDate

days = st.integers(-800_000, 50_000)

SPANS = [
    ("2022-03-24", "2023-02-10", "10 months 17 days"),
    ("2023-02-10", "2023-02-13", "3 days"),
    ("2023-02-10", "2023-02-11", "1 day"),
    ("2023-02-10", "2023-02-10", ""),
    ("2023-02-10T10:00:00Z", "2023-02-10T15:00:00Z", ""),
    ("2023-02-10T10:00:00Z", "2023-02-12", "2 days"),
    ("2023-01-31", "2023-02-28", "1 month"),
    ("2023-01-31", "2023-03-01", "1 month 1 day"),
    ("2024-02-29", "2025-02-28", "1 year"),
    ("2020-01-15", "2023-03-20", "3 years 2 months"),
    ("2020-01-15", "2023-01-20", "3 years 5 days"),
    ("-0043-03-15", "0014-08-19", "57 years 5 months"),
    ("2018", "2022-03-21", "about 4 years"),
    ("2022-03", "2023-02-10", "about 11 months"),
    ("2022-03-21", "2023-02", "about 10 months"),
    ("2022-03", "2023-05", "about 1 year 2 months"),
    ("2022-03", "2022-03-21", ""),
    ("2018", "2018-07", ""),
    ("2022-12-31", "2023", ""),
    ("2022-12-31", "2024", "about 1 year"),
    ("2022-03-01", "2023", "about 1 year"),
    ("2018-07-02", "2022", "about 3 years"),
    ("2018-07-01", "2022", "about 4 years"),
    ("2018", "2022-07-01", "about 4 years"),
    ("2025-01-31", "2025-03", "about 1 month"),
    ("2022-03-31", "2022-04", ""),
    ("2022-21", "2022-23", "about 6 months"),
    ("2022-21", "2022-22", "about 3 months"),
    ("2022-21", "2022-06-20", "about 3 months"),
    ("2022-02", "2022-21", ""),
    ("2022-33", "2023-08-21", "about 1 year 9 months"),
    ("195X", "1984-03-01", "about 30 years"),
    ("18XX", "1950", "about 100 years"),
    ("18XX", "1851", ""),
    ("1XXX", "2018", "about 1,000 years"),
    ("-1XXX", "-0043", "about 2,000 years"),
    ("1850", "19XX", "about 100 years"),
    ("Y-10000", "0000", "about 10,000 years"),
    ("Y-17E7", "2018", "about 170,002,018 years"),
    ("2022-03-21~", "2023-02-10", "about 11 months"),
    ("2022-03-21", "2022-03-25?", ""),
    ("[2024-03-01..2024-03-10]", "2024-05-20", "about 3 months"),
    ("2018/2020", "2019-02-03", "about 1 year"),
    ("2018-01-01/2020", "2018-01-04", "3 days"),
    ("2018-01-01~/2020", "2018-03-04", "about 2 months"),
    ("2018-01-01/..", "2018-01-04", "3 days"),
    ("{2018-01-01,2020}", "2018-01-04", "3 days"),
    ("{2018-01-01..2018-02-01}", "2018-01-04", "3 days"),
    ("../2018", "2019", ""),
    ("2018", "[..2020]", ""),
    ("2018", "[2019..]", ""),
    ("XXXX", "2018", ""),
    ("2019", "2018", ""),
]


@pytest.mark.parametrize(("start", "end", "words"), SPANS)
def test_time_from_start_to_start(start: str, end: str, words: str) -> None:
    assert elapsed(EventDate(start), EventDate(end)) == words


LASTING = [
    ("2025-04-05/2025-08-20", "2025-09-01", True),
    ("2025-04-05/2025-08-20", "2025-08-20", False),
    ("2025-04-05/2025-08-20", "2025-08-10", False),
    ("2019/2022", "2022-03-21", True),
    ("1950~/2022-03-21", "2018", False),
    ("{2018,2020}", "2022", True),
    ("{2018..2020}", "2022", True),
    ("{2018..}", "2022", False),
    ("[2018,2020]", "2022", False),
    ("2018/2018", "2022", False),
    ("2018", "2022", False),
    ("2018/..", "2022", False),
    ("2018/", "2022", False),
    ("../2018", "2022", False),
    ("2018/2020", "../..", False),
]


@pytest.mark.parametrize(("date", "later", "over"), LASTING)
def test_what_lasts_may_be_over(date: str, later: str, *, over: bool) -> None:
    assert may_end_before(EventDate(date), EventDate(later)) is over


@given(st.integers(1, 9998), st.integers(1, 9999), st.sampled_from([1, 2, 3]), st.sampled_from([1, 2, 3]))
def test_rough_time_is_within_half_a_unit_of_start_to_start(
    year: int, other: int, one: int, two: int
) -> None:
    digits = [f"{year:04}"[: 5 - one].ljust(4, "X"), f"{other:04}"[: 5 - two].ljust(4, "X")]
    start, end = sorted(map(EventDate, digits), key=lambda date: date.sort_key)
    words = elapsed(start, end)
    years = (end.first_day - start.first_day) / 365.2425  # type: ignore[operator]
    unit = 10 ** (max(one, two) - 1)
    if words:
        said = int(words.removeprefix("about ").partition(" ")[0].replace(",", ""))
        assert abs(said - years) <= unit / 2 + 0.01
        assert said % unit == 0
    else:
        assert years < unit


@given(edtf_texts(), edtf_texts())
def test_every_pair_has_an_answer_of_two_units_at_most(one: str, other: str) -> None:
    words = elapsed(EventDate(one), EventDate(other)).removeprefix("about ").split()
    assert len(words) in (0, 2, 4)


@given(days, st.integers(1, 1000))
def test_a_step_of_days_within_a_month_is_counted_exactly(start: int, step: int) -> None:
    words = elapsed(EventDate(day_iso(start)), EventDate(day_iso(start + step)))
    assert words
    if step < 28:
        assert words == ("1 day" if step == 1 else f"{step} days")
    if civil_from_days(start)[1:] == civil_from_days(start + step)[1:]:
        assert "day" not in words
