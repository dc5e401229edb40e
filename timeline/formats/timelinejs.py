"""TimelineJS (Knight Lab): its JSON, with the dates in words, and in the text who took part and the sources as links.

Documents of its first version are read, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any, BinaryIO

from timeline.dates.calendar import civil_from_days
from timeline.dates.edtf_values import Point
from timeline.dates.event_date import EventDate
from timeline.dates.forms import ZONE
from timeline.dates.wording import wording
from timeline.errors import InvalidData, harmless
from timeline.formats.days import Parts, days_of, parts_of
from timeline.formats.format import EVERYTHING, Carries, Format, ReadOptions, Row, WriteOptions, fields
from timeline.formats.json import json_lines, json_list, lines_of
from timeline.formats.json_values import json_value
from timeline.formats.kept import kept
from timeline.formats.links import web_address
from timeline.formats.stated import of_records
from timeline.formats.text import opened
from timeline.formats.timelinejs_events import RECORD, slides_name, slides_of, stated_slides
from timeline.model import Event, Source
from timeline.query.lanes import lanes_by
from timeline.record import Record, Value

_FAREST = 200_000  # years; a Date of JavaScript reaches 271,821
_PARTS = ("year", "month", "day")


def write(events: Iterable[Event], options: WriteOptions) -> Iterator[str]:
    """The slides; those that TimelineJS would pass over without a word are left out."""
    title = {"title": {"text": {"headline": html(options.title)}}} if options.title else {}
    yield from json_list(slides(events, options), "events", title)


def slides(events: Iterable[Event], options: WriteOptions) -> Iterator[dict[str, Any]]:
    """The events that TimelineJS has a place for, grouped by their kind or by what is asked for."""
    told = [event for event in events if not left_out(event)]
    lanes_of = lanes_by(options.by, told, options.names) if options.by else None
    for event in told:
        yield _slide(event, lanes_of(event)[0] if lanes_of else event.kind)


def left_out(event: Event) -> str:
    """Why TimelineJS has no place for an event."""
    days = days_of(event.date)
    if days is None:
        return "events without a date"
    years = [abs(civil_from_days(day)[0]) for day in (days.first, days.last)]
    return f"events beyond {_FAREST:,} years" if max(years) > _FAREST else ""


def _slide(event: Event, group: str) -> dict[str, Any]:
    first, last = parts_of(event.date)
    return {
        **({"unique_id": event.id} if event.id else {}),
        "start_date": {**_parts(first), **_clock(event.date)},
        **({"end_date": _parts(last)} if first != last else {}),
        "display_date": html(wording(event.date)),
        "text": {"headline": html(event.title), "text": "".join(_paragraphs(event))},
        **({"group": harmless(group)} if group else {}),
        "autolink": False,
        RECORD: kept(event, CARRIES),
    }


def html(text: str) -> str:
    """The text as HTML shows it."""
    return escape(harmless(text))


def _parts(parts: Parts) -> dict[str, int]:
    """Year, month and day; 44 BC is -44, and there is no year 0."""
    year, *rest = parts
    return dict(zip(_PARTS, (year if year > 0 else year - 1, *rest), strict=False))


def _clock(date: EventDate) -> dict[str, int]:
    value = date.value
    if not isinstance(value, Point) or value.second is None:
        return {}
    minutes, second = divmod(min(value.second, 86399), 60)
    hour, minute = divmod(minutes, 60)
    return {"hour": hour, "minute": minute, "second": second}


def _paragraphs(event: Event) -> Iterator[str]:
    if event.summary:
        yield from (f"<p>{html(line)}</p>" for line in event.summary.splitlines() if line.strip())
    about = ("; ".join(event.actors), event.place, event.kind, "; ".join(event.tags), event.status)
    if line := " · ".join(filter(None, about)):
        yield f"<p>{html(line)}</p>"
    if event.sources:
        yield f"<ul>{''.join(f'<li>{cited}</li>' for cited in _cited(event.sources))}</ul>"


def _cited(sources: Sequence[Source]) -> Iterator[str]:
    for source in sources:
        title = html(source.title or source.url or source.archived or source.publisher or source.author)
        address = web_address(source.url)
        link = f'<a href="{escape(address)}">{title}</a>' if address else title
        date = wording(source.date) if source.date else ""
        who = [one for one in (source.author, source.publisher) if one]
        archived = web_address(source.archived)
        copy = f'<a href="{escape(archived)}">archived</a>' if archived else ""
        quote = f"“{html(source.quote)}”" if source.quote else ""
        yield ", ".join(filter(None, (*map(html, who), link, html(date), html(source.at), copy, quote)))


CARRIES = Carries(
    fields=fields(
        "id date title summary actors place kind tags status",
        sources="title publisher author date url archived quote at",
    ),
    dates=EVERYTHING.dates - {ZONE},
    left_out=left_out,
)


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The events of a document of its first or third version."""
    with opened(stream, options) as file:
        text = file.read()
    value = json_value(text, 1)
    name = slides_name(value)
    if not name and slides_of(value):
        raise InvalidData("1: no slide has a start_date", hint="leave out -f, or name the format that it is")
    lines = lines_of(text, name or "events", len(slides_of(value)))
    yield from of_records(stated_slides(value, lines, options, _shown), options)


def _shown(record: Record) -> dict[str, Value]:
    """The slide of a record that was kept; InvalidData where it is none, or has no place there."""
    event = Event.from_record(record)
    shown = {} if left_out(event) else json_value(json_lines(_slide(event, event.kind)), 1)
    return shown if isinstance(shown, dict) else {}


FORMAT = Format(write=write, read=read, carries=CARRIES)
