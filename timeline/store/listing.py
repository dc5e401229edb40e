"""The files of a folder of which an index is kept: what tells of each that it is as it was.

Each is an entry: how long its name is, what tells of it, and its name in the folder. One that may yet have changed without its times telling
is given times that no file has.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from struct import Struct

from timeline.store.files import stated_files
from timeline.store.index import Stamp

_HEAD = Struct("<HQQqq")
_NEVER = -1  # when no file was changed


class Listing:
    """The files of a folder as they stand. OSError and Unavailable as they come, where it cannot be looked through."""

    def __init__(self, folder: Path) -> None:
        self._found = stated_files(folder)
        before = len(os.fsencode(Path(folder, "-"))) - 1
        self.entries = []
        for path, one in self._found:
            name = os.fsencode(path)[before:]
            told = one.st_size, one.st_ino, one.st_mtime_ns, one.st_ctime_ns  # as a stamp, in half the time
            self.entries.append(_HEAD.pack(len(name), *told) + name)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def stamps(self) -> Sequence[Stamp]:
        """What tells of each."""
        return [Stamp.of(status) for _, status in self._found]

    @property
    def size(self) -> int:
        """The bytes of all."""
        return sum(one.size for one in self.stamps)

    @property
    def regular(self) -> bool:
        """Whether all are files: no pipe, and no device."""
        return all(stat.S_ISREG(status.st_mode) for _, status in self._found)

    def path_of(self, at: int) -> Path:
        """The path of a file."""
        return Path(self._found[at][0])

    @property
    def told(self) -> bytes:
        """All that tells of the files, as an index of them keeps it where all their times tell."""
        return b"".join(self.entries)

    def told_at(self, now: int) -> bytes:
        """The same, as it is kept by an index that is made now."""
        return b"".join(
            entry
            if one.settled(now)
            else _HEAD.pack(len(entry) - _HEAD.size, *one[:3], _NEVER) + entry[_HEAD.size :]
            for entry, one in zip(self.entries, self.stamps, strict=True)
        )

    def name_of(self, at: int) -> str:
        """The name of a file in the folder."""
        return os.fsdecode(self.entries[at][_HEAD.size :])


def entries_of(told: bytes) -> Iterator[bytes]:
    """The entries of all that tells of some files."""
    at = 0
    while at < len(told):
        end = at + _HEAD.size + int.from_bytes(told[at : at + 2], "little")
        yield told[at:end]
        at = end
