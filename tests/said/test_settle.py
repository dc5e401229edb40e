"""One value, several standpoints: which way each kind of words leans, what is refused, and what was taken for granted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import MONTH_NAMES, civil_from_days, days_from_civil, days_in_month
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.errors import DateError
from timeline.said.policies import AHEAD, LEANINGS, PAST, UNTOLD, Standpoint, place_of
from timeline.said.reading import read_date
from timeline.said.settle import settle
from timeline.said.standing import Standing
from timeline.said.story import Story
from timeline.said.told import read
from timeline.said.understood import DayOrder
from timeline.said.values import Either, Feast, Fields, Lasting, Near, Nth, Number, Value, Year
from timeline.said.why import Coarser, Converted, Leant, Took, Why, told

TODAY = days_from_civil(2023, 2, 10)  # a Friday
REFUSED = ""

# What is said, and what it means typed, in news (of the past, of no tense, of what is ahead) and in a history.
LEANING: dict[str, tuple[Value, tuple[str, str, str, str, str]]] = {
    "weekday": (Near(weekday=1), ("2023-02-07", "2023-02-07", "2023-02-07", "2023-02-14", "2023-02-14")),
    "last weekday": (Near(step=-1, weekday=4), ("2023-02-03",) * 5),
    "this weekday": (Near(step=0, weekday=0), (REFUSED, *("2023-02-06",) * 4)),
    "next weekday": (Near(step=1, weekday=4), (REFUSED, *("2023-02-17",) * 4)),
    "weekend": (
        Near(unit="weekend"),
        ("", *("[2023-02-04..2023-02-05]",) * 2, *("[2023-02-11..2023-02-12]",) * 2),
    ),
    "day of a month": (
        Fields(month=4, day=2),
        ("2022-04-02", "2022-04-02", "2023-04-02", "2023-04-02", "2023-04-02"),
    ),
    "day of the month": (
        Number(number=12, ordinal=True),
        ("2023-01-12", "2023-01-12", "2023-02-12", "2023-02-12", "2023-02-12"),
    ),
    "month": (Fields(month=11), ("2022-11", "2022-11", "2022-11", "2023-11", "2023-11")),
    "season": (Fields(month=23), ("2022-23", "2022-23", "2022-23", "2023-23", "2023-23")),
    "quarter": (Fields(month=36), ("2022-36", "2022-36", "2022-36", "2023-36", "2023-36")),
    "half": (Fields(month=41), ("2022-41", *("2023-41",) * 4)),
    "last month": (Near(step=-1, month=3), ("2022-03",) * 5),
    "this month": (Near(step=0, month=3), ("2023-03",) * 5),
    "next month": (Near(step=1, month=3), (REFUSED, *("2023-03",) * 4)),
    "feast": (
        Feast(name="easter"),
        ("2022-04-17", "2022-04-17", "2023-04-09", "2023-04-09", "2023-04-09"),
    ),
}


def in_text(value: Value, tense: int, *, narrative: bool) -> str:
    day = Period("day", TODAY)
    story = Story(dateline=day, narrative=narrative)
    story.remember(day, 0, explicit=True, named=False)
    reading = read(value, lambda: Standing(story, place_of(tense, narrative=narrative)), tense)
    assert reading is not None
    return reading.edtf or ""


@pytest.mark.parametrize("kind", LEANING)
def test_each_kind_of_words_leans_as_the_table_says(kind: str) -> None:
    value, meanings = LEANING[kind]
    try:
        typed = settle(value, Standpoint(today=TODAY)).edtf if kind != "weekend" else ""
    except DateError:
        typed = REFUSED
    news = [in_text(value, tense, narrative=False) for tense in (PAST, UNTOLD, AHEAD)]
    assert (typed, *news, in_text(value, UNTOLD, narrative=True)) == meanings


def test_every_row_of_the_table_is_here() -> None:
    assert {kind for kind, _ in LEANINGS} == set(LEANING)


def test_this_winter_has_the_year_of_its_december() -> None:
    found = {}
    for day in ((2022, 12, 1), (2023, 2, 28), (2023, 3, 1), (2023, 12, 1)):
        standpoint = Standpoint(today=days_from_civil(*day))
        found[day] = settle(Near(step=0, month=24), standpoint).edtf
    assert list(found.values()) == ["2022-24", "2022-24", "2023-24", "2023-24"]


def test_days_are_counted_in_a_week_and_not_in_a_day() -> None:
    tuesday = Nth(number=1, weekday=1, base=Near(step=-1, unit="week"))
    assert settle(tuesday, Standpoint(today=TODAY)).edtf == "2023-01-31"
    with pytest.raises(DateError, match="counts within one day"):
        settle(tuesday.but(base=Near(step=0, unit="day")), Standpoint(today=TODAY))


def test_what_is_usual_is_taken_where_nothing_tells() -> None:
    days = (Fields(day=3, month=2, year=Year(number=2023)), Fields(day=2, month=3, year=Year(number=2023)))
    either = Either(readings=days, asks="order", words="03/02/2023")
    assert settle(either.but(usual=True), Standpoint(today=TODAY)).edtf == "2023-02-03"
    month_first = Standpoint(today=TODAY, order=DayOrder.MONTH_FIRST)
    assert settle(either.but(usual=True), month_first).edtf == "2023-03-02"
    with pytest.raises(DateError, match="can mean"):
        settle(either, Standpoint(today=TODAY))


def test_what_was_taken_is_a_value() -> None:
    latest = Leant(kind="day", lean="latest", on="dateline")
    assert settle(Fields(month=2, day=7), Standpoint(today=TODAY)).whys == (latest,)
    assert settle(Fields(year=Year(number=2018)), Standpoint(today=TODAY)).whys == ()
    december = Lasting(start=Fields(month=12), end=Fields(month=1, year=Year(number=2022)))
    assert settle(december, Standpoint(today=TODAY)).edtf == "2021-12/2022-01"


def test_reasons_are_worded_in_one_place() -> None:
    assert told("x", "2018", []) is None
    whys: list[Why] = [Took(what="year"), Converted(calendar="Julian"), Coarser(words="early May")]
    assert told("x", "2018", whys) == (
        'took "x" as 2018, by the Julian calendar: an interval cannot begin or end with "early May"'
    )


@pytest.mark.parametrize(
    ("typed", "century", "edtf"),
    [
        ("24-Feb-22", 1950, "2022-02-24"),
        ("24-Feb-22", 1900, "1922-02-24"),
        ("21/3/22", 1950, "2022-03-21"),
        ("5 March 49", 1950, "2049-03-05"),
        ("'22", 1950, "2022"),
        ("Mar '50", 1950, "1950-03"),
        ("the 20s", 1900, "192X"),
    ],
)
def test_a_century_tells_what_two_digits_mean(typed: str, century: int, edtf: str) -> None:
    assert read_date(typed, today=TODAY, century=century).edtf == edtf
    with pytest.raises(DateError):
        read_date(typed, today=TODAY)


def test_a_century_does_not_tell_the_order() -> None:
    with pytest.raises(DateError, match="can mean"):
        read_date("1/2/22", today=TODAY, century=1950)


def test_the_language_that_is_asked_for_is_the_one() -> None:
    assert read_date("21 March 2022", today=TODAY, language="en").edtf == "2022-03-21"
    with pytest.raises(Exception, match='language "xx" is not known'):
        read_date("21 March 2022", today=TODAY, language="xx")


def test_words_of_another_calendar_are_kept() -> None:
    assert read_date("26 January 1855 O.S.", today=TODAY).as_written == "26 January 1855 O.S."
    assert read_date("7 February 1855", today=TODAY).as_written is None


@given(st.integers(1583, 1917), st.integers(1, 12), st.integers(1, 31))
def test_a_double_date_is_read_by_the_day_that_both_name(year: int, month: int, day: int) -> None:
    day = min(day, days_in_month(year, month))
    ours = days_from_civil(year, month, day)
    gap = 10 + max(
        0, (civil_from_days(ours - 10)[0] - 1601) // 100 - (civil_from_days(ours - 10)[0] - 1601) // 400
    )
    for lag in (gap, gap + 1, gap - 1):
        old_year, old_month, old_day = civil_from_days(ours - lag)
        old = f"{old_day} {MONTH_NAMES[old_month]} {old_year}"
        try:
            alone = read_date(f"{old} O.S.", today=TODAY).edtf
        except DateError:
            continue  # 29 February is in one calendar only
        both = f"{old} ({day} {MONTH_NAMES[month]} {year})"
        if EventDate.parse(alone).first_day == ours:
            assert read_date(both, today=TODAY).edtf == alone
        else:
            with pytest.raises(DateError, match="names two days"):
                read_date(both, today=TODAY)


@given(st.integers(1600, 2099), st.integers(21, 41))
def test_a_part_that_can_end_a_pair_of_years_is_edtf_only_when_it_says_so(year: int, part: int) -> None:
    text = f"{year}-{part}"
    try:
        stored = EventDate.parse(text).text
    except DateError:
        return
    assert read_date(f"edtf:{text}", today=TODAY).edtf == stored
    if part > year % 100:
        with pytest.raises(DateError, match=f"{year}/{year // 100}{part}"):
            read_date(text, today=TODAY)
    else:
        assert read_date(text, today=TODAY).edtf == stored
