"""The index of a large file, as it is kept beside the user's other caches: never needed, and never trusted.

It is a head, then of each block of the file (some whole records, of some hundreds of blocks) its parts, then the manifest, which tells where
those stand. Head, manifest, each part and each row have checksums of their own: what is damaged, half written, or of another
version or machine is as good as no index.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from struct import Struct, error
from typing import BinaryIO, Final
from zlib import crc32

from timeline.store.system import NO_WAIT, READ
from timeline.tuples import NamedTuple

# What an index of another version, or of a machine that writes numbers otherwise, does not begin with.
_MAGIC = f"timeline 7 {sys.byteorder}".ljust(20).encode()
_HEAD = Struct("<20sQII")  # then where the manifest stands, its length and its checksum
_MANIFEST = Struct("<QQqq?III")
_BLOCK = Struct("<IIIIiiii48sQIIIIIII")
# A row: its checksum; then the record's place and length in its block, its checksum, and its line, from 0; then what is drawn of it, and its file's name in a folder.
ROW = Struct("<IIIII")
CHECKSUM = 4  # bytes that it takes itself
DRAWN = ("title", "date", "id", "date_as_written", "status")
# The letters of the fields of which the names are known, and of the paths of fields of the user's own.
LETTERS = {"actors": "a", "tags": "t", "place": "p", "kind": "k", "status": "s"}
OWN = "o"
DAYS: Final = "i"  # from 1970-01-01, in 4 bytes
FAR = 1 << 30  # days, behind which a record alone tells of its own
HEAD = 48  # bytes with which a block begins, by which it is found again
_PATH = 1 << 16  # bytes of a path, at most
FIRST_AT = _HEAD.size
# A clock may stand still for as long between two writings of a file: that of FAT does.
_GRAIN = 2_000_000_000  # ns


class Damaged(Exception):
    """What an index holds is not what was written."""


class Stamp(NamedTuple):
    """What tells, as git has it, that a file is as it was: its size, its inode, and when it and what is told of it changed, in ns."""

    size: int
    inode: int
    changed: int
    told: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """That of a file."""
        return cls(status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)

    def settled(self, now: int) -> bool:
        """Whether the file can no longer change without its times telling: they are past, by more than a clock's grain."""
        return max(self.changed, self.told) + _GRAIN < now


class Block(NamedTuple):
    """Some whole records of a file, and where its parts stand in the index, with their lengths and checksums.

    Of the file: bytes, lines and records, the checksum, the days between which each of its events happened, whoever dates
    it, and those between which most did, and the first bytes. The parts stand one behind another: the names and days, the ids, the words, the rows.
    """

    length: int
    lines: int
    records: int
    checksum: int
    first: int
    last: int
    most_from: int
    most_to: int
    head: bytes
    at: int
    names: int
    names_sum: int
    ids: int
    ids_sum: int
    words: int
    words_sum: int
    rows: int

    @property
    def size(self) -> int:
        """The bytes of all its parts."""
        return self.names + self.ids + self.words + self.rows


class Index(NamedTuple):
    """What an index knows: of which file as it was when, whether that can be told by its times, and names and blocks.

    Each name begins with the letter of its field, and some block may have it. `listing` tells of the files of a folder, as they
    were; the length of a block is then how many of them it has. Without a block it tells that all is to be read in another way.
    """

    stamp: Stamp
    settled: bool
    names: Sequence[str]
    blocks: Sequence[Block]
    listing: bytes = b""

    @property
    def tells(self) -> bool:
        """Whether it tells anything of the events."""
        return bool(self.blocks)


def place_of(folder: Path, path: str) -> Path:
    """Where the index of a file stands."""
    return folder / f"{Path(path).stem[:40]}-{crc32(os.fsencode(path)):08x}.index"


class Bytes:
    """A file that is open to be read here and there; it is closed when nobody has it any more. OSError as it comes."""

    __slots__ = ("_descriptor",)

    def __init__(self, path: Path) -> None:
        self._descriptor = -1
        self._descriptor = os.open(path, READ | NO_WAIT)

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def status(self) -> os.stat_result:
        """What the system tells of the file."""
        return os.fstat(self._descriptor)

    def read(self, at: int, length: int) -> bytes:
        """So many bytes from a place on, or as many as there are."""
        os.lseek(self._descriptor, at, os.SEEK_SET)
        data = os.read(self._descriptor, length)
        while len(data) < length and (more := os.read(self._descriptor, length - len(data))):
            data += more
        return data

    def part(self, at: int, length: int, checksum: int) -> bytes:
        """A part of an index; Damaged where it is not what was written."""
        data = self.read(at, length)
        if len(data) != length or crc32(data) != checksum:
            raise Damaged
        return data


def loaded(file: Bytes, path: str) -> Index:
    """The index of the file at a path; Damaged where it is none, or that of another."""
    try:
        magic, at, length, checksum = _HEAD.unpack(file.read(0, _HEAD.size))
        if magic != _MAGIC or length > file.status().st_size:
            raise Damaged
        data = file.part(at, length, checksum)
        size, inode, changed, told, settled, named, count, listed = _MANIFEST.unpack_from(data)
    except error:
        raise Damaged from None
    begin = _MANIFEST.size
    name, blocks, listing = data[begin : begin + named], begin + named, begin + named + count * _BLOCK.size
    names = listing + listed
    if name != os.fsencode(path):
        raise Damaged
    return Index(
        Stamp(size, inode, changed, told),
        settled,
        data[names:].decode().split("\0"),
        [Block(*values) for values in _BLOCK.iter_unpack(data[blocks:listing])],
        data[listing:names],
    )


def file_of(file: Bytes) -> str | None:
    """The path of the file that an index tells of, unchecked; None where it is no index of this version."""
    try:
        magic, at, *_ = _HEAD.unpack(file.read(0, _HEAD.size))
        *_, named, _count, _listed = _MANIFEST.unpack(file.read(at, _MANIFEST.size))
    except (error, OverflowError):
        return None
    return os.fsdecode(file.read(at + _MANIFEST.size, named)) if magic == _MAGIC and named < _PATH else None


def put_head(file: BinaryIO, at: int, manifest: bytes) -> None:
    """Write what an index begins with, when all else is written."""
    file.seek(0)
    file.write(_HEAD.pack(_MAGIC, at, len(manifest), crc32(manifest)))


def manifest_of(path: str, index: Index) -> bytes:
    """What tells of all parts of an index."""
    name = os.fsencode(path)
    return b"".join(
        (
            _MANIFEST.pack(*index.stamp, index.settled, len(name), len(index.blocks), len(index.listing)),
            name,
            *(_BLOCK.pack(*block) for block in index.blocks),
            index.listing,
            "\0".join(index.names).encode(),
        )
    )
