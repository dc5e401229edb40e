"""iCalendar: what a calendar reads of it is the days, the doubt and the words of the events, and nothing else."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events

from timeline.dates.calendar import civil_from_days, days_from_civil
from timeline.dates.forms import YEAR_1, YEAR_10000
from timeline.errors import harmless
from timeline.formats.format import WriteOptions
from timeline.formats.ics import fold, left_out, write
from timeline.model import Event

DATES = [  # date, first day, first day after, status, what stands before the title
    ("2022-03-21", "20220321", "20220322", "CONFIRMED", ""),
    ("2022-03", "20220301", "20220401", "TENTATIVE", "Mar 2022: "),
    ("2022-03-21~", "20220321", "20220322", "TENTATIVE", "c. 21 Mar 2022: "),
    ("2022-03-01/2022-03-05", "20220301", "20220306", "CONFIRMED", ""),
    ("2022-03/2022-05", "20220301", "20220601", "TENTATIVE", "Mar–May 2022: "),
    ("2023-02-10T15:00:00Z", "20230210", "20230211", "CONFIRMED", "10 Feb 2023 15:00 UTC: "),
    ("2018/..", "20180101", "20190101", "TENTATIVE", "since 2018: "),
    ("[2021,2023]", "20210101", "20240101", "TENTATIVE", "2021 or 2023: "),
    ("0750", "07500101", "07510101", "TENTATIVE", "750: "),
]


def event(**fields: Any) -> Event:
    return Event.from_record({"date": "2022-03-21", "title": "Talks", **fields})


def text_of(events: Sequence[Event]) -> str:
    return "".join(write(events, WriteOptions()))


def read(text: str) -> list[Any]:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    calendar = icalendar.Calendar.from_ical(text)
    assert all(part.name == "VEVENT" for part in calendar.subcomponents)
    assert not calendar.errors
    assert not any(part.errors for part in calendar.subcomponents)
    return list(calendar.subcomponents)


@pytest.mark.parametrize(("date", "start", "end", "status", "before"), DATES)
def test_doubt_spans_the_days_that_it_leaves_open(
    date: str, start: str, end: str, status: str, before: str
) -> None:
    lines = text_of([event(date=date)]).split("\r\n")
    assert f"DTSTART;VALUE=DATE:{start}" in lines
    assert f"DTEND;VALUE=DATE:{end}" in lines
    assert f"STATUS:{status}" in lines
    assert "TRANSP:TRANSPARENT" in lines
    escaped = before.replace(",", "\\,")
    assert f"SUMMARY:{escaped}Talks" in lines
    assert f"X-TIMELINE-DATE:{date}".replace(",", "\\,") in lines


@settings(max_examples=40)
@given(event_lists())
def test_icalendar_reads_the_same_days_and_words(events: Sequence[Event]) -> None:
    there = [event for event in events if not left_out(event)]
    found = read(text_of(events))
    assert len(found) == len(there)
    for given_, one in zip(there, found, strict=True):
        first, after = (days_from_civil(d.year, d.month, d.day) for d in (one["DTSTART"].dt, one["DTEND"].dt))
        assert given_.date.open_start or first == given_.date.first_day
        assert given_.date.open_end or after - 1 == given_.date.last_day
        assert str(one["X-TIMELINE-DATE"]).replace("\\,", ",") == given_.date.text
        assert str(one["SUMMARY"]).endswith(harmless(given_.title))
        assert str(one.get("LOCATION", "")) == "\n".join(
            map(harmless, given_.place.replace("\r", "\n").split("\n"))
        )
    assert len({str(one["UID"]) for one in found}) == len(found)


KHAL = """\
[calendars]
[[one]]
path = {folder}/calendar
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = {folder}/khal.db
"""


@pytest.mark.skipif(shutil.which("khal") is None, reason="khal is not installed")
def test_khal_shows_each_event_on_the_same_days(tmp_path: Path) -> None:
    Path(tmp_path, "calendar").mkdir()
    Path(tmp_path, "khal.conf").write_text(KHAL.format(folder=tmp_path))
    there = [event(id=f"e{at}", date=date) for at, (date, *_) in enumerate(DATES)]
    Path(tmp_path, "events.ics").write_text(text_of(there), newline="")
    ran = subprocess.run(
        ["khal", "-c", "khal.conf", "printics", "--format", "{start-date} {end-date} {uid}", "events.ics"],
        cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    told = {  # a year before 1000 comes without its zero
        uid.removesuffix("@timeline"): (first.zfill(10), last.zfill(10))
        for first, last, uid in map(str.split, ran.stdout.splitlines()[1:])
    }
    for at, (_, start, after, *_) in enumerate(DATES):
        last = date.fromisoformat(after) - timedelta(days=1)
        assert told[f"e{at}"] == (date.fromisoformat(start).isoformat(), last.isoformat())
    assert len(told) == len(DATES)


@settings(max_examples=40)
@given(event_lists(max_size=2))
def test_a_line_has_at_most_75_octets_and_whole_characters(events: Sequence[Event]) -> None:
    data = text_of(events).encode()
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_folded_line_is_unfolded_to_itself() -> None:
    line = "SUMMARY:" + "é根" * 100
    assert fold(line).replace("\r\n ", "").removesuffix("\r\n") == line


def test_what_no_calendar_has_a_day_for_is_left_out() -> None:
    out = [event(date=text) for text in ("-0043-03-15", "0000", "Y17E3", "../..", "-0100/2020", "9999")]
    assert all(map(left_out, out))
    assert "VEVENT" not in text_of(out)
    assert civil_from_days(YEAR_1) == (1, 1, 1)
    assert civil_from_days(YEAR_10000) == (10_000, 1, 1)


def test_of_a_source_that_says_nothing_nothing_is_said() -> None:
    assert "Source" not in text_of([event(sources=[{"quote": ""}])])
    assert "DESCRIPTION:Source: TASS" in text_of([event(sources=[{"publisher": "TASS"}])])


def test_a_uid_is_the_same_every_time_and_everyones_own() -> None:
    events = [event(id="a"), event(id="a"), event(), event(title="Other"), event()]
    text = text_of(events)
    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert uids[:2] == ["UID:a@timeline", "UID:a-2@timeline"]
    assert len(set(uids)) == 5
    assert text_of(events) == text


def test_no_text_becomes_a_property() -> None:
    events = hostile_events()
    found = read(text_of(events))
    assert len(found) == len(events)
    known = {
        *(
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "STATUS",
            "TRANSP",
            "X-TIMELINE-DATE",
            "DESCRIPTION",
        ),
        *("LOCATION", "GEO", "CATEGORIES", "URL", "X-TIMELINE-RECORD"),
    }
    for given_, one in zip(events, found, strict=True):
        assert {*one} <= known
        assert not one.subcomponents
        assert str(one["SUMMARY"]) == harmless(given_.title)
        assert one["TRANSP"] == "TRANSPARENT"
        assert str(one.get("URL", "http")).startswith("http")
