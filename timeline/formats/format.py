"""What a format is: a way to write events as text, a way to read records back, and what it can carry."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from timeline.model import RECORD_FIELDS, Event, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """How a format is asked to write. `plain` (CSV): leave cells as they are, and promise no round trip."""

    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A reader and a writer that undo each other.

    `write` yields pieces of text, line ends included, at least one a row so that progress can be shown.
    `read` takes a stream opened with `newline=""` and yields each record with its line, from 1; it raises
    InvalidData, the line first, for text that is not in the format. `carries` names the fields that survive.
    """

    write: Callable[[Iterable[Event], WriteOptions], Iterator[str]]
    read: Callable[[TextIO], Iterator[tuple[int, Record]]]
    carries: frozenset[str] = frozenset({*RECORD_FIELDS, "extra"})
