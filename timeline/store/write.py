"""The store's writing: one change at a time, judged on what is there, verified, and made whole or not at all.

Every function takes the folder's lock, reads, plans the new text by splicing the records' own spans, reads that back
(`timeline.store.planning`) and only then writes it (`timeline.store.commit`). The `plan_…` twins stop
before the lock and the writing, and return what would be written.
"""

import os
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import Refused, Unavailable, shown
from timeline.model import Event
from timeline.record import Record
from timeline.store.change import (
    Change,
    FileChange,
    LargeFile,
    Opened,
    Planned,
    in_full,
    look_into,
    open_collection,
    records_of,
)
from timeline.store.commit import commit, roll_back
from timeline.store.files import FileState, unavailable
from timeline.store.ids import positions
from timeline.store.journal import USUAL, Turn
from timeline.store.lock import locked
from timeline.store.own import record_span
from timeline.store.planning import plan
from timeline.store.present import Present, events_in, present_in
from timeline.store.read import StoredRecord
from timeline.tuples import NamedTuple
from timeline.yaml_outline import outline

if TYPE_CHECKING:
    from timeline.store.held import Held

Decide = Callable[[Sequence[StoredRecord]], Change]
DecideAll = Callable[[Sequence[Sequence[StoredRecord]]], Sequence[Change]]
Make = Callable[[Present], Record]
Judge = Callable[[Record, Sequence[StoredRecord]], None]
MakeChange = Callable[[tuple[Event, ...]], Change]
Choose = Callable[[Sequence[StoredRecord]], Sequence[int]]


class Excerpt(NamedTuple):
    """The own lines of a record, which it is in its collection, from 0, and where it stands."""

    at: int
    id: str
    place: str
    text: str


def rewrite(collection: Path, decide: Decide, turn: Turn = USUAL, known: Opened = ()) -> Sequence[Planned]:
    """Change a collection as `decide` says, which is given its records as they stand under the lock.

    Files that are `known`, and still are as they were, are not parsed again.
    """
    planning = partial(_planned, [collection], lambda stored: [decide(stored[0])], known, turn.indexes)
    return written([collection], planning, turn)


def rewrite_all(collections: Sequence[Path], decide: DecideAll, turn: Turn = USUAL) -> Sequence[Planned]:
    """Change several collections as one change: `decide` is given the records of each, and returns what becomes of each."""
    return written(collections, partial(_planned, collections, decide, (), turn.indexes), turn)


def rewrite_held(held: "Held", decide: Decide, turn: Turn = USUAL) -> Sequence[Planned]:
    """Change a collection that is held open as `rewrite` does; only what has changed since is read."""
    return written([held.collection], partial(held.planned, decide), turn)


def written(
    collections: Sequence[Path], planning: Callable[[], Sequence[Planned]], turn: Turn
) -> Sequence[Planned]:
    """Write what is planned under the locks of the collections."""
    with ExitStack() as locks:
        # In one order, lest two writers wait for each other.
        roots = sorted({_folder_of(collection) for collection in collections})
        for root in roots:
            locks.enter_context(locked(root, wait=turn.wait, on_wait=turn.say))
        roll_back(turn, collections, roots)
        planned = planning()
        # A file may be reached through a smaller collection, whose writers lock its own folder.
        others = sorted({one.file.place.parent for one in planned if one.file}.difference(roots))
        for folder in others:
            locks.enter_context(locked(folder, wait=turn.wait, on_wait=turn.say))
        parts = [(one.part, *(one.file[1:] if one.file else (None, None))) for one in planned]
        replaced = commit(
            parts, turn, [Path(os.path.realpath(one)) for one in collections], [*roots, *others]
        )
        if turn.indexes:
            _renew_indexes(planned, replaced, turn.indexes)
    return planned


def _renew_indexes(planned: Sequence[Planned], replaced: Mapping[Path, FileState], folder: Path) -> None:
    """Let the indexes of large files tell of what these have become, while nobody else of us can change them."""
    for one in planned:
        if one.cut and one.file and one.file.place in replaced:
            # Only for large files.
            from timeline.store.proven import follow  # noqa: PLC0415

            follow(one.file.place, one.file.state, replaced[one.file.place], one.cut[1], folder)


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
    made: list[Record] = []

    def decide(stored: Sequence[StoredRecord]) -> Change:
        made.append(make(present_in(collection, stored)))
        return Change(added=made)

    rewrite(collection, decide, turn)
    return str(made[0].get("id", ""))


def plan_add(collection: Path, make: Make) -> tuple[FileChange, ...]:
    """What `add` would write now."""
    return plan_rewrite(collection, lambda stored: Change(added=[make(present_in(collection, stored))]))


def take_in(collection: Path, make: MakeChange, turn: Turn = USUAL) -> Sequence[Planned]:
    """Change a collection as `make` says, which is given its events as they stand under the lock, in order."""
    return rewrite(collection, lambda stored: make(events_in(collection, stored)), turn)


def plan_take_in(collection: Path, make: MakeChange) -> tuple[FileChange, ...]:
    """What `take_in` would change now."""
    return plan_rewrite(collection, lambda stored: make(events_in(collection, stored)))


def edit(
    collection: Path,
    ids: Collection[str],
    change: Callable[[Record], Record],
    turn: Turn = USUAL,
) -> Sequence[Planned]:
    """Change the records with these ids; Refused when one is not there, or there twice.

    `change` returns the new record. Fields that are equal in both keep their text, their place and their comments.
    """
    return rewrite(collection, lambda stored: _edited(stored, ids, change), turn)


def plan_edit(
    collection: Path, ids: Collection[str], change: Callable[[Record], Record]
) -> tuple[FileChange, ...]:
    """What `edit` would write now."""
    return plan_rewrite(collection, lambda stored: _edited(stored, ids, change))


def remove(collection: Path, ids: Collection[str], turn: Turn = USUAL) -> Sequence[Planned]:
    """Take out the records with these ids; a file that held one single record goes."""
    return rewrite(collection, lambda stored: _removed(stored, ids), turn)


def plan_remove(collection: Path, ids: Collection[str]) -> tuple[FileChange, ...]:
    """What `remove` would write now."""
    return plan_rewrite(collection, lambda stored: _removed(stored, ids))


def excerpts(collection: Path, choose: Choose) -> tuple[Excerpt, ...]:
    """The own lines of the chosen records, exactly as they stand in their files; for a person to edit."""
    files = open_collection(collection)
    stored = records_of(files)
    places = choose(stored)
    texts: dict[int, str] = {}
    first = 0
    for file in files:
        inside = range(first, first + len(file.parsed))
        if chosen := [at for at in places if at in inside]:
            whole = outline(file.body, apart=file.apart)
            spans = ((at, *record_span(whole, at - first)) for at in chosen)
            texts |= {at: file.body[start:end] for at, start, end in spans}
        first = inside.stop
    return tuple(
        Excerpt(at, stored[at].id, f"{stored[at].origin.path}:{stored[at].origin.line}", texts[at])
        for at in places
    )


def replacing(
    collection: Path,
    old: Sequence[Excerpt],
    texts: Sequence[str],
    *,
    judge: Judge = lambda _record, _others: None,
) -> Decide:
    """What puts a person's texts in the place of records' own lines, provided that those still are as they were read.

    Each text must hold exactly one record. What that says, read where it will stand, is for `judge` to refuse, who is
    also given the records that are not replaced.
    """

    def decide(stored: Sequence[StoredRecord]) -> Change:
        now = excerpts(collection, lambda there: [_again(there, one) for one in old])
        for one, other in zip(old, now, strict=True):
            if one.text != other.text:
                raise Unavailable(
                    f"the event {shown(one.id)} was changed by another program meanwhile; nothing is written"
                )
        rewritten = {there.at: _ended_as(text, there.text) for text, there in zip(texts, now, strict=True)}
        others = [one for at, one in enumerate(stored) if at not in rewritten]
        return Change(rewritten=rewritten, judge=lambda record: judge(record, others))

    return decide


def _again(stored: Sequence[StoredRecord], one: Excerpt) -> int:
    """Where a record that was read stands now; one without an id is looked for where it was."""
    return positions(stored, [one.id])[0] if one.id else min(one.at, len(stored) - 1)


def _ended_as(text: str, old: str) -> str:
    """The text with the line ends of the old one."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\n")
    text += "\n" * old.endswith("\n")
    return text.replace("\n", "\r\n") if "\r\n" in old else text


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


def _planned(
    collections: Sequence[Path], decide: DecideAll, known: Opened = (), indexes: Path | None = None
) -> Sequence[Planned]:
    """What becomes of each file of several collections."""
    opened = [look_into(collection, known, indexes) for collection in collections]
    changes = decide([records_of(files) for files in opened])
    planned = [
        one
        for collection, files, change in zip(collections, opened, changes, strict=True)
        for one in _planned_in(collection, files, change)
    ]
    return disjoint(planned)


def _planned_in(collection: Path, opened: Opened, change: Change) -> Sequence[Planned]:
    """What becomes of each file of a collection."""
    if not isinstance(opened, LargeFile) or change.brought or change.rewritten:
        return plan(collection, in_full(opened), change)
    if not (change.added or change.edited or change.removed):
        return ()
    # Only for large files.
    from timeline.store.large import plan_large  # noqa: PLC0415

    planned = plan_large(opened, change)
    return (planned,) if planned.changes else ()


def disjoint(planned: Sequence[Planned]) -> Sequence[Planned]:
    """What becomes of the files of several collections; Refused where two of them change the same one."""
    places = Counter(one.part.place for one in planned)
    for one in planned:
        if places[one.part.place] > 1:
            raise Refused(f"{one.path}: is a file of both collections", hint="name two that share no file")
    return planned
