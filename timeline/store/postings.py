"""Which records of a block have what: in memory a whole number whose bits are the records, in the index as few bytes as that takes."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from struct import Struct
from typing import Final

NUMBERS: Final = "I"  # of 4 bytes, in the order of the machine that has the index
PAIR = Struct("=II")
SHORT: Final = "H"  # the number of a record within its block
MOST = 1 << 16  # records of a block


def packed(sets: Sequence[Sequence[int]], records: int) -> bytes:
    """Sets of ascending record numbers, one behind another: where each begins, where the last ends, and what they hold.

    A set is its numbers, or a bit for each record where that is shorter.
    """
    width = -(-records // 8)
    parts = [_numbers(one) if 2 * len(one) < width else _bits(one, width) for one in sets]
    begins = array(NUMBERS, accumulate(map(len, parts), initial=0))
    return begins.tobytes() + b"".join(parts)


class Sets:
    """The sets that `packed` has made, in the bytes that hold them from a place on."""

    __slots__ = ("_at", "_data", "_sets_at", "_width")

    def __init__(self, data: bytes, at: int, count: int, records: int) -> None:
        self._data, self._at = data, at
        self._sets_at = at + 4 * (count + 1)
        self._width = -(-records // 8)

    def __getitem__(self, place: int) -> int:
        """One of the sets."""
        begin, end = PAIR.unpack_from(self._data, self._at + 4 * place)
        if begin == end:
            return 0
        part = self._data[self._sets_at + begin : self._sets_at + end]
        if end - begin != self._width:
            part = _bits(array(SHORT, part), self._width)
        return int.from_bytes(part, "little")


def members(found: int) -> Iterator[int]:
    """The numbers in a set, ascending."""
    digits = bin(found)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)


def _numbers(members_: Sequence[int]) -> bytes:
    return array(SHORT, members_).tobytes()


def _bits(members_: Iterable[int], width: int) -> bytes:
    found = bytearray(width)
    for number in members_:
        found[number >> 3] |= 1 << (number & 7)
    return bytes(found)
