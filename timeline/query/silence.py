"""Silence: the stretches between events in which nothing starts, ends or stands."""

from collections.abc import Iterable, Iterator, Sequence

from timeline.frozen import dataclass
from timeline.model import Event
from timeline.naming import Names
from timeline.query.lanes import lanes_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Days on which nothing happened, the first and the last of them included, and the events on either side.

    `before` is an event that stood until the day before, `after` one that begins on the day after. `lane` is the
    lane that is silent; None when all events together are.
    """

    first_day: int
    last_day: int
    before: Event
    after: Event
    lane: str | None = None

    @property
    def days(self) -> int:
        """How long it lasts."""
        return self.last_day - self.first_day + 1


def silences(
    events: Sequence[Event], count: int, by: str | None = None, names: Names | None = None
) -> tuple[Silence, ...]:
    """The longest `count` silences between events, the longest first; of equal ones the earliest.

    An event stands on every day that it can denote: an interval from its start to its end, an open end for ever, a
    doubtful date on all its possible days. So a silence is certain. With `by`, each lane's silences count for itself.
    """
    if by is None:
        found = list(_between(events, None))
    else:
        lanes_of = lanes_by(by, events, names)
        lanes: dict[str, list[Event]] = {}
        for event in events:
            for name in lanes_of(event):
                lanes.setdefault(name, []).append(event)
        found = [silence for name, standing in lanes.items() for silence in _between(standing, name)]
    return tuple(sorted(found, key=_longest)[: max(count, 0)])


def _between(events: Iterable[Event], lane: str | None) -> Iterator[Silence]:
    ordered = sorted(events, key=_start)
    before: Event | None = None  # the event that stands longest so far
    for event in ordered:
        if before is not None:
            last_day, first_day = before.date.last_day, event.date.first_day
            if last_day is None:
                return
            if first_day is not None and first_day > last_day + 1:
                yield Silence(
                    first_day=last_day + 1, last_day=first_day - 1, before=before, after=event, lane=lane
                )
        if before is None or _stands_longer(event, before):
            before = event


def _start(event: Event) -> tuple[bool, int]:
    first_day = event.date.first_day
    return (first_day is not None, first_day or 0)


def _stands_longer(event: Event, other: Event) -> bool:
    last_day, other_day = event.date.last_day, other.date.last_day
    return last_day is None or (other_day is not None and last_day > other_day)


def _longest(silence: Silence) -> tuple[int, int]:
    return -silence.days, silence.first_day
