"""The store's writing: one change at a time, judged on what is there, verified, and made whole or not at all.

Every function takes the folder's lock, reads, plans the new text by splicing the records' own spans, reads that back
(`timeline.store.change`) and only then replaces the file (`timeline.store.replace`). The `plan_…` twins stop
before the lock and the writing, and return what would be written.
"""

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from pathlib import Path

from timeline.errors import InvalidData, TimelineError, Unavailable, shown
from timeline.model import Event
from timeline.record import InvalidRecord, Record
from timeline.store.change import (
    Change,
    FileChange,
    Planned,
    open_collection,
    plan,
    record_span,
    records_of,
)
from timeline.store.files import read_bytes, unavailable
from timeline.store.ids import positions
from timeline.store.lock import locked
from timeline.store.read import StoredRecord, read_events
from timeline.store.replace import create_file, delete_file, replace_file
from timeline.yaml_outline import outline

OnWait = Callable[[str], None] | None
Decide = Callable[[tuple[StoredRecord, ...]], Change]
Make = Callable[[tuple[Event, ...]], Record]
Judge = Callable[[Record, Sequence[StoredRecord]], None]
MakeMany = Callable[[tuple[Event, ...]], Sequence[Record]]
MakeChange = Callable[[tuple[Event, ...]], Change]


def rewrite(
    collection: Path, decide: Decide, *, wait: float = 10, on_wait: OnWait = None
) -> tuple[FileChange, ...]:
    """Change a collection as `decide` says, which is given its records as they stand under the lock."""
    with ExitStack() as locks:
        root = _folder_of(collection)
        locks.enter_context(locked(root, wait=wait, on_wait=on_wait))
        files = open_collection(collection)
        planned = plan(collection, files, decide(records_of(files)))
        # A file may be reached through a smaller collection, whose writers lock its own folder.
        others = sorted({one.file.place.parent for one in planned if one.file} - {root})
        for folder in others:
            locks.enter_context(locked(folder, wait=wait, on_wait=on_wait))
        _commit(planned)
    return tuple(one.change for one in planned)


def plan_rewrite(collection: Path, decide: Decide) -> tuple[FileChange, ...]:
    """What `rewrite` would change now."""
    files = open_collection(collection)
    return tuple(one.change for one in plan(collection, files, decide(records_of(files))))


def add(collection: Path, make: Make, *, wait: float = 10, on_wait: OnWait = None) -> str:
    """Put one event behind the others, or into a file of its own in a folder; the new record's id.

    `make` is given the events as they are under the lock, and makes the record or raises Refused.
    """
    return append_many(collection, lambda events: [make(events)], wait=wait, on_wait=on_wait)[0]


def append_many(
    collection: Path, make: MakeMany, *, wait: float = 10, on_wait: OnWait = None
) -> tuple[str, ...]:
    """Put several events behind the others; all of them or none. The new records' ids."""
    ids: list[str] = []

    def decide(stored: tuple[StoredRecord, ...]) -> Change:
        change = _added(collection, stored, make)
        ids.extend(str(record.get("id", "")) for record in change.added)
        return change

    rewrite(collection, decide, wait=wait, on_wait=on_wait)
    return tuple(ids)


def plan_add(collection: Path, make: Make) -> tuple[FileChange, ...]:
    """What `add` would write now."""
    return plan_rewrite(collection, lambda stored: _added(collection, stored, lambda events: [make(events)]))


def take_in(
    collection: Path, make: MakeChange, *, wait: float = 10, on_wait: OnWait = None
) -> tuple[FileChange, ...]:
    """Change a collection as `make` says, which is given its events as they stand under the lock, in order."""
    return rewrite(collection, lambda stored: make(_events(collection, stored)), wait=wait, on_wait=on_wait)


def plan_take_in(collection: Path, make: MakeChange) -> tuple[FileChange, ...]:
    """What `take_in` would change now."""
    return plan_rewrite(collection, lambda stored: make(_events(collection, stored)))


def edit(
    collection: Path,
    ids: Collection[str],
    change: Callable[[Record], Record],
    *,
    wait: float = 10,
    on_wait: OnWait = None,
) -> tuple[FileChange, ...]:
    """Change the records with these ids; Refused when one is not there, or there twice.

    `change` returns the new record. Fields that are equal in both keep their text, their place and their comments.
    """
    return rewrite(collection, lambda stored: _edited(stored, ids, change), wait=wait, on_wait=on_wait)


def plan_edit(
    collection: Path, ids: Collection[str], change: Callable[[Record], Record]
) -> tuple[FileChange, ...]:
    """What `edit` would write now."""
    return plan_rewrite(collection, lambda stored: _edited(stored, ids, change))


def remove(
    collection: Path, ids: Collection[str], *, wait: float = 10, on_wait: OnWait = None
) -> tuple[FileChange, ...]:
    """Take out the records with these ids; a file that held one single record goes."""
    return rewrite(collection, lambda stored: _removed(stored, ids), wait=wait, on_wait=on_wait)


def plan_remove(collection: Path, ids: Collection[str]) -> tuple[FileChange, ...]:
    """What `remove` would write now."""
    return plan_rewrite(collection, lambda stored: _removed(stored, ids))


def record_text(collection: Path, id_: str) -> str:
    """A record's own lines, exactly as they stand in its file; for a person to edit."""
    files = open_collection(collection)
    at = positions(records_of(files), [id_])[0]
    for file in files:
        if at < len(file.parsed):
            start, end = record_span(outline(file.body), at)
            return file.body[start:end]
        at -= len(file.parsed)
    raise AssertionError(at)  # pragma: no cover - the files have the records


def replace_record(  # noqa: PLR0913 - what every writer takes, two texts and their judge
    collection: Path,
    id_: str,
    old_text: str,
    new_text: str,
    *,
    judge: Judge = lambda _record, _stored: None,
    wait: float = 10,
    on_wait: OnWait = None,
) -> tuple[FileChange, ...]:
    """Put a person's text in the place of a record's own lines, provided that those still are `old_text`.

    The text must hold exactly one record. What that says, read where it will stand, is for `judge` to refuse, who is
    also given the other records.
    """

    def decide(stored: tuple[StoredRecord, ...]) -> Change:
        if record_text(collection, id_) != old_text:
            raise Unavailable(
                f"the event {shown(id_)} was changed by another program meanwhile; nothing is written"
            )
        text = new_text.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\n")
        text += "\n" * old_text.endswith("\n")
        if "\r\n" in old_text:
            text = text.replace("\n", "\r\n")
        at = positions(stored, [id_])[0]
        others = (*stored[:at], *stored[at + 1 :])
        return Change(rewritten={at: text}, judge=lambda record: judge(record, others))

    return rewrite(collection, decide, wait=wait, on_wait=on_wait)


def _added(collection: Path, stored: Sequence[StoredRecord], make: MakeMany) -> Change:
    return Change(added=make(_events(collection, stored)))


def _events(collection: Path, stored: Sequence[StoredRecord]) -> tuple[Event, ...]:
    try:
        return tuple(Event.from_record(one.record, one.origin) for one in stored)
    except InvalidRecord:
        read_events([collection])  # tells the line
        raise InvalidData(
            f"{collection}: was changed by another program meanwhile; nothing is written"
        ) from None


def _edited(
    stored: Sequence[StoredRecord], ids: Collection[str], change: Callable[[Record], Record]
) -> Change:
    return Change(edited={at: change(dict(stored[at].record)) for at in positions(stored, ids)})


def _removed(stored: Sequence[StoredRecord], ids: Collection[str]) -> Change:
    return Change(removed=frozenset(positions(stored, ids)))


def _folder_of(collection: Path) -> Path:
    place = Path(os.path.realpath(collection))
    try:
        return place if place.is_dir() else place.parent
    except OSError as error:
        raise unavailable(collection, error, "read") from error


def _commit(planned: Sequence[Planned]) -> None:
    """Write all files; when one fails, or the user interrupts, all are put back as they were."""
    begun: list[Planned] = []
    try:
        for one in sorted(planned, key=lambda one: one.new is None):  # what goes, goes last
            begun.append(one)
            _write(one)
    except Exception as error:
        left = _put_back(begun[:-1])  # the one that failed is as it was
        if left:
            raise Unavailable(
                f"{error}; {', '.join(left)} could not be put back as it was",
                hint="see what has changed, for instance with git diff",
            ) from error
        raise
    except BaseException:
        _put_back([one for one in begun if _is_written(one)])
        raise


def _put_back(done: Sequence[Planned]) -> list[str]:
    """Undo what was written, the last first; the files for which that fails."""
    left = []
    for one in reversed(done):
        try:
            _undo(one)
        except (TimelineError, OSError):
            left.append(str(one.path))
    return left


def _is_written(one: Planned) -> bool:
    """Whether a file is already what it was to become."""
    place = one.file.place if one.file else one.path
    try:
        return place.read_bytes() == one.new
    except OSError:
        return one.new is None


def _write(one: Planned) -> None:
    if one.file is None:
        create_file(one.path, one.new or b"", hint="choose another id: --id ID")
    elif one.new is None:
        delete_file(one.file.place, one.file.data, one.file.state)
    else:
        replace_file(one.file.place, one.file.data, one.file.state, one.new)


def _undo(one: Planned) -> None:
    if one.file is None:
        one.path.unlink(missing_ok=True)
    elif one.new is None:
        create_file(one.file.place, one.file.data, mode=one.file.state.mode)
    else:
        _, state = read_bytes(one.file.place)
        replace_file(one.file.place, one.new, state, one.file.data)
