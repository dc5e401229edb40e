"""Dates have bounds, one place in the order, and honest answers about periods."""

import copy
import itertools
import pickle
import random
import subprocess
import sys

import pytest
from counting import steps
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates, edtf_texts, plain_dates, times

from timeline.dates.calendar import day_iso, days_from_civil
from timeline.dates.edtf import parse_edtf
from timeline.dates.event_date import EventDate, Qualifier
from timeline.errors import DateError

event_dates = edtf_texts().map(EventDate)
maybe_days = st.one_of(st.none(), st.integers(-800_000, 50_000))

# Each is before the next, as contract section "Dates" says of order.
IN_ORDER = [
    "[..2010,2012..]",  # open both ways: before all
    "Y-17E7",
    "-0044",
    "-0043-03-15",
    "0000",
    "1XXX",
    "1900/2000",
    "../2018-01-01",  # open start: the first moment of its last day
    "[2018,2020]",
    "2018",
    "2018~",
    "2018?",
    "2018%",
    "2018-01",
    "2018-01-01",
    "2018-01-01~",
    "2018-01-01T01:00:00+03:00",  # 22:00 UTC of the day before, but 1 January as stated
    "2018-01-01T00:00:00",
    "2018/..",
    "2018-01-01T00:00:01Z",
    "2018-01-01T15:00:00+03:00",
    "2018-01-01T13:00:00",  # without a zone, as if in UTC
    "2018-01-01T09:30:00-04:00",
    "2018-01-02",
    "2018-02",
    "2018-02-03",
    "[..2018]",
    "2018-12-31",
    "2019-01-01/",
    "Y20000",
]


def test_dates_open_both_ways_stand_together_before_all() -> None:
    assert (
        EventDate("../..").sort_key == EventDate("[..2010,2012..]").sort_key < EventDate("../-9999").sort_key
    )


def test_order_is_that_of_the_contract() -> None:
    shuffled = random.Random(1).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=lambda text: EventDate(text).sort_key) == IN_ORDER


@pytest.mark.parametrize(("earlier", "later"), list(itertools.pairwise(IN_ORDER)))
def test_order_is_strict_between_neighbours(earlier: str, later: str) -> None:
    assert EventDate(earlier).sort_key < EventDate(later).sort_key


@given(event_dates)
def test_order_is_total(date: EventDate) -> None:
    assert len(date.sort_key) == 6
    assert all(type(part) is int for part in date.sort_key)
    assert date.sort_key is date.sort_key


@given(plain_dates())
def test_a_year_heads_its_months_and_a_month_its_days(text: str) -> None:
    while "-" in text[1:]:
        wider = text.rpartition("-")[0]
        assert EventDate(wider).sort_key < EventDate(text).sort_key
        text = wider


@given(times())
def test_a_day_heads_its_times(text: str) -> None:
    assert EventDate(text.partition("T")[0]).sort_key < EventDate(text).sort_key


@given(plain_dates())
def test_the_short_way_and_the_grammar_agree(text: str) -> None:
    date, value = EventDate(text), parse_edtf(text)
    assert (date.kind, date.level) == (value.kind, value.level)
    assert (date.first_day, date.last_day) == (value.first_day, value.last_day)
    assert date.value == value


@pytest.mark.parametrize(
    "text", ["2018-00", "2018-13", "2018-00-01", "2018-01-00", "2023-02-29", "2018_01", "2018-01_01"]
)
def test_the_short_way_refuses_what_the_grammar_refuses(text: str) -> None:
    with pytest.raises(DateError):
        EventDate(text)


@given(event_dates, maybe_days, maybe_days)
def test_what_is_certain_is_possible(date: EventDate, first: int | None, last: int | None) -> None:
    if first is not None and last is not None and first > last:
        first, last = last, first
    if date.certainly_during(first, last):
        assert date.possibly_during(first, last)


@given(event_dates)
def test_every_date_is_certainly_within_its_own_bounds_and_all_time(date: EventDate) -> None:
    assert date.certainly_during(date.first_day, date.last_day)
    assert date.certainly_during(None, None)
    assert date.possibly_during(None, None)


@given(event_dates, event_dates)
def test_what_is_certainly_before_is_possibly_before_and_not_after(one: EventDate, other: EventDate) -> None:
    if one.certainly_before(other):
        assert one.possibly_before(other)
        assert not other.possibly_before(one)
        assert not other.certainly_before(one)


@given(st.one_of(dates(), times()).map(EventDate), st.one_of(dates(), times()).map(EventDate))
def test_certainty_and_possibility_are_opposites(one: EventDate, other: EventDate) -> None:
    if one.first_day != other.last_day:
        assert one.certainly_before(other) is not (other.possibly_before(one))


def test_periods_touch_or_hold_a_date() -> None:
    year = EventDate("2018")
    new_year, december = days_from_civil(2018, 1, 1), days_from_civil(2018, 12, 31)
    assert year.possibly_during(december, None)
    assert not year.possibly_during(december + 1, None)
    assert year.possibly_during(None, new_year)
    assert not year.possibly_during(None, new_year - 1)
    assert not year.certainly_during(new_year + 1, None)
    assert not EventDate("2018/..").certainly_during(new_year, december)
    assert EventDate("2018/..").certainly_during(new_year, None)
    assert EventDate("../2018").possibly_during(None, new_year)


def test_without_a_bound_nothing_is_certain_and_all_is_possible() -> None:
    until, since, year = EventDate("../2018"), EventDate("2018/.."), EventDate("2000")
    assert not since.certainly_before(EventDate("2030"))
    assert not year.certainly_before(until)
    assert until.possibly_before(year)
    assert EventDate("2030").possibly_before(since)


def test_times_of_one_day_are_compared_as_instants_and_keep_their_day() -> None:
    tokyo, london = EventDate("2023-02-10T09:00:00+09:00"), EventDate("2023-02-10T00:30:00Z")
    assert tokyo.certainly_before(london)
    assert not london.possibly_before(tokyo)
    assert not tokyo.certainly_before(EventDate("2023-02-10"))
    assert EventDate("2023-02-10").possibly_before(tokyo)
    early = EventDate("2023-02-10T01:00:00+09:00")
    assert early.certainly_during(early.first_day, early.first_day)
    assert early.first_day == days_from_civil(2023, 2, 10)
    assert early.earliest == early.latest == days_from_civil(2023, 2, 10) * 86400 + 3600


def test_bounds_in_seconds_cover_whole_days() -> None:
    day = EventDate("1970-01-02")
    assert (day.earliest, day.latest) == (86400, 2 * 86400 - 1)
    assert (EventDate("../2018").earliest, EventDate("2018/..").latest) == (None, None)
    assert abs(EventDate("Y-1E11").earliest or 0) < 2**63


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2023-02-10T15:00:00Z", "time"),
        ("2023-02-10", "day"),
        ("2023-02-10~", "day"),
        ("1985-02-1X", "month"),
        ("2023-02", "month"),
        ("2023-21", "season"),
        ("2023-41", "season"),
        ("200X-21", "decade"),
        ("2004-XX-XX", "year"),
        ("2018", "year"),
        ("Y17E7", "year"),
        ("195X", "decade"),
        ("18XX", "century"),
        ("1950S2", "century"),
        ("1XXX", "millennium"),
        ("XXXX", "range"),
        ("2018/2018", "range"),
        ("[2018]", "range"),
        ("../2018", "range"),
    ],
)
def test_precision_is_how_closely_a_date_is_known(text: str, precision: str) -> None:
    assert EventDate(text).precision == precision


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("2018", Qualifier.NONE),
        ("2018~", Qualifier.APPROXIMATE),
        ("2018?-03", Qualifier.UNCERTAIN),
        ("2018?-~03", Qualifier.BOTH),
        ("2018/2020%", Qualifier.BOTH),
        ("[2018,2020..2021?]", Qualifier.UNCERTAIN),
    ],
)
def test_what_is_said_of_a_part_is_said_of_the_whole(text: str, qualifier: Qualifier) -> None:
    assert EventDate(text).qualifier is qualifier


@given(edtf_texts())
def test_dates_are_equal_when_their_texts_are_and_copies_are_equal(text: str) -> None:
    date = EventDate(text)
    assert date == EventDate.parse(str(date))
    assert hash(date) == hash(EventDate(text))
    assert date != text
    assert copy.deepcopy(date) == pickle.loads(pickle.dumps(date)) == date
    assert repr(date) == f"EventDate({text!r})"


def test_a_date_does_not_change() -> None:
    date = EventDate("2018")
    with pytest.raises(AttributeError, match="does not change"):
        date.text = "2019"
    with pytest.raises(AttributeError, match="does not change"):
        del date.text


def test_only_intervals_last() -> None:
    assert EventDate("2018/2020").is_interval
    assert not EventDate("[2018..2020]").is_interval


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ((2022, 3, 1), "2022-03-01"),
        ((0, 1, 1), "0000-01-01"),
        ((-199, 1, 1), "-0199-01-01"),
        ((170_000_000, 1, 1), "170000000-01-01"),
        ((-170_000_000, 12, 31), "-170000000-12-31"),
    ],
)
def test_iso_days_have_the_digits_they_need(day: tuple[int, int, int], iso: str) -> None:
    assert day_iso(days_from_civil(*day)) == iso


def test_dates_import_no_parser_of_other_peoples_words() -> None:
    # What was loaded before, by a tool that measures coverage for one, is forgotten first.
    code = (
        "import sys; sys.modules.pop('datetime', None); import timeline.dates.event_date; "
        "print('dateutil' in sys.modules, 'datetime' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False False\n"


ENDS = (
    "2018",
    "2019-02",
    "2019-02-28",
    "2020-02-29",
    "2019-02-29",
    "2018-12-31",
    "0000",
    "2018-21",
    "2018-13",
    "",
    "..",
)


@pytest.mark.parametrize("text", [f"{start}/{end}" for start in ENDS for end in ENDS])
def test_an_interval_of_plain_dates_is_what_the_grammar_says(text: str) -> None:
    try:
        value = parse_edtf(text)
    except DateError:
        with pytest.raises(DateError):
            EventDate(text)
        return
    date = EventDate(text)
    assert (date.kind, date.level, date.first_day, date.last_day, date.value) == (
        value.kind,
        value.level,
        value.first_day,
        value.last_day,
        value,
    )


def test_a_plain_day_is_made_in_few_steps_where_its_month_is_known() -> None:
    EventDate("2022-03-01")
    assert steps(lambda: EventDate("2022-03-21")) < 20  # 25 where its month is worked out
