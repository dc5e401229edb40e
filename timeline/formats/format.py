"""What a format is: a way to write events, a way to read records back, and what of an event it carries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from timeline.dates.forms import FORMS
from timeline.errors import InvalidData
from timeline.mapping import NOTHING, Mapping
from timeline.model import Event
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS, Record
from timeline.said.understood import Understood

if TYPE_CHECKING:
    from timeline.naming import Names

OWN = "own fields"
SOURCES = tuple(f"sources.{name}" for name in (*SOURCE_FIELDS, OWN))
EVERY_FIELD = frozenset((*(name for name in RECORD_FIELDS if name != "sources"), *SOURCES, OWN))


def fields(event: str = "", sources: str = "") -> frozenset[str]:
    """The names of an event's fields and, behind `sources.`, of a source's.

    >>> sorted(fields("id date", sources="url"))
    ['date', 'id', 'sources.url']
    """
    return frozenset((*event.split(), *(f"sources.{name}" for name in sources.split())))


def _all(_event: Event) -> str:
    return ""


def _nothing(_event: Event) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Carries:
    """What of an event is found again in a file, by a program or by a person who reads it.

    `fields` are names of `EVERY_FIELD`, `dates` of `timeline.dates.forms.FORMS`: what a date may say beyond a plain
    day, month or year. `sources` is the most sources that an event can have. `left_out` says which events cannot be in
    the file at all ("events without a place"), and "" of the others; `also` names what else is lost of an event.
    """

    fields: frozenset[str] = EVERY_FIELD
    dates: frozenset[str] = frozenset(FORMS)
    sources: int | None = None
    left_out: Callable[[Event], str] = _all
    also: Callable[[Event], Iterable[str]] = _nothing


EVERYTHING = Carries()


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """How a format is asked to write; which of these it reads, its row in the table says.

    `plain` (CSV): leave cells as they are, and promise no round trip. `bom` (CSV): begin with a byte order mark. `by`
    names the lanes (`timeline.query.lanes`) that are the chapters, "" for years; `title` stands above all. `names` tells
    which actors and places are one, and `ending` is that of the file's name, if it has one. `no_summaries` (HTML) leaves them
    out, and `note` is told what whoever exports should know.
    """

    plain: bool = False
    bom: bool = False
    by: str = ""
    title: str = ""
    names: "Names | None" = None
    ending: str = ""
    no_summaries: bool = False
    note: Callable[[str], None] = lambda _text: None


def _as_written(text: str) -> Understood:
    return Understood(edtf=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a format is asked to read.

    `date` makes EDTF of a date as a person writes it into a cell, or raises DateError; `published`, if another reader
    does, of one that says when a source came out or was fetched. `note` is told what was guessed or taken for granted,
    the line first. `mapping` says what the columns of a table are, as far as it is known, and `learned` is told by which
    mapping, that and what was guessed, a table is read. `asked` are terms that an event must meet to be asked for, each
    with the fields that it reads; a row that does not need not be read any further. `period` is the first and the last
    day (since 1970) of what is asked for; what is repeated is read within it. `name` is what the file is called, without its
    folder and its ending.
    """

    date: Callable[[str], Understood] = _as_written
    published: Callable[[str], Understood] | None = None
    note: Callable[[str], None] = lambda _text: None
    mapping: Mapping = NOTHING
    learned: Callable[[Mapping], None] = lambda _mapping: None
    asked: Sequence[tuple[frozenset[str], Callable[[Event], bool]]] = ()
    period: tuple[int | None, int | None] = (None, None)
    name: str = ""


class Alike(Enum):
    """In the place of a record: the row tells of an event that another row brings."""

    ALIKE = "alike"


ALIKE = Alike.ALIKE

Row: TypeAlias = "tuple[int, Record | InvalidData | Alike | None]"
Writer: TypeAlias = Callable[[Iterable[Event], WriteOptions], Iterator[str] | Iterator[bytes]]
FolderWriter: TypeAlias = Callable[[Iterable[Event], WriteOptions], Iterator[tuple[str, str]]]
Reader: TypeAlias = Callable[[BinaryIO, ReadOptions], Iterator[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A writer, a reader, or both; a reader undoes the writer, but for what the writer does not carry.

    `write` yields pieces of text, line ends included, at least one a row so that progress can be shown, or of bytes.
    `read` takes a stream of bytes in which it may go back, and yields each record with its line, from 1, or in its place
    what is wrong with it, the line first, in as many rows as there are mistakes, or None for one that is not asked for, or ALIKE; it
    raises InvalidData where it cannot go on. `carries` is what of the events survives. Where each event is a file of its
    own, `files` stands for `write`, and yields names with texts; `folder` fills an empty one where the output's name has no ending.
    What is read are events, or `sources` of events that are
    there.
    """

    write: Writer | None = None
    files: FolderWriter | None = None
    folder: Callable[[Iterable[Event], Path], None] | None = None
    read: Reader | None = None
    sources: bool = False
    carries: Carries = EVERYTHING
