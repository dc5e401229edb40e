"""Records that are found sound at a glance, and their events: most, in a third of the time that it takes to read every field.

What is not in the usual shape, or in which something may be wrong, is left to `timeline.model`. A field of such an event is
read when it is asked for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from timeline.errors import DateError
from timeline.model import Event, Origin, unread
from timeline.record import (
    LIST_FIELDS,
    NUMBER,
    PLACE_PRECISIONS,
    RECORD_FIELDS,
    SLUG,
    SOURCE_DATES,
    SOURCE_FIELDS,
    STATUSES,
    Record,
    Settled,
    Value,
    parse_date,
    source_of,
)

_fits_slug = re.compile(SLUG).fullmatch
_fits_number = re.compile(NUMBER).fullmatch
_LIMITS = {"lat": 90, "lon": 180}
_OF_SOURCES = frozenset(SOURCE_FIELDS) - {"supports"}
_ALL_TEXTS = {str}


class _Unusual(Exception):
    """A field that is not written as most are, or in which something is wrong."""


class _Sound(dict[str, Value], Settled):
    """A record as its event's `to_record` makes it."""

    __slots__ = ()

    def plain(self) -> Record:
        """The same, with lists of its own."""
        return {name: [*value] if type(value) is list else value for name, value in self.items()}


def event_of(record: Mapping[str, Value], origin: Origin | None = None) -> Event:
    """The event that a record describes, as `Event.from_record` makes it; InvalidRecord where it describes none."""
    try:
        return _event(record, origin)
    except (_Unusual, DateError):
        return Event.from_record(record, origin)


def _event(record: Mapping[str, Value], origin: Origin | None) -> Event:
    found: Record = {}
    extra: Record = {}
    numbers: list[tuple[str, object]] = []
    for name, value in record.items():
        if read := _READERS.get(name):
            if said := read(value):
                found[name] = said
        elif (limit := _LIMITS.get(name)) and value:
            number = _number(value, limit)
            numbers.append((name, number))
            found[name] = repr(number)
        elif not limit:
            extra[_text(name)] = value if type(value) is str else _texts_by_name(value)
    if "date" not in found or "title" not in found:
        raise _Unusual
    known = [
        ("id", found.get("id", "")),
        ("date", parse_date(_text(found["date"]))),
        ("title", found["title"]),
        ("extra", extra),
        *numbers,
    ]
    names = tuple(found)
    order = _in_order(names, RECORD_FIELDS)
    if order != names:
        found = {name: found[name] for name in order}
    return unread(
        _Sound(found | extra if extra else found),
        origin,
        disputed=any("event_date" in one for one in found.get("sources", ())),
        known=known,
    )


@lru_cache(maxsize=1 << 10)
def _in_order(names: Sequence[str], order: Sequence[str]) -> Sequence[str]:
    """Names in an order; the records of one table have the same."""
    return tuple(name for name in order if name in names)


def _text(value: Value) -> str:
    if type(value) is not str:
        raise _Unusual
    return value


def _slug(value: Value) -> str:
    text = _text(value)
    if text and not _fits_slug(text):
        raise _Unusual
    return text


def _date(value: Value) -> str:
    text = _text(value)
    if text:
        parse_date(text)
    return text


def _title(value: Value) -> str:
    title = _text(value)
    if "\n" in title or "\r" in title or not title.strip():
        raise _Unusual
    return title


def _texts(value: Value) -> list[Value]:
    if type(value) is not list or "" in value or (value and {*map(type, value)} != _ALL_TEXTS):
        raise _Unusual
    return [*value]


def _number(value: Value, limit: int) -> float:
    text = _text(value)
    if not _fits_number(text) or abs(float(text)) > limit:
        raise _Unusual
    return float(text)


def _word(words: Sequence[str], value: Value) -> str:
    text = _text(value)
    if text and text not in words:
        raise _Unusual
    return text


def _texts_by_name(value: Value) -> Value:
    """A field of the user's own that is a mapping of texts."""
    if type(value) is not dict or {*map(type, value), *map(type, value.values())} - _ALL_TEXTS:
        raise _Unusual
    return value


def _sources(value: Value) -> list[Value]:
    if type(value) is not list:
        raise _Unusual
    return [_source(one) for one in value]


def _source(value: Value) -> Value:
    if type(value) is str and value:
        return source_of(value)
    if type(value) is not dict or {*map(type, value.values())} != _ALL_TEXTS or value.keys() - _OF_SOURCES:
        raise _Unusual
    for name in SOURCE_DATES:
        if name in value:
            _date(value[name])
    return {name: value[name] for name in _in_order(tuple(value), SOURCE_FIELDS) if value[name]}


# What a field says, where it is in the usual shape; "" or nothing where it says nothing.
_READERS: Mapping[str, Callable[[Value], Value]] = {
    **dict.fromkeys(("date_as_written", "summary", "place", "kind"), _text),
    **dict.fromkeys(LIST_FIELDS, _texts),
    "id": _slug,
    "date": _date,
    "title": _title,
    "place_precision": partial(_word, PLACE_PRECISIONS),
    "status": partial(_word, STATUSES),
    "sources": _sources,
}
