"""How many events share a name: an actor, two actors, a tag, a kind, or whatever a field says; the first and the last."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from timeline.dates.order import SortKey
from timeline.model import Event
from timeline.naming import Names
from timeline.query.company import Bunch, Company
from timeline.query.lanes import Lanes, fields_of, lanes_by
from timeline.tuples import NamedTuple


class Group(NamedTuple):
    """What events have in common, how many they are, and the first and last of them in the order of time."""

    names: tuple[str, ...]
    events: int
    first: Event
    last: Event


def groups(events: Iterable[Event], by: str, names: Names | None = None) -> tuple[Group, ...]:
    """The events that share a lane of a field, the most first: see `timeline.query.lanes.lanes_by`.

    Two fields with a comma between make pairs; the same field twice, pairs of two different names in one event. An
    event of several names counts for each. Raises UsageError for a field that no event has.

    >>> from timeline.dates.event_date import EventDate
    >>> visit = Event(date=EventDate("2018"), title="Visit", actors=("Japan", "Russia"))
    >>> [(one.names, one.events) for one in groups([visit], "actor,actor")]
    [(('Japan', 'Russia'), 1)]
    """
    fields = fields_of(by)
    bunches = sorted(Company.of(events).bunches(fields), key=_moment)
    ordered = [bunch.event for bunch in bunches]
    lanes = [lanes_by(field, ordered, names) for field in dict.fromkeys(fields)]
    paired = len(fields) > len(lanes)
    found: dict[tuple[str, ...], Group] = {}
    latest: dict[tuple[str, ...], tuple[SortKey, int]] = {}
    for event, times, last, place, _ in bunches:
        until = last.date.sort_key, place
        for key in _keys(event, lanes, paired=paired):
            known = found.get(key)
            if known is None:
                found[key], latest[key] = Group(key, times, event, last), until
                continue
            later = last if latest[key] < until else known.last
            found[key] = known._replace(events=known.events + times, last=later)
            latest[key] = max(latest[key], until)
    return tuple(sorted(found.values(), key=_most))


def _keys(event: Event, lanes: Sequence[Lanes], *, paired: bool) -> Iterator[tuple[str, ...]]:
    """The names of an event: of each field one; or two of the one field, where that is `paired` with itself."""
    if paired:
        for pair in combinations(lanes[0](event), 2):
            yield tuple(sorted(pair))
    else:
        yield from product(*(names(event) for names in lanes))


def _moment(bunch: Bunch) -> SortKey:
    return bunch.event.date.sort_key


def _most(group: Group) -> tuple[int, SortKey]:
    return -group.events, group.first.date.sort_key
