"""Events among which something is asked or drawn, and what they say of one another of their times."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.model import Event

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits

_AFTER, _BEFORE = attrgetter("after"), attrgetter("before")


class Company(tuple[Event, ...]):  # noqa: SLOT001 - its dict keeps what was worked out
    """Events, with what is worked out of all of them: when that is first asked for, and once for all who ask."""

    def __new__(cls, events: Iterable[Event]) -> "Company":  # noqa: PYI034 - it may be one that is there
        """The events in company; those that are already stay as they are."""
        return events if isinstance(events, cls) else super().__new__(cls, events)

    @cached_property
    def limits(self) -> "Mapping[int, Limits]":
        """When each event can have happened that others narrow, by its identity."""
        if not any(map(_AFTER, self)) and not any(map(_BEFORE, self)):  # 5 ms for 100,000 events
            return {}
        # Only where an event follows another: 2 ms.
        from timeline.query.narrowing import limits_of  # noqa: PLC0415

        return limits_of(self)
