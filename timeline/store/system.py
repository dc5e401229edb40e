"""What operating systems do differently: the flags with which files are opened, locks, and folders that can be opened.

POSIX locks what is open, files and folders alike, with flock(2). Windows locks bytes of a file, opens no folder, and renames
nothing that is open: there the lock is that of a hidden file (see `timeline.store.lock`), of a byte far behind its end.
"""

import errno
import os
from importlib import import_module
from pathlib import Path
from typing import Any


def _flag(name: str) -> int:
    """A flag of open(2); none where the system has none of that name."""
    flag: int = getattr(os, name, 0)
    return flag


READ = os.O_RDONLY | _flag("O_CLOEXEC") | _flag("O_BINARY")
WRITE = os.O_WRONLY | _flag("O_CLOEXEC") | _flag("O_BINARY") | _flag("O_NOCTTY")
BOTH = os.O_RDWR | _flag("O_CLOEXEC") | _flag("O_BINARY")
NEW = os.O_CREAT | os.O_EXCL | _flag("O_NOFOLLOW")
NO_LINK = _flag("O_NOFOLLOW")
NO_WAIT = _flag("O_NONBLOCK")

RENAMES_OPEN_FILES = os.name != "nt"
_BYTE = 1 << 30  # that Windows locks: no reader or writer of the file is kept from what it holds


def _module(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        return None


_fcntl = _module("fcntl")
_msvcrt = None if _fcntl else _module("msvcrt")


def lock(descriptor: int) -> None:
    """Take the lock of an open file, which ends with it; BlockingIOError where another has it.

    OSError where the system cannot lock such a thing.
    """
    if _fcntl is not None:
        _fcntl.flock(descriptor, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        return
    if _msvcrt is None:
        raise OSError(errno.ENOSYS, "locks nothing")
    place = os.lseek(descriptor, 0, os.SEEK_CUR)
    os.lseek(descriptor, _BYTE, os.SEEK_SET)
    try:
        _msvcrt.locking(descriptor, _msvcrt.LK_NBLCK, 1)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EDEADLK):
            raise BlockingIOError(errno.EAGAIN, "locked by another process") from None
        raise
    finally:
        os.lseek(descriptor, place, os.SEEK_SET)


def open_folder(folder: Path) -> int | None:
    """The folder, open to be locked or synced; None where the system opens no folders."""
    if not hasattr(os, "O_DIRECTORY"):
        return None
    return os.open(folder, READ | os.O_DIRECTORY)
