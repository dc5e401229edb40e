"""A collection read: its records, its events, or everything that is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import InvalidData
from timeline.model import Event, InvalidRecord, Origin, Problem, Record
from timeline.store.files import decode, files_of, find_collection, read_bytes, split_mark
from timeline.yaml_events import InvalidYaml
from timeline.yaml_outline import Outline, outline
from timeline.yaml_text import ParsedRecord, parse_records

__all__ = [
    "FieldLines",
    "LocatedProblem",
    "StoredRecord",
    "find_collection",
    "problems_in",
    "read_events",
    "read_records",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """A record where it stands: in which file, on which line, and as which of the file's records, from 0."""

    record: Record
    origin: Origin
    position: int

    @property
    def id(self) -> str:
        """The record's id, or "" when it has none or one that is not text."""
        value = self.record.get("id", "")
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedProblem:
    """One thing wrong with a collection, with the file as the user named it and the line, from 1."""

    path: str
    line: int
    problem: Problem


def read_events(collections: Sequence[Path]) -> tuple[Event, ...]:
    """The events of all collections, one after another, in the order of the files.

    The first invalid record is raised as InvalidData, with its place, and how many more there are in its file.
    """
    return tuple(
        event for collection in collections for path in files_of(collection) for event in _events(path)
    )


def read_records(collections: Sequence[Path]) -> tuple[Record, ...]:
    """The records of all collections as they stand, unchecked beyond being YAML."""
    return tuple(
        record
        for collection in collections
        for path in files_of(collection)
        for record, _ in parse_file(path)[1]
    )


def stored_records(path: Path, parsed: Sequence[ParsedRecord]) -> Iterator[StoredRecord]:
    """The records of one file, with their places."""
    name = str(path)
    for position, (record, line) in enumerate(parsed):
        yield StoredRecord(record=record, origin=Origin(path=name, line=line), position=position)


def parse_file(path: Path) -> tuple[str, tuple[ParsedRecord, ...]]:
    """The text of a file without its byte order mark, and its records; InvalidData begins with the place."""
    _, body = split_mark(decode(read_bytes(path)[0], str(path)))
    return body, parse_at(str(path), body)


def parse_at(path: str, body: str) -> tuple[ParsedRecord, ...]:
    """The records of a text that comes from a file; InvalidData begins with the place."""
    try:
        return parse_records(body)
    except InvalidYaml as error:
        raise InvalidData(f"{path}:{error.line}: {error.message}", hint=error.hint) from error


def _events(path: Path) -> list[Event]:
    body, parsed = parse_file(path)
    name = str(path)
    try:
        return [Event.from_record(record, Origin(path=name, line=line)) for record, line in parsed]
    except InvalidRecord:
        problems = _problems_of(name, parsed, outline(body))
        first = problems[0]
        more = len(problems) - 1
        hint = first.problem.hint
        if more:
            also = f"{more} more problem{'s' if more > 1 else ''} in this file: timeline check"
            hint = f"{hint}; {also}" if hint else also
        raise InvalidData(f"{name}:{first.line}: {first.problem.message}", hint=hint) from None


def problems_in(collection: Path) -> tuple[LocatedProblem, ...]:
    """Everything that is wrong with the YAML and the records of a collection, in the order of files and lines.

    A file that cannot be read at all is raised as Unavailable.
    """
    found: list[LocatedProblem] = []
    for path in files_of(collection):
        found += _problems_of_file(path)
    return tuple(found)


def _problems_of_file(path: Path) -> list[LocatedProblem]:
    name = str(path)
    data = read_bytes(path)[0]
    wrong: list[InvalidYaml] = []
    try:
        _, body = split_mark(decode(data, name))
        parsed = parse_records(body, wrong)
    except InvalidYaml as error:
        wrong.append(error)
        parsed = ()
    except InvalidData as error:
        _, line, message = error.message.removeprefix(name).split(":", 2)
        problem = Problem(code="E108", field=(), message=message.strip(), hint=error.hint)
        return [LocatedProblem(path=name, line=int(line), problem=problem)]
    found = [
        LocatedProblem(
            path=name,
            line=one.line,
            problem=Problem(code=one.code, field=(), message=one.message, hint=one.hint),
        )
        for one in wrong
    ]
    if parsed:
        found += _problems_of(name, parsed, None if wrong else outline(body))
    return sorted(found, key=lambda problem: problem.line)


def _problems_of(name: str, parsed: Sequence[ParsedRecord], places: Outline | None) -> list[LocatedProblem]:
    found = []
    for position, (record, line) in enumerate(parsed):
        try:
            Event.from_record(record)
        except InvalidRecord as error:
            for problem in error.problems:
                place = places.line(position, problem.field) if places else line
                found.append(LocatedProblem(path=name, line=place, problem=problem))
    return found


class FieldLines:
    """The lines on which fields stand, for problems that are found in events; each file is read once."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[Outline, dict[int, int]]] = {}

    def line(self, origin: Origin, field: Sequence[str | int]) -> int:
        """The line of the field of the record that begins at `origin`, or of the nearest place there is."""
        if origin.path not in self._places:
            body, parsed = parse_file(Path(origin.path))
            by_line = {one.line: position for position, one in reversed(list(enumerate(parsed)))}
            self._places[origin.path] = (outline(body), by_line)
        places, by_line = self._places[origin.path]
        position = by_line.get(origin.line)
        return origin.line if position is None else places.line(position, field)
