"""The seal of a table that we wrote: checksums of its rows and of its footer, which stand between the two, where no reader looks.

Parquet has a checksum for each page, but engines write none, and of a byte that has changed some texts are still texts. The
places of all pages are told in the footer, and the footer's by the last bytes, so that what stands before it is passed over.
"""

import zlib
from pathlib import Path
from typing import BinaryIO

MAGIC = b"PAR1"
"""What a file of Parquet begins with and ends in."""
MOST = 1 << 25
"""Bytes of rows that are compared each time that a file is opened, in 20 ms; of more only the footer is."""
_MARK = b"timeline seal 1:"
_LENGTH = len(_MARK) + 16
_TAIL = 8  # bytes behind the footer: how long it is, and MAGIC
_PIECE = 1 << 20


def seal(path: Path) -> None:
    """Put a seal on a file of Parquet that has just been written."""
    with path.open("r+b") as file:
        start, footer = _footer(file)
        written = _MARK + b"%08x%08x" % (_checksum(file, start), zlib.crc32(footer))
        file.seek(start)
        file.write(written + footer)


def as_written(file: BinaryIO) -> bool | None:
    """Whether a file is as it was when it was sealed, as far as that is looked at; None where it has no seal."""
    start, footer = _footer(file)
    start -= _LENGTH
    file.seek(max(start, 0))
    told = file.read(_LENGTH)
    if start < 0 or not told.startswith(_MARK):
        return None
    rows = b"%08x" % _checksum(file, start) if start <= MOST else told[-16:-8]
    return told == _MARK + rows + b"%08x" % zlib.crc32(footer)


def _footer(file: BinaryIO) -> tuple[int, bytes]:
    """Where the footer of a file stands, and its bytes with all that is behind them; none, where it is no whole file."""
    size = file.seek(0, 2)
    file.seek(max(size - _TAIL, 0))
    tail = file.read()
    start = size - _TAIL - int.from_bytes(tail[:4], "little")
    if start < 0 or tail[4:] != MAGIC:
        return 0, b""
    file.seek(start)
    return start, file.read()


def _checksum(file: BinaryIO, end: int) -> int:
    """The checksum of a file's bytes up to a place."""
    file.seek(0)
    found = 0
    while end > 0 and (piece := file.read(min(_PIECE, end))):
        found = zlib.crc32(piece, found)
        end -= len(piece)
    return found
