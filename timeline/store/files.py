"""The files of a collection: which they are, and their text."""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path
from typing import BinaryIO

from timeline.errors import InvalidData, Refused, Unavailable, shown
from timeline.frozen import dataclass
from timeline.store.system import NO_WAIT, READ

SETTINGS_NAME = "timeline.toml"  # beside a file, in a folder: what a person says once for all
ENDINGS = (".yaml", ".yml")
TABLES = (".parquet", ".csv", ".jsonl", ".ndjson")  # how the files end that an engine answers
_YEAR = "year="  # how the folders begin of a table that is written by years
BEGUN = ".begun"  # how the name of a change ends in the journal, until it is done
_BOM = "\ufeff"
_BLOCK = 1 << 20  # bytes read at once
_PLAIN_YAML = re.compile(r"[\w./][\w./-]*\.ya?ml", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """What tells a file from the one that it was: its inode, size and time of change. Its mode tells nothing."""

    device: int
    inode: int
    size: int
    changed: int
    mode: int = field(default=0o644, compare=False)

    @classmethod
    def from_stat(cls, status: os.stat_result) -> "FileState":
        """The state that an `os.stat` tells."""
        return cls(
            device=status.st_dev,
            inode=status.st_ino,
            size=status.st_size,
            changed=status.st_mtime_ns,
            mode=stat.S_IMODE(status.st_mode),
        )


def find_collection(start: Path) -> Path:
    """The nearest `data/events.yaml` or `events.yaml`, looking from a folder upwards."""
    for folder in (start, *start.parents):
        for name in ("data/events.yaml", "events.yaml"):
            if os.path.exists(folder / name):  # noqa: PTH110 - a folder that may not be looked into has none
                return folder / name
    raise Unavailable(
        f"no collection here: neither data/events.yaml nor events.yaml in {shown(str(start))} or above",
        hint="start one with: timeline init",
    )


def settings_beside(collections: Iterable[Path]) -> tuple[Path, ...]:
    """Where the `timeline.toml` of each collection stands, if there is one."""
    return tuple(folder / SETTINGS_NAME for folder in dict.fromkeys(map(folder_of, collections)))


def folder_of(collection: Path) -> Path:
    """The folder that a collection is, or in which its file stands."""
    return collection if os.path.isdir(collection) else collection.parent  # noqa: PTH112 - Path's own raises for a name that is too long


def files_of(collection: Path, endings: tuple[str, ...] = ENDINGS) -> tuple[Path, ...]:
    """The files of a collection, in order: the one itself, or all that end in .yaml or .yml, or so, in a folder.

    Hidden files and folders are passed by, and what goes away while the folder is read. A file or folder that several
    symbolic links lead to counts once.
    """
    return tuple(Path(path) for path, _ in stated_files(collection, endings))


def stated_files(
    collection: Path, endings: tuple[str, ...] = ENDINGS
) -> Sequence[tuple[str, os.stat_result]]:
    """The same, each as its path and what the system tells of it."""
    try:
        status = collection.stat()
        if not stat.S_ISDIR(status.st_mode):
            return ((str(collection), status),)
        return _files_below(str(collection), endings)
    except OSError as error:
        raise unavailable(Path(error.filename or collection), error, "read") from error


def is_table(collection: Path) -> bool:
    """Whether a collection is a table by its ending, or a folder of tables in which there is no YAML."""
    if not os.path.isdir(collection):  # noqa: PTH112 - Path's own raises for a name that is too long
        return collection.suffix.lower() in TABLES
    with suppress(OSError), os.scandir(collection) as entries:
        if any(entry.name.endswith(TABLES) or entry.name.startswith(_YEAR) for entry in entries):
            return not files_of(collection)
    return False


def refuse_tables(collections: Iterable[Path], why: str) -> None:
    """Refuse the first of some collections that is a table, which is so, and say how to have its events."""
    if table := next(filter(is_table, collections), None):
        raise Refused(
            f"{table}: is a table, which {why}",
            hint=f"make a collection of what you choose: timeline export -d {table} since:2022 -o events.yaml",
        )


def belongs(path: Path, collection: Path) -> bool:
    """Whether a file or folder, which need not be there yet, is a collection or part of it."""
    place, whole = os.path.realpath(path), os.path.realpath(collection)
    if place == whole:
        return True
    if not os.path.isdir(whole):  # noqa: PTH112 - Path's own raises for a name that is too long
        return False
    if os.path.isfile(place):  # noqa: PTH113
        return any(os.path.realpath(one) == place for one in files_of(collection))
    inner, outer = Path(place), Path(whole)
    if not inner.is_relative_to(outer) or any(
        part.startswith(".") for part in inner.relative_to(outer).parts
    ):
        return False
    return place.endswith(ENDINGS) or os.path.isdir(place)  # noqa: PTH112


def unfinished(journal: Path) -> list[Path]:
    """The changes in a journal that were begun and are not done: under way, or left half done. Asked by every command."""
    try:
        return [journal / name for name in os.listdir(journal) if name.endswith(BEGUN)]  # noqa: PTH208 - a fifth of the time
    except OSError:
        return []


def _files_below(folder: str, endings: tuple[str, ...]) -> list[tuple[str, os.stat_result]]:
    found: list[tuple[str, os.stat_result]] = []
    seen: set[tuple[int, int]] = set()
    # Folders wait here and not on Python's stack: a folder may be nested deeper than that is. They are no Paths, which take
    # as long as asking the system of each.
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            status = os.stat(here)  # noqa: PTH116
            inside = _entries(here, endings) if stat.S_ISDIR(status.st_mode) else []
        except FileNotFoundError:
            if here == folder or not gone(Path(here)):
                raise
            continue
        if stat.S_ISDIR(status.st_mode):
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting.extend(inside)
        elif (status.st_dev, status.st_ino) not in seen or status.st_nlink > 1:
            seen.add((status.st_dev, status.st_ino))
            found.append((here, status))
    return found


def _entries(folder: str, endings: tuple[str, ...]) -> list[str]:
    with os.scandir(folder) as entries:
        chosen = [
            entry.name
            for entry in entries
            if not entry.name.startswith(".") and (entry.name.endswith(endings) or _is_folder(entry))
        ]
    before = str(Path(folder, "-"))[:-1]
    return [before + name for name in sorted(chosen, reverse=True)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        return False  # a symbolic link that leads to itself leads to no folder


def contents_of(collection: Path) -> Iterator[tuple[Path, bytes, FileState]]:
    """The files of a collection with their bytes and states; one of a folder that has gone meanwhile is passed over."""
    for path in files_of(collection):
        try:
            data, state = read_bytes(path)
        except Unavailable:
            if path == collection or not gone(path):
                raise
            continue
        yield path, data, state


def read_bytes(path: Path) -> tuple[bytes, FileState]:
    """The whole of a file, and its state while it was read. What is no regular file is never waited for."""
    try:
        with opened(path, "write the events into a file first") as file:
            status = os.fstat(file.fileno())
            return file.read(), FileState.from_stat(status)
    except OSError as error:
        raise unavailable(path, error, "read") from error


def is_as_read(path: Path, data: bytes, state: FileState) -> bool:
    """Whether a file still has its state, and these bytes; read a few at a time."""
    at = 0
    try:
        with opened(path, "write the events into a file first") as file:
            if FileState.from_stat(os.fstat(file.fileno())) != state:
                return False
            while block := file.read(_BLOCK):
                if not data.startswith(block, at):
                    return False
                at += len(block)
    except OSError as error:
        raise unavailable(path, error, "read") from error
    return at == len(data)


@contextmanager
def opened(path: Path, hint: str) -> Iterator[BinaryIO]:
    """A file, open to be read; Unavailable with the hint where it is no regular file, for which nobody waits.

    OSError as it comes.
    """
    # Without O_NONBLOCK, opening a named pipe waits until somebody writes into it.
    descriptor = os.open(path, READ | NO_WAIT)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor is no path
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Unavailable("is a pipe or a device, not a file", hint=hint, path=path)
        yield file


def gone(path: Path) -> bool:
    """Whether nothing stands at a path, for certain: a disk that fails says nothing of that."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def decode(data: bytes, path: str) -> str:
    """The text of a file, its byte order mark included; InvalidData with the line where it is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8, for instance with: iconv -f LATIN1 -t UTF-8"
        if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            hint = "the file looks like UTF-16; convert it with: iconv -f UTF-16 -t UTF-8"
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        raise InvalidData(message, hint=hint, path=path, line=line) from error


def split_mark(text: str) -> tuple[str, str]:
    """The byte order mark of a text, or nothing, and the rest."""
    body = text.removeprefix(_BOM)
    return text[: len(text) - len(body)], body


def unavailable(path: Path, error: OSError, verb: str) -> Unavailable:
    """What the system said when a file could not be found, read or written."""
    reasons: Sequence[tuple[type[OSError], str, str | None]] = (
        (
            FileNotFoundError,
            "there is no such file or folder",
            _begun_at(path) if verb == "read" else "make its folder first",
        ),
        (PermissionError, f"no permission to {verb} it", "see who may with: ls -l"),
    )
    for kind, words, hint in reasons:
        if isinstance(error, kind):
            return Unavailable(words, hint=hint, path=path)
    reason = (error.strerror or str(error)).lower()
    hint = "the name of a file has 255 bytes at most" if error.errno == errno.ENAMETOOLONG else None
    return Unavailable(f"cannot {verb} it: {reason}", hint=hint, path=path)


def _begun_at(path: Path) -> str:
    """How a collection is begun: at the path, where that is a name that no shell reads otherwise; a table is made of one."""
    if path.suffix.lower() in TABLES:
        return "see which tables there are: ls"
    named = _PLAIN_YAML.fullmatch(str(path))
    return f"start a collection with: timeline init{f' {path}' if named else ''}"
