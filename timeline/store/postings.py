"""Which records of a block have what: in memory a whole number whose bits are the records, in the index as few bytes as that takes."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

NUMBERS: Final = "I"  # of 4 bytes, in the order of the machine that has the index
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
    """The sets that `packed` has made, in the bytes that hold them."""

    __slots__ = ("_begins", "_data", "_width")

    def __init__(self, data: memoryview, count: int, records: int) -> None:
        size = 4 * (count + 1)
        self._begins = data[:size].cast(NUMBERS)
        self._data = data[size:]
        self._width = -(-records // 8)

    def __getitem__(self, place: int) -> int:
        """One of the sets."""
        part = self._data[self._begins[place] : self._begins[place + 1]]
        if len(part) == self._width:
            return int.from_bytes(part, "little")
        return int.from_bytes(_bits(part.cast(SHORT), self._width), "little")


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
