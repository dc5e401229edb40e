"""markwhen: a line an event, its date as an EDTF day, month, year or range, and the record's fields as properties."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from timeline.dates.calendar import civil_from_days
from timeline.dates.event_date import EventDate
from timeline.dates.forms import INTERVAL, forms_of
from timeline.formats.chapters import chapters
from timeline.formats.days import Days, Parts, days_of, parts_of
from timeline.formats.format import EVERY_FIELD, OWN, Carries, Format, ReadOptions, Row, WriteOptions
from timeline.formats.markwhen_events import NAMES, stated_events
from timeline.formats.markwhen_text import JOINER, guarded, is_tag, said
from timeline.formats.stated import of_records
from timeline.formats.text import opened
from timeline.model import Event
from timeline.yaml_write import in_brackets

_TAKEN = frozenset({INTERVAL})
_ELSEWHERE = ("date", "title", "summary")
_OLDEST = -9998  # 9999 BCE


def write(events: Iterable[Event], options: WriteOptions) -> Iterator[str]:
    """The title in the header, and the events; in sections where it is asked by what."""
    yield f"---\ntitle: {_value(options.title or 'Timeline')}\n---\n"
    there = (event for event in events if not left_out(event))
    if not options.by:
        for event in there:
            yield _event(event)
        return
    for name, events_of in chapters(there, options).items():
        yield f"\n# {guarded(name)}\n"
        for event in events_of:
            yield _event(event)


def left_out(event: Event) -> str:
    """Why an event cannot be there: markwhen has years of four digits, before and after Christ."""
    days = days_of(event.date)
    if days and civil_from_days(days.first)[0] >= _OLDEST and civil_from_days(days.last)[0] <= 9999:
        return ""
    return "events without a date in the years 9999 BC to 9999"


def _event(event: Event) -> str:
    tags = "".join(f" #{tag}" for tag in event.tags if is_tag(tag))
    record = event.to_record()
    properties = {
        **{
            NAMES.get(name, name): value
            for name, value in record.items()
            if name not in {*_ELSEWHERE, *event.extra}
        },
        **({} if _is_plain(event.date) else {"edtf": event.date.text}),
    }
    title, about = guarded(event.title) + tags, guarded(event.summary)
    if said(title)[0] != event.title:
        properties["title"] = event.title
    if about.replace(JOINER, "") != event.summary:
        properties["summary"] = event.summary
    lines = [f"\n{_date(event.date)}: {title}"]
    lines += [f"{name}: {_value(value)}" for name, value in properties.items()]
    if event.summary:
        lines += [
            "",
            f"{JOINER}{guarded(event.summary)}",
        ]  # behind it, no line begins like an event, a list or a comment
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    """A value as YAML on one line, in which no "#" is a tag."""
    return in_brackets(value, quoted=True).replace("#", f"#{JOINER}")  # type: ignore[arg-type]


def _date(date: EventDate) -> str:
    """The date as markwhen reads it: EDTF of level 0, or years before Christ."""
    if _is_plain(date):
        return date.text
    days = days_of(date)
    assert days is not None
    if civil_from_days(days.first)[0] < 1:
        return _years(days)
    start, end = map(_digits, parts_of(date))
    return start if start == end else f"{start}/{end}"


def _is_plain(date: EventDate) -> bool:
    return forms_of(date) <= _TAKEN


def _years(days: Days) -> str:
    years = [civil_from_days(day)[0] for day in (days.first, days.last)]
    first, last = (f"{1 - year} BCE" if year < 1 else f"{year} CE" for year in years)
    return first if first == last else f"{first} - {last}"


def _digits(parts: Parts) -> str:
    year, *rest = parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The events of a document, in the order in which they stand there."""
    with opened(stream, options) as text:
        yield from of_records(stated_events(text, options, _written), options)


def _written(edtf: str) -> str:
    date = EventDate(edtf)
    return _date(date) if days_of(date) else ""


FORMAT = Format(
    write=write,
    read=read,
    carries=Carries(fields=EVERY_FIELD - {OWN}, dates=_TAKEN, left_out=left_out),
)
