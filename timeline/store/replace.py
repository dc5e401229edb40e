"""A file replaced by a new one: at once and on disk, or not at all.

The new bytes go into a hidden file in the same folder, are synced, and take the old file's name in one step of
the file system. A crash at any moment leaves the old file or the new one. What a killed process leaves
behind is hidden, never read, and overwritten by the next writer to that folder.
"""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from timeline.errors import Refused, Unavailable
from timeline.store.files import FileState, read_bytes, unavailable

_NEW = ".timeline-new.tmp"  # one name suffices: writers to a folder take turns
_UNSYNCABLE = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES))


def replace_file(path: Path, old: bytes, state: FileState, new: bytes) -> None:
    """Give the file at `path` (no symbolic link) new bytes, provided that it is still the one that was read."""
    check_writable(path)
    temporary = _staged(path, new, like=path)
    try:
        check_unchanged(path, old, state)
        temporary.replace(path)
    except OSError as error:
        _discard(temporary)
        raise unavailable(path, error, "replace") from error
    except BaseException:
        _discard(temporary)
        raise
    try:
        _sync_folder(path.parent)
    except OSError as error:
        # Nobody will be told that the change was made: so it was not.
        with suppress(OSError):
            _written(path.parent / _NEW, [old], like=path, sync=False).replace(path)
        _discard(temporary)
        raise unavailable(path, error, "sync") from error


def create_file(path: Path, data: bytes, *, mode: int | None = None, hint: str | None = None) -> None:
    """Make a file that is not there yet; Refused, with the hint, when it is."""
    taken = Refused(f"{path}: exists already", hint=hint)
    if os.path.lexists(path):
        raise taken
    temporary = _staged(path, data)
    made = False
    try:
        if mode is not None:
            temporary.chmod(mode)
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise taken from None
        except OSError:  # this file system has no hard links; the lock keeps other writers away
            temporary.rename(path)
        made = True
        _discard(temporary)
        _sync_folder(path.parent)
    except OSError as error:
        if made:
            _discard(path)
        raise unavailable(path, error, "write") from error
    finally:
        _discard(temporary)


def delete_file(path: Path, old: bytes, state: FileState) -> None:
    """Take away a file, provided that it is still the one that was read."""
    check_writable(path)
    aside = path.parent / _NEW
    try:
        check_unchanged(path, old, state)
        path.rename(aside)  # so that it can come back as it was
    except OSError as error:
        raise unavailable(path, error, "delete") from error
    try:
        _sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):
            aside.rename(path)
        if isinstance(error, OSError):
            raise unavailable(path, error, "delete") from error
        raise
    _discard(aside)


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file of any kind, whether it is there or not: whole, or not at all.

    What is no regular file (a pipe, /dev/stdout) is written to directly.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise Unavailable(f"{path}: is a folder", hint="name a file in it")
            with target.open("wb") as file:
                file.writelines(pieces)
            return
        if target.exists():
            check_writable(target)
        # Exports hold no lock, so each has a file of its own.
        temporary = _written(
            target.with_name(f".{target.name[:80]}.{os.getpid()}.tmp"),
            pieces,
            like=target if target.exists() else None,
        )
        try:
            temporary.replace(target)
            _sync_folder(target.parent)
        except BaseException:
            _discard(temporary)
            raise
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unavailable(path, error, "write") from error


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


def check_unchanged(path: Path, old: bytes, state: FileState) -> None:
    """Refuse to replace a file that somebody else has changed since it was read."""
    now, now_state = read_bytes(path)
    if now_state != state or now != old:
        raise Unavailable(
            f"{path}: was changed by another program meanwhile; nothing is written", hint="try again"
        )


def _staged(path: Path, data: bytes, *, like: Path | None = None) -> Path:
    """The new bytes of a file, on disk beside it."""
    try:
        return _written(path.parent / _NEW, [data], like=like)
    except PermissionError as error:
        raise unavailable(path.parent, error, "write into") from error
    except OSError as error:
        raise unavailable(path, error, "write") from error


def _written(
    temporary: Path, pieces: Iterable[bytes], *, like: Path | None = None, sync: bool = True
) -> Path:
    """A new file with these bytes, on disk; like another one in mode and owner. Nothing stays after a failure."""
    with suppress(FileNotFoundError):
        temporary.unlink()
    descriptor = os.open(
        temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666
    )
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor is no path
            if like is not None:
                _liken(descriptor, like)
            file.writelines(pieces)
            file.flush()
            if sync:
                os.fsync(descriptor)
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _liken(descriptor: int, like: Path) -> None:
    """Mode, and as far as the system lets us owner, group and extended attributes (access lists among them)."""
    status = like.stat()
    for owner, group in ((status.st_uid, -1), (-1, status.st_gid)):
        with suppress(OSError):
            os.fchown(descriptor, owner, group)
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(like):
                with suppress(OSError):  # some only the system may set
                    os.setxattr(descriptor, name, os.getxattr(like, name))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNSYNCABLE:  # some file systems sync files only
            raise
    finally:
        os.close(descriptor)


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
