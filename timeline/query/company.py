"""Events among which something is asked or drawn, and what they say of one another of their times."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, overload

from timeline.model import Event
from timeline.tuples import NamedTuple

if TYPE_CHECKING:
    from timeline.naming import Names
    from timeline.query.narrowing import Limits

_AFTER, _BEFORE = attrgetter("after"), attrgetter("before")


class Bunch(NamedTuple):
    """An event, how many there are that are counted as it is, itself included, and the last of them, which has that place.

    Where they stand in several lanes, and not all in the same, `lanes` says how many stand in each.
    """

    event: Event
    times: int
    last: Event
    place: int
    lanes: Mapping[str, int] = {}


class Company(Sequence[Event]):
    """Events, with what is worked out of all of them: when that is first asked for, and once for all who ask."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._given = events

    @classmethod
    def of(cls, events: Iterable[Event]) -> "Company":
        """The events in company; those that are already stay as they are."""
        return events if isinstance(events, Company) else Company(events)

    @cached_property
    def every(self) -> tuple[Event, ...]:
        """All of the events."""
        return tuple(self._given)

    def __len__(self) -> int:
        return len(self.every)

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | Sequence[Event]:
        return self.every[place]

    def __iter__(self) -> Iterator[Event]:
        return iter(self.every)

    def choose(self, where: Callable[[Event], bool]) -> Sequence[Event]:
        """The events that meet a condition, in the order in which they stand."""
        return tuple(filter(where, self.every))

    def meets(self, where: Callable[[Event], bool]) -> bool:
        """Whether some event meets a condition."""
        return any(map(where, self.every))

    def names(self, field: str) -> Iterable[str]:
        """The names that stand in a field: actor, tag, kind, place or id; in no order, and some of them more than once."""
        if field in ("actor", "tag"):
            return (name for event in self for name in (event.actors if field == "actor" else event.tags))
        return (value for event in self if (value := getattr(event, field)))

    def arranged(self, by: str, *, reverse: bool) -> Sequence[Event] | None:  # noqa: ARG002 (most are ordered as any events)
        """The events in an order, where they come in it of themselves."""
        return None

    def bunches(self, fields: Sequence[str]) -> Iterable[Bunch]:  # noqa: ARG002 (as above)
        """The events in bunches that are alike in some fields, by their names for `timeline.query.lanes`, or `date`."""
        return (Bunch(event, 1, event, place) for place, event in enumerate(self.every))

    def in_lanes(self, by: str, top: int | None, names: "Names | None") -> Sequence[Bunch]:  # noqa: ARG002 (as above)
        """The events in bunches as lanes by a field draw them, the fullest alone if so many are asked for; none where each is drawn."""
        return ()

    @property
    def few(self) -> bool:
        """Whether each may be looked at for a hint."""
        return True

    def extras(self) -> Iterator[Mapping[str, Any]]:
        """The fields of the user's own that the events have."""
        return (event.extra for event in self)

    @cached_property
    def limits(self) -> "Mapping[int, Limits]":
        """When each event can have happened that others narrow, by its identity."""
        if not any(map(_AFTER, self)) and not any(map(_BEFORE, self)):  # 5 ms for 100,000 events
            return {}
        # Only where an event follows another: 2 ms.
        from timeline.query.narrowing import limits_of  # noqa: PLC0415

        return limits_of(self)
