"""Which records are meant by the ids that a person gives: whole, or by a beginning that only one event has."""

from collections.abc import Collection, Sequence
from typing import Protocol

from timeline.errors import Refused, shown
from timeline.identity import ids_beginning
from timeline.model import Origin

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


def positions(stored: Sequence[Placed], ids: Collection[str]) -> list[int]:
    """Where the records that are meant stand in a collection; Refused when an id means none, or more than one."""
    places: dict[str, list[int]] = {}
    for at, record in enumerate(stored):
        if record.id:
            places.setdefault(record.id, []).append(at)
    found: dict[int, None] = {}
    for id_ in ids:
        meant = ids_beginning(id_, places)
        if not meant:
            raise Refused(f"no event has the id {shown(id_)}", hint=_nearest(id_, places))
        if len(meant) > 1:
            raise Refused(
                f"{len(meant)} ids begin with {shown(id_)}", hint=f"give more of it: {_some(meant)}"
            )
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


def _nearest(id_: str, ids: Collection[str]) -> str:
    """The ids that may have been meant: those that have the text in them, or that are spelled alike."""
    near = [one for one in ids if id_ and id_ in one]
    if not near and len(ids) <= _NEAR_IDS and len(id_) <= 100:
        # Only for a mistake: 1.3 ms to import.
        from difflib import get_close_matches  # noqa: PLC0415

        near = get_close_matches(id_, ids, n=_CANDIDATES, cutoff=0.7)
    return f"did you mean {_some(near)}?" if near else "see the ids with: timeline show --view card"


def _some(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _CANDIDATES} more" if len(ids) > _CANDIDATES else ""
    return ", ".join(map(shown, ids[:_CANDIDATES])) + more
