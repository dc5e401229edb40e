"""Which records are meant by the ids that a person gives: whole, or by a beginning that only one event has."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from timeline.errors import Refused, shown
from timeline.folding import fold
from timeline.identity import ids_beginning
from timeline.model import Origin
from timeline.store.read import Searched, StoredRecord

_CANDIDATES = 5
_NEAR_IDS = 20_000  # ids among which the nearest is looked for: 50 ms


class Placed(Protocol):
    """What has an id, and stands in a file."""

    @property
    def id(self) -> str:
        """Its id, "" where it has none."""

    @property
    def origin(self) -> Origin | None:
        """Where it stands."""


def places_of(stored: Sequence[Placed]) -> Mapping[str, Sequence[int]]:
    """The ids that records have, in order, each with the places of those that have it."""
    if isinstance(stored, Searched):
        return stored.places
    places: dict[str, list[int]] = {}
    for at, record in enumerate(stored):
        if id_ := record.id:
            places.setdefault(id_, []).append(at)
    return places


def mentioning(stored: Sequence[StoredRecord], ids: Collection[str]) -> Iterable[int]:
    """The places, in order, of the records that may refer to one of some ids."""
    return stored.mentioning(ids) if isinstance(stored, Searched) else range(len(stored))


def positions(stored: Sequence[Placed], ids: Collection[str]) -> list[int]:
    """Where the records that are meant stand in a collection; Refused when an id means none, or more than one."""
    places = places_of(stored) if ids else {}
    found: dict[int, None] = {}
    for id_ in ids:
        meant = ids_beginning(id_, places)
        if not meant:
            raise Refused(
                f"no event has the id {shown(id_)}",
                hint=nearest(id_, places, "see the ids with: timeline show --view card"),
            )
        if len(meant) > 1:
            raise Refused(f"{len(meant)} ids begin with {shown(id_)}", hint=f"give more of it: {some(meant)}")
        standing = places[meant[0]]
        if len(standing) > 1:
            origins = [stored[one].origin for one in standing]
            where = ", ".join(f"{origin.path}:{origin.line}" for origin in origins if origin)
            raise Refused(
                f"{len(standing)} events have the id {shown(meant[0])}: {where}",
                hint="give each its own id first",
            )
        found[standing[0]] = None
    return list(found)


def nearest(text: str, names: Collection[str], otherwise: str) -> str:
    """The names that may have been meant: those that have the text in them, or that are spelled alike; or else what to do."""
    wanted = fold(text)
    near = [one for one in names if wanted and wanted in fold(one)]
    if not near and len(names) <= _NEAR_IDS and len(text) <= 100:
        # Only for a mistake: 1.3 ms to import.
        from difflib import get_close_matches  # noqa: PLC0415

        near = get_close_matches(text, names, n=_CANDIDATES, cutoff=0.7)
    return f"did you mean {some(near)}?" if near else otherwise


def some(ids: Sequence[str]) -> str:
    """The first of some ids, and how many more there are."""
    more = f" and {len(ids) - _CANDIDATES} more" if len(ids) > _CANDIDATES else ""
    return ", ".join(map(shown, ids[:_CANDIDATES])) + more
