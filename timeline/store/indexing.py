"""The index of a large file made, or renewed: of a file that has changed no more is read as YAML than the blocks that did.

Written into a new file that then takes the place of the old one: whoever reads at that time has the one or the other, and of
several who write the last one stays.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias
from zlib import crc32

from timeline.store.blocks import parts_of
from timeline.store.index import (
    FIRST_AT,
    HEAD,
    Block,
    Bytes,
    Damaged,
    Index,
    Stamp,
    file_of,
    manifest_of,
    put_head,
)
from timeline.store.sifting import LONGEST, Unusual
from timeline.tuples import NamedTuple
from timeline.yaml_sound import Shapes

# Bytes of a block, about: more of a larger file, so that there are some hundreds.
_BLOCK = 1 << 18
_BLOCKS = 512
_DAY = 24 * 60 * 60
_FARTHER = 1 << 22  # bytes that may have come before a block, beyond those of the blocks that are gone
_LOST = 8  # blocks one behind another that are not found again, behind which none is looked for


class Stretch(NamedTuple):
    """Some of a file, from a place on, and the block that it still is; None where it is to be read."""

    at: int
    length: int
    block: Block | None


Watch: TypeAlias = Callable[[Iterable[Stretch], int], Iterable[Stretch]]


def unwatched(stretches: Iterable[Stretch], _number: int) -> Iterable[Stretch]:
    """The stretches, whoever may wait for them."""
    return stretches


def index(
    path: str, file: Bytes, place: Path, old: tuple[Bytes, Index] | None = None, watch: Watch = unwatched
) -> Stamp:
    """Write the index of a file, out of what an older one still knows of it; the file as it was then.

    Unusual where the file is to be read in another way, or changes meanwhile; Damaged where the older one is; OSError as it
    comes. `watch` is given the stretches that are to be read, and about how many there are.
    """
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    begun = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        # What a collection says is nobody else's business.
        with open(begun, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as new:
            stamp = _write(path, file, new, old, watch)
        begun.replace(place)
        _tidy(place)
    except BaseException:
        with suppress(OSError):
            begun.unlink()
        raise
    return stamp


def _tidy(place: Path) -> None:
    """Drop the indexes of files that are gone, and what somebody began a day ago and never ended."""
    with suppress(OSError):
        old = place.stat().st_mtime - _DAY
        for one in place.parent.iterdir():
            begun = one.name.startswith(".") and one.suffixes[-2:-1] == [place.suffix]
            if (begun and one.stat().st_mtime < old) or (one.suffix == place.suffix and _is_lost(one)):
                one.unlink()


def _is_lost(place: Path) -> bool:
    path = file_of(Bytes(place))
    return path is not None and os.path.isabs(path) and not os.path.lexists(path)  # noqa: PTH117 - bytes as they stand


def _write(path: str, file: Bytes, new: BinaryIO, old: tuple[Bytes, Index] | None, watch: Watch) -> Stamp:
    now = os.fstat(new.fileno()).st_mtime_ns  # as the file system has it
    stamp = Stamp.of(file.status())
    names = {name: number for number, name in enumerate(old[1].names)} if old else {}
    shapes: Shapes | None = None
    blocks = []
    new.seek(FIRST_AT)
    size = max(_BLOCK, stamp.size // _BLOCKS)
    stretches = _stretches(file, old[1].blocks if old else (), stamp.size, size)
    for at, length, block in watch(stretches, stamp.size // size):
        place = new.tell()
        if block and old:
            parts = old[0].read(block.at, block.size)
            if len(parts) != block.size:
                raise Damaged
            new.write(parts)
            blocks.append(block._replace(at=place))
            continue
        shapes = shapes or Shapes()  # 16 ms
        piece = file.read(at, length)
        found = parts_of(piece, names, shapes, first=not at)
        new.writelines(found[:4])
        blocks.append(
            Block(
                *(length, found.lines, found.records, crc32(piece), *found.days, piece[:HEAD], place),
                *(
                    len(found.names),
                    crc32(found.names),
                    len(found.ids),
                    crc32(found.ids),
                    len(found.words),
                    crc32(found.words),
                    len(found.rows),
                ),
            )
        )
    manifest = manifest_of(path, stamp, names, blocks, settled=stamp.settled(now))
    at = new.tell()
    new.write(manifest)
    put_head(new, at, manifest)
    if Stamp.of(file.status()) != stamp:
        raise Unusual
    return stamp


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
    rest = data[block.length :]
    return (
        crc32(data[: block.length]) == block.checksum and len(data) >= block.length and rest in (b"", b"- ")
    )


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
