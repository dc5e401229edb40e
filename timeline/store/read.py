"""A collection read: its records, and its events."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from timeline.dates.event_date import EventDate
from timeline.errors import InvalidData, InvalidYaml
from timeline.model import Event, Origin, unread
from timeline.record import InvalidRecord, ParsedRecord, Record, Value
from timeline.store.files import contents_of, decode, split_mark
from timeline.tuples import NamedTuple
from timeline.yaml_text import parse_records

# Bytes of a file from which the expression that finds records sound pays, which takes 16 ms to make.
LARGE = 1 << 18


class LineRecord(NamedTuple):
    """A record of a file, and the line in which it begins, from 1.

    One that is no dict is known to be an event, and read no further than it is asked.
    """

    record: Mapping[str, Value]
    line: int


class StoredRecord(NamedTuple):
    """A record where it stands: in which file, on which line, and as which of the file's records, from 0."""

    record: Mapping[str, Value]
    origin: Origin
    position: int

    @property
    def event(self) -> Event:
        """The event that the record is; InvalidRecord where it is none."""
        if isinstance(self.record, dict):
            return Event.from_record(self.record, self.origin)
        return unread(self.record, self.origin)

    @property
    def id(self) -> str:
        """The record's id, or "" when it has none or one that is not text."""
        value = self.record.get("id", "")
        return value if isinstance(value, str) else ""


class Searched(Sequence[StoredRecord], ABC):
    """Records of which something can be found out without reading them all."""

    @property
    @abstractmethod
    def places(self) -> Mapping[str, Sequence[int]]:
        """Their ids, in order, each with the places of those that have it."""

    @property
    @abstractmethod
    def unproven(self) -> Sequence[StoredRecord]:
        """Those of which it is not known that they are events."""

    @abstractmethod
    def mentioning(self, ids: Collection[str]) -> Iterable[int]:
        """The places, in order, of those in which one of some ids may stand; there may be others among them."""

    @abstractmethod
    def touching(self, date: EventDate) -> Iterable[Event]:
        """The events, in order, whose own dates touch another; there may be others among them."""


def read_events(collections: Sequence[Path]) -> tuple[Event, ...]:
    """The events of all collections, one after another, in the order of the files.

    The first invalid record is raised as InvalidData, with its place, and how many more there are in its file.
    """
    return tuple(
        event
        for collection in collections
        for path, data, _ in contents_of(collection)
        for event in events_in(str(path), data)
    )


def read_records(collections: Sequence[Path]) -> tuple[Record, ...]:
    """The records of all collections as they stand, unchecked beyond being YAML."""
    return tuple(
        record
        for collection in collections
        for path, data, _ in contents_of(collection)
        for record, _ in _parsed(str(path), data)[1]
    )


def stored_records(path: Path, parsed: Sequence[LineRecord]) -> Iterator[StoredRecord]:
    """The records of one file, with their places."""
    name = str(path)
    for position, (record, line) in enumerate(parsed):
        yield StoredRecord(record=record, origin=Origin(path=name, line=line), position=position)


def _parsed(path: str, data: bytes) -> tuple[str, tuple[ParsedRecord, ...]]:
    """The text of a file without its byte order mark, and its records; InvalidData begins with the place."""
    _, body = split_mark(decode(data, path))
    return body, parse_at(path, body)


def parse_at(path: str, body: str) -> tuple[ParsedRecord, ...]:
    """The records of a text that comes from a file; InvalidData begins with the place."""
    try:
        return parse_records(body)
    except InvalidYaml as error:
        raise InvalidData(error.said, hint=error.hint, path=path, line=error.line) from error


def events_in(path: str, data: bytes) -> list[Event]:
    """The events of a file's bytes; the first invalid record is raised as InvalidData, with its place."""
    if len(data) > LARGE:
        # Only for large files, as above.
        from timeline.store.sifting import Unusual, events_of  # noqa: PLC0415

        with suppress(Unusual):
            return events_of(path, data)
    body, parsed = _parsed(path, data)
    try:
        return [Event.from_record(record, Origin(path=path, line=line)) for record, line in parsed]
    except InvalidRecord:
        # Only where a file is invalid: finding the line costs 2 ms to import.
        from timeline.store.mistakes import invalid_file  # noqa: PLC0415

        raise invalid_file(path, body, parsed) from None


def sound_records(data: bytes) -> list[LineRecord] | None:
    """The records of a large file with their lines, where each tells by itself what it says."""
    if len(data) <= LARGE:
        return None
    # Only for large files: 10 ms.
    from timeline.store.sifting import Unusual, records_in  # noqa: PLC0415

    try:
        return [LineRecord(*one) for one in records_in(data)]
    except Unusual:
        return None
