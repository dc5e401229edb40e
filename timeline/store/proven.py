"""That the records of a large file are sound, as the index beside it knows: they need not be looked at again to change one."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from timeline.record import Record
from timeline.store.beside import Beside
from timeline.store.files import FileState
from timeline.store.index import Bytes, Damaged, Index, Stamp
from timeline.store.opened import Opened
from timeline.store.sides import Cut
from timeline.store.sifting import Unusual, read_whole
from timeline.store.stored import is_indexed


def odd_known(path: Path, data: bytes, state: FileState, folder: Path) -> dict[int, Record] | None:
    """What `odd_records` tells of the bytes of a file that had this state; None where no index in the folder tells that.

    One that there is is renewed where the file has changed.
    """
    beside = Proven.renewed(path, folder) if is_indexed(path) else None
    return beside.odd(data, state) if beside else None


def follow(path: Path, before: FileState, state: FileState, new: Cut, folder: Path) -> None:
    """Let the index of a file tell of what we have put in its place, where it told of the file `before`: no more is read than changed."""
    with suppress(OSError):
        Proven(path, folder).follow(before, state, new)


class Proven(Beside):
    """A large file and its index, which had none if a record were no event, or leaned on others."""

    def odd(self, data: bytes, state: FileState) -> dict[int, Record] | None:
        """Those of its records that are written in another way than the usual, by their places, where these are its bytes."""
        if not self.old or self._known is None or not self.stands:
            return None
        file, index = self._known
        if len(data) != state.size or not _is_of(index.stamp, state):
            return None
        try:
            return dict(_odd(file, index, data))
        except (OSError, Damaged, Unusual):
            return None

    def follow(self, before: FileState, state: FileState, new: Cut) -> None:
        """See `follow`. What stands there of the index is as it was where it does not know the file before by its times, or somebody has changed the new one already."""
        # Only when something is written: 3 ms.
        from timeline.store.stretches import Successor  # noqa: PLC0415

        if not self.old or self._known is None or not self._known[1].settled or self._file is None:
            return
        whole = Successor(self._file, new.above, new.below)
        if _is_of(self._known[1].stamp, before) and _is_of(whole.stamp, state):
            self.make(whole)


def _is_of(stamp: Stamp, state: FileState) -> bool:
    return (stamp.inode, stamp.size, stamp.changed) == (state.inode, state.size, state.changed)


def _odd(file: Bytes, index: Index, data: bytes) -> Iterator[tuple[int, Record]]:
    view, at, first = memoryview(data), 0, 0
    for block in index.blocks:
        # Else its times tell.
        if not index.settled and crc32(view[at : at + block.length]) != block.checksum:
            raise Damaged
        opened = Opened(file, block)
        for number, ((place, length, _, _), _) in opened.rows_of(opened.unusual):
            text = data[at + place : at + place + length].decode()
            yield first + number, read_whole(text if text.endswith("\n") else f"{text}\n")
        at, first = at + block.length, first + block.records
