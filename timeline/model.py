"""What happened: events and their sources, checked once and never changed after.

A *record* is plain data as a file has it: every scalar is text. `Event.from_record` checks a record and
makes an event of it; `Event.to_record` undoes that. Absent text is `""`, an absent list `()`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, fields
from operator import methodcaller
from typing import TYPE_CHECKING, Any

from timeline.dates.event_date import EventDate
from timeline.errors import described, wrong_type
from timeline.frozen import dataclass
from timeline.record import (
    EMPTY_ITEM,
    PLACE_PRECISIONS,
    RECORD_FIELDS,
    REFERENCES,
    SOURCE_DATES,
    SOURCE_FIELDS,
    STATUSES,
    InvalidRecord,
    Reading,
    Record,
    Settled,
    Value,
    is_empty,
    parse_date,
    source_of,
)
from timeline.tuples import NamedTuple

_RECORD_FIELDS = frozenset(RECORD_FIELDS)
_SOURCE_FIELDS = frozenset(SOURCE_FIELDS)


class Origin(NamedTuple):
    """Where a record stands: the file as the user named it, and the line on which it begins, from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so, where, and in which words. `event_date` is the date that this source gives, when it differs.

    `supports` names the fields that it vouches for, and `grade` is the user's own word for how reliable it is. `file`,
    `sha256` and `retrieved` tell of a copy that is kept.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    date: EventDate | None = None
    url: str = ""
    archived: str = ""
    quote: str = ""
    at: str = ""
    event_date: EventDate | None = None
    supports: tuple[str, ...] = ()
    grade: str = ""
    file: str = ""
    sha256: str = ""
    retrieved: EventDate | None = None
    extra: Mapping[str, Value] = field(default_factory=dict)

    def to_record(self) -> Record:
        """The source as plain data, absent fields left out."""
        plain: Record = {}
        for name in SOURCE_FIELDS:
            value = getattr(self, name)
            if value:
                plain[name] = list(value) if isinstance(value, tuple) else str(value)
        return plain | dict(self.extra)


class _Unread:
    """What is found out of an event when it is first asked for, from a record that is known to be sound, or from its fields.

    `rival_dates` are those that its sources give in place of its own.
    """

    __slots__ = ("_record", "rival_dates")
    _record: Mapping[str, Value]
    rival_dates: tuple[EventDate, ...]

    if not TYPE_CHECKING:  # or every name would be a field

        def __getattr__(self, name: str) -> Any:
            """What was not asked for before."""
            if name == "rival_dates":
                value = tuple(one.event_date for one in self.sources if one.event_date is not None)
            elif name not in _READERS:
                raise AttributeError(name=name, obj=self)
            elif name == "date" and isinstance(self._record, Settled):  # asked of all that are put in order
                value = parse_date(self._record[name])
            elif name in _TEXTS and isinstance(self._record, Settled):
                value = self._record.get(name, "")  # half the time of a reader
            elif name in self._record or name in _NEEDED:
                value = _READERS[name](Reading(self._record))
            else:
                value = _ABSENT[name]
            object.__setattr__(self, name, value)
            return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(_Unread):
    """Something that happened, with an honest date and the sources that vouch for it.

    `date_as_written` is the date in the words of the source. `status` is `""` where the record has none; `standing` then says reported. `origin` is not part of what
    the event is: two events are equal wherever they stand.
    """

    id: str = ""
    date: EventDate
    date_as_written: str = ""
    title: str
    summary: str = ""
    actors: tuple[str, ...] = ()
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    place_precision: str = ""
    kind: str = ""
    tags: tuple[str, ...] = ()
    status: str = ""
    sources: tuple[Source, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    extra: Mapping[str, Value] = field(default_factory=dict)
    origin: Origin | None = field(default=None, compare=False)

    @property
    def standing(self) -> str:
        """The status, which is reported where the record does not say."""
        return self.status or "reported"

    @classmethod
    def from_record(cls, record: Mapping[str, Value], origin: Origin | None = None) -> "Event":
        """The event that a record describes; InvalidRecord with every problem when it describes none."""
        if not isinstance(record, Mapping):
            raise wrong_type("the record", record, 'a mapping: {"date": "2022-03", "title": "Talks end"}')
        reading = Reading(record)
        found = {name: read(reading) for name, read in _READERS.items() if name in record or name in _NEEDED}
        if reading.problems:
            raise InvalidRecord(reading.problems)
        return cls(origin=origin, **found)

    def to_record(self) -> Record:
        """The event as plain data in the order of the contract's table, absent fields left out."""
        record = getattr(self, "_record", None)
        if isinstance(record, Settled):
            return record.plain()
        return fields_of(self, RECORD_FIELDS) | dict(self.extra)


class _Filled(_Unread):
    """What an event holds, while that can be set as of any object."""

    __slots__ = Event.__slots__


def fields_of(event: Event, names: Iterable[str]) -> Record:
    """Those fields of an event that have one of the names, as plain data, absent ones left out."""
    plain: Record = {}
    for name in names:
        value = getattr(event, name)
        if name == "sources":
            if value:
                plain[name] = [source.to_record() for source in event.sources]
        elif isinstance(value, tuple):
            if value:
                plain[name] = list(value)
        elif isinstance(value, float):
            plain[name] = repr(value)
        elif value:
            plain[name] = str(value)
    return plain


def unread(
    record: Mapping[str, Value],
    origin: Origin | None = None,
    *,
    disputed: bool = True,
    known: Iterable[tuple[str, object]] = (),
) -> Event:
    """The event of a record that is known to be one, each of whose fields is read when it is first asked for.

    Not `disputed` is one of whose sources none gives a date in place of its own. What is `known` need not be read.
    """
    filled: Any = _Filled()
    for name, value in known:
        setattr(filled, name, value)
    filled._record, filled.origin = record, origin  # noqa: SLF001 - ours
    if not disputed:
        filled.rival_dates = ()
    filled.__class__ = Event
    event: Event = filled
    return event


def _sources(reading: Reading) -> tuple[Source, ...]:
    value = reading.record.get("sources")
    if is_empty(value):
        return ()
    if not isinstance(value, str | list | dict):
        hint = "write a list: [{title: …}]"
        reading.wrong("E202", "sources", f"must be a list of sources, not {described(value)}", hint)
        return ()
    if isinstance(value, dict):
        if value.keys() & _SOURCE_FIELDS:
            kind, hint = "one mapping", 'put "- " before its first field: "- title: …"'
        else:
            kind = "a mapping of names"
            hint = f'begin each source with "- ", as in "- title: {next(iter(value))[:40]}"'
        reading.wrong("E202", "sources", f"must be a list of sources, not {kind}", hint)
        return ()
    sources = []
    for position, item in enumerate([value] if isinstance(value, str) else value):
        source = source_of(item)
        if item == "":
            reading.wrong("E208", "sources", f"item {position + 1} is empty", EMPTY_ITEM, position)
        elif isinstance(source, dict):
            sources.append(_source(Reading(source, ("sources", position), reading.problems)))
        else:
            hint = "a source is an address, a title, or a mapping with title, publisher, url, quote …"
            reading.wrong(
                "E202",
                "sources",
                f"item {position + 1} must be a source, not {described(item)}",
                hint,
                position,
            )
    return tuple(sources)


def _source(reading: Reading) -> Source:
    record = reading.record
    found = {name: read(reading) for name, read in _SOURCE_READERS.items() if name in record}
    return Source(**found, extra=reading.own(_SOURCE_FIELDS))


_SOURCE_READERS: Mapping[str, Callable[[Reading], Any]] = {
    name: methodcaller("date" if name in SOURCE_DATES else "texts" if name == "supports" else "text", name)
    for name in SOURCE_FIELDS
}
# How each field is read out of a record, in the order of the contract's table: so are problems told.
_READERS: Mapping[str, Callable[[Reading], Any]] = {
    "id": methodcaller("slug", "id"),
    "date": methodcaller("required_date", "date"),
    "title": methodcaller("title"),
    **{name: methodcaller("text", name) for name in ("date_as_written", "summary")},
    "actors": methodcaller("texts", "actors"),
    "place": methodcaller("text", "place"),
    "lat": methodcaller("number", "lat", 90),
    "lon": methodcaller("number", "lon", 180),
    "place_precision": methodcaller("word", "place_precision", PLACE_PRECISIONS),
    "kind": methodcaller("text", "kind"),
    "tags": methodcaller("texts", "tags"),
    "status": methodcaller("word", "status", STATUSES),
    "sources": _sources,
    **{name: methodcaller("texts", name) for name in REFERENCES},
    "extra": methodcaller("own", _RECORD_FIELDS),
}
_TEXTS = frozenset(
    ("id", "date_as_written", "title", "summary", "place", "place_precision", "kind", "status")
)
# Of which something is to be found out where the record has none.
_NEEDED = frozenset(("date", "title", "extra"))
_ABSENT = {one.name: one.default for one in fields(Event) if one.name in _READERS and one.name not in _NEEDED}
