"""The store's writing: one change at a time, judged on what is there, verified, and made whole or not at all.

Every function takes the folder's lock, reads, plans the new text by splicing the records' own spans, reads that back
(`timeline.store.change`) and only then writes it (`timeline.store.commit`). The `plan_…` twins stop
before the lock and the writing, and return what would be written.
"""

import os
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from pathlib import Path

from timeline.errors import InvalidData, Refused, Unavailable, shown
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
from timeline.store.commit import commit, roll_back
from timeline.store.files import unavailable
from timeline.store.ids import positions
from timeline.store.journal import USUAL, Part, Turn
from timeline.store.lock import locked
from timeline.store.read import StoredRecord, read_events
from timeline.yaml_outline import outline

Decide = Callable[[tuple[StoredRecord, ...]], Change]
DecideAll = Callable[[Sequence[tuple[StoredRecord, ...]]], Sequence[Change]]
Make = Callable[[tuple[Event, ...]], Record]
Judge = Callable[[Record, Sequence[StoredRecord]], None]
MakeMany = Callable[[tuple[Event, ...]], Sequence[Record]]
MakeChange = Callable[[tuple[Event, ...]], Change]


def rewrite(collection: Path, decide: Decide, turn: Turn = USUAL) -> tuple[FileChange, ...]:
    """Change a collection as `decide` says, which is given its records as they stand under the lock."""
    return rewrite_all([collection], lambda stored: [decide(stored[0])], turn)


def rewrite_all(
    collections: Sequence[Path],
    decide: DecideAll,
    turn: Turn = USUAL,
) -> tuple[FileChange, ...]:
    """Change several collections as one change: `decide` is given the records of each, and returns what becomes of each."""
    with ExitStack() as locks:
        # In one order, lest two writers wait for each other.
        roots = sorted({_folder_of(collection) for collection in collections})
        for root in roots:
            locks.enter_context(locked(root, wait=turn.wait, on_wait=turn.say))
        roll_back(turn, collections, roots)
        planned = _planned(collections, decide)
        # A file may be reached through a smaller collection, whose writers lock its own folder.
        others = sorted({one.file.place.parent for one in planned if one.file}.difference(roots))
        for folder in others:
            locks.enter_context(locked(folder, wait=turn.wait, on_wait=turn.say))
        parts = [(_part(one), one.file.state if one.file else None) for one in planned]
        commit(parts, turn, [Path(os.path.realpath(one)) for one in collections], [*roots, *others])
    return tuple(one.change for one in planned)


def plan_rewrite(collection: Path, decide: Decide) -> tuple[FileChange, ...]:
    """What `rewrite` would change now."""
    return plan_rewrite_all([collection], lambda stored: [decide(stored[0])])


def plan_rewrite_all(collections: Sequence[Path], decide: DecideAll) -> tuple[FileChange, ...]:
    """What `rewrite_all` would change now."""
    return tuple(one.change for one in _planned(collections, decide))


def add(collection: Path, make: Make, turn: Turn = USUAL) -> str:
    """Put one event behind the others, or into a file of its own in a folder; the new record's id.

    `make` is given the events as they are under the lock, and makes the record or raises Refused.
    """
    return append_many(collection, lambda events: [make(events)], turn)[0]


def append_many(collection: Path, make: MakeMany, turn: Turn = USUAL) -> tuple[str, ...]:
    """Put several events behind the others; all of them or none. The new records' ids."""
    ids: list[str] = []

    def decide(stored: tuple[StoredRecord, ...]) -> Change:
        change = _added(collection, stored, make)
        ids.extend(str(record.get("id", "")) for record in change.added)
        return change

    rewrite(collection, decide, turn)
    return tuple(ids)


def plan_add(collection: Path, make: Make) -> tuple[FileChange, ...]:
    """What `add` would write now."""
    return plan_rewrite(collection, lambda stored: _added(collection, stored, lambda events: [make(events)]))


def take_in(collection: Path, make: MakeChange, turn: Turn = USUAL) -> tuple[FileChange, ...]:
    """Change a collection as `make` says, which is given its events as they stand under the lock, in order."""
    return rewrite(collection, lambda stored: make(_events(collection, stored)), turn)


def plan_take_in(collection: Path, make: MakeChange) -> tuple[FileChange, ...]:
    """What `take_in` would change now."""
    return plan_rewrite(collection, lambda stored: make(_events(collection, stored)))


def edit(
    collection: Path,
    ids: Collection[str],
    change: Callable[[Record], Record],
    turn: Turn = USUAL,
) -> tuple[FileChange, ...]:
    """Change the records with these ids; Refused when one is not there, or there twice.

    `change` returns the new record. Fields that are equal in both keep their text, their place and their comments.
    """
    return rewrite(collection, lambda stored: _edited(stored, ids, change), turn)


def plan_edit(
    collection: Path, ids: Collection[str], change: Callable[[Record], Record]
) -> tuple[FileChange, ...]:
    """What `edit` would write now."""
    return plan_rewrite(collection, lambda stored: _edited(stored, ids, change))


def remove(collection: Path, ids: Collection[str], turn: Turn = USUAL) -> tuple[FileChange, ...]:
    """Take out the records with these ids; a file that held one single record goes."""
    return rewrite(collection, lambda stored: _removed(stored, ids), turn)


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
    turn: Turn = USUAL,
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

    return rewrite(collection, decide, turn)


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


def _planned(collections: Sequence[Path], decide: DecideAll) -> list[Planned]:
    """What becomes of each file of several collections; Refused where two of them change the same one."""
    opened = [open_collection(collection) for collection in collections]
    changes = decide([records_of(files) for files in opened])
    planned = [
        one
        for collection, files, change in zip(collections, opened, changes, strict=True)
        for one in plan(collection, files, change)
    ]
    places = Counter(_place(one) for one in planned)
    for one in planned:
        if places[_place(one)] > 1:
            raise Refused(f"{one.path}: is a file of both collections", hint="name two that share no file")
    return planned


def _place(one: Planned) -> Path:
    """Where a file really is, or will be."""
    return one.file.place if one.file else Path(os.path.realpath(one.path.parent), one.path.name)


def _part(one: Planned) -> Part:
    return Part(
        place=_place(one),
        old=one.file.data if one.file else None,
        new=one.new,
        mode=one.file.state.mode if one.file else None,
    )
