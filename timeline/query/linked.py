"""Conditions that ask for an event by its id, and so for what other events say: what follows it, what it follows, what is around it."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from timeline.frozen import dataclass
from timeline.identity import ids_beginning
from timeline.model import Event
from timeline.query.algebra import Predicate
from timeline.query.relations import Relations, relations_of
from timeline.query.spelling import spelled

# Of each condition: what an event says that meets it, what the other one says, whether the chain is followed, and in words.
_LINKS: Mapping[str, tuple[str, str, bool, str]] = {
    "after": ("after", "before", False, "directly follow {}"),
    "before": ("before", "after", False, "directly precede {}"),
    "related": ("related", "related", False, "refer to {}, or are referred to by it"),
    "follows": ("after", "before", True, "follow {}, directly or along a chain"),
    "leads-to": ("before", "after", True, "precede {}, directly or along a chain"),
}
LINKED = tuple(_LINKS)


@dataclass(frozen=True, slots=True)
class Linked(Predicate):
    """Events that follow, precede or are related to the event of an id, whichever of the two says so.

    An id may be given by a beginning that only one event has; with `prefix` every event whose id begins so is meant. Called by
    itself it knows only what the event says; `among` tells what all events say.
    """

    field: str
    text: str
    prefix: bool = False
    _met: frozenset[int] = dataclasses.field(default=frozenset(), compare=False, repr=False)
    cost: ClassVar[int] = 2

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        if id(event) in self._met:
            return True
        said = getattr(event, _LINKS[self.field][0])
        return any(one.startswith(self.text) if self.prefix else one == self.text for one in said)

    def among(self, events: Sequence[Event]) -> Predicate:
        """The condition with what the events say of one another."""
        own, converse, chain, _ = _LINKS[self.field]
        relations = relations_of(events)
        meant = ids_meant(events, self.text, prefix=self.prefix)
        start = [at for at, event in enumerate(events) if event.id in meant]
        found = {
            at
            for at, said in relations.items()
            if any(isinstance(one, str) and (one in meant or one == self.text) for one in getattr(said, own))
        }
        found |= set(_next(start, relations, converse))
        reached = list(found)
        while chain and reached:
            reached = [at for at in _next(reached, relations, converse) if at not in found]
            found.update(reached)
        return replace(self, _met=frozenset(id(events[at]) for at in found.difference(start)))

    def __str__(self) -> str:
        return f"{self.field}:{spelled(self.text, prefix=self.prefix)}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        return _LINKS[self.field][3].format(f"“{self.text}{'…' if self.prefix else ''}”")


def ids_meant(events: Iterable[Event], text: str, *, prefix: bool) -> set[str]:
    """The ids that are meant: the very id, else the one that begins so, or with `prefix` all that do."""
    known = {event.id for event in events}
    if prefix:
        return {one for one in known if one.startswith(text)}
    meant = ids_beginning(text, known)
    return set(meant) if len(meant) == 1 and meant[0] in known else set()


def _next(places: Iterable[int], relations: Mapping[int, Relations], name: str) -> list[int]:
    """The events that those at the places have on one side of them."""
    return list(
        dict.fromkeys(
            other
            for at in places
            if at in relations
            for other in getattr(relations[at], name)
            if not isinstance(other, str)
        )
    )
