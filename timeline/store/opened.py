"""The parts of a block as the index has them, each read when it is asked for: days, names, words, ids."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias
from zlib import crc32

from timeline.folding import fold
from timeline.store.index import CHECKSUM, DAYS, ROW, Block, Bytes, Damaged, Index
from timeline.store.postings import NUMBERS, PAIR, Sets, members

_NEAR = 4096  # bytes between rows, on average, that are read faster than rows one by one

# Of a record its place and length in its block, its checksum and its line there; and what is drawn of it.
Row: TypeAlias = tuple[Sequence[int], bytes]


class Opened:
    """A block of an index, read as far as it is asked. Damaged where it is not what was written.

    `every` is the set of all its records, `odd` of those whose own days do not tell when they may have happened, `far` of those
    that reach farther than most.
    """

    def __init__(self, file: Bytes, block: Block) -> None:
        self._file = file
        self.block = block
        self._rows_at = block.at + block.size - block.rows
        data, records = file.part(block.at, block.names, block.names_sum), block.records
        size, count = PAIR.unpack_from(data)
        days = 2 + count
        rows, end = days + 2 * records, days + 3 * records + 1
        numbers = memoryview(data)[: 4 * end].cast(NUMBERS)
        self._numbers, self._rows = numbers[2:days], numbers[rows:end]
        self._days = memoryview(data)[4 * days : 4 * rows].cast(DAYS)
        self.every = (1 << records) - 1
        self._sets = Sets(data, 4 * end, 3, records)
        self.odd, self.far = self._sets[0], self._sets[2]
        self._named = Sets(data, 4 * days + size, count, records)

    @property
    def unusual(self) -> int:
        """Those that are written in another way than the usual."""
        return self._sets[1]

    @property
    def numbers(self) -> Iterable[int]:
        """The numbers of the names that its records have."""
        return self._numbers

    def rows_of(self, found: int) -> Iterator[tuple[int, Row]]:
        """The records in a set, each with its row: read at once, where they are not far apart."""
        begins, numbers = self._rows, [*members(found)]
        if not numbers:
            return
        stretch = begins[numbers[-1] + 1] - begins[numbers[0]]
        at_once = stretch < _NEAR * len(numbers)
        for some in (numbers,) if at_once else ((number,) for number in numbers):
            first = begins[some[0]]
            length = begins[some[-1] + 1] - first
            data = self._file.read(self._rows_at + first, length)
            if len(data) != length:
                raise Damaged
            for number in some:
                at, end = begins[number] - first, begins[number + 1] - first
                checksum, *place = ROW.unpack_from(data, at)
                if crc32(data[at + CHECKSUM : end]) != checksum:
                    raise Damaged
                yield number, (place, data[at + ROW.size : end])

    def named(self, numbers: Sequence[int]) -> int:
        """Those that have one of the names with these numbers."""
        own, found = self._numbers, 0
        if len(numbers) * 8 > len(own):
            wanted = frozenset(numbers)
            places = [place for place, number in enumerate(own) if number in wanted]
        else:
            places = [
                at for number in numbers if (at := bisect_left(own, number)) < len(own) and own[at] == number
            ]
        for place in places:
            found |= self._named[place]
        return found

    def during(self, first: int, last: int, among: int, *, certain: bool) -> int:
        """Those of some records whose days touch the days from the first to the last, or certainly lie within them; none of them odd."""
        days, records = self._days, self.block.records
        begins, ends = (days, days[records:]) if certain else (days[records:], days)
        found, begin, end = 0, self.block.most_from, self.block.most_to
        if first <= begin and end <= last:
            found, among = among & ~self.far, among & self.far
        elif last < begin or end < first:
            among &= self.far
        for number in members(among):
            if begins[number] >= first and ends[number] <= last:
                found |= 1 << number
        return found

    def worded(self, words: Sequence[bytes]) -> int:
        """Those in which each of the words may stand."""
        if not words:
            return self.every
        block = self.block
        data = self._file.part(block.at + block.names + block.ids, block.words, block.words_sum)
        count, size = PAIR.unpack_from(data)
        every = data[8 : 8 + size]
        sets = Sets(data, 8 + size, count, block.records)
        found = self.every
        for word in words:
            if not found:
                break
            having, at, place, before = 0, every.find(word), 0, 0
            while at >= 0:
                place += every.count(b"\0", before, at)
                before = every.find(b"\0", at)
                having |= sets[place - 1]
                at = every.find(word, before)
            found &= having
        return found


def ids_in(file: Bytes, index: Index, begins: str) -> set[str]:
    """The ids that begin so; a block is read no further than its ids. Damaged where they are not what was written."""
    found: set[str] = set()
    if not begins.isascii():
        return found
    head = b"\0" + begins.encode()
    for block in index.blocks:
        ids = file.part(block.at + block.names, block.ids, block.ids_sum)
        at = ids.find(head)
        while at >= 0:
            end = ids.find(b"\0", at + 1)
            if end < 0:  # what parts the last one from nothing
                break
            found.add(ids[at + 1 : end].decode())
            at = ids.find(head, end)
    return found


def names_in(file: Bytes, index: Index, letter: str, begins: str) -> set[str]:
    """The names of a field, by its letter, that begin so when they are folded, and that some record has. Damaged as above."""
    wanted = {
        number
        for number, name in enumerate(index.names)
        if name[:1] == letter and fold(name[1:]).startswith(begins)
    }
    missing = set(wanted)
    for block in index.blocks:
        if not missing:
            break
        missing.difference_update(Opened(file, block).numbers)
    return {index.names[number][1:] for number in wanted - missing}
