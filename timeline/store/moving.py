"""Records taken with their own text to another file, or to another collection: one change of both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from timeline.errors import Refused, Unavailable
from timeline.frozen import dataclass
from timeline.record import Record
from timeline.store.change import (
    Change,
    FileChange,
    OpenFile,
    Planned,
    open_collection,
    open_file,
    records_of,
)
from timeline.store.files import ENDINGS, gone
from timeline.store.journal import USUAL, Turn
from timeline.store.own import Own, own_text
from timeline.store.planning import plan
from timeline.store.read import StoredRecord
from timeline.store.write import disjoint, written
from timeline.yaml_outline import outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """Which records go, by their place in their collection, and which change with that, whether they go or stay."""

    places: Sequence[int] = ()
    edited: Mapping[int, Record] = field(default_factory=dict)


Decide = Callable[[Sequence[StoredRecord], Sequence[StoredRecord]], Moving]


def move(source: Path, target: Path, decide: Decide, turn: Turn = USUAL) -> tuple[str, ...]:
    """Take records of one collection into another, or into a file of the same; their ids.

    `decide` is given the records of both as they stand under the locks. Into a folder each goes as a file of its own,
    into a file behind the others; one that ends in .yaml or .yml and is not there yet is made.
    """
    _check(target)
    ids: list[str] = []

    def noting(stored: Sequence[StoredRecord], there: Sequence[StoredRecord]) -> Moving:
        moving = decide(stored, there)
        ids.extend(stored[at].id for at in moving.places)
        return moving

    written([source, target], partial(_planned, source, target, noting), turn)
    return tuple(ids)


def plan_move(source: Path, target: Path, decide: Decide) -> tuple[FileChange, ...]:
    """What `move` would change now."""
    _check(target)
    return tuple(one.change for one in _planned(source, target, decide))


def _check(target: Path) -> None:
    """Refuse what is not there and is not to be made."""
    if not gone(target):
        return
    folder = target.parent if target.suffix in ENDINGS else target
    if not folder.is_dir():
        raise Unavailable(f"{folder}: there is no such folder", hint=f"make it first: mkdir {folder}")


def _planned(source: Path, target: Path, decide: Decide) -> Sequence[Planned]:
    files = open_collection(source)
    there = () if gone(target) else open_collection(target)
    stored, others = records_of(files), records_of(there)
    if there and not others and target.is_file() and target.suffix not in ENDINGS:
        raise Refused(
            f"{target}: holds no events, and no {' or '.join(ENDINGS)} in its name says that it may",
            hint="name another file: --to events.yaml",
        )
    moving = decide(stored, others)
    places = frozenset(moving.places)
    staying = {at: record for at, record in moving.edited.items() if at not in places}
    going = {at: record for at, record in moving.edited.items() if at in places}
    texts = _own_texts(_edited(source, files, going), places)
    return disjoint(
        [
            *plan(source, files, Change(edited=staying, removed=places, above=True)),
            *plan(target, there, Change(brought=[texts[at] for at in moving.places])),
        ]
    )


def _edited(source: Path, files: Sequence[OpenFile], edited: Mapping[int, Record]) -> Sequence[OpenFile]:
    """The files as they would be with these records."""
    new = {one.path: one.new or b"" for one in plan(source, files, Change(edited=edited))}
    return [open_file(one.path, new.get(one.path, one.data), one.state) if new else one for one in files]


def _own_texts(files: Sequence[OpenFile], places: frozenset[int]) -> dict[int, Own]:
    """The own text of each record at one of the places."""
    texts: dict[int, Own] = {}
    first = 0
    for file in files:
        chosen = {at - first for at in range(first, first + len(file.parsed)) if at in places}
        if chosen:
            whole, stored = outline(file.body, inside=chosen, apart=file.apart), records_of([file])
            texts |= {first + at: own_text(file.mark, whole, stored[at]) for at in chosen}
        first += len(file.parsed)
    return texts
