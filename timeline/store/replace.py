"""A file of a collection replaced by a new one: at once and on disk, or not at all. For those who hold its folder's lock.

The new bytes go into a hidden file in the same folder, are synced, and take the old file's name in one step of
the file system. A crash at any moment leaves the old file or the new one. What a killed process leaves
behind is hidden, never read, and taken away by the next writer to that folder: it may be a second name of a file.

A step that fails is taken back before it is told. Where even that fails the change stands, and is not called a failure.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from timeline.errors import Refused, Unavailable
from timeline.store.files import FileState, is_as_read, unavailable
from timeline.store.sides import Bytes
from timeline.store.staging import check_writable, discard, sync_folder, written

_NEW = ".timeline-new.tmp"  # one name suffices: writers to a folder take turns


def replace_file(path: Path, old: bytes, state: FileState, new: Iterable[Bytes]) -> FileState:
    """Give the file at `path` (no symbolic link) new bytes, provided that it is still the one that was read; the new file's state."""
    discard(path.parent / _NEW)
    check_writable(path)
    temporary = _staged(path, new, like=path)
    try:
        check_unchanged(path, old, state)
        made = FileState.from_stat(temporary.stat())  # before anybody else can write into it
        temporary.replace(path)
    except OSError as error:
        discard(temporary)
        raise unavailable(path, error, "replace") from error
    except BaseException:
        discard(temporary)
        raise
    try:
        sync_folder(path.parent)
    except OSError as error:
        if _put_back(path, old):
            raise unavailable(path, error, "sync") from error
    return made


def create_file(path: Path, data: bytes, *, mode: int | None = None, hint: str | None = None) -> None:
    """Make a file that is not there yet; Refused, with the hint, when it is."""
    taken = Refused(f"{path}: exists already", hint=hint)
    if os.path.lexists(path):
        raise taken
    temporary = _staged(path, [data])
    try:
        if mode is not None:
            temporary.chmod(mode)
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise taken from None
        except OSError:  # this file system has no hard links; the lock keeps other writers away
            temporary.rename(path)
    except OSError as error:
        raise unavailable(path, error, "write") from error
    finally:
        discard(temporary)
    try:
        sync_folder(path.parent)
    except OSError as error:
        if discard(path):
            raise unavailable(path, error, "write") from error


def delete_file(path: Path, old: bytes, state: FileState) -> None:
    """Take away a file, provided that it is still the one that was read."""
    aside = path.parent / _NEW
    discard(aside)
    check_writable(path)
    try:
        check_unchanged(path, old, state)
        path.rename(aside)  # so that it can come back as it was
    except OSError as error:
        raise unavailable(path, error, "delete") from error
    try:
        sync_folder(path.parent)
    except BaseException as error:
        try:
            aside.rename(path)
        except OSError:
            return
        if isinstance(error, OSError):
            raise unavailable(path, error, "delete") from error
        raise
    discard(aside)


def clear(folder: Path) -> None:
    """Take away what a killed writer left in a folder."""
    discard(folder / _NEW)


def check_unchanged(path: Path, old: bytes, state: FileState) -> None:
    """Refuse to replace a file that somebody else has changed since it was read."""
    if not is_as_read(path, old, state):
        raise Unavailable(
            f"{path}: was changed by another program meanwhile; nothing is written", hint="try again"
        )


def _staged(path: Path, pieces: Iterable[Bytes], *, like: Path | None = None) -> Path:
    """The new bytes of a file, on disk beside it."""
    try:
        return written(path.parent / _NEW, pieces, like=like)
    except PermissionError as error:
        raise unavailable(path.parent, error, "write into") from error
    except OSError as error:
        raise unavailable(path, error, "write") from error


def _put_back(path: Path, old: bytes) -> bool:
    """Give a file that was replaced its old bytes again; whether that was possible."""
    try:
        written(path.parent / _NEW, [old], like=path, sync=False).replace(path)
    except OSError:
        discard(path.parent / _NEW)
        return False
    return True
