"""EDTF: the facts of the specification and of eight test suites, laws, choices, and what refusals say."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import edtf_texts

from timeline.dates.calendar import day_iso
from timeline.dates.edtf import parse_edtf, readable
from timeline.dates.edtf_values import Interval
from timeline.dates.event_date import EventDate
from timeline.errors import DateError, harmless

FACTS = Path(__file__).resolve().parents[2] / "../shared/edtf"


def bounds(text: str) -> tuple[str, str]:
    """First and last day in ISO form, empty without a bound."""
    value = parse_edtf(text)
    return tuple("" if day is None else day_iso(day) for day in (value.first_day, value.last_day))  # type: ignore[return-value]


def facts(name: str) -> list[dict[str, Any]]:
    if not FACTS.exists():
        pytest.skip("the facts beside the repository are not here")
    rows: list[dict[str, Any]] = json.loads((FACTS / name).read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize("name", ["cases.json", "contested.json"])
def test_facts_of_other_implementations_hold(name: str) -> None:
    for fact in facts(name):
        text = fact["expr"]
        assert readable(text) == fact["valid"], text
        if not fact["valid"]:
            continue
        date = EventDate.parse(text)
        wanted = [fact.get(end, "").removeprefix("-inf").removeprefix("inf") for end in ("lower", "upper")]
        assert list(bounds(text)) == wanted, text
        assert (date.kind, date.level) == (fact["kind"], fact["level"]), text
        # The facts tell an open end, "..", from an unknown one, which has no bound at all.
        assert (date.open_start, date.open_end) == (
            fact["lower_open"] or "lower" not in fact,
            fact["upper_open"] or "upper" not in fact,
        ), text


# Where implementations disagree, and where the specification leaves room.
CHOICES = [
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("2010-24", "2010-12-01", "2011-02-28"),
    ("2011-24", "2011-12-01", "2012-02-29"),
    ("2001-25", "2001-03-01", "2001-05-31"),
    ("2001-29", "2001-09-01", "2001-11-30"),
    ("2001-30", "2001-12-01", "2002-02-28"),
    ("2001-32", "2001-06-01", "2001-08-31"),
    ("2001-33", "2001-01-01", "2001-03-31"),
    ("2001-36", "2001-10-01", "2001-12-31"),
    ("2001-37", "2001-01-01", "2001-04-30"),
    ("2001-38", "2001-05-01", "2001-08-31"),
    ("2001-39", "2001-09-01", "2001-12-31"),
    ("2001-40", "2001-01-01", "2001-06-30"),
    ("2001-41", "2001-07-01", "2001-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("1953S3", "1950-01-01", "1959-12-31"),
    ("-1950S2", "-1999-01-01", "-1900-12-31"),
    ("0950S1", "0900-01-01", "0999-12-31"),
    ("Y-20E2S3", "-2009-01-01", "-2000-12-31"),
    ("Y17E2", "1700-01-01", "1700-12-31"),
    ("-XXXX", "-9999-01-01", "-0001-12-31"),
    ("XXXX-02-29", "0000-02-29", "9996-02-29"),
    ("201X-02-29", "2012-02-29", "2016-02-29"),
    ("2001-X2-29", "2001-12-29", "2001-12-29"),
    ("200X-24", "2000-12-01", "2010-02-28"),
    ("0000-01-03/0000-01", "0000-01-03", "0000-01-31"),
    ("1985-XX-02/1985-XX-01", "1985-01-02", "1985-12-01"),
    ("[2018]", "2018-01-01", "2018-12-31"),
    ("[2020,..2018]", None, None),
    ("[2018..,2020]", None, None),
    ("[..2018,2016..]", "", ""),
    ("[2018..2020-01]", None, None),
    ("[2018,2019 ]", None, None),
    ("[2018-01-01T00:00:00]", None, None),
    ("[1667,1668]~", None, None),
    ("/", None, None),
    ("../..", "", ""),
    ("/..", "", ""),
    ("../", "", ""),
    ("..", None, None),
    ("[..]", None, None),
    ("[]", None, None),
    ("[2018,]", None, None),
    ("2018-01-01T10:00:00/2019", None, None),
    ("2016-12-31T23:59:60Z", None, None),
    ("2016-12-31T24:00:00Z", "2016-12-31", "2016-12-31"),
    ("2016-12-31T24:00:01Z", None, None),
    ("2016-12-31T24:30:00Z", None, None),
    ("2016-12-31T24:00:00-00:00", None, None),
    ("2016-05-02T12:00:00+14:01", None, None),
    ("2016-05-02T12:00:00-12:01", None, None),
    ("2016-05-02T12:00:00+13:60", None, None),
    ("2016-05-02T12:00:00-00", None, None),
    ("2016-05-02T12:00:00?", None, None),
    ("1900-02-29", None, None),
    ("2000-02-29", "2000-02-29", "2000-02-29"),
    ("0000-02-29", "0000-02-29", "0000-02-29"),
    ("-0004-02-29", "-0004-02-29", "-0004-02-29"),
    ("XXX1-02-29", None, None),
    ("2001-4X", None, None),
    ("2001-01-4X", None, None),
    ("Y100000000000", "100000000000-01-01", "100000000000-12-31"),
    ("Y100000000001", None, None),
    ("Y1E11", "100000000000-01-01", "100000000000-12-31"),
    ("Y1E11S1", None, None),
    ("Y-2E11", None, None),
    ("-0000-XX", None, None),
    ("-0000S1", None, None),
    ("-0000-01-01T10:00:00Z", None, None),
    ("1950S0", None, None),
    ("1950S4", "1950-01-01", "1950-12-31"),
    ("-1859S5", "-1859-01-01", "-1859-12-31"),
    ("0009S2", "0009-01-01", "0009-12-31"),
    ("Y17101E4S999999999999", "171010000-01-01", "171010000-12-31"),
    ("٢٠١٨", None, None),
    ("2018\n", None, None),
]


@pytest.mark.parametrize(("text", "first", "last"), CHOICES)
def test_choices_where_others_disagree(text: str, first: str | None, last: str | None) -> None:
    if first is None:
        with pytest.raises(DateError):
            parse_edtf(text)
    else:
        assert bounds(text) == (first, last)


@given(edtf_texts())
def test_every_form_is_read_and_keeps_its_text(text: str) -> None:
    date = EventDate.parse(text)
    assert str(date) == text
    assert date.value == parse_edtf(text)
    assert date.value.kind == date.kind
    assert date.value.level == date.level
    assert (date.value.first_day, date.value.last_day) == (date.first_day, date.last_day)
    assert date.first_day is None or date.last_day is None or date.first_day <= date.last_day


@given(st.one_of(st.text(), st.text("0123456789XYES-/.,[]{}?~%TZ:+ ", max_size=30)))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    no_hint = "\N{REPLACEMENT CHARACTER} no hint"
    try:
        parse_edtf(text)
    except DateError as error:
        words = f"{error.message} {error.hint or no_hint}"
    else:
        words = ""
    assert harmless(words) == words
    assert no_hint not in words


@given(edtf_texts(), st.data())
def test_a_damaged_date_is_a_date_or_a_date_error_with_a_hint_that_works(
    text: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(text)))
    width = data.draw(st.integers(0, 2))
    damaged = text[:place] + data.draw(st.text("019XYS-/.,[]{}?~%T: u٣", max_size=2)) + text[place + width :]
    try:
        parse_edtf(damaged)
    except DateError as error:
        if match := re.fullmatch('write "(.*)"', error.hint or ""):
            assert readable(match[1])


REFUSALS = [
    ("", '"" is not an EDTF date', 'dates look like "2018", "2022-03", "2023-02-10", "1950~", "2018/2020"'),
    ("2022-13-01", '"2022-13-01" is not a calendar date', "months go from 01 to 12"),
    (
        "2022-13",
        '"2022-13" is not a calendar date',
        "months go from 01 to 12, seasons and quarters from 21 to 41",
    ),
    ("2023-02-29", '"2023-02-29" is not a calendar date', "February 2023 has 28 days"),
    ("-0001-02-29", '"-0001-02-29" is not a calendar date', "February -0001 has 28 days"),
    ("156X-11-31", '"156X-11-31" is not a calendar date', "November has 30 days"),
    ("15XX-02-3X", '"15XX-02-3X" is not a calendar date', "February has 29 days"),
    ("201X-4X-01", '"201X-4X-01" is not a calendar date', "months go from 01 to 12"),
    ("2011-01-4X", '"2011-01-4X" is not a calendar date', "days go from 01 to 31"),
    ("2022-04-99", '"2022-04-99" is not a calendar date', "days go from 01 to 31"),
    ("2022-3", '"2022-3" is not an EDTF date', 'write "2022-03"'),
    ("2022-3-5?", '"2022-3-5?" is not an EDTF date', 'write "2022-03-05?"'),
    ("2022/03/21", '"2022/03/21" is not an EDTF date', 'write "2022-03-21"'),
    ("20220321", '"20220321" is not an EDTF date', 'write "2022-03-21"'),
    ("2022-3/2023", '"2022-3" is not an EDTF date', 'write "2022-03/2023"'),
    ("2018-2020", '"2018-2020" is not an EDTF date', 'write "2018/2020"'),
    ("2018–2020", '"2018–2020" is not an EDTF date', 'write "2018/2020"'),
    ("[1667, 1668, 1670..1672]", '" 1668" is not an EDTF date', 'write "[1667,1668,1670..1672]"'),
    ("1984?~", '"1984?~" is not an EDTF date', 'write "1984%"'),
    ("198u", '"198u" is not an EDTF date', 'write "198X"'),
    ("unknown/2004", '"unknown" is not an EDTF date', 'write "/2004"'),
    ("1984..", '"1984.." is not an EDTF date', 'write "[1984..]"'),
    (
        "44641",
        '"44641" is not an EDTF date',
        "years have four digits, and a far one begins with Y; days as a spreadsheet counts them are no dates",
    ),
    ("Y012345", '"Y012345" is not an EDTF date', 'write "Y12345"'),
    ("2018-09-00", '"2018-09-00" is not a calendar date', 'a month without a day is "2018-09"'),
    ("Y2006", '"Y2006" is not an EDTF date', 'write "2006"'),
    (
        "750",
        '"750" is not an EDTF date',
        'years have four digits, as in "0750"; a century is "19XX", a decade "195X"',
    ),
    ("-0000", '"-0000" is not a calendar date', 'there is no year -0000: 1 BC is "0000", 2 BC is "-0001"'),
    ("2023-02-10T15:00", '"2023-02-10T15:00" is not an EDTF date', 'write "2023-02-10T15:00:00"'),
    (
        "2023-02-10 15:00:00+0300",
        '"2023-02-10 15:00:00+0300" is not an EDTF date',
        'write "2023-02-10T15:00:00+03:00"',
    ),
    (
        "2023-02-10T25:00:00",
        '"2023-02-10T25:00:00" is not a time of day',
        "hours go from 00 to 23; 24:00:00 is the end of a day",
    ),
    (
        "2023-02-10T15:00:60",
        '"2023-02-10T15:00:60" is not a time of day',
        "minutes and seconds go from 00 to 59",
    ),
    (
        "2023-02-10T15:00:00+15:00",
        '"2023-02-10T15:00:00+15:00" has no valid offset from UTC',
        'offsets go from -12:00 to +14:00, and no offset is written "Z"',
    ),
    ("2020/2018", '"2020/2018" ends before it starts', 'exchange the ends: "2018/2020"'),
    ("[2020..2018]", '"2020..2018" ends before it starts', 'exchange the ends: "2018..2020"'),
    ("2018/2019/2020", '"2018/2019/2020" is not an EDTF date', 'an interval has two ends, as in "2018/2020"'),
    (
        "2018/2019-01-01T10:00:00Z",
        '"2019-01-01T10:00:00Z" has a time of day within an interval',
        'leave the time out: "2019-01-01"',
    ),
    (
        "{2019-01-01T10:00:00Z}",
        '"2019-01-01T10:00:00Z" has a time of day within a set',
        'leave the time out: "2019-01-01"',
    ),
    ("/", '"/" is an interval without a date', 'write a date at one end, as in "../2018" or "2018/.."'),
    ("[..]", '".." is a range without a date', 'write a date beside it, as in "[..2018]"'),
    ("[2018,2019", '"[2018,2019" does not end with "]"', 'end the set with "]"'),
    ("{2018,2019]", '"{2018,2019]" does not end with "}"', 'end the set with "}"'),
    ("[2018,,2019]", "a set has an empty member", 'write dates between commas, as in "[2022,2023]"'),
    (
        "[2018..2019-03]",
        'the ends of "2018..2019-03" differ in precision',
        "both ends of a .. in a set are days, or months, or years, as in [2018-01..2018-03]",
    ),
    ("[2018,..2019]", '"..2019" is not the first member of its set', "put the range without a start first"),
    ("[2018..,2019]", '"2018.." is not the last member of its set', "put the range without an end last"),
    ("Y1E999999999", '"Y1E999999999" is too far away', "years go from -100000000000 to 100000000000"),
    ("Y17E7-12-26", '"Y17E7-12-26" is not an EDTF date', "a year with Y has no months and days"),
    (
        "2004-06-(11)~",
        '"2004-06-(11)~" is not an EDTF date',
        'a qualifier stands behind or before what it qualifies, without parentheses: "2004-06~-11"',
    ),
    (
        "\x1b[2J\u202e",
        '"\\x1b[2J\\u202e" is not an EDTF date',
        'dates look like "2018", "2022-03", "2023-02-10", "1950~", "2018/2020"',
    ),
]


@pytest.mark.parametrize(("text", "message", "hint"), REFUSALS)
def test_refusals_say_what_is_wrong_and_what_to_write(text: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "text",
    [
        "Y1E999999999",
        "Y" + "9" * 10_000_000,
        "Y1S" + "9" * 10_000_000,
        "1" * 10_000_000,
        "/" * 10_000_000,
        "[" + "." * 10_000_000 + "]",
        "-" * 10_000_000,
        "2018" + " " * 10_000_000,
        "{1667..9999999,",
    ],
    ids=lambda text: text[:8],
)
def test_a_monstrous_text_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert time.process_time() - start < 1
    assert len(caught.value.message) < 150


def test_ranges_in_sets_are_never_counted_out() -> None:
    start = time.process_time()
    assert bounds("{-9999-01-01..9999-12-31,Y-99999999999..Y99999999999}") == (
        "-99999999999-01-01",
        "99999999999-12-31",
    )
    assert time.process_time() - start < 0.1


def test_a_large_set_costs_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "[" + ",".join(["2018-03-21"] * count) + "]"
        start = time.process_time()
        parse_edtf(text)
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("2004-06-11%", (3, 3, 3)),
        ("2004-06~-11", (1, 1, 0)),
        ("2004?-06-11", (2, 0, 0)),
        ("?2004-06-~11", (2, 0, 1)),
        ("2004-%06-11", (0, 3, 0)),
        ("2004?-~06-~04", (2, 1, 1)),
        ("?2004-06~", (3, 1, 0)),
        ("2011-23~", (1, 1, 0)),
        ("~Y170002", (1, 0, 0)),
    ],
)
def test_a_qualifier_behind_reaches_left_and_one_before_stays(
    text: str, qualifiers: tuple[int, int, int]
) -> None:
    assert parse_edtf(text).qualifiers == qualifiers  # type: ignore[union-attr]


@example("1985-XX-02/1985-XX-01")
@given(edtf_texts())
def test_an_interval_begins_no_later_than_it_ends_in_some_reading(text: str) -> None:
    value = parse_edtf(text)
    if isinstance(value, Interval) and value.first_day is not None and value.last_day is not None:
        assert value.first_day <= value.last_day
