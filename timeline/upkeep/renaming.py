"""One name for another everywhere: of an actor, a tag, a place or a kind in every record that has it, or of one event."""

from collections.abc import Sequence

from timeline.errors import Refused, UsageError, shown
from timeline.store.ids import nearest, positions
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edited, Edits, checked, edited
from timeline.upkeep.fields import items_of, with_names

FIELDS = {"actor": "actors", "tag": "tags", "place": "place", "kind": "kind", "id": "id"}
"""What can be renamed, and the field that has it."""


def renamed_everywhere(stored: Sequence[StoredRecord], what: str, old: str, new: str) -> Edited:
    """The records that have the old name, with the new one in its place; those that refer to an id, with the new id.

    A name is meant as it is spelled, case and accents too. Refused when no event has it.
    """
    if what not in FIELDS:
        raise UsageError(f"{shown(what)} cannot be renamed", hint=f"say one of {', '.join(FIELDS)}")
    if not new:
        raise UsageError(
            "the new name is empty", hint="take a field out with: timeline edit --where QUERY --unset FIELD"
        )
    if what == "id":
        return edited(stored, positions(stored, [old]), Edits(id=new))
    field = FIELDS[what]
    found = {
        at: with_names({**one.record}, field, {old: new})
        for at, one in enumerate(stored)
        if old in items_of(one.record.get(field, ""))
    }
    if not found:
        names = {name: None for one in stored for name in items_of(one.record.get(field, ""))}
        raise Refused(
            f"no event has the {what} {shown(old)}",
            hint=nearest(old, names, f"see the {what}s with: timeline stats --by {what}"),
        )
    return Edited(records=checked(stored, found))
