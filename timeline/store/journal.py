"""The journal: what a change replaces, kept from before its first file until it is taken back or has become old.

One file a change, in a folder of the user's own, named by its number: `12.begun` until the last of the change's files is
on disk, `12.done` after. It holds one line of JSON, then of each file the old bytes, and what the new ones have in their
place: enough to give every file the bytes of either side. Of a large file it holds what the change takes and gives, and a
checksum of all else.
"""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from timeline.errors import Unavailable
from timeline.store.alike import alike_above, alike_below
from timeline.store.files import BEGUN, unavailable, unfinished
from timeline.store.lock import locked
from timeline.store.sides import Cut, Side
from timeline.store.staging import discard, sync_folder, written
from timeline.tuples import NamedTuple

DONE = ".done"
_KEPT = 50  # changes
_BYTES = 50_000_000  # of all of them; the last change is kept whatever its size
_NEW = "new.tmp"  # one name suffices: who begins a change holds the folder's lock


class Part(NamedTuple):
    """One file's part of a change: where it really is, and its sides before and after.

    `mode` is what a file that comes back has; None where it is for the system to say.
    """

    place: Path
    old: Side
    new: Side
    mode: int | None = None

    @property
    def back(self) -> "Part":
        """The part that takes this one back."""
        return Part(place=self.place, old=self.new, new=self.old, mode=self.mode)


class Entry(NamedTuple):
    """A change in the journal: what was asked for, of which collections, under the locks of which folders."""

    path: Path
    command: str
    collections: Sequence[Path]
    folders: Sequence[Path]
    parts: Sequence[Part]

    def concerns(self, collection: Path) -> bool:
        """Whether this is a change of a collection, or of files that are in it; by where it really is."""
        places = (part.place for part in self.parts)
        return collection in self.collections or any(place.is_relative_to(collection) for place in places)


class Turn(NamedTuple):
    """How a writer takes its turn: for how many seconds it waits, whom it tells of that, and what for.

    What it replaces goes into `journal`, a folder; where there is none, a kill may leave some of several files old. `indexes` is
    the folder of the indexes of large files, if there may be any.
    """

    wait: float = 10
    say: Callable[[str], None] = lambda _said: None
    journal: Path | None = None
    command: str = ""
    indexes: Path | None = None


USUAL = Turn()


def begin(
    turn: Turn, collections: Sequence[Path], folders: Sequence[Path], parts: Sequence[Part]
) -> Path | None:
    """Note a change before its first file is touched. None where there is no journal, and one file needs none."""
    if turn.journal is None:
        return None
    header = {
        "command": turn.command,
        "collections": [str(one) for one in collections],
        "folders": [str(one) for one in folders],
    }
    files, pieces = _packed(parts)
    line = json.dumps(header | {"files": files}).encode()
    try:
        turn.journal.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(turn.journal, wait=turn.wait, on_wait=turn.say):
            number = max((int(path.stem) for path in _entries(turn.journal)), default=0) + 1
            temporary = written(turn.journal / _NEW, [line, b"\n", *pieces], private=True)
            path = temporary.rename(turn.journal / f"{number}{BEGUN}")
            sync_folder(turn.journal)
    except (OSError, Unavailable) as error:
        if len(parts) == 1:
            return None
        said = error.strerror if isinstance(error, OSError) else error.said
        raise Unavailable(
            f"{turn.journal}: a change of {len(parts)} files is noted here first, and cannot be: {(said or '').lower()}",
            hint="name a folder for it: TIMELINE_STATE=FOLDER",
        ) from error
    return path


def finish(entry: Path) -> None:
    """Mark a change as done, and forget the oldest ones. Unavailable where it could not be, and is not."""
    _mark(entry, DONE)
    size = 0
    for at, path in enumerate(reversed(done(entry.parent))):
        with suppress(OSError):  # another writer has forgotten it
            size += path.stat().st_size
        if at and (at >= _KEPT or size > _BYTES):
            discard(path)


def reopen(entry: Path) -> Path:
    """Mark a change that was done as begun, to be taken back by whoever comes next. Unavailable where it could not be, and is not."""
    return _mark(entry, BEGUN)


def _mark(entry: Path, ending: str) -> Path:
    try:
        marked = entry.rename(entry.with_suffix(ending))
        try:
            sync_folder(entry.parent)
        except OSError:
            with suppress(OSError):
                marked.rename(entry)
            raise
    except OSError as error:
        raise unavailable(entry.parent, error, "sync") from error
    return marked


def drop(entry: Path) -> None:
    """Forget a change, whether it is marked as done or not."""
    for ending in (BEGUN, DONE):
        discard(entry.with_suffix(ending))
    with suppress(OSError):
        sync_folder(entry.parent)


def empty(journal: Path) -> int:
    """Forget every change that is done; of how many."""
    forgotten = done(journal)
    for path in forgotten:
        discard(path)
    return len(forgotten)


def done(journal: Path) -> list[Path]:
    """The changes that can be taken back, the first one first."""
    return [path for path in _entries(journal) if path.suffix == DONE]


def begun_in(journal: Path, collection: Path) -> list[Entry]:
    """The changes of a collection that are under way, or were left half done, the last one first."""
    entries = map(read_entry, sorted(unfinished(journal), key=_number, reverse=True))
    return [entry for entry in entries if entry and entry.concerns(collection)]


def last_done(journal: Path, collection: Path) -> Entry | None:
    """The last change of a collection that can be taken back."""
    entries = map(read_entry, reversed(done(journal)))
    return next((entry for entry in entries if entry and entry.concerns(collection)), None)


def read_entry(path: Path) -> Entry | None:
    """A change as the journal has it; None where it has gone, or is none of ours."""
    try:
        line, _, rest = path.read_bytes().partition(b"\n")
        header: Any = json.loads(line)
        return Entry(
            path=path,
            command=str(header["command"]),
            collections=[Path(one) for one in header["collections"]],
            folders=[Path(one) for one in header["folders"]],
            parts=_unpacked(header["files"], rest),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _entries(journal: Path) -> list[Path]:
    try:
        found = [journal / name for name in os.listdir(journal)]  # noqa: PTH208 - a fifth of the time
    except OSError:
        return []
    return sorted(
        (path for path in found if path.suffix in (BEGUN, DONE) and path.stem.isdecimal()), key=_number
    )


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdecimal() else 0


def _packed(parts: Sequence[Part]) -> tuple[list[dict[str, object]], list[bytes]]:
    """How each part stands in an entry, and the bytes behind its line."""
    files: list[dict[str, object]] = []
    pieces: list[bytes] = []
    for part in parts:
        old, new, rest = part.old, part.new, {}
        if isinstance(old, Cut) and isinstance(new, Cut):
            above, between, below = new.above, new.between, new.below
            old, rest = old.between, {"rest": new.rest.hex()}
        else:
            assert not isinstance(old, Cut)
            assert not isinstance(new, Cut)
            above = alike_above(old or b"", new or b"")
            below = alike_below(old or b"", new or b"", above)
            between = (new or b"")[above : len(new or b"") - below]
        files.append(
            {
                "place": str(part.place),
                "mode": part.mode,
                "old": None if old is None else len(old),
                "new": None if new is None else [above, len(between), below],
                **rest,
            }
        )
        pieces += [old or b"", between]
    return files, pieces


def _unpacked(files: Sequence[Any], rest: bytes) -> list[Part]:
    """The parts of an entry; ValueError where its bytes are not all there."""
    parts = []
    at = 0
    for one in files:
        middle = at + (one["old"] or 0)
        end = middle + (one["new"] or (0, 0, 0))[1]
        old, new = _sides(one, rest[at:middle], rest[middle:end])
        parts.append(Part(place=Path(one["place"]), old=old, new=new, mode=one["mode"]))
        at = end
    if at != len(rest):
        raise ValueError(at)
    return parts


def _sides(one: Any, old: bytes, between: bytes) -> tuple[Side, Side]:
    """Both sides of a file, by what stands of it in an entry, and the bytes that are kept."""
    above, _, below = one["new"] or (0, 0, 0)
    if "rest" in one:
        rest = bytes.fromhex(one["rest"])
        return Cut(above, old, below, rest), Cut(above, between, below, rest)
    new = old[:above] + between + old[len(old) - below :]
    return None if one["old"] is None else old, None if one["new"] is None else new
