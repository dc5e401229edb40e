"""The index of a large file made, or renewed: of a file that has changed no more is read as YAML than the blocks that did.

Written into a new file that then takes the place of the old one: whoever reads at that time has the one or the other, and of
several who write the last one stays.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias
from zlib import crc32

from timeline.store.index import (
    FIRST_AT,
    HEAD,
    Block,
    Bytes,
    Damaged,
    Index,
    file_of,
    manifest_of,
    put_head,
)
from timeline.store.sifting import Unusual
from timeline.store.stretches import Stretch, WholeFile, WholeFolder
from timeline.yaml_sound import Shapes

# Bytes of a block, about: more of a larger file, so that there are some hundreds.
_BLOCK = 1 << 18
_BLOCKS = 512
_DAY = 24 * 60 * 60

Watch: TypeAlias = Callable[[Iterable[Stretch], int], Iterable[Stretch]]


def unwatched(stretches: Iterable[Stretch], _number: int) -> Iterable[Stretch]:
    """The stretches, whoever may wait for them."""
    return stretches


def index(
    path: str,
    whole: WholeFile | WholeFolder,
    place: Path,
    old: tuple[Bytes, Index] | None = None,
    watch: Watch = unwatched,
) -> Index:
    """Write the index of a file or a folder, out of what an older one still knows of it, and tell it.

    Of what is to be read in another way it tells just that. Unusual where a file changes meanwhile; Damaged where the older one is;
    OSError as it comes. `watch` is given the stretches that are to be read, and about how many there are.
    """
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    begun = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        # What a collection says is nobody else's business.
        with open(begun, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as new:
            made = _write(path, whole, new, old, watch)
        begun.replace(place)
        _tidy(place)
    except BaseException:
        with suppress(OSError):
            begun.unlink()
        raise
    return made


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


def _write(
    path: str,
    whole: WholeFile | WholeFolder,
    new: BinaryIO,
    old: tuple[Bytes, Index] | None,
    watch: Watch,
) -> Index:
    now = os.fstat(new.fileno()).st_mtime_ns  # as the file system has it
    listing = whole.listing(now)
    try:
        names, blocks = _put_blocks(whole, new, old, watch)
    except Unusual:
        names, blocks = (), ()
        new.truncate(FIRST_AT)
        new.seek(FIRST_AT)
    made = Index(whole.stamp, whole.settled(now), [*names], blocks, listing)
    manifest = manifest_of(path, made)
    at = new.tell()
    new.write(manifest)
    put_head(new, at, manifest)
    if not whole.same:
        raise Unusual
    return made


def _put_blocks(
    whole: WholeFile | WholeFolder, new: BinaryIO, old: tuple[Bytes, Index] | None, watch: Watch
) -> tuple[Iterable[str], Sequence[Block]]:
    """Write what an index holds of all blocks; the names that it knows, and the blocks."""
    names = {name: number for number, name in enumerate(old[1].names)} if old else {}
    shapes: Shapes | None = None
    blocks = []
    new.seek(FIRST_AT)
    size = max(_BLOCK, whole.size // _BLOCKS)
    for stretch in watch(whole.stretches(old[1] if old else None, size), whole.size // size):
        place, block = new.tell(), stretch.block
        if block and old:
            parts = old[0].read(block.at, block.size)
            if len(parts) != block.size:
                raise Damaged
            new.write(parts)
            blocks.append(block._replace(at=place))
            continue
        shapes = shapes or Shapes()  # 16 ms
        found, piece = whole.parts(stretch, names, shapes)
        new.writelines(found[:4])
        blocks.append(
            Block(
                *(stretch.length, found.lines, found.records, crc32(piece), *found.days, piece[:HEAD], place),
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
    return names, blocks
