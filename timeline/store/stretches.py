"""What an index is made of: the stretches of a file, or of a folder of files, and what is to be held of each."""

from collections.abc import Iterator, Sequence
from zlib import crc32

from timeline.store.blocks import Filling, Parts, parts_of
from timeline.store.index import Block, Bytes, Index, Stamp
from timeline.store.listing import Listing, entries_of
from timeline.store.sifting import LONGEST, Unusual
from timeline.tuples import NamedTuple
from timeline.yaml_sound import Shapes

_FARTHER = 1 << 22  # bytes that may have come before a block, beyond those of the blocks that are gone
_LOST = 8  # blocks one behind another that are not found again, behind which none is looked for


class Stretch(NamedTuple):
    """Some bytes of a file, or files of a folder, from a place on, and the block that they still are; None where they are to be read."""

    at: int
    length: int
    block: Block | None


class WholeFile:
    """A file of which an index is made."""

    def __init__(self, file: Bytes) -> None:
        self._file = file
        self.stamp = Stamp.of(file.status())
        self.size = self.stamp.size

    def listing(self, _now: int) -> bytes:
        """Nothing: it is no folder."""
        return b""

    def settled(self, now: int) -> bool:
        """Whether it can no longer change without its times telling."""
        return self.stamp.settled(now)

    @property
    def same(self) -> bool:
        """Whether it is as it was."""
        return Stamp.of(self._file.status()) == self.stamp

    def stretches(self, old: Index | None, size: int) -> Iterator[Stretch]:
        """All of it: the blocks of an index that are found again, and what is to be read between them."""
        return _stretches(self._file, old.blocks if old else (), self.size, size)

    def parts(self, stretch: Stretch, names: dict[str, int], shapes: Shapes) -> tuple[Parts, bytes]:
        """What is to be held of a stretch, and its bytes."""
        piece = self._file.read(stretch.at, stretch.length)
        return parts_of(piece, names, shapes, first=not stretch.at), piece


class Successor(WholeFile):
    """A file that we have put in the place of the one that an index tells of: its bytes above and below a place are those of the other."""

    def __init__(self, file: Bytes, above: int, below: int) -> None:
        super().__init__(file)
        self._above, self._below = above, below

    def settled(self, now: int) -> bool:
        """Also when it was written before it got its name: who writes into it since does so later, and that is told."""
        return self.stamp.changed < self.stamp.told or super().settled(now)

    def stretches(self, old: Index | None, size: int) -> Iterator[Stretch]:
        """All of it: the blocks of the index that lie above and below, which need not be looked at, and what is to be read between them."""
        at = before = 0
        moved = self.size - old.stamp.size if old else 0
        for block in old.blocks if old else ():
            place, end = before, before + block.length
            before = end
            if end > self._above:
                place += moved
                if place < self.size - self._below:
                    continue
            # Else each event that comes behind the others has a block of its own.
            elif end == self._above and block.length < size // 2:
                continue
            if (not place) == (end == block.length) and self._stands_alone(place, block.length):
                yield from _pieces(self._file, at, place, size)
                yield Stretch(place, block.length, block)
                at = place + block.length
        yield from _pieces(self._file, at, self.size, size)

    def _stands_alone(self, place: int, length: int) -> bool:
        """Whether a record begins at a place, and another or none behind so many bytes."""
        return (not place or self._file.read(place - 1, 1) == b"\n") and _is_end(
            self._file.read(place + length, 2)
        )


class WholeFolder:
    """A folder of files of which an index is made: a block is some of them."""

    stamp = Stamp(0, 0, 0, 0)
    same = True  # as far as each was when it was read

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self.size = listing.size

    def listing(self, now: int) -> bytes:
        """What tells of the files, as it is kept."""
        return self._listing.told_at(now)

    def settled(self, now: int) -> bool:
        """Of each its entry tells."""
        return self.stamp.settled(now)

    def stretches(self, old: Index | None, size: int) -> Iterator[Stretch]:
        """All of the files: the blocks of an index that they still are, and what is to be read between them. Unusual where one is a pipe, or the like."""
        if not self._listing.regular:
            raise Unusual
        at, before, entries = 0, 0, self._listing.entries
        places = {entry: place for place, entry in enumerate(entries)}
        known = [*entries_of(old.listing)] if old else []
        for block in old.blocks if old else ():
            own = known[before : before + block.length]
            before += block.length
            place = places.get(own[0], -1) if own else -1
            if place >= at and entries[place : place + len(own)] == own:
                yield from self._pieces(at, place, size)
                yield Stretch(place, len(own), block)
                at = place + len(own)
        yield from self._pieces(at, len(entries), size)

    def parts(self, stretch: Stretch, names: dict[str, int], shapes: Shapes) -> tuple[Parts, bytes]:
        """What is to be held of some of the files, and their bytes. Unusual where one of them is not as it was listed."""
        filling, pieces = Filling(names), []
        for at in range(stretch.at, stretch.at + stretch.length):
            file = Bytes(self._listing.path_of(at))
            piece = file.read(0, self._listing.stamps[at].size)
            if Stamp.of(file.status()) != self._listing.stamps[at]:
                raise Unusual
            if piece.strip():
                filling.take(piece, shapes, first=True, file=self._listing.name_of(at))
            pieces.append(piece)
        return filling.parts(0), b"".join(pieces)

    def _pieces(self, at: int, end: int, size: int) -> Iterator[Stretch]:
        """The files from one to another, about a block of them each."""
        begin, length = at, 0
        for place in range(at, end):
            length += self._listing.stamps[place].size
            if length >= size or place == end - 1:
                yield Stretch(begin, place + 1 - begin, None)
                begin, length = place + 1, 0


def _stretches(file: Bytes, blocks: Sequence[Block], end: int, size: int) -> Iterator[Stretch]:
    """All of a file: the blocks that are found again, and what is to be read between them."""
    at = lost = passed = 0
    for number, block in enumerate(blocks):
        place = _found_again(file, block, at, passed, first=not number)
        if place is None:
            lost, passed = lost + 1, passed + block.length
            if lost == _LOST:
                break
            continue
        yield from _pieces(file, at, place, size)
        yield Stretch(place, block.length, block)
        at, lost, passed = place + block.length, 0, 0
    yield from _pieces(file, at, end, size)


def _found_again(file: Bytes, block: Block, at: int, passed: int, *, first: bool) -> int | None:
    """Where a block stands in a file, from a place on; the first one only where a file begins, and none where more belongs to its last record."""
    data = file.read(at, block.length + 2)
    if first == (not at) and _is_block(data, block):
        return at
    if first:
        return None
    data = file.read(at, passed + block.length + _FARTHER)
    place = data.find(b"\n" + block.head) + 1
    return at + place if place and _is_block(data[place : place + block.length + 2], block) else None


def _is_block(data: bytes, block: Block) -> bool:
    return (
        crc32(data[: block.length]) == block.checksum
        and len(data) >= block.length
        and _is_end(data[block.length :])
    )


def _is_end(rest: bytes) -> bool:
    """Whether a record has ended, by the two bytes behind it: the file ends, or another record begins."""
    return rest in (b"", b"- ")


def _pieces(file: Bytes, at: int, end: int, size: int) -> Iterator[Stretch]:
    """What is to be read from one place to another: about a block each, to the end of a record."""
    while at < end:
        length, cut = 0, 0
        while not cut and at + length < end:
            length = min(length + size, end - at)
            if length > LONGEST:
                raise Unusual
            cut = file.read(at, length).rfind(b"\n- ") + 1
        length = length if at + length == end else cut
        yield Stretch(at, length, None)
        at += length
