"""The events of a large file that meet a condition, found by its index: those are read that it does not tell enough of, and drawn from it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from timeline.errors import InvalidData
from timeline.model import Event, Origin, unread
from timeline.query.algebra import Predicate
from timeline.record import Record, Value, parse_date
from timeline.store.asking import Part, part_of
from timeline.store.beside import Beside
from timeline.store.index import DRAWN, Bytes, Damaged, Index
from timeline.store.opened import Opened
from timeline.yaml_text import piece_records

Found = TypeVar("Found")

_DATE = DRAWN.index("date")
_SHARE = 8  # of the records, the share from which reading them one by one takes longer than reading all


class Kept(Mapping[str, Value]):
    """A record of a file, read when something is asked of it."""

    __slots__ = ("_file", "_place", "_record")

    def __init__(self, file: Bytes | str, place: tuple[int, int, int]) -> None:
        """The file is one that is open, or the path of one; `place` is where it begins, its length, and its checksum."""
        self._file, self._place = file, place
        self._record: Record | None = None

    @property
    def _whole(self) -> Record:
        if self._record is None:
            at, length, checksum = self._place
            data = b""
            with suppress(OSError):
                file = Bytes(Path(self._file)) if isinstance(self._file, str) else self._file
                data = file.read(at, length)
            found = piece_records(data.decode()) if crc32(data) == checksum else None
            if found is None or len(found) != 1:
                raise InvalidData("the file changed while it was read", hint="try again")
            self._record = found[0].record
        return self._record

    def __getitem__(self, name: str) -> Value:
        return self._whole[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


class Narrowed(Beside):
    """A large file and its index, of which events are asked."""

    def events(self, where: Callable[[Event], bool]) -> list[Event] | None:
        """The events that meet a condition, in their order; None where the index tells too little, or is damaged."""
        return self._asked(self._found, where)

    def meets(self, where: Callable[[Event], bool]) -> bool | None:
        """Whether some event meets a condition; None as above."""
        return self._asked(self._meets, where)

    def _asked(
        self, ask: Callable[[Bytes, Index, Part, Predicate], Found | None], where: Callable[[Event], bool]
    ) -> Found | None:
        if not self.old or self._known is None or not isinstance(where, Predicate):
            return None
        file, index = self._known
        question = part_of(where, index.names)
        if not question.narrows:
            return None
        try:
            return ask(file, index, question, where)
        except (OSError, Damaged):
            self._known = None
            return None

    def _meets(self, file: Bytes, index: Index, question: Part, where: Predicate) -> bool:
        at = 0
        for block in index.blocks:
            if question.may_stand_in(block):
                opened = Opened(file, block)
                may, must = question.told(opened, opened.every)
                if must or any(where(event) for _, event in self._events(opened, may, at, 1)):
                    return True
            at += block.length
        return False

    def _found(self, file: Bytes, index: Index, question: Part, where: Predicate) -> list[Event] | None:
        at, line, records = 0, 1, 0
        chosen: list[tuple[Opened, int, int, int, int]] = []
        asked = 0
        for block in index.blocks:
            if question.may_stand_in(block):
                opened = Opened(file, block)
                may, must = question.told(opened, opened.every)
                if may:
                    chosen.append((opened, may, must, at, line))
                    asked += (may & ~must).bit_count()
            at, line, records = at + block.length, line + block.lines, records + block.records
        if asked * _SHARE > records:
            return None
        found = []
        for opened, may, must, at, line in chosen:
            for number, event in self._events(opened, may, at, line):
                if must >> number & 1 or where(event):
                    found.append(event)
        return found

    def _events(self, opened: Opened, wanted: int, at: int, line: int) -> Iterator[tuple[int, Event]]:
        """Some records of a block that begins at a place and a line of the file, each with its number there."""
        odd = opened.odd
        file: Bytes | str = self._file or ""
        path, folder = self._path, "" if self._file else str(Path(self._path, "-"))[:-1]
        for number, ((place, length, checksum, below), drawn) in opened.rows_of(wanted):
            told: list[Any] = drawn.decode().split("\0")
            told[_DATE], name = parse_date(told[_DATE]), told.pop()
            if name:  # it is one of a folder, and stands where its own file begins
                file = path = f"{folder}{name}"
                at, line = 0, 1
            record = Kept(file, (at + place, length, checksum))
            disputed = odd != 0 and bool(odd >> number & 1)
            origin, stated = Origin(path, line + below), zip(DRAWN, told, strict=True)
            yield number, unread(record, origin, disputed=disputed, known=stated)
