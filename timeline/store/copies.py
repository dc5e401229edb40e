"""Kept copies of sources: where one lies, seen from its collection, and the hash that tells whether it is still what it was."""

import hashlib
import os
from pathlib import Path

from timeline.errors import Unavailable
from timeline.record import Record
from timeline.store.files import folder_of, opened, unavailable

_CHUNK = 1 << 20  # bytes


def kept(file: str, collection: Path) -> Record:
    """What a source says of its copy in a file that is named from the current folder; nothing of none, so that both go.

    The day on which it was taken is not known: a file's own time is that of its last download, checkout or copying.
    """
    if not file.strip():
        return {"file": "", "sha256": ""}
    path = Path(file)
    sha256, _ = read_copy(path)
    return {"file": _from_folder(path, folder_of(collection)), "sha256": sha256}


def read_copy(path: Path, *, most: int = 0) -> tuple[str, bytes | None]:
    """The SHA-256 of a file of any size, and its bytes if it has no more of them than `most`; Unavailable without it."""
    digest = hashlib.sha256()
    pieces: list[bytes] = []
    size = 0
    try:
        with opened(path, "name the file that holds the copy") as file:
            while piece := file.read(_CHUNK):
                digest.update(piece)
                size += len(piece)
                if size <= most:
                    pieces.append(piece)
    except FileNotFoundError:
        hint = "see where it lies: its path is meant from the folder in which you are"
        raise Unavailable("there is no such file", hint=hint, path=path) from None
    except ValueError:  # a NUL, which YAML can write
        raise Unavailable("no file can have this name", hint="correct the path", path=path) from None
    except OSError as error:
        raise unavailable(path, error, "read") from None
    return digest.hexdigest(), b"".join(pieces) if size <= most else None


def _from_folder(path: Path, folder: Path) -> str:
    """The path from a folder, with slashes: as it is spelled if that leads there, else past the links on the way."""
    spelled = os.path.relpath(path, folder)
    try:
        leads_there = path.samefile(folder / spelled)
    except OSError:
        leads_there = False
    if not leads_there:
        spelled = os.path.relpath(path.parent.resolve() / path.name, folder.resolve())
    return Path(spelled).as_posix()
