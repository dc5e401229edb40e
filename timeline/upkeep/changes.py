"""What becomes of a collection when events are edited or removed, as far as it can be told from its records."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from timeline.identity import whole_id
from timeline.record import REFERENCES, Record, Value
from timeline.store.change import Change
from timeline.store.ids import places_of
from timeline.store.read import StoredRecord
from timeline.tuples import NamedTuple
from timeline.upkeep.fields import items_of, left_behind, listed, with_fields, with_items
from timeline.upkeep.guard import whole_references
from timeline.upkeep.judgement import check_changed
from timeline.upkeep.references import check_references, names_old_date, redirected, renamed, renewed
from timeline.upkeep.sources import taken_days, with_source

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Edits(NamedTuple):
    """What is to change in each of some events; nothing where nothing is said.

    `given` are fields, of which an empty one goes, as those `unset` do. `lists` says what comes into a list, and what goes.
    `source` is said of the source with a `number`, of `another` one, or of the first. The id becomes `id`, or a `new_id`
    made of date and title.
    """

    given: Mapping[str, Value] = _NOTHING
    unset: Collection[str] = ()
    lists: Mapping[str, tuple[Sequence[str], Sequence[str]]] = _NOTHING
    source: Mapping[str, Value] = _NOTHING
    number: int | None = None
    another: bool = False
    id: str = ""
    new_id: bool = False

    def __bool__(self) -> bool:
        return any((self.given, self.unset, self.lists, self.source, self.id, self.new_id))

    def applied(self, stored: StoredRecord, ids: Collection[str]) -> Record:
        """The record changed, but for its id. References may be given by a beginning of one of the `ids`."""
        record = {name: value for name, value in stored.record.items() if name not in self.unset}
        record = with_fields(record, whole_references({**self.given}, ids))
        for name, (adds, drops) in self.lists.items():
            if name in REFERENCES:
                there = items_of(listed(record, name))
                record = with_items(record, name, _whole(adds, ids), _whole(drops, there))
            else:
                record = with_items(record, name, adds, drops)
        return with_source(stored, record, {**self.source}, number=self.number, another=self.another)


class Edited(NamedTuple):
    """The records that change, by their place in the collection, and those that go.

    `outdated` ids name a date no longer theirs; of the `undated`, a copy was changed for one of which no day is known. The
    fields `left` behind, with the id of their event, were said of a date or a place that is another now.
    """

    records: Mapping[int, Record] = _NOTHING
    removed: frozenset[int] = frozenset()
    outdated: Sequence[str] = ()
    undated: Sequence[str] = ()
    left: Sequence[tuple[str, Sequence[str]]] = ()

    @property
    def ids(self) -> list[str]:
        """The ids of the changed records, as they then are."""
        return [str(record.get("id", "")) for record in self.records.values()]


def edited(
    stored: Sequence[StoredRecord], chosen: Sequence[int], edits: Edits, *, force: bool = False
) -> Edited:
    """The chosen records edited, and those that refer to an id which changes.

    Refused when a record would have a mistake that it had not, or, but with `force`, refer to an id that no event has.
    """
    there = places_of(stored)
    records = {at: edits.applied(stored[at], there) for at in chosen}
    if edits.id:
        records = renamed(stored, chosen, edits.id, records)
    if edits.new_id:
        records = renewed(stored, chosen, records)
    if not force:
        check_references(stored, records)
    changed = checked(stored, records)
    outdated = [
        str(record["id"]) for at, record in changed.items() if names_old_date(stored[at].record, record)
    ]
    undated = [
        str(record.get("id", ""))
        for at, record in changed.items()
        if edits.source.get("file") and len(taken_days(record)) < len(taken_days(stored[at].record))
    ]
    left = [
        (str(record.get("id", "")), fields)
        for at, record in changed.items()
        if (fields := left_behind(stored[at].record, record))
    ]
    return Edited(records=changed, outdated=outdated, undated=undated, left=left)


def checked(stored: Sequence[StoredRecord], records: Mapping[int, Record]) -> dict[int, Record]:
    """Those of the records that are not as they were; refused when one has a mistake that it had not."""
    changed = {at: record for at, record in records.items() if record != stored[at].record}
    for at, record in changed.items():
        check_changed(stored[at].record, record)
    return changed


def removed(stored: Sequence[StoredRecord], places: Collection[int], *, cascade: bool = False) -> Change:
    """The records at these places taken out; with `cascade`, so are the references to them."""
    gone = {stored[at].id: "" for at in places if stored[at].id}
    edited = redirected(stored, gone, {}) if cascade else {}
    return Change(
        removed=frozenset(places),
        edited={at: record for at, record in edited.items() if at not in places},
    )


def _whole(texts: Sequence[str], ids: Collection[str]) -> list[str]:
    return [whole_id(text, ids) for text in texts]
