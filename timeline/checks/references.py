"""Checks of how events refer to each other: ids given twice, references to nothing, orders that cannot be."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from timeline.checks.finding import Finding, PlacedRecord, finding
from timeline.errors import shown
from timeline.query.knots import knots
from timeline.query.narrowing import may_follow
from timeline.record import REFERENCES, Value

_LONGEST_CIRCLE = 6  # events that a message names
_NEAR_IDS = 20_000  # ids among which the nearest is looked for
_HINTS = 100  # ids that no event has, of which the nearest is looked for
_LONGEST_ID = 100  # characters of such an id
_NEARNESS = 0.8


def by_id(placed: Iterable[PlacedRecord]) -> dict[str, PlacedRecord]:
    """The first record of each id."""
    first: dict[str, PlacedRecord] = {}
    for one in placed:
        if id_ := one.id:
            first.setdefault(id_, one)
    return first


def refers(one: PlacedRecord) -> bool:
    """Whether a record has a field of references."""
    record = one.record
    for name in REFERENCES:  # noqa: SIM110 - three times as fast as any(): of 100,000 records hardly one refers
        if name in record:
            return True
    return False


def duplicate_ids(placed: Sequence[PlacedRecord], known: Mapping[str, PlacedRecord]) -> Iterator[Finding]:
    """Ids that an earlier record of the collection has."""
    if len(known) == len(placed):
        return
    for one in placed:
        if one.id and known[one.id] is not one:
            message = f"id {shown(one.id)} is in use at {known[one.id].place}"
            yield finding(one, "E301", ("id",), message, "give one of the two another id")


def broken_references(
    placed: Sequence[PlacedRecord], known: Mapping[str, PlacedRecord], *, whole: bool = True
) -> Iterator[Finding]:
    """References to the event itself, or to an id that no event has; the latter only where the `whole` could be read."""
    unknown = dict.fromkeys(
        id_ for one in placed if whole for _, _, id_ in references(one) if id_ not in known
    )
    hints = _hints([*unknown][:_HINTS], [*known])
    for one in placed:
        for name, path, id_ in references(one):
            if id_ in unknown:
                message = f"{name} {shown(id_)} is no event's id"
                yield finding(one, "E302", path, message, hints.get(id_, _NO_HINT))
            elif id_ == one.id and name == "related":
                yield finding(one, "W413", path, f"related {shown(id_)} is the event itself", "take it out")


_NO_HINT = "look for the id with timeline show --view card"


def _hints(unknown: Sequence[str], known: Sequence[str]) -> Mapping[str, str]:
    """Of ids that no event has those that are near to one that is known, each with what to ask."""
    if not unknown or len(known) > _NEAR_IDS:
        return {}
    # Only where a reference is broken.
    from timeline.checks.letters import Letters  # noqa: PLC0415

    letters = Letters([*known, *unknown])
    hints = {}
    for at, id_ in enumerate(unknown, len(known)):
        if len(id_) <= _LONGEST_ID:
            # An id that is as near is half as long again at most: so many letters are left over of both.
            about = letters.near(at, 0, len(known), len(id_) // 2 + 1)
            if near := get_close_matches(id_, [known[one] for one in about], n=1, cutoff=_NEARNESS):
                hints[id_] = f"did you mean {near[0]}?"
    return hints


def references(one: PlacedRecord) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Every reference of a record: the field, the path to it, and the id."""
    for name in REFERENCES:
        value: Value = one.record.get(name, "")
        if isinstance(value, str):
            if value:
                yield name, (name,), value
        elif isinstance(value, list):
            for position, id_ in enumerate(value):
                if isinstance(id_, str) and id_:
                    yield name, (name, position), id_


def contradicted_orders(
    placed: Sequence[PlacedRecord], known: Mapping[str, PlacedRecord]
) -> Iterator[Finding]:
    """`after` and `before` that the dates contradict: the later event ends before the other begins, or begins before it does.

    Two dates that overlap contradict nothing otherwise, however they sort: the relation narrows them.
    """
    for one in placed:
        if not one.event:
            continue
        for name, path, id_ in references(one):
            other = known[id_].event if name != "related" and id_ in known else None
            if other is None or known[id_] is one:
                continue
            first, second = (other.date, one.event.date) if name == "after" else (one.event.date, other.date)
            if second.certainly_before(first):
                message = f"{name} {shown(id_)} contradicts the dates: {second} ends before {first} begins"
                yield finding(one, "E303", path, message, f"look at both dates, and at {known[id_].place}")
            elif not may_follow(second, first):
                message = f"{name} {shown(id_)} may contradict the dates: {second} begins before {first} does"
                yield finding(one, "W412", path, message, f"look at both dates, and at {known[id_].place}")


def circles(placed: Sequence[PlacedRecord], known: Mapping[str, PlacedRecord]) -> Iterator[Finding]:
    """Events that, by `after` and `before`, would each precede all the others, told once a circle."""
    edges: dict[str, dict[str, tuple[PlacedRecord, tuple[str | int, ...]]]] = {}
    for one in placed:
        for name, path, id_ in references(one):
            if name != "related" and one.id and id_ in known and known[one.id] is one:
                first, second = (id_, one.id) if name == "after" else (one.id, id_)
                edges.setdefault(first, {}).setdefault(second, (one, path))
    for knot in knots({first: tuple(seconds) for first, seconds in edges.items()}):
        if len(knot) == 1 and knot[0] not in edges.get(knot[0], ()):
            continue
        circle = _circle(frozenset(knot), edges)
        one, path = edges[circle[0]][circle[1]]
        named = [shown(id_) for id_ in circle]
        if len(named) > _LONGEST_CIRCLE + 1:
            named[_LONGEST_CIRCLE - 1 : -1] = ["…"]
        message = f"after and before form a circle: {' before '.join(named)}"
        yield finding(one, "E304", path, message, "take one of these references out")


def _circle(knot: frozenset[str], edges: Mapping[str, Mapping[str, object]]) -> list[str]:
    """A shortest circle through the knot's first id, that id at both ends."""
    start = min(knot)
    came_from: dict[str, str] = {}
    queue = deque([start])
    while start not in came_from:
        node = queue.popleft()
        for following in edges.get(node, ()):
            if following in knot and following not in came_from:
                came_from[following] = node
                queue.append(following)
    circle = [start]
    while len(circle) == 1 or circle[-1] != start:
        circle.append(came_from[circle[-1]])
    return circle[::-1]
