"""Writers take turns: one at a time writes to the files of a folder.

The lock is the kernel's, on the folder itself (flock(2)): it leaves nothing beside the user's files, it ends with
the process that holds it however that dies, and it outlives a file's being replaced. A library that keeps a lock
*file* was measured and left out: 33 ms to import, and a file that stays behind in the user's folder. Where a
file system cannot lock a folder (NFS wants a file that is open for writing), a hidden file stands in, and goes after.
"""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.errors import Unavailable, shown
from timeline.store.files import unavailable
from timeline.store.staging import close, discard
from timeline.store.system import BOTH, NO_LINK, lock, open_folder

_STAND_IN = ".timeline.lock"
_PAUSE = 0.02  # seconds between attempts
_UNLOCKABLE = frozenset(
    (errno.EBADF, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS)
)


@contextmanager
def locked(folder: Path, *, wait: float, on_wait: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the lock of a folder while the body runs.

    When another process holds it, `on_wait` is told once, and by whom where the system says; after `wait` seconds,
    Unavailable.
    """
    descriptor, stand_in = _locked_folder(folder, wait, on_wait), False
    if descriptor is None:
        descriptor, stand_in = _locked_stand_in(folder, wait, on_wait), True
    try:
        yield
    finally:
        if stand_in:
            discard(folder / _STAND_IN)
        close(descriptor)


def _locked_folder(folder: Path, wait: float, on_wait: Callable[[str], None] | None) -> int | None:
    """The folder, open and locked; None where the file system cannot lock folders."""
    try:
        descriptor = open_folder(folder)
    except OSError as error:
        raise unavailable(folder, error, "lock") from error
    if descriptor is None:
        return None
    try:
        _acquire(descriptor, folder, wait, on_wait)
    except OSError as error:
        close(descriptor)
        if error.errno in _UNLOCKABLE:
            return None
        raise unavailable(folder, error, "lock") from error
    except BaseException:
        close(descriptor)
        raise
    return descriptor


def _locked_stand_in(folder: Path, wait: float, on_wait: Callable[[str], None] | None) -> int:
    """A locked file in the folder, the one that the next writer will find there, too."""
    path = folder / _STAND_IN
    end = time.monotonic() + wait
    try:
        while True:
            descriptor = os.open(path, BOTH | NO_LINK | os.O_CREAT, 0o666)
            try:
                _acquire(descriptor, folder, max(0, end - time.monotonic()), on_wait)
                with suppress(FileNotFoundError):
                    if os.path.samestat(os.fstat(descriptor), path.stat()):
                        return descriptor
            except BaseException:
                close(descriptor)
                raise
            close(descriptor)
    except OSError as error:
        raise unavailable(path, error, "lock") from error


def _acquire(descriptor: int, folder: Path, wait: float, on_wait: Callable[[str], None] | None) -> None:
    end = time.monotonic() + wait
    told = False
    while True:
        try:
            lock(descriptor)
        except BlockingIOError:
            pass
        else:
            return
        left = end - time.monotonic()
        if not left > 0:  # nor when it is not a number
            who = _holder(descriptor)
            raise Unavailable(
                f"{folder}: locked by {who}, and still so after {wait:g} s",
                hint="try again, or wait longer: --wait 60",
            )
        if not told:
            told = True
            if on_wait is not None:
                on_wait(f"waiting for {_holder(descriptor)}, which writes to {shown(str(folder))}")
        time.sleep(min(_PAUSE, left))


def _holder(descriptor: int) -> str:
    """Who holds the lock of an open file, as far as the system says (Linux does, in /proc/locks)."""
    status = os.fstat(descriptor)
    place = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
    with suppress(OSError, ValueError):
        for line in Path("/proc/locks").read_text().splitlines():
            words = line.split()
            if (
                "FLOCK" in words
                and "->" not in words
                and place in words
                and int(words[words.index(place) - 1]) > 0
            ):
                pid = int(words[words.index(place) - 1])
                command = (
                    Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
                )
                return f"process {pid} ({shown(command.strip(), limit=60)})"
    return "another process"
