"""Calendars coming in: every event on the civil days of its zone, as often as it is repeated, and nothing unsaid."""

import io
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.errors import InvalidData, Unavailable
from timeline.formats.foreign import read_files
from timeline.formats.format import ReadOptions, Row
from timeline.formats.ics import read
from timeline.mapping import Mapping
from timeline.record import Record
from timeline.said.understood import Understood

REAL = Path(__file__).resolve().parents[2] / "../shared/events/ics"
ZONE = """BEGIN:VTIMEZONE
TZID:Own
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE"""
DATES = [  # content lines, the date
    ("DTSTART;VALUE=DATE:20220321", "2022-03-21"),
    ("DTSTART;VALUE=DATE:20220321\nDTEND;VALUE=DATE:20220322", "2022-03-21"),  # the end is exclusive
    ("DTSTART;VALUE=DATE:20220321\nDTEND;VALUE=DATE:20220321", "2022-03-21"),
    ("DTSTART;VALUE=DATE:20220321\nDTEND;VALUE=DATE:20220324", "2022-03-21/2022-03-23"),
    ("DTSTART;VALUE=DATE:20220321\nDURATION:P2D", "2022-03-21/2022-03-22"),
    ("DTSTART:20220321T233000", "2022-03-21T23:30:00"),
    ("DTSTART:20220321T233000Z\nDTEND:20220322T003000Z", "2022-03-21/2022-03-22"),
    ("DTSTART:20220321T220000Z\nDTEND:20220322T000000Z", "2022-03-21T22:00:00Z"),
    ("DTSTART;TZID=America/New_York:20220321T233000", "2022-03-21T23:30:00-04:00"),
    ("DTSTART;TZID=Own:20220321T003000", "2022-03-21T00:30:00+05:30"),
    ("DTSTART;TZID=Nowhere:20220321T003000", "2022-03-21T00:30:00"),
    (
        "DTSTART;TZID=Asia/Tokyo:20220321T233000\nDTEND;TZID=America/New_York:20220321T120000",
        "2022-03-21/2022-03-22",
    ),
]
WEEKLY = "UID:a\nSUMMARY:Briefing\nDTSTART;VALUE=DATE:20230301\nRRULE:FREQ=WEEKLY"
FAULTS = [  # content lines, the message, the hint
    ("SUMMARY:x", "2: no DTSTART", "give it a day, or take it out"),
    ("SUMMARY:x\nDTSTART:soon", "2: DTSTART is not understood", "mend it, or take the event out"),
    (
        "DTSTART:20220321T000000",
        "2: no SUMMARY",
        "give it one, or all that have none: --constant title=Meeting",
    ),
    (
        "SUMMARY:x\nDTSTART:20220321T000000\nDTEND:20220320T000000",
        "2: ends before it begins",
        "change DTSTART or DTEND",
    ),
    (
        "SUMMARY:x\nDTSTART:20220321T000000\nRRULE:FREQ=SECONDLY;COUNT=3",
        "2: repeats SECONDLY: not understood",
        "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY",
    ),
    (
        "SUMMARY:x\nDTSTART:20220321T000000\nRRULE:FREQ=YEARLY;RSCALE=CHINESE;COUNT=3",
        "2: repeats by a rule that is not understood",
        "mend its RRULE",
    ),
    (
        "SUMMARY:x\nDTSTART:20220321T000000\nRRULE:FREQ=DAILY;COUNT=999999",
        "2: repeats more than 10,000 times",
        "--since and --until say which of them",
    ),
    (
        "SUMMARY:x\nDTSTART:20220321T000000\nRDATE;VALUE=TIME:083000",
        "2: an event that is not understood",
        "mend it, or take it out",
    ),
]
TOKENS = [
    *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTIMEZONE", "END:VTIMEZONE"),
    *("UID:a", "SUMMARY:b", "DTSTART;VALUE=DATE:20220321", "DTSTART:20220321T100000Z", "DTEND:1", "GEO:1"),
    *("RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=DAILY", "RDATE:20220322T100000", "EXDATE:20220321T100000Z"),
    *(
        "RECURRENCE-ID:20220322T100000Z",
        "TZID:x",
        "X-WR-TIMEZONE:Asia/Tokyo",
        "DURATION:-P1D",
        " x",
        ":",
        ";",
    ),
    *("X-TIMELINE-RECORD:{}", 'X-TIMELINE-RECORD:{"title":"a"\\,"date":"2022"}', "CATEGORIES:a,b", "\x00"),
]


def as_written(text: str) -> Understood:
    return Understood(edtf=text)


def calendar(*events: str, head: str = "") -> str:
    return "\n".join(
        [f"BEGIN:VCALENDAR{head}", *(f"BEGIN:VEVENT\n{one}\nEND:VEVENT" for one in events), "END:VCALENDAR"]
    )


def rows(text: str, options: ReadOptions = ReadOptions()) -> list[Row]:  # noqa: B008 - frozen
    return list(read(io.BytesIO(text.encode()), options))


def records(text: str, options: ReadOptions = ReadOptions()) -> list[Record]:  # noqa: B008 - frozen
    return [row for _, row in rows(text, options) if isinstance(row, dict)]


def dates(text: str, options: ReadOptions = ReadOptions()) -> list[object]:  # noqa: B008 - frozen
    return [record["date"] for record in records(text, options)]


@pytest.mark.parametrize(("lines", "date"), DATES)
def test_an_event_is_on_the_civil_days_of_its_zone(lines: str, date: str) -> None:
    assert dates(calendar(f"SUMMARY:Talks\n{lines}", head=f"\n{ZONE}")) == [date]


def test_utc_is_shown_in_the_zone_of_the_calendar() -> None:
    text = calendar("SUMMARY:Talks\nDTSTART:20220321T200000Z", head="\nX-WR-TIMEZONE:Asia/Tokyo")
    assert dates(text) == ["2022-03-22T05:00:00+09:00"]


def test_a_property_becomes_the_field_of_its_meaning() -> None:
    lines = """UID:42@example.org
SUMMARY:Talks\\, at last
DTSTART;VALUE=DATE:20220321
DESCRIPTION:Two hours.\\nNo treaty.
LOCATION:Tokyo
GEO:35.68;139.69
CATEGORIES:talks,Kuril Islands
STATUS:CANCELLED
URL:https://www.example.org/
ORGANIZER;CN=Foreign Ministry:mailto:mofa@example.org
ATTENDEE:mailto:tass@example.org
ATTENDEE;CUTYPE=ROOM;CN=Blue Room:mailto:blue@example.org
COMMENT:bring tea"""
    told: list[str] = []
    assert records(calendar(lines), ReadOptions(note=told.append)) == [
        {
            "date": "2022-03-21",
            "title": "Talks, at last",
            "summary": "Two hours.\nNo treaty.",
            "actors": ["Foreign Ministry", "tass@example.org"],
            "place": "Tokyo",
            "lat": "35.68",
            "lon": "139.69",
            "tags": ["talks", "Kuril Islands", "cancelled"],
            "sources": [{"url": "https://www.example.org/"}],
            "imported": {"from": "ics", "id": "42@example.org"},
        }
    ]
    assert told == ["1: not taken: 1 COMMENT"]


def test_what_is_repeated_comes_as_often_as_it_says() -> None:
    assert dates(calendar(f"{WEEKLY};COUNT=3")) == ["2023-03-01", "2023-03-08", "2023-03-15"]
    assert dates(calendar(f"{WEEKLY};UNTIL=20230308")) == ["2023-03-01", "2023-03-08"]
    assert dates(calendar(f"{WEEKLY};COUNT=3\nEXDATE;VALUE=DATE:20230308\nRDATE;VALUE=DATE:20230302")) == [
        *("2023-03-01", "2023-03-02", "2023-03-15")
    ]


def test_what_is_repeated_without_an_end_comes_within_what_is_asked_for() -> None:
    first = 19417  # 1 March 2023
    assert dates(calendar(WEEKLY), ReadOptions(period=(first + 6, first + 15))) == [
        "2023-03-08",
        "2023-03-15",
    ]
    told: list[str] = []
    assert dates(calendar(WEEKLY), ReadOptions(note=told.append)) == ["2023-03-01"]
    assert told == ['2: "Briefing" is repeated without an end, and taken once: --until says how far']


def test_the_clock_of_a_zone_holds_through_the_change_to_summer() -> None:
    lines = "SUMMARY:x\nDTSTART;TZID=Europe/Berlin:20230324T090000\nRRULE:FREQ=WEEKLY;UNTIL=20230331T070000Z"
    assert dates(calendar(lines)) == ["2023-03-24T09:00:00+01:00", "2023-03-31T09:00:00+02:00"]


def test_a_time_that_was_moved_is_an_event_of_its_own_and_the_same_one() -> None:
    moved = "UID:a\nSUMMARY:Moved\nRECURRENCE-ID;VALUE=DATE:20230308\nDTSTART;VALUE=DATE:20230309"
    there = records(calendar(f"{WEEKLY};COUNT=3", moved))
    assert [one["date"] for one in there] == ["2023-03-01", "2023-03-15", "2023-03-09"]
    assert there[2]["imported"] == {"from": "ics", "id": "a/20230308"}


@pytest.mark.parametrize(("lines", "message", "hint"), FAULTS)
def test_an_event_that_is_none_is_told_with_its_line_and_its_neighbours_come_in(
    lines: str, message: str, hint: str
) -> None:
    there = rows(calendar(lines, "SUMMARY:Good\nDTSTART;VALUE=DATE:20220321"))
    wrong = [row for _, row in there if isinstance(row, InvalidData)]
    assert [(error.message, error.hint) for error in wrong] == [(message, hint)]
    assert there[-1][1] == {"date": "2022-03-21", "title": "Good"}


def test_a_title_may_be_said_at_the_prompt() -> None:
    options = ReadOptions(mapping=Mapping(constants={"title": ("Meeting",)}))
    assert records(calendar("DTSTART;VALUE=DATE:20220321"), options) == [
        {"date": "2022-03-21", "title": "Meeting"}
    ]


def test_what_was_changed_in_the_calendar_is_what_comes_back() -> None:
    record = '{"id":"t"\\,"date":"2022"\\,"title":"Talks"\\,"kind":"talks"\\,"actors":["Japan"]}'
    lines = (
        f"SUMMARY:2022: Talks\nDTSTART;VALUE=DATE:20220321\nLOCATION:Tokyo\nX-TIMELINE-RECORD:{record}\n"
        "DESCRIPTION:Actors: Japan\nCATEGORIES:talks"
    )
    assert records(calendar(lines.replace("SUMMARY:2022: Talks", "SUMMARY:Talks"))) == [
        {
            "id": "t",
            "date": "2022-03-21",
            "title": "Talks",
            "kind": "talks",
            "actors": ["Japan"],
            "place": "Tokyo",
        }
    ]


def test_calendars_take_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(Unavailable) as caught:
        rows(calendar())
    assert (caught.value.message, caught.value.hint) == (
        "reading calendars needs icalendar",
        'pip install "timeline[calendar]"',
    )


def test_an_event_that_does_not_end_is_told() -> None:
    there = rows("BEGIN:VEVENT\nSUMMARY:a\nBEGIN:VEVENT\nSUMMARY:b\nDTSTART;VALUE=DATE:20220321\nEND:VEVENT")
    assert isinstance(there[0][1], InvalidData)
    assert there[0][1].message == "1: an event that does not end"
    assert there[1:] == [(3, {"date": "2022-03-21", "title": "b"})]


def test_no_calendar_at_all_is_told() -> None:
    with pytest.raises(InvalidData) as caught:
        rows("<html>")
    assert caught.value.message == "1: no calendar: nothing in it begins"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=25))
def test_any_lines_are_events_or_mistakes(lines: Iterable[str]) -> None:
    there = rows("\n".join(["BEGIN:VEVENT", *lines]), ReadOptions(date=as_written))
    assert all(isinstance(row, dict | InvalidData) for _, row in there)
    assert all(
        row.message.startswith(f"{at}:") and row.hint for at, row in there if isinstance(row, InvalidData)
    )


@pytest.mark.parametrize("path", sorted(REAL.glob("*.ics")), ids=lambda path: path.stem)
def test_a_real_calendar_is_events_and_mistakes_that_add_up(path: Path) -> None:
    reading = read_files([path], "ics", as_written, as_written)
    assert len(reading.events) + reading.bad == reading.rows
    assert all(error.message.startswith(f"{path}:") and error.hint for error in reading.wrong)
