"""What is to become of a collection, and the files of which it is to be made, open."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from timeline.record import Record
from timeline.store.files import FileState, contents_of, decode, is_as_read, split_mark
from timeline.store.journal import Part
from timeline.store.own import Own
from timeline.store.read import LARGE, LineRecord, StoredRecord, parse_at, sound_records, stored_records
from timeline.store.sides import Cut, made
from timeline.tuples import NamedTuple
from timeline.yaml_text import piece_records
from timeline.yaml_write import Style, format_record, in_brackets

if TYPE_CHECKING:
    from timeline.store.apart import Apart

_NOTHING: Mapping[int, Any] = MappingProxyType({})


class FileChange(NamedTuple):
    """A file as the user named it, its old bytes (none: it is new) and its new ones (none: it goes)."""

    path: str
    old: bytes
    new: bytes


class Change(NamedTuple):
    """What is to become of a collection: records added behind all others, changed, and removed.

    `edited`, `removed` and `rewritten` name records by their place in the collection, from 0. What is rewritten
    gets a person's text in the place of its own lines, and `judge` is given the record that this makes, to refuse it.
    What is `brought` comes behind the others, too, with the text that it had elsewhere; it is removed there with the
    comments directly `above` it.
    """

    added: Sequence[Record] = ()
    brought: Sequence[Own] = ()
    edited: Mapping[int, Record] = _NOTHING
    removed: frozenset[int] = frozenset()
    above: bool = False
    rewritten: Mapping[int, str] = _NOTHING
    judge: Callable[[Record], None] = lambda _record: None

    @property
    def new(self) -> list[Record]:
        """The records that come behind the others."""
        return [*self.added, *(one.record for one in self.brought)]

    def items(self, style: Style) -> list[str]:
        """What comes behind the others, as items of a list in this style."""
        return [
            *(format_record(record, style) for record in self.added),
            *(one.in_list(style) for one in self.brought),
        ]

    def items_in_brackets(self, style: Style) -> list[str]:
        """What comes behind the others, as items of a list in brackets."""
        return [
            *(in_brackets(record, quoted=style.quoted) for record in self.added),
            *(one.in_brackets(style) for one in self.brought),
        ]


class Found(NamedTuple):
    """A file as it was found: what it is compared with before another takes its place."""

    path: Path
    data: bytes
    state: FileState

    @property
    def place(self) -> Path:
        """Where the file really is: symbolic links stay what they are."""
        return Path(os.path.realpath(self.path))


class OpenFile(NamedTuple):
    """A file of a collection as it was read: the bytes that a change is made of and compared with.

    Its records stand `apart` where each says by itself what it says among the others.
    """

    path: Path
    data: bytes
    state: FileState
    mark: str
    body: str
    parsed: Sequence[LineRecord]
    apart: bool = False

    @property
    def found(self) -> Found:
        """The file without what was read of it."""
        return Found(self.path, self.data, self.state)


class LargeFile(NamedTuple):
    """A file that is a whole collection, of whose records no more is read than is asked."""

    path: Path
    data: bytes
    state: FileState
    records: "Apart"

    @property
    def found(self) -> Found:
        """The file without what is known of it."""
        return Found(self.path, self.data, self.state)


Opened: TypeAlias = Sequence[OpenFile] | LargeFile
"""The files of a collection that may be changed."""


class Planned(NamedTuple):
    """One file's part of a change, ready to be written: no `file` when it is new, no `new` when it goes.

    What a large file becomes is told by what is `cut` out of it, and put there: the old and the new side.
    """

    path: Path
    file: Found | None
    new: bytes | None = None
    cut: tuple[Cut, Cut] | None = None

    @property
    def changes(self) -> bool:
        """Whether it leaves the file other than it was."""
        if self.cut:
            return self.cut[0] != self.cut[1]
        return self.file is None or self.new != self.file.data

    @property
    def part(self) -> Part:
        """The part that is to be written, by where the file really is, or will be."""
        place = self.file.place if self.file else Path(os.path.realpath(self.path.parent), self.path.name)
        old, new = self.cut or (self.file.data if self.file else None, self.new)
        return Part(place, old, new, self.file.state.mode if self.file else None)

    @property
    def change(self) -> FileChange:
        """The part that is for people to see."""
        old = self.file.data if self.file else b""
        return FileChange(str(self.path), old, b"".join(made(self.part.new, old)))


def open_file(path: Path, data: bytes, state: FileState, known: OpenFile | None = None) -> OpenFile:
    """A file that may be changed, read; what is `known` of it, where it has the same bytes."""
    if known is not None and known.data == data:
        return known._replace(state=state)
    mark, body = split_mark(decode(data, str(path)))
    found = sound_records(data) or piece_records(body)
    parsed = parse_at(str(path), body) if found is None else found
    read = [LineRecord(*one) for one in parsed]
    return OpenFile(path, data, state, mark, body, read, apart=found is not None)


def open_collection(collection: Path) -> tuple[OpenFile, ...]:
    """Read all files of a collection that may be changed."""
    return tuple(open_file(path, data, state) for path, data, state in contents_of(collection))


def look_into(collection: Path, known: Opened = (), indexes: Path | None = None) -> Opened:
    """The files of a collection that may be changed; those that are `known`, and as they were, are read as little as will do.

    So is a large one of which an index tells, in the folder of `indexes`.
    """
    if isinstance(known, LargeFile):
        if is_as_read(known.path, known.data, known.state):
            return known
        known = ()
    before = {one.path: one for one in known}
    found = []
    for path, data, state in contents_of(collection):
        large = _large(path, data, state, indexes) if path == collection and path not in before else None
        if large:
            return large
        found.append(open_file(path, data, state, before.get(path)))
    return tuple(found)


def _large(path: Path, data: bytes, state: FileState, indexes: Path | None) -> LargeFile | None:
    """A large file whose records stand apart."""
    if len(data) <= LARGE:
        return None
    # Only for large files: 10 ms.
    from timeline.store.apart import Apart, Unusual  # noqa: PLC0415
    from timeline.store.proven import odd_known  # noqa: PLC0415

    odd = odd_known(path, data, state, indexes) if indexes else None
    try:
        return LargeFile(path, data, state, Apart(path, data, odd))
    except Unusual:
        return None


def in_full(opened: Opened) -> Sequence[OpenFile]:
    """The files of a collection with all of their text."""
    if isinstance(opened, LargeFile):
        return (open_file(opened.path, opened.data, opened.state),)
    return opened


def records_of(files: Opened) -> Sequence[StoredRecord]:
    """The records of the files of a collection, in order."""
    if isinstance(files, LargeFile):
        return files.records
    return tuple(record for file in files for record in stored_records(file.path, file.parsed))
