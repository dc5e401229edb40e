"""markwhen: a line an event, its date as an EDTF day, month, year or range, and the record's fields as properties."""

import re
from collections.abc import Iterable, Iterator

from timeline.dates.calendar import civil_from_days
from timeline.dates.event_date import EventDate
from timeline.dates.forms import INTERVAL, forms_of
from timeline.errors import harmless
from timeline.formats.chapters import chapters
from timeline.formats.days import Days, Parts, days_of, parts_of
from timeline.formats.format import EVERY_FIELD, OWN, Carries, Format, WriteOptions
from timeline.model import Event
from timeline.yaml_write import in_brackets

# A sign that nobody sees (WORD JOINER), by which tags, ids, links, pictures and percentages of a text are none.
_JOINER = "\u2060"
_obeyed = re.compile(r"(?<=[#!@\[\]])|(?<=[0-9])(?=%)|(?<=\.)(?=start|end)|(?<=/)(?=/)")
_tag = re.compile(r"(?!\d+\Z)[A-Za-z0-9_]+")
_TAKEN = frozenset({INTERVAL})
_ELSEWHERE = ("date", "title", "summary")
_NAMES = {"place": "location", "after": "follows", "before": "precedes"}  # "before: x" would be an event
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
        yield f"\n# {_line(name)}\n"
        for event in events_of:
            yield _event(event)


def left_out(event: Event) -> str:
    """Why an event cannot be there: markwhen has years of four digits, before and after Christ."""
    days = days_of(event.date)
    if days and civil_from_days(days.first)[0] >= _OLDEST and civil_from_days(days.last)[0] <= 9999:
        return ""
    return "events without a date in the years 9999 BC to 9999"


def _event(event: Event) -> str:
    tags = "".join(f" #{tag}" for tag in event.tags if _tag.fullmatch(tag))
    record = event.to_record()
    properties = {
        **{
            _NAMES.get(name, name): value
            for name, value in record.items()
            if name not in {*_ELSEWHERE, *event.extra}
        },
        **({} if _is_plain(event.date) else {"edtf": event.date.text}),
    }
    lines = [f"\n{_date(event.date)}: {_line(event.title)}{tags}"]
    lines += [f"{name}: {_value(value)}" for name, value in properties.items()]
    if event.summary:
        lines += [
            "",
            f"{_JOINER}{_line(event.summary)}",
        ]  # behind it, no line begins like an event, a list or a comment
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return _obeyed.sub(_JOINER, harmless(" ".join(text.split())))


def _value(value: object) -> str:
    """A value as YAML on one line, in which no "#" is a tag."""
    return in_brackets(value, quoted=True).replace("#", f"#{_JOINER}")  # type: ignore[arg-type]


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


FORMAT = Format(
    write=write,
    carries=Carries(fields=EVERY_FIELD - {OWN}, dates=_TAKEN, left_out=left_out),
)
