"""What a format is: a way to write events as text, a way to read records back, and what it can carry."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO, TypeAlias

from timeline.errors import InvalidData
from timeline.model import Event
from timeline.record import RECORD_FIELDS, Record
from timeline.said.understood import Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """How a format is asked to write. `plain` (CSV): leave cells as they are, and promise no round trip."""

    plain: bool = False


def _as_written(text: str) -> Understood:
    return Understood(edtf=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a format is asked to read.

    `date` makes EDTF of a date as a person writes it into a cell, or raises DateError; `published`, if another reader
    does, of one that says when a source came out or was fetched. `note` is told what was guessed or taken for granted,
    the line first.
    """

    date: Callable[[str], Understood] = _as_written
    published: Callable[[str], Understood] | None = None
    note: Callable[[str], None] = lambda _text: None


Row: TypeAlias = "tuple[int, Record | InvalidData]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A reader and a writer that undo each other.

    `write` yields pieces of text, line ends included, at least one a row so that progress can be shown.
    `read` takes a stream opened with `newline=""` and yields each record with its line, from 1, or in its place
    what is wrong with it, the line first; it raises InvalidData where it cannot go on. `carries` names the fields
    that survive.
    """

    write: Callable[[Iterable[Event], WriteOptions], Iterator[str]]
    read: Callable[[TextIO, ReadOptions], Iterator[Row]]
    carries: frozenset[str] = frozenset({*RECORD_FIELDS, "extra"})
