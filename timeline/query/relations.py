"""What events say of one another, told on both: which one follows, precedes or refers to which."""

from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import TypeAlias

from timeline.frozen import dataclass
from timeline.model import Event

Other: TypeAlias = "int | str"
"""The place of an event in the sequence, or an id that none of them has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """What one event follows (`after`), precedes (`before`) and is related to, whichever of the two says so."""

    after: dict[Other, None] = field(default_factory=dict)
    before: dict[Other, None] = field(default_factory=dict)
    related: dict[Other, None] = field(default_factory=dict)


_MOST = 8  # events that one id means: where thousands share it, each would be told of all others
_CONVERSE = {"after": "before", "before": "after", "related": "related"}


def relations_of(events: Sequence[Event]) -> dict[int, Relations]:
    """The relations of each event that has any, by its place in the sequence, in the order in which they are said.

    An id that several events have means all of them, or the first of many.
    """
    saying = [place for place, event in enumerate(events) if event.after or event.before or event.related]
    if not saying:
        return {}
    places: dict[str, list[int]] = {}
    for place, event in enumerate(events):
        standing = places.setdefault(event.id, [])
        if len(standing) < _MOST:
            standing.append(place)
    found: dict[int, Relations] = {}
    for place in saying:
        for name, converse in _CONVERSE.items():
            ids: Iterable[str] = getattr(events[place], name)
            for other in ids:
                own = getattr(found.setdefault(place, Relations()), name)
                own |= dict.fromkeys(places.get(other, [other]))
                for met in places.get(other, ()):
                    getattr(found.setdefault(met, Relations()), converse)[place] = None
    return found
