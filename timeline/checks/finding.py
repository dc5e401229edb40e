"""A record where it stands, and one thing that a check found there."""

from collections.abc import Mapping, Sequence

from timeline.checks.codes import Severity, severity_of
from timeline.model import Event, Origin, unread
from timeline.record import InvalidRecord, Problem, Record, Value
from timeline.tuples import NamedTuple

FieldPath = tuple[str | int, ...]


class PlacedRecord(NamedTuple):
    """A record with its place: `origin` says file and line, `number` which record of the file it is, from 0.

    `event` is None when the record is no event; `problems` then say why. Each record is itself: compare with `is`.
    A record that is no dict is known to be an event, and read no further than it is asked.
    """

    record: Mapping[str, Value]
    origin: Origin
    number: int
    event: Event | None
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The id as the record has it, or `""`."""
        id_ = self.record.get("id")
        return id_ if isinstance(id_, str) else ""

    @property
    def whole(self) -> Record:
        """The record with all that it says."""
        return self.record if isinstance(self.record, dict) else dict(self.record)

    @property
    def place(self) -> str:
        """File and line, as messages show them."""
        return f"{self.origin.path}:{self.origin.line}"


class Finding(NamedTuple):
    """One thing that is wrong, or looks wrong: a code of `CODES`, what, a way out, and where.

    `line` is the line of the record until somebody locates `field`; `number` is the record's place in its file, and
    None when the finding concerns the file itself.
    """

    code: str
    message: str
    path: str
    line: int
    hint: str | None = None
    number: int | None = None
    field: FieldPath = ()
    id: str = ""

    @property
    def severity(self) -> Severity:
        """Whether it is an error or a warning."""
        return severity_of(self.code)


def place_record(record: Mapping[str, Value], origin: Origin, number: int) -> PlacedRecord:
    """The record with the event that it describes, or with everything that keeps it from being one."""
    if not isinstance(record, dict):
        return PlacedRecord(record=record, origin=origin, number=number, event=unread(record, origin))
    try:
        event = Event.from_record(record, origin)
    except InvalidRecord as error:
        return PlacedRecord(record=record, origin=origin, number=number, event=None, problems=error.problems)
    return PlacedRecord(record=record, origin=origin, number=number, event=event)


def finding(
    placed: PlacedRecord, code: str, field: Sequence[str | int], message: str, hint: str | None = None
) -> Finding:
    """What was found at a field of a record."""
    return Finding(
        code=code,
        message=message,
        hint=hint,
        path=placed.origin.path,
        line=placed.origin.line,
        number=placed.number,
        field=tuple(field),
        id=placed.id,
    )


def label(field: Sequence[str | int]) -> str:
    """The name of a field as messages give it; positions count from 1.

    >>> label(("sources", 1, "date"))
    'sources.2.date'
    """
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in field)
