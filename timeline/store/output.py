"""What is written for others: a file or a folder whole or not at all, a stream or a device as it comes.

An output holds no lock of its folder. Its new bytes go into a hidden file that is locked itself, and so is known for
abandoned once its writer is dead: the next output to that folder takes it away.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from timeline.errors import Refused, Unavailable, harmless
from timeline.store.files import ENDINGS, files_of, unavailable
from timeline.store.staging import check_writable, close, discard, fill, is_mine, sync_folder
from timeline.store.system import BOTH, NEW, NO_LINK, READ, RENAMES_OPEN_FILES, WRITE
from timeline.store.working import working_folder

_LINKS = 40  # as many as Linux follows
_ELSEWHERE = "write to another file"


def is_stream(path: Path) -> bool:
    """Whether a path leads to what is written to and cannot be replaced: an open file, a pipe, a device."""
    if descriptor_of(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False  # writing to it will tell
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def check_inputs(path: Path, inputs: Iterable[Path]) -> None:
    """Refuse to replace a file that is read, by whatever name; `inputs` are collections and other files."""
    if not is_stream(path) and any(is_among(path, one) for one in inputs):
        raise Refused(f"{path}: is read by this command, and would be replaced", hint=_ELSEWHERE)


def check_place(path: Path) -> None:
    """Refuse, before anything is read for it, a file or folder that could not be written: its folder is missing or closed, or it is there."""
    target = Path(os.path.realpath(path))
    try:
        if not path.suffix:
            _check_empty(path, target)
        elif target.is_dir():
            raise Unavailable(f"{path}: is a folder", hint="name a file in it")
        elif target.exists():
            check_writable(target)
        if not target.parent.is_dir():
            raise FileNotFoundError
        if not os.access(target.parent, os.W_OK):
            raise PermissionError
    except OSError as error:
        raise unavailable(path, error, "write") from error


def _check_empty(path: Path, target: Path) -> None:
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise Refused(f"{path}: is there already, and is no empty folder", hint="name a new folder")


def check_apart(inputs: Iterable[Path], collection: Path) -> None:
    """Refuse to write to a collection what is read from one of its own files."""
    for path in inputs:
        if is_among(path, collection):
            raise Refused(
                f"{path}: is a file of the collection that is written to", hint="name another: --data PATH"
            )


def check_collection(path: Path, *, force: bool | None = None) -> None:
    """Refuse to replace a YAML file without `force`; None is for a command that cannot be forced."""
    target = os.path.realpath(path)
    if not force and target.lower().endswith(ENDINGS) and os.path.isfile(target) and not is_stream(path):  # noqa: PTH113 - a name that cannot be is none
        hint = _ELSEWHERE if force is None else f"{_ELSEWHERE}; --force replaces it"
        raise Refused(f"{path}: is a YAML file, perhaps of a collection", hint=hint)


def is_among(path: Path, collection: Path) -> bool:
    """Whether a path names one of a collection's files, by any of the names that it has."""
    try:
        status = path.stat()
    except OSError:
        return False
    for file in files_of(collection):
        with suppress(OSError):  # it has gone
            if os.path.samestat(status, file.stat()):
                return True
    return False


def descriptor_of(path: Path) -> int | None:
    """The open file that a path such as /dev/stdout or /dev/fd/3 stands for; None where it is a name of its own.

    Where such a path leads to a file, that file has a place in the writing already, and perhaps other writers.
    """
    for _ in range(_LINKS):
        folder = os.path.realpath(path.parent)
        if folder in ("/dev/fd", f"/proc/{os.getpid()}/fd"):
            return int(path.name) if path.name.isdecimal() else None
        try:
            path = Path(folder) / Path(folder, path.name).readlink()
        except OSError:
            return None
    return None


def write_output(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file, whether it is there or not: whole, or not at all. What is no file is written to as it comes."""
    try:
        descriptor = descriptor_of(path)
        target = Path(os.path.realpath(path))
        if descriptor is not None:
            _pour(os.dup(descriptor), pieces)
        elif target.is_dir():
            raise Unavailable(f"{path}: is a folder", hint="name a file in it")
        elif is_stream(target):
            _pour(os.open(target, WRITE), pieces)
        else:
            _replace(target, pieces)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unavailable(path, error, "write") from error


def write_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder of files that is not there yet, or is empty: with all of them, or not at all."""
    with new_folder(path) as made:
        for name, data in files:
            Path(made, name).write_bytes(data)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """An empty folder that is given its name when it is filled; Refused where one of that name has files."""
    target = Path(os.path.realpath(path))
    try:
        _check_empty(path, target)
        with working_folder(target.parent, ".timeline-out-") as staging:
            made = staging / "made"
            made.mkdir()
            yield made
            made.replace(target)
    except OSError as error:
        raise unavailable(path, error, "write") from error


def for_terminal(piece: bytes) -> str:
    """Whole lines as a terminal may be sent them: a file may hold an escape, and a terminal would obey it."""
    lines = piece.decode(errors="replace").removesuffix("\n").removesuffix("\r").split("\n")
    return "\n".join(map(harmless, lines)) + "\n"


def _pour(descriptor: int, pieces: Iterable[bytes]) -> None:
    with open(descriptor, "wb") as file:
        terminal = file.isatty()
        file.writelines(for_terminal(piece).encode() if terminal else piece for piece in pieces)


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    there = target.exists()
    if there:
        check_writable(target)
    temporary, descriptor = _staging(target.parent)
    try:
        fill(descriptor, pieces, like=target if there else None)
        if not RENAMES_OPEN_FILES:
            close(descriptor)
        temporary.replace(target)
    except BaseException:
        discard(temporary)
        raise
    finally:
        close(descriptor)  # its bytes are on disk
    # An output can be made again: that its name is on disk is no part of its being whole.
    with suppress(OSError):
        sync_folder(target.parent)


def _staging(folder: Path) -> tuple[Path, int]:
    """A new hidden file in the folder, open and locked; there is one more than there are living writers, at most."""
    for number in count(1):
        path = folder / f".timeline-out-{number}.tmp"
        if _is_free(path):
            with suppress(FileExistsError):
                descriptor = os.open(path, BOTH | NEW, 0o666)
                try:
                    if is_mine(path, descriptor):
                        return path, descriptor
                except BaseException:
                    discard(path)
                    close(descriptor)
                    raise
                close(descriptor)
    raise AssertionError  # pragma: no cover - there is always another number


def _is_free(path: Path) -> bool:
    """Whether no file has that name, or only one that its writer has abandoned, which goes."""
    try:
        descriptor = os.open(path, READ | NO_LINK)
    except FileNotFoundError:
        return True
    except PermissionError:  # somebody else's
        return False
    try:
        return is_mine(path, descriptor) and discard(path)
    finally:
        close(descriptor)
