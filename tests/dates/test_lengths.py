"""Lengths of time, and how far what is marked `~` reaches by one: to either side, and only what is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import edtf_texts

from timeline.dates.calendar import day_iso
from timeline.dates.edtf_values import Qualifier
from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length, reach, read_length
from timeline.errors import UsageError

lengths = st.builds(Length, st.integers(0, 900), st.sampled_from("dwmy"))
dates = edtf_texts().map(EventDate)
days = st.integers(-1_000_000, 1_000_000)
TWO_YEARS = Length(2, "y")


@pytest.mark.parametrize("text", ["", "30", "d", "1.5y", "-1d", "30 dogs", "1234567d", "daysd", "two years"])
def test_a_length_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no length of time") as refused:
        read_length(text)
    assert refused.value.hint == "write 30d, 2w, 3m or 1y"


@given(lengths)
def test_a_length_is_read_as_it_is_said(length: Length) -> None:
    assert read_length(str(length)) == read_length(f"{length.number}{length.unit}") == length


@given(lengths, days)
def test_a_length_goes_either_way_from_a_day(length: Length, day: int) -> None:
    before, after = length.from_day(day, -1), length.from_day(day, 1)
    assert before is not None
    assert after is not None
    assert before <= day <= after
    # The end of a longer month is cut: there and back again is at most three days off.
    there = length.from_day(after, -1)
    assert there is not None
    assert 0 <= day - there <= 3


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1950~", "1948-01-01", "1952-12-31"),
        ("1950%", "1948-01-01", "1952-12-31"),
        ("~1950", "1948-01-01", "1952-12-31"),
        ("1950?", "1950-01-01", "1950-12-31"),
        ("1950", "1950-01-01", "1950-12-31"),
        ("195X~", "1948-01-01", "1961-12-31"),
        ("1952-02-29~", "1950-02-28", "1954-02-28"),
        ("-0044~", "-0046-01-01", "-0042-12-31"),
        # Of an interval the marked end, outwards.
        ("1950~/1960", "1948-01-01", "1960-12-31"),
        ("1950/1960~", "1950-01-01", "1962-12-31"),
        ("1950~/..", "1948-01-01", None),
        ("../1950~", None, "1952-12-31"),
        # Of a set the marked members, as far as they lie outermost.
        ("[1950~,1970]", "1948-01-01", "1970-12-31"),
        ("[1950,1960~,1970]", "1950-01-01", "1970-12-31"),
        ("[1950..1960~]", "1950-01-01", "1962-12-31"),
        ("[..1960~]", None, "1962-12-31"),
        ("[1950~..]", "1948-01-01", None),
        ("{1950~,1970?}", "1948-01-01", "1970-12-31"),
        # What stands left of a component that is marked alone is known.
        ("2004-06-~11", "2004-06-01", "2004-06-30"),
        ("2004-~06-11", "2004-01-01", "2004-12-31"),
        ("2004-06~-11", "2002-06-11", "2006-06-11"),
        ("2004~-06-11", "2002-06-11", "2006-06-11"),
        ("20XX-~06", "2000-01-01", "2099-12-31"),
        ("2004-~24", "2004-01-01", "2005-02-28"),  # a winter, which ends in the next year
    ],
)
def test_what_is_marked_reaches_to_either_side(text: str, first: str | None, last: str | None) -> None:
    told = tuple(None if day is None else day_iso(day) for day in reach(EventDate(text), TWO_YEARS))
    assert told == (first, last)


@given(dates, lengths)
def test_a_date_reaches_at_least_as_far_as_its_bounds(date: EventDate, circa: Length) -> None:
    first, last = reach(date, circa)
    assert (first is None) == (date.first_day is None)
    assert (last is None) == (date.last_day is None)
    assert first is None or date.first_day is None or first <= date.first_day
    assert last is None or date.last_day is None or last >= date.last_day


@given(dates, lengths)
def test_only_what_is_approximate_reaches_and_no_length_is_nowhere(date: EventDate, circa: Length) -> None:
    bounds = date.first_day, date.last_day
    assert reach(date, None) == reach(date, Length(0, circa.unit)) == bounds
    assert date.qualifier & Qualifier.APPROXIMATE or reach(date, circa) == bounds


@given(dates, lengths, st.integers(0, 99))
def test_the_longer_the_farther(date: EventDate, circa: Length, more: int) -> None:
    near, far = reach(date, circa), reach(date, circa._replace(number=circa.number + more))
    assert near[0] is None or far[0] is None or far[0] <= near[0]
    assert near[1] is None or far[1] is None or far[1] >= near[1]
