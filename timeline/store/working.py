"""Folders in which a command works for a while. Each is locked, and so known for abandoned once who worked in it is dead: the next takes it away."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from shutil import rmtree

from timeline.store.staging import close, is_mine
from timeline.store.system import BOTH, NEW, NO_LINK, READ

_PREFIX = "timeline-table-"
_HELD = ".held"


@contextmanager
def working_folder(parent: Path | None = None, prefix: str = _PREFIX) -> Iterator[Path]:
    """A folder to work in, below that for what is temporary or another; it goes with all that is in it."""
    folder, end = begin_working(parent, prefix)
    try:
        yield folder
    finally:
        end()


def begin_working(parent: Path | None = None, prefix: str = _PREFIX) -> tuple[Path, Callable[[], None]]:
    """A folder to work in, and what takes it away."""
    parent = parent or Path(tempfile.gettempdir())
    for folder in parent.glob(f"{prefix}*"):
        with suppress(OSError):  # somebody else's, or gone
            _clear(folder)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        with suppress(FileNotFoundError):  # who clears has taken it for abandoned
            descriptor = os.open(folder / _HELD, BOTH | NEW, 0o600)
            if _holds(folder, descriptor):
                return folder, partial(_end, folder, descriptor)
            close(descriptor)


def _holds(folder: Path, descriptor: int) -> bool:
    try:
        return is_mine(folder / _HELD, descriptor)
    except OSError:  # where nothing can be locked, nothing is cleared
        return True


def _end(folder: Path, descriptor: int) -> None:
    close(descriptor)
    rmtree(folder, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Take a folder away in which nobody works any more, or that is empty yet: who has just made it makes another."""
    if folder.is_symlink():
        return
    try:
        descriptor = os.open(folder / _HELD, READ | NO_LINK)
    except FileNotFoundError:
        folder.rmdir()
        return
    try:
        if is_mine(folder / _HELD, descriptor):
            rmtree(folder, ignore_errors=True)
    finally:
        close(descriptor)
