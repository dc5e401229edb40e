"""What happened: events and their sources, checked once and never changed after.

A *record* is plain data as a file has it: every scalar is text. `Event.from_record` checks a record and
makes an event of it; `Event.to_record` undoes that. Absent text is `""`, an absent list `()`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.dates.event_date import EventDate
from timeline.errors import described, wrong_type
from timeline.record import (
    EMPTY_ITEM,
    PLACE_PRECISIONS,
    RECORD_FIELDS,
    SOURCE_FIELDS,
    STATUSES,
    InvalidRecord,
    Problem,
    Reading,
    Record,
    Value,
    is_empty,
    source_of,
)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
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
        # One call, checked fields in order: a record's problems are told in the order of the contract's table.
        id_ = reading.slug("id")
        date = reading.required_date("date")
        title = reading.title()
        event_fields = {
            "date_as_written": reading.text("date_as_written"),
            "summary": reading.text("summary"),
            "actors": reading.texts("actors"),
            "place": reading.text("place"),
            "lat": reading.number("lat", 90),
            "lon": reading.number("lon", 180),
            "place_precision": reading.word("place_precision", PLACE_PRECISIONS),
            "kind": reading.text("kind"),
            "tags": reading.texts("tags"),
            "status": reading.word("status", STATUSES),
            "sources": _sources(record, reading.problems),
            "after": reading.texts("after"),
            "before": reading.texts("before"),
            "related": reading.texts("related"),
        }
        extra = reading.own(_RECORD_FIELDS)
        if reading.problems or date is None:
            raise InvalidRecord(reading.problems)
        return cls(id=id_, date=date, title=title, extra=extra, origin=origin, **event_fields)  # type: ignore[arg-type]

    def to_record(self) -> Record:
        """The event as plain data in the order of the contract's table, absent fields left out."""
        plain: Record = {}
        for name in RECORD_FIELDS:
            value = getattr(self, name)
            if name == "sources":
                if value:
                    plain[name] = [source.to_record() for source in self.sources]
            elif isinstance(value, tuple):
                if value:
                    plain[name] = list(value)
            elif isinstance(value, float):
                plain[name] = repr(value)
            elif value:
                plain[name] = str(value)
        return plain | dict(self.extra)


def _sources(record: Mapping[str, Value], problems: list[Problem]) -> tuple[Source, ...]:
    value = record.get("sources")
    if is_empty(value):
        return ()
    reading = Reading(record, (), problems)
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
            sources.append(_source(Reading(source, ("sources", position), problems)))
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
    return Source(
        title=reading.text("title"),
        publisher=reading.text("publisher"),
        author=reading.text("author"),
        date=reading.date("date"),
        url=reading.text("url"),
        archived=reading.text("archived"),
        quote=reading.text("quote"),
        at=reading.text("at"),
        event_date=reading.date("event_date"),
        supports=reading.texts("supports"),
        grade=reading.text("grade"),
        file=reading.text("file"),
        sha256=reading.text("sha256"),
        retrieved=reading.date("retrieved"),
        extra=reading.own(_SOURCE_FIELDS),
    )
