"""The two sides of a change of a file: its bytes before and after, or of a large one what the change takes and gives."""

from collections.abc import Sequence
from typing import TypeAlias

from timeline.tuples import NamedTuple

# The type of the bytes of a file, or of a view of some of them.
Bytes: TypeAlias = bytes | memoryview


class Cut(NamedTuple):
    """A side of which so many bytes `above` and `below` are those of the other side, too; their checksum is `rest`."""

    above: int
    between: bytes
    below: int
    rest: bytes

    def of(self, other: bytes) -> list[Bytes]:
        """The bytes of this side, in pieces, made of those of the other."""
        view = memoryview(other)
        return [view[: self.above], self.between, view[len(other) - self.below :]]


Side: TypeAlias = bytes | Cut | None
"""What a file holds; None is no file."""


def sides(old: bytes, above: int, between: bytes, below: int) -> tuple[Cut, Cut]:
    """Both sides of a change that puts something between so many of the old bytes: whole lines, which a person can read."""
    first, last = old.rfind(b"\n", 0, above) + 1, old.find(b"\n", len(old) - below) + 1 or len(old)
    between = old[first:above] + between + old[len(old) - below : last]
    above, below = first, len(old) - last
    rest = _checksum(old, above, below)
    return Cut(above, old[above:last], below, rest), Cut(above, between, below, rest)


def is_side(data: bytes | None, side: Side) -> bool:
    """Whether a file that holds these bytes is as on one side of a change."""
    if not isinstance(side, Cut):
        return data == side
    above, between, below, rest = side
    return (
        data is not None
        and len(data) == above + len(between) + below
        and data.startswith(between, above)
        and _checksum(data, above, below) == rest
    )


def made(side: Side, other: bytes | None) -> Sequence[Bytes]:
    """The bytes of a side, in pieces, made of those of the other."""
    if isinstance(side, Cut):
        return side.of(other or b"")
    return [side or b""]


def _checksum(data: bytes, above: int, below: int) -> bytes:
    # Only for large files: 5 ms.
    from hashlib import sha256  # noqa: PLC0415

    view = memoryview(data)
    summed = sha256(view[:above])
    summed.update(view[len(data) - below :])
    return summed.digest()
