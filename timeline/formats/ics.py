"""iCalendar (RFC 5545): all-day events for a calendar, and the events of any calendar, on the civil days of their zones."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import BinaryIO

from timeline.dates.calendar import civil_from_days
from timeline.dates.forms import YEAR_1, YEAR_10000
from timeline.dates.wording import wording
from timeline.errors import harmless
from timeline.formats.days import days_of, is_known
from timeline.formats.format import Carries, Format, ReadOptions, Row, WriteOptions, fields
from timeline.formats.ics_text import RECORD
from timeline.formats.json_values import json_text
from timeline.formats.kept import kept
from timeline.formats.links import web_address
from timeline.formats.stated import of_records
from timeline.formats.text import opened
from timeline.model import Event, Source
from timeline.record import Record

_special = re.compile(r"([\\;,])")
_line_end = re.compile(r"\r\n?|\n")
_FOLD = 75  # octets (3.1)
_STAMP = "19700101T000000Z"  # the same file for the same events; DTSTAMP must be there (3.6.1)


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """A VCALENDAR with a VEVENT an event; those whose days no calendar has are left out."""
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//timeline//timeline//EN\r\nCALSCALE:GREGORIAN\r\n"
    uids: set[str] = set()
    for event in events:
        if not left_out(event):
            lines = ["BEGIN:VEVENT", *_lines(event, _uid(event, uids)), "END:VEVENT"]
            yield "".join(fold(line) for line in lines)
    yield "END:VCALENDAR\r\n"


def left_out(event: Event) -> str:
    """Why no calendar has a place for an event: it needs a day to begin with, in the years 1 to 9999."""
    days = days_of(event.date)
    there = days and days.first >= YEAR_1 and days.last + 1 < YEAR_10000
    return "" if there else "events without a day in the years 1 to 9999"


def fold(line: str) -> str:
    """A content line, broken after 75 octets as often as it takes, and never within a character."""
    parts, room = [""], _FOLD
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(" ")
            room = _FOLD - 1
        parts[-1] += character
        room -= size
    return "\r\n".join(parts) + "\r\n"


def _lines(event: Event, uid: str) -> Iterator[str]:
    date = event.date
    days = days_of(date)
    assert days is not None
    known = is_known(date)
    title = event.title if known and date.kind != "time" else f"{wording(date)}: {event.title}"
    yield f"UID:{_text(uid)}"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART;VALUE=DATE:{_day(days.first)}"
    yield f"DTEND;VALUE=DATE:{_day(days.last + 1)}"  # the first day after
    yield f"SUMMARY:{_text(title)}"
    yield f"STATUS:{'CONFIRMED' if known else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-TIMELINE-DATE:{_text(date.text)}"
    if about := "\n".join(_about(event)):
        yield f"DESCRIPTION:{_text(about)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if event.lat is not None and event.lon is not None:
        yield f"GEO:{event.lat:.6f};{event.lon:.6f}"
    if words := [word for word in (event.kind, *event.tags) if word]:
        yield f"CATEGORIES:{','.join(map(_text, words))}"
    if url := next((web for source in event.sources if (web := web_address(source.url))), ""):
        yield f"URL:{url}"
    yield f"{RECORD}:{_text(json_text(kept(event, CARRIES)))}"


def _about(event: Event) -> Iterator[str]:
    """What a person reads of an event beside its title: the summary, who took part, and who says so."""
    if event.summary:
        yield event.summary
    if event.actors:
        yield f"Actors: {'; '.join(event.actors)}"
    if event.status:
        yield f"Status: {event.status}"
    for cited in filter(None, map(_cited, event.sources)):
        yield f"Source: {cited}"


def _cited(source: Source) -> str:
    date = wording(source.date) if source.date else ""
    parts = (source.author, source.title, source.publisher, date, source.at, source.url, source.archived)
    return ", ".join(filter(None, parts))


def _uid(event: Event, used: set[str]) -> str:
    """What names the event in every calendar: its id, or else what it says; a number behind it where two are alike."""
    name = event.id or sha256(f"{event.date}\n{event.title}\n{event.actors}".encode()).hexdigest()[:24]
    uid, number = f"{name}@timeline", 1
    while uid in used:
        number += 1
        uid = f"{name}-{number}@timeline"
    used.add(uid)
    return uid


def _day(day: int) -> str:
    year, month, number = civil_from_days(day)
    return f"{year:04}{month:02}{number:02}"


def _text(text: str) -> str:
    r"""A TEXT value (3.3.11), on one line; a control character, which it may not hold, is written out.

    >>> _text("a;b\nBEGIN:VALARM")
    'a\\;b\\nBEGIN:VALARM'
    """
    return "\\n".join(_special.sub(r"\\\1", harmless(line)) for line in _line_end.split(text))


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The events of a file of calendars, one for each time that it is repeated; what is none of them is told."""
    # Only for those who read: the rules of dateutil take 6 ms, the library 24.
    from timeline.formats.ics_events import stated_events  # noqa: PLC0415

    with opened(stream, options) as text:
        yield from of_records(stated_events(text, options, written), options)


def written(record: Record) -> list[str]:
    """The content lines that show a record which was kept; InvalidData where it is no event that can be there."""
    event = Event.from_record(record)
    return [] if left_out(event) else [*_lines(event, "")]


CARRIES = Carries(
    fields=fields(
        "id date title summary actors place lat lon kind tags status",
        sources="title publisher author date at url archived",
    ),
    left_out=left_out,
)
FORMAT = Format(write=write, read=read, carries=CARRIES)
