"""Every date has words: those of the contract, short ones, and never more than the EDTF says."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import edtf_texts, plain_dates

from timeline.dates.edtf_values import Interval, Point
from timeline.dates.event_date import EventDate
from timeline.dates.names import name_point
from timeline.dates.wording import _interval_words, wording
from timeline.errors import DateError, harmless

WORDS = [
    ("2018", "2018"),
    ("2022-03", "Mar 2022"),
    ("2022-03-21", "21 Mar 2022"),
    ("1950~", "c. 1950"),
    ("2018?", "2018 (uncertain)"),
    ("1950%", "c. 1950 (uncertain)"),
    ("195X", "1950s"),
    ("18XX", "19th century"),
    ("20XX", "21st century"),
    ("1XXX", "2nd millennium"),
    ("-0043", "44 BC"),
    ("-0043-03-15", "15 Mar 44 BC"),
    ("0044", "AD 44"),
    ("-01XX", "2nd century BC"),
    ("-004X", "some year in 50–41 BC"),
    ("000X", "some year in 1 BC – AD 9"),
    ("Y-17E7", "170,000,001 BC"),
    ("Y170000002", "170,000,002"),
    ("1950S2", "est. 1950 (1900–1999)"),
    ("Y17E4S1", "est. 170,000 (100,000–199,999)"),
    ("1950S4", "1950"),
    ("-0043S9", "44 BC"),
    ("../", "until an unknown date"),
    ("/..", "since an unknown date"),
    ("2023-02-10T15:00:00+03:00", "10 Feb 2023 15:00 +03:00"),
    ("2023-02-10T15:00:07Z", "10 Feb 2023 15:00:07 UTC"),
    ("2023-02-10T15:00:00-04:30", "10 Feb 2023 15:00 -04:30"),
    ("2023-02-10T15:00:00", "10 Feb 2023 15:00"),
    ("2024-21", "spring 2024"),
    ("2023-24", "winter 2023–24"),
    ("1999-24", "winter 1999–00"),
    ("-0043-24", "winter 44 BC"),
    ("2001-29", "spring 2001 (southern)"),
    ("2001-28", "winter 2001–02 (northern)"),
    ("2022-33", "Q1 2022"),
    ("2022-38", "second third of 2022"),
    ("2022-41", "second half of 2022"),
    ("200X-21", "spring in the 2000s"),
    ("200X-40", "first half of a year in the 2000s"),
    ("20X3-21", "20X3-21"),
    ("2004-XX", "a month in 2004"),
    ("2004-XX-XX", "a day in 2004"),
    ("2004-07-XX", "a day in Jul 2004"),
    ("2004-1X", "a month in Oct–Dec 2004"),
    ("2004-X1", "Jan or Nov 2004"),
    ("1985-02-2X", "a day in 20–28 Feb 1985"),
    ("2010-01-3X", "30 or 31 Jan 2010"),
    ("2016-09-X1", "1, 11 or 21 Sep 2016"),
    ("2004-XX-25", "the 25th of a month in 2004"),
    ("156X-12-31", "31 Dec in the 1560s"),
    ("XXXX-12-25", "25 Dec, year unknown"),
    ("XXXX", "unknown year"),
    ("-XXXX", "-XXXX"),
    ("-004X-03", "Mar in some year in 50–41 BC"),
    ("1XX3", "1XX3"),
    ("1XX3-05", "1XX3-05"),
    ("2004-1X-25", "2004-1X-25"),
    ("2004-1X-XX", "2004-1X-XX"),
    ("2022-~03", "c. Mar 2022"),
    ("2022~-03", "Mar 2022 (year approximate)"),
    ("%2004-06-11", "11 Jun 2004 (year approximate and uncertain)"),
    ("2004-?06-?11", "11 Jun 2004 (month and day uncertain)"),
    ("2011-?21", "spring 2011 (season uncertain)"),
    ("[..2017]", "before 2018"),
    ("[2019..]", "after 2018"),
    ("[..2022-02]", "before Mar 2022"),
    ("[2022-03-22..]", "after 21 Mar 2022"),
    ("[..1950~]", "c. 1950 or earlier"),
    ("[195X..]", "1950s or later"),
    ("../2018", "until 2018"),
    ("2018/..", "since 2018"),
    ("/2018", "unknown – 2018"),
    ("2018/", "2018 – unknown"),
    ("2018/2020", "2018–2020"),
    ("-0049/-0043", "50–44 BC"),
    ("2018/2018", "throughout 2018"),
    ("2022-03/2022-05", "Mar–May 2022"),
    ("2021-05-01/2021-05-03", "1–3 May 2021"),
    ("2022-02-28/2022-03-03", "28 Feb – 3 Mar 2022"),
    ("2021-12-28/2022-01-03", "28 Dec 2021 – 3 Jan 2022"),
    ("2021-11/2022-02", "Nov 2021 – Feb 2022"),
    ("1952/1960-02", "1952 – Feb 1960"),
    ("1952/1952-02-05", "1952 – 5 Feb 1952"),
    ("-0005/0003-02", "6 BC – Feb AD 3"),
    ("1984~/2004-06", "c. 1984 – Jun 2004"),
    ("[2022,2023]", "2022 or 2023"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672"),
    ("[2022-03-21,2022-03-22]", "21 or 22 Mar 2022"),
    ("[2022-03,2023]", "Mar 2022 or 2023"),
    ("[2022,2024..]", "2022 or after 2023"),
    ("[2018]", "2018"),
    ("[2018,2018]", "2018 or 2018"),
    ("[2018..2018]", "2018"),
    ("[2018..2020]", "between 2018 and 2020"),
    ("[2022-03-03..2022-03-05]", "between 3 and 5 Mar 2022"),
    ("[195X..1970~]", "between 1950s and c. 1970"),
    ("[2024-03-01..2024-03-10]", "early Mar 2024"),
    ("[2024-03-11..2024-03-20]", "mid-Mar 2024"),
    ("[2024-03-21..2024-03-31]", "late Mar 2024"),
    ("[1901,1902,1903,1904,1910]", "one of 5 dates, 1901–1910"),
    ("[2004-06-11%,2004-07~,2005-03-02?]", "one of 3 dates, 2004–2005"),
    ("[..1901,1902,1903,1904,1910]", "one of several dates until 1910"),
    ("{1901,1902,1903,1904,1910..}", "several dates since 1901"),
    ("{..1901,1902,1903,1904,1910..}", "several dates"),
    ("{2018,2020}", "2018 and 2020"),
    ("{1980..1985}", "every year 1980–1985"),
    ("{..1984}", "every year until 1984"),
    ("{2020-03..}", "every month since Mar 2020"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_of_dates(text: str, words: str) -> None:
    assert wording(EventDate(text)) == words


@given(edtf_texts())
def test_every_date_has_words_on_one_line(text: str) -> None:
    words = wording(EventDate(text))
    assert words == words.strip()
    assert words == harmless(words)
    assert "  " not in words


@given(plain_dates())
def test_plain_dates_are_short_and_told_apart(text: str) -> None:
    assert len(wording(EventDate(text))) <= 16  # 31 Dec 10,000 BC


@given(plain_dates(), plain_dates())
def test_different_plain_dates_have_different_words(one: str, other: str) -> None:
    assert (wording(EventDate(one)) == wording(EventDate(other))) is (one == other)


@given(st.one_of(plain_dates(), edtf_texts()))
@example("0000")
@example("0099-12-31")
def test_a_date_without_anything_else_needs_no_grammar_for_its_words(text: str) -> None:
    date = EventDate(text)
    if isinstance(date.value, Point):
        assert wording(date) == name_point(date.value)


@given(plain_dates(), plain_dates(), st.sampled_from((0, 4, 7, 10)))
@example("1950", "1960-02", 0)
@example("0000", "0099-12-31", 0)
@example("2022-03-01", "2022-04-01", 0)
def test_an_interval_between_two_such_dates_needs_none_either(one: str, other: str, alike: int) -> None:
    start, end = sorted((one, one[:alike] + other[alike:]))
    try:
        date = EventDate(f"{start}/{end}")
    except DateError:  # the beginning of one and the end of another may be no date, or one before the other
        return
    assert isinstance(date.value, Interval)
    assert wording(date) == _interval_words(date.value)
