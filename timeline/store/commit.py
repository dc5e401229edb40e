"""A change made whole, or taken back whole: now, by the next command after a kill, or by `timeline undo`.

All of them give files the bytes of one side of a change, provided that they have those of the other. A writer holds the
locks of all its folders from before its change is noted in the journal until after it is marked as done: a change that is
not, and whose folders can be locked, is a dead writer's.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from os.path import realpath
from pathlib import Path

from timeline.counting import counted
from timeline.errors import Refused, TimelineError, Unavailable
from timeline.store.files import FileState, gone, read_bytes, unfinished
from timeline.store.journal import (
    Entry,
    Part,
    Turn,
    begin,
    begun_in,
    drop,
    finish,
    last_done,
    read_entry,
    reopen,
)
from timeline.store.lock import locked
from timeline.store.replace import clear, create_file, delete_file, replace_file
from timeline.store.sides import Cut, is_side, made


def commit(
    parts: Sequence[tuple[Part, bytes | None, FileState | None]],
    turn: Turn,
    collections: Sequence[Path],
    folders: Sequence[Path],
) -> Mapping[Path, FileState]:
    """Write all files, whose bytes and states are as they were read; when one fails, or the user interrupts, all are put back as they were.

    The states of those that took the place of others, by where they are.
    """
    replaced: dict[Path, FileState] = {}
    if not parts:
        return replaced
    entry = begin(turn, collections, folders, [part for part, _, _ in parts])
    written: list[Part] = []
    try:
        for part, data, state in sorted(parts, key=lambda one: one[0].new is None):  # what goes, goes last
            if now := _put(part, data, state):
                replaced[part.place] = now
            written.append(part)
        if entry:
            finish(entry)
    except BaseException as error:
        # One that failed is as it was; where the user interrupted, it may be either.
        left = put_back(written if isinstance(error, Exception) else [part for part, _, _ in parts])
        if entry and not left:
            drop(entry)
        if left and entry and isinstance(error, Exception):
            raise _for_the_next(error) from error
        if left and isinstance(error, Exception):
            raise Unavailable(
                f"{error}; {_names(left)} could not be put back as it was",
                hint="see what has changed, for instance with git diff",
            ) from error
        raise
    return replaced


def put_back(parts: Sequence[Part]) -> list[Path]:
    """Give files the bytes from before a change, the last one first; those that have other bytes, or for which that fails."""
    left = []
    for part in reversed(parts):
        try:
            data, state = _now(part.place)
            if part.new != part.old and is_side(data, part.new):
                _put(part.back, data, state)
            elif not is_side(data, part.old):
                left.append(part.place)
        except (TimelineError, OSError):
            left.append(part.place)
    return left


def roll_back(turn: Turn, collections: Sequence[Path], held: Collection[Path] = ()) -> None:
    """Take back what a killed writer left half done in collections, and say so; what is under way is left to its writer.

    `held` are the folders whose locks the caller has.
    """
    if turn.journal is None or not unfinished(turn.journal):
        return
    for collection in collections:
        for entry in begun_in(turn.journal, Path(realpath(collection))):
            with _abandoned(entry, held) as abandoned:
                if abandoned:
                    _roll_back(entry, turn)


def _roll_back(entry: Entry, turn: Turn) -> None:
    for folder in entry.folders:
        clear(folder)
    foreign = [part for part in entry.parts if _is_foreign(part)]
    left = put_back([part for part in entry.parts if part not in foreign])
    what = f"a change that was left half done ({entry.command})"
    if left:
        turn.say(f"{what} cannot be taken back here: {_names(left)} cannot be written")
        return
    drop(entry.path)
    turn.say(f"took back {what}: {counted(len(entry.parts), 'file')}")
    for part in foreign:
        turn.say(f"{part.place}: was changed by another program since, and is left as it is")


@contextmanager
def _abandoned(entry: Entry, held: Collection[Path]) -> Iterator[bool]:
    """Hold the locks of a change's folders, if nobody else does; whether it is still there, and half done."""
    with ExitStack() as locks:
        try:
            for folder in entry.folders:
                if folder not in held and folder.exists():
                    locks.enter_context(locked(folder, wait=0))
        except TimelineError:
            yield False
        else:
            yield read_entry(entry.path) is not None


def undo(collection: Path, turn: Turn, show: Callable[[Sequence[Part]], None]) -> Entry:
    """Take back the last change of a collection; Refused when its files have moved on, of which `show` is given what they have become."""
    entry = last_change(collection, turn)
    with ExitStack() as locks:
        for folder in entry.folders:
            locks.enter_context(locked(folder, wait=turn.wait, on_wait=turn.say))
        roll_back(turn, [collection], entry.folders)
        if last_change(collection, turn) != entry:
            raise Unavailable(
                f"{collection}: was changed by another program meanwhile; nothing is taken back",
                hint="try again",
            )
        now = undoable(entry, collection, show)
        begun = reopen(entry.path)
        done: list[Part] = []
        try:
            for part, data, state in sorted(now, key=lambda one: one[0].old is None):
                done.append(part.back)
                _put(part.back, data, state)
        except BaseException as error:
            whole = not put_back(done) and _marked_as_done(begun)
            if not whole and isinstance(error, Exception):
                raise _for_the_next(error) from error
            raise
        drop(begun)
    return entry


def last_change(collection: Path, turn: Turn) -> Entry:
    """The last change of a collection that can be taken back; Refused where there is none."""
    entry = last_done(turn.journal, Path(realpath(collection))) if turn.journal else None
    if entry is None:
        raise Refused(
            f"{collection}: there is no change to take back",
            hint="it takes back what timeline changed; for the rest: git log -p",
        )
    return entry


def undoable(
    entry: Entry, collection: Path, show: Callable[[Sequence[Part]], None]
) -> Sequence[tuple[Part, bytes | None, FileState | None]]:
    """The parts of a change with what their files hold, and their states; Refused where they are not as it left them.

    `show` is then given what has become of those that are not; of a large one, of which no more is kept, the change backwards.
    """
    now = [(part, *_now(part.place)) for part in entry.parts]
    moved = [
        part.back if isinstance(part.new, Cut) else part.back._replace(new=data)
        for part, data, _ in now
        if not is_side(data, part.new)
    ]
    if moved:
        show(moved)
        large = any(isinstance(part.old, Cut) for part in moved)
        raise Refused(
            f"{collection}: changed by other hands since the last change ({entry.command}), which is not taken back",
            hint="what taking it back would change stands above: do that by hand"
            if large
            else "what differs stands above: change that back, and try again",
        )
    return now


def _is_foreign(part: Part) -> bool:
    try:
        data = _now(part.place)[0]
        return not (is_side(data, part.old) or is_side(data, part.new))
    except TimelineError:
        return False


def _now(place: Path) -> tuple[bytes | None, FileState | None]:
    """What a file holds, and its state; None where there is none."""
    try:
        return read_bytes(place)
    except Unavailable:
        if gone(place):
            return None, None
        raise


def _put(part: Part, data: bytes | None, state: FileState | None) -> FileState | None:
    """Give a file its new bytes, provided that it has its `data` still, which are the old ones; the state of one that took the place of another."""
    new = made(part.new, data)
    if data is None or state is None:
        create_file(part.place, bytes(new[0]), mode=part.mode)
    elif part.new is None:
        delete_file(part.place, data, state)
    else:
        return replace_file(part.place, data, state, new)
    return None


def _marked_as_done(entry: Path) -> bool:
    try:
        finish(entry)
    except Unavailable:
        return False
    return True


def _for_the_next(error: Exception) -> Unavailable:
    return Unavailable(f"{error}; the rest is taken back by the next command")


def _names(places: Sequence[Path]) -> str:
    return ", ".join(map(str, places))
