"""English dates: laws on generated dates, the contract's table, what is decided beyond it, and refusals."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import edtf_texts

from timeline.dates.calendar import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    civil_from_days,
    days_from_civil,
    days_in_month,
    weekday,
)
from timeline.dates.event_date import EventDate
from timeline.dates.wording import wording
from timeline.errors import DateError
from timeline.said.en.words import VOCABULARY as ENGLISH
from timeline.said.reading import read_date
from timeline.said.typable import typable
from timeline.said.understood import DayOrder, Understood

TODAY = days_from_civil(2023, 2, 10)  # a Friday

days = st.integers(days_from_civil(100, 1, 1), days_from_civil(9999, 12, 31))
todays = st.integers(days_from_civil(1583, 1, 1), days_from_civil(2400, 12, 31))
orders = st.sampled_from([None, *DayOrder])


def read(text: str, *, today: int = TODAY, order: DayOrder | None = None) -> str:
    return read_date(text, today=today, order=order).edtf


# Laws


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


DAY_STYLES = (
    "{d} {month} {y}",
    "{d} {mon} {y}",
    "{d} {mon}. {y}",
    "{d} {MONTH}, {y}.",
    "{month} {d}, {y}",
    "{mon} {d} {y}",
    "{month} {nth}, {y}",
    "the {nth} of {month} {y}",
    "on {weekday}, {d} {month} {y}",
    "{weekday} {month} {d}, {y}",
    "  {d}   {mon}   {y}  ",
    "{d}-{mon}-{y}",
    "{y}/{m}/{d}",
    "{y}.{m:02d}.{d:02d}",
    "{y}-{m}-{d}",
    "{y} {month} {d}",
    "{mon} {d} {y}",
    "{d} {month} AD {y}",
    "{d} {month} {y} ce",
)


@given(days, st.sampled_from(DAY_STYLES))
def test_a_day_is_the_same_in_every_style(day: int, style: str) -> None:
    year, month, day_of_month = civil_from_days(day)
    assume(year >= 1000 or not style.startswith("{y} "))  # dateutil's own: four digits
    name = MONTH_NAMES[month]
    text = style.format(
        d=day_of_month,
        m=month,
        y=year,
        month=name.lower(),
        mon=name[:3],
        MONTH=name.upper(),
        nth=ordinal(day_of_month),
        weekday=WEEKDAY_NAMES[weekday(day)],
    )
    assert read(text) == f"{year:04d}-{month:02d}-{day_of_month:02d}"


@given(
    st.integers(100, 9999),
    st.integers(1, 12),
    st.sampled_from(["{n} {y}", "{n} of {y}", "in {n}, {y}", "{s}. {y}"]),
)
def test_a_month_stays_a_month(year: int, month: int, style: str) -> None:
    name = MONTH_NAMES[month]
    assert read(style.format(n=name, s=name[:3], y=year)) == f"{year:04d}-{month:02d}"


@given(st.integers(1, 9998), st.sampled_from(["{} BC", "{} BCE", "{} b.c."]))
def test_years_before_christ_count_from_1_bc_as_year_0(year: int, style: str) -> None:
    assert EventDate.parse(read(style.format(year))).first_day == days_from_civil(1 - year, 1, 1)


@given(edtf_texts())
def test_edtf_is_read_as_itself(text: str) -> None:
    assert read(typable(str(EventDate.parse(text)))) == text  # 2000-21, a spring, may be a pair of years


@given(days, st.integers(0, 2), st.sampled_from(["", "~", "?", "%"]))
def test_the_words_of_a_plain_date_are_read_back(day: int, precision: int, mark: str) -> None:
    year, month, day_of_month = civil_from_days(day)
    text = (f"{year:04d}", f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}-{day_of_month:02d}")[
        precision
    ] + mark
    assert read(wording(EventDate.parse(text))) == text


@given(todays, st.integers(0, 6))
def test_a_weekday_is_the_latest_with_today_and_a_last_one_before_today(today: int, wanted: int) -> None:
    plain = EventDate.parse(read(WEEKDAY_NAMES[wanted], today=today)).first_day
    last = EventDate.parse(read(f"last {WEEKDAY_NAMES[wanted]}", today=today)).first_day
    assert plain is not None
    assert last is not None
    assert today - 7 < plain <= today
    assert today - 7 <= last < today
    assert weekday(plain) == weekday(last) == wanted


@given(todays, st.integers(1, 12), st.integers(1, 31))
def test_a_taken_year_is_the_latest_not_after_today_and_is_told(today: int, month: int, day: int) -> None:
    assume(day <= days_in_month(2000, month))
    understood = read_date(f"{day} {MONTH_NAMES[month]}", today=today)
    found = EventDate.parse(understood.edtf).first_day
    assert found is not None
    assert found <= today < found + 366 * 8  # 29 February may be eight years back
    assert (month, day) == (2, 29) or today < found + 367
    assert understood.edtf in (understood.note or "")


@given(todays, st.integers(1, 12))
def test_a_month_without_a_year_has_begun(today: int, month: int) -> None:
    for text in (MONTH_NAMES[month], f"last {MONTH_NAMES[month]}"):
        first = EventDate.parse(read(text, today=today)).first_day
        assert first is not None
        assert first <= today < first + 366


@given(todays, st.integers(0, 5000), st.sampled_from(["day", "week", "month", "year"]))
def test_ago_is_not_after_today_and_has_the_precision_of_its_unit(today: int, count: int, unit: str) -> None:
    date = EventDate.parse(read(f"{count} {unit}s ago", today=today))
    assert date.first_day is not None
    assert date.first_day <= today
    assert date.kind == {"week": "day"}.get(unit, unit)


@given(st.integers(1000, 9998), st.integers(1, 100))
def test_between_is_one_moment_and_from_is_all_of_them(year: int, length: int) -> None:
    later = min(year + length, 9999)
    assert read(f"between {year} and {later}") == f"[{year}..{later}]"
    assert read(f"from {year} to {later}") == read(f"{year} – {later}") == f"{year}/{later}"


@given(st.integers(1001, 9998))
def test_before_and_after_touch_the_year(year: int) -> None:
    assert read(f"before {year}") == f"[..{year - 1:04d}]"
    assert read(f"after {year}") == f"[{year + 1}..]"


VOCABULARY = (
    *(word for table in ENGLISH.values() for words in table.values() for word in words.split(", ")),
    *[
        "of",
        "or",
        "and",
        "between",
        "before",
        "after",
        "since",
        "by",
        "ago",
        "last",
        "next",
        "this",
        "bc",
        "ad",
        "century",
        "half",
        "quarter",
        "pm",
        "z",
        "utc",
    ],
    *[
        "1",
        "3",
        "31",
        "12",
        "0",
        "00",
        "2018",
        "2022",
        "99999",
        "1950s",
        "19th",
        "15:00",
        "+03:00",
        "-",
        "–",
        "/",
        ".",
        ",",
        "?",
        "~",
        "%",
        "(",
        ")",
        "'",
        "Y17E7",
        "201X",
        "2022-03-05",
    ],
    *[
        "2022-21",
        "either",
        "later",
        "onwards",
        "decade",
        "present",
        "unknown",
        "20220321",
        "03/02/2023",
        "10,000",
        "Q1",
        "H2",
        "or",
        "so",
    ],
)


@given(st.lists(st.sampled_from(VOCABULARY), max_size=8), st.sampled_from(["", " "]), orders, todays)
def test_any_words_give_a_valid_date_or_a_date_error(
    parts: list[str], space: str, order: DayOrder | None, today: int
) -> None:
    assert_read_or_refused(space.join(parts), order, today)


@given(st.text(), orders)
def test_any_text_gives_a_valid_date_or_a_date_error(text: str, order: DayOrder | None) -> None:
    assert_read_or_refused(text, order, TODAY)


def assert_read_or_refused(text: str, order: DayOrder | None, today: int) -> None:
    try:
        understood = read_date(text, today=today, order=order)
    except DateError:
        return
    assert EventDate.parse(understood.edtf).text == understood.edtf


# The contract's table

CONTRACT = {
    "21 March 2022": "2022-03-21",
    "Mar 21, 2022": "2022-03-21",
    "2022/03/21": "2022-03-21",
    "13/02/2023": "2023-02-13",
    "March 2022": "2022-03",
    "2018": "2018",
    "1950s": "195X",
    "19th century": "18XX",
    "c. 1950": "1950~",
    "circa March 1950": "1950-03~",
    "probably 1956": "1956?",
    "mid-20th century": "1950~",
    "before 2018": "[..2017]",
    "after 2018": "[2019..]",
    "until 2018": "../2018",
    "since 2018": "2018/..",
    "between 2018 and 2020": "[2018..2020]",
    "2018 or 2020": "[2018,2020]",
    "from 2018 to 2020": "2018/2020",
    "1-3 May 2021": "2021-05-01/2021-05-03",
    "from 1 to 3 May 2021": "2021-05-01/2021-05-03",
    "early March 2024": "[2024-03-01..2024-03-10]",
    "mid March 2024": "[2024-03-11..2024-03-20]",
    "late March 2024": "[2024-03-21..2024-03-31]",
    "spring 2024": "2024-21",
    "Q1 2022": "2022-33",
    "44 BC": "-0043",
    "15 March 44 BC": "-0043-03-15",
    "today": "2023-02-10",
    "yesterday": "2023-02-09",
    "3 weeks ago": "2023-01-20",
    "Tuesday": "2023-02-07",
    "Friday": "2023-02-10",
    "last Friday": "2023-02-03",
    "7 Feb": "2023-02-07",
    "last March": "2022-03",
}


@pytest.mark.parametrize(("typed", "stored"), CONTRACT.items())
def test_the_contract_is_kept(typed: str, stored: str) -> None:
    assert read(typed) == stored
    assert read(typed.upper()) == stored


# Decided beyond the contract, and documented in timeline/said/reading.py

DECIDED = {
    "before March 2022": "[..2022-02]",
    "after 21 March 2022": "[2022-03-22..]",
    "since 21 March 2022": "2022-03-21/..",
    "May-June 2021": "2021-05/2021-06",
    "28 February - 3 March 2022": "2022-02-28/2022-03-03",
    "28 February–3 March 2022": "2022-02-28/2022-03-03",
    "28 December - 3 January 2022": "2021-12-28/2022-01-03",
    "from c. 1950 to 1956": "1950~/1956",
    "the 1950s": "195X",
    "1950's": "195X",
    "late 1990s": "[1997..1999]",
    "mid-1990s": "1995~",
    "early 1990s": "[1990..1993]",
    "first half of 2022": "2022-40",
    "H1 2022": "2022-40",
    "end of March 2022": "[2022-03-21..2022-03-31]",
    "summer of 1942": "1942-22",
    "two days ago": "2023-02-08",
    "a week ago": "2023-02-03",
    "2 months ago": "2022-12",
    "a year ago": "2022",
    "2023-02-10 15:00 +03:00": "2023-02-10T15:00:00+03:00",
    "15:00 on 10 Feb 2023": "2023-02-10T15:00:00",
    "10 Feb 2023 3 pm": "2023-02-10T15:00:00",
    "10 Feb 2023, 3:30pm UTC": "2023-02-10T15:30:00Z",
    "2023-02-10T15:00Z": "2023-02-10T15:00:00Z",
    "Fri, 10 Feb 2023 15:00:00 +0300": "2023-02-10T15:00:00+03:00",
    "Thu Sep 25 10:36:28 2003": "2003-09-25T10:36:28",
    "20220321": "2022-03-21",
    "1956?": "1956?",
    "March 1950?": "1950-03?",
    "next month": "2023-03",
    "March 22": "2022-03-22",
    "the 5th of March 2022": "2022-03-05",
    "March 5th, 2022": "2022-03-05",
    "fifth of March, 2022": "2022-03-05",
    "Sept. 2001": "2001-09",
    "11 Sept. 2001": "2001-09-11",
    "1st century BC": "[-0099..0000]",
    "5th century BC": "-04XX",
    "twenty-first century": "20XX",
    "1939-1945": "1939/1945",
    "10000 BC": "-9999",
    "12,000 BC": "Y-11999",
    "from 300 to 200 BC": "-0299/-0199",
    "from 44 to 30 BC": "-0043/-0029",
    "27 BC - AD 14": "-0026/0014",
    "May 3-5, 2021": "2021-05-03/2021-05-05",
    "1, 2 or 3 May 2021": "[2021-05-01,2021-05-02,2021-05-03]",
    "2018, 2019 or 2020": "[2018,2019,2020]",
    "2018 and 2020": "{2018,2020}",
    "between 1 and 3 May 2021": "[2021-05-01..2021-05-03]",
    "between March 2018 and 2020": "[2018-03..2020-12]",
    "probably between 2018 and 2020": "[2018?..2020?]",
    "before c. 1950": "[..1949~]",
    "before the 1950s": "[..1949]",
    "after the 19th century": "[1900..]",
    "before spring 2022": "[..2022-02]",
    "winter 2023/24": "2023-24",
    "winter": "2022-24",
    "Friday 10 Feb 2023": "2023-02-10",
    "1950 or so": "1950~",
    "29 Feb": "2020-02-29",
    "from 2018 to present": "2018/..",
    "by 2018": "[..2018]",
    "2018 or later": "[2018..]",
    "21-Mar-2022": "2022-03-21",
    "2022-03-05 - 2022-03-10": "2022-03-05/2022-03-10",
    "from 2022-03 to 2022-05": "2022-03/2022-05",
    "Friday to Monday": "2023-02-03/2023-02-06",
    "two weeks after 5 May 2022": "2022-05-19",
    "the day before 21 March 2022": "2022-03-20",
    "in 3 weeks": "2023-03-03",
    "week of 21 March 2022": "[2022-03-21..2022-03-27]",
    "last week": "[2023-01-30..2023-02-05]",
    "last month": "2023-01",
    "last February": "2023-02",
    "2018 (uncertain)": "2018?",
    "probably around 1950": "1950%",
    "2022-W12-3": "2022-03-23",
    "2022-080": "2022-03-21",
    "after 2018 but before 2021": "[2019..2020]",
    "05/05/2023": "2023-05-05",
    "tomorrow": "2023-02-11",
    "c1950": "1950~",
    "ca. 1950": "1950~",
    "late 19th century": "[1867..1899]",
    "early 19th century": "[1800..1833]",
    "second half of the 19th century": "[1850..1899]",
    "mid-2022": "[2022-05..2022-08]",
    "Thu Sep 25 10:36:28 UTC 2003": "2003-09-25T10:36:28Z",
    "in the year 2018": "2018",
    "in May": "2022-05",
    "20220321T1500": "2022-03-21T15:00:00",
    "March or April 2022": "[2022-03,2022-04]",
    "either 2018 or 2020": "[2018,2020]",
    "no later than 5 May 2022": "[..2022-05-05]",
    "spring or summer 1942": "[1942-21,1942-22]",
    "late March or early April 2024": "[2024-03-21..2024-03-31,2024-04-01..2024-04-10]",
    "on Tuesday at 15:00": "2023-02-07T15:00:00",
    "noon, 10 Feb 2023": "2023-02-10T12:00:00",
    "from 1950s to 1970s": "195X/197X",
    "between the 1950s and the 1970s": "[1950..1979]",
    "1985 – unknown": "1985/",
    "unknown – 1985": "/1985",
    "throughout 1985": "1985/1985",
    "a day in March 2022": "2022-03-XX",
    "2022, August 3": "2022-08-03",
    "2022 March 21": "2022-03-21",
    "44 BC to 2004": "-0043/2004",
    "mid-5th century BC": "-0449~",
    "probably early March 2024": "[2024-03-01?..2024-03-10?]",
    "early in the 19th century": "[1800..1833]",
    "1st millennium BC": "[-0999..0000]",
    "1950s BC": "[-1958..-1949]",
    "first half of March 2022": "[2022-03-01..2022-03-15]",
    "last quarter of 2022": "2022-36",
    "early spring 2024": "2024-03~",
    "two decades ago": "2003~",
    "the day before yesterday": "2023-02-08",
    "this year": "2023",
    "this decade": "202X",
    "2 months before 5 May 2022": "2022-03",
    "17 March 1861?": "1861-03-17?",
    "Sep-23-2020": "2020-09-23",
    "28 June in 2020": "2020-06-28",
    "two days after today": "2023-02-12",
    "three weeks from now": "2023-03-03",
    "two months from tomorrow": "2023-04",
    "03/2022": "2022-03",
    "2022/1": "2022-01",
    "0999/5": "0999-05",
    "2021-Q3": "2021-35",
    "2021-H2": "2021-41",
    "2021-summer": "2021-22",
    "2021-May": "2021-05",
    "2021-May-03": "2021-05-03",
    "2021-May - 2022-Jun": "2021-05/2022-06",
    "1945-May 8": "1945-05-08",
    "1945-May 1946": "1945/1946-05",
    "20220503": "2022-05-03",
    "1945 05 03": "1945-05-03",
    "2 September 1945;": "1945-09-02",
    "Dec - Jan 2022": "2021-12/2022-01",
    "1 May 2021 or 2022": "[2021-05-01,2022]",
    "from 10 Feb 2023 on": "2023-02-10/..",
    "10 Feb 2023 onwards": "2023-02-10/..",
    "before 3 pm on 10 Feb 2023": "[..2023-02-10]",
    "2023-02-10T15:00": "2023-02-10T15:00:00",
    "January 1855 O.S.": "[1855-01-13..1855-02-12]",
}


@pytest.mark.parametrize(("typed", "stored"), DECIDED.items())
def test_what_the_contract_leaves_open_is_decided(typed: str, stored: str) -> None:
    assert read(typed) == stored


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("7 Feb", 'took "7 Feb" as 2023-02-07'),
        ("last March", 'took "last March" as 2022-03'),
        ("28 December - 3 January 2022", 'took "28 December - 3 January 2022" as 2021-12-28/2022-01-03'),
        (
            "since early March 2024",
            'took "since early March 2024" as 2024-03/..: an interval cannot begin or end with "early March 2024"',
        ),
        ("7 Feb 2023", None),
        ("Tuesday", None),
        ("2018", None),
    ],
)
def test_what_was_taken_is_told(typed: str, note: str | None) -> None:
    assert read_date(typed, today=TODAY).note == note


@pytest.mark.parametrize(
    ("typed", "order", "stored"),
    [
        ("03/02/2023", DayOrder.DAY_FIRST, "2023-02-03"),
        ("03/02/2023", DayOrder.MONTH_FIRST, "2023-03-02"),
        ("03.02.2023", DayOrder.DAY_FIRST, "2023-02-03"),
        ("13/02/2023", DayOrder.MONTH_FIRST, "2023-02-13"),
        ("5/6", DayOrder.DAY_FIRST, "2022-06-05"),
        ("20220503", DayOrder.DAY_FIRST, "2022-05-03"),
        ("from 03/02/2023 to 04/02/2023", DayOrder.DAY_FIRST, "2023-02-03/2023-02-04"),
    ],
)
def test_an_order_settles_two_readings(typed: str, order: DayOrder, stored: str) -> None:
    assert read(typed, order=order) == stored


# Refusals: the words of the message and of the hint are what the user sees

REFUSED = [
    ("03/02/2023", "3 February 2023 or 2 March 2023", "--day-first"),
    ("31 April 2022", "April 2022 has 30 days", "from 1 to 30"),
    ("31 April", "April has 30 days", "from 1 to 30"),
    ("29 February 2023", "February 2023 has 28 days", "from 1 to 28"),
    ("31/04/2022", "April 2022 has 30 days", "from 1 to 30"),
    ("2022-02-30", "February 2022 has 28 days", "from 1 to 28"),
    ("2022-13", "no month 13", "from 1 to 12"),
    ("the 40th", "no month has a day 40", "from 1 to 31"),
    ("9999999999 days ago", "too far away", "write the year"),
    ("early 3 May 2021 15:00", "a part of a time", "leave out the time"),
    ("week of March 2021", "is not a day", "name the Monday"),
    ("a day in 2018?", "a day in", "a month or a year"),
    ("after 3 May 2021 and before 4 May 2021", "no time between", "the other way round"),
    ("between 2018 and probably 2020", "or the whole", "probably before the whole"),
    ("3 May 2021 15:00 and 4 May 2021", "a set has no times", "days alone"),
    ("early March 2021 and late March 2021", "joins uncertain days", "its own event"),
    ("2021-1000 AH", "cannot be an interval's end", "give a year"),
    ("night of May 2021", "names no night", "between two days"),
    ("2021-366", "2021 has 365 days", "from 1 to 365"),
    ("second day of 3 May 2021", "counts within one day", "a month or a year"),
    ("earlier last month", "does not hold today", "from"),
    ("soon", '"soon"', "21 March 2022"),
    ("Mar 2022 or so then", '"then"', "write it like"),
    ("before soon", ': "soon"', ""),
    ("from 2018 to soon", ': "soon"', "write it like"),
    ("10 Feb 2023 15:00 EST", ': "EST"', ""),
    ("5 March 22", "four digits", "1922"),
    ("'22", "four digits", "2022"),
    ("the 20s", "which century", "1920s"),
    ("1648/9", "1648-09 or 1648/1649", "1648/1649"),
    ("1914-5", "1914-05 or 1914/1915", "1914-05"),
    ("2022/3", "2022-03 or 2022/2023", "2022/2023"),
    ("?-1945", "an uncertain year -1945", "/1945"),
    ("c. 10 Feb 2023 15:00", "no doubt about a time", "leave out"),
    ("early 10 Feb 2023", "a part of", "early, mid and late of a month"),
    ("1900s", "190X or 19XX", "190X"),
    ("next Friday", "more than one", "2023-02-17"),
    ("next March", "more than one", "March 2024"),
    ("Monday 10 Feb 2023", "is a Friday", "leave Monday out"),
    ("between 2020 and 2018", "ends before it begins", ""),
    ("from 5 May 2021 to 3 May 2021", "ends before it begins", ""),
    ("10 Feb 2023 25:00", "not a time of day", "15:00"),
    ("from 3 pm 10 Feb 2023 to 11 Feb 2023", "no times of day", ""),
    ("0 BC", "no year 0", "1 BC"),
    ("AD 99999999999999", "", ""),
    ("3 days after March 2022", "not precise enough", ""),
    ("july mon - 2018", "", ""),
    ("2022-W54", "2022 has no week 54", "52 or 53"),
    ("202203", "not understood", ""),
    ("²⁰²²", "not understood", ""),
    ("٢٠٢٢", "not understood", ""),
    ("[2018, 2020]", "", ""),
    ("", "missing", ""),
    ("9" * 150, "", ""),
    ("2022 " * 100_000, "too long", ""),
    ("\x1b[2J", '"\\x1b[2J"', ""),
]


@pytest.mark.parametrize(("typed", "message", "hint"), REFUSED, ids=[row[0][:30] for row in REFUSED])
def test_a_refusal_names_the_part_and_a_way_out(typed: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as raised:
        read_date(typed, today=TODAY)
    assert message in raised.value.message
    assert raised.value.hint
    assert hint in raised.value.hint


def test_nothing_is_understood_without_a_word_about_every_part() -> None:
    assert read_date("c. 1950", today=TODAY) == Understood(edtf="1950~")
