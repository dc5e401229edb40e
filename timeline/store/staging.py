"""New bytes on disk under a hidden name, before they take the name of a file in one step of the file system."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from timeline.errors import Unavailable
from timeline.store.files import unavailable
from timeline.store.sides import Bytes
from timeline.store.system import NEW, WRITE, lock, open_folder

_UNSYNCABLE = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES))


def written(
    path: Path, pieces: Iterable[Bytes], *, like: Path | None = None, sync: bool = True, private: bool = False
) -> Path:
    """A new file with these bytes, on disk; like another one in mode and owner, or private. Nothing stays after a failure."""
    with suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, WRITE | NEW, 0o600 if private else 0o666)
    try:
        try:
            fill(descriptor, pieces, like=like, sync=sync)
        finally:
            os.close(descriptor)
    except BaseException:
        discard(path)
        raise
    return path


def fill(descriptor: int, pieces: Iterable[Bytes], *, like: Path | None = None, sync: bool = True) -> None:
    """Write into an open file, which stays open, and on to the disk."""
    if like is not None:
        _liken(descriptor, like)
    with open(descriptor, "wb", closefd=False) as file:
        file.writelines(pieces)
    if sync:
        os.fsync(descriptor)


def _liken(descriptor: int, like: Path) -> None:
    """Mode, and as far as the system lets us owner, group and extended attributes (access lists among them)."""
    status = like.stat()
    if hasattr(os, "fchown"):  # Windows has neither
        for owner, group in ((status.st_uid, -1), (-1, status.st_gid)):
            with suppress(OSError):
                os.fchown(descriptor, owner, group)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(like):
                with suppress(OSError):  # some only the system may set
                    os.setxattr(descriptor, name, os.getxattr(like, name))


def sync_folder(folder: Path) -> None:
    """See to it that a folder's names are on disk, where the system does not do so by itself."""
    descriptor = open_folder(folder)
    if descriptor is None:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNSYNCABLE:  # some file systems sync files only
            raise
    finally:
        close(descriptor)


def close(descriptor: int) -> None:
    """Let go of what needs no saving: what the system says of that changes nothing."""
    with suppress(OSError):
        os.close(descriptor)


def discard(path: Path) -> bool:
    """Take a file away; whether that is done, or it was not there."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def check_writable(path: Path) -> None:
    """Refuse to replace what its owner has marked read-only, and what has a second name that would keep the old."""
    try:
        status = path.stat()
    except OSError as error:
        raise unavailable(path, error, "write") from error
    # A rename would ask for the folder's permission only; and for root, access(2) always says yes.
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective) or not stat.S_IMODE(status.st_mode) & 0o222:
        raise Unavailable(f"{path}: is read-only", hint=f"allow writing with: chmod u+w {path}")
    if status.st_nlink > 1:
        raise Unavailable(
            f"{path}: has {status.st_nlink} names (hard links), and the others would keep the old events",
            hint="keep one name; others can be symbolic links: ln -s",
        )


def is_mine(path: Path, descriptor: int) -> bool:
    """Whether an open file could be locked, and still has its name: only who has the lock may take that away."""
    try:
        lock(descriptor)
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except (BlockingIOError, FileNotFoundError):
        return False
