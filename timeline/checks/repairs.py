"""What can be put right without asking what was meant: dates in words, lists written as one text, ids that are no slugs."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.checks.fields import text_items
from timeline.folding import fold
from timeline.identity import ID_LENGTH, free_id, new_id
from timeline.record import (
    LIST_FIELDS,
    REFERENCES,
    SLUG,
    SOURCE_DATES,
    SOURCE_FIELDS,
    Record,
    Value,
    bracketed_date,
)
from timeline.said.written import meanings
from timeline.store.change import Change
from timeline.store.read import StoredRecord

_slug = re.compile(SLUG)
_not_in_slugs = re.compile(r"[^a-z0-9:._-]+")


def repairs(stored: Sequence[StoredRecord]) -> Change:
    """What is to become of a collection that is repaired."""
    return Change(edited=repaired([{**one.record} for one in stored]))


def repaired(records: Sequence[Record]) -> dict[int, Record]:
    """The records of a collection that can be repaired, by their place in it, as they would then be.

    A date in words, or in other signs than EDTF's, that has one meaning whenever it is read is written in EDTF; so is a
    set that YAML took for a list, because it was not quoted. A list field of one text becomes a list of one, unless the text itself looks like a list; a source on its own
    becomes a list of one. An id that is no slug becomes one that nobody has, and references follow it, unless several
    records have it. Nothing else changes.

    >>> repaired([{"id": "Talks end", "actors": "Japan"}, {"id": "b", "after": ["Talks end"]}])
    {0: {'id': 'talks-end', 'actors': ['Japan']}, 1: {'id': 'b', 'after': ['talks-end']}}
    """
    slugs = _slugs(records)
    changed = {}
    for position, record in enumerate(records):
        new = _repaired(record, slugs)
        if new != record:
            changed[position] = new
    return changed


def _slugs(records: Sequence[Record]) -> dict[str, str]:
    """A slug for every id that is none."""
    ids = Counter(id_ for record in records if isinstance(id_ := record.get("id"), str) and id_)
    taken = set(ids)
    slugs = {}
    for record in records:
        id_ = record.get("id")
        if isinstance(id_, str) and id_ and ids[id_] == 1 and not _slug.fullmatch(id_):
            taken.add(slug := _slug_of(id_, record, taken))
            slugs[id_] = slug
    return slugs


def _slug_of(id_: str, record: Record, taken: set[str]) -> str:
    """The slug nearest to an id; where none of its letters is left, one of date and title."""
    slug = _not_in_slugs.sub("-", fold(id_)).strip(":._-")[:ID_LENGTH].rstrip(":._-")
    if not slug:
        return new_id(str(record.get("date", "")), str(record.get("title", "")), taken)
    return free_id(slug, taken)


def _repaired(record: Record, slugs: Mapping[str, str]) -> Record:
    new: Record = {}
    for name, value in record.items():
        changed: Value = value
        if name == "id" and isinstance(value, str):
            changed = slugs.get(value, value)
        elif name == "sources" and isinstance(value, dict) and value.keys() & set(SOURCE_FIELDS):
            changed = [_dated(value, SOURCE_DATES)]
        elif name == "sources" and isinstance(value, list):
            changed = [_dated(item, SOURCE_DATES) if isinstance(item, dict) else item for item in value]
        elif name in LIST_FIELDS:
            if isinstance(value, str) and value and (value in slugs or len(text_items(name, value)) == 1):
                changed = [value]
            if name in REFERENCES and isinstance(changed, list):
                changed = [slugs.get(item, item) if isinstance(item, str) else item for item in changed]
        new[name] = changed
    return _dated(new, ("date",))


def _dated(fields: Record, names: Sequence[str]) -> Record:
    """The fields with their dates in EDTF, where what was written has one meaning."""
    return {name: _edtf(value) if name in names else value for name, value in fields.items()}


def _edtf(value: Value) -> Value:
    if not isinstance(value, str):
        return bracketed_date(value) or value
    found = meanings(value) if value else ()
    return found[0] if len(found) == 1 else value
