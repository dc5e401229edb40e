"""Sources of events that are there: from tables whose rows are no events, but mention one, or tell where a copy is kept."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.model import Event
from timeline.record import Record, Value, source_of
from timeline.upkeep.origins import signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What comes of rows that are sources, each counted once.

    `changed` are the records of events, by their place. Rows are `added` to an event, or `filled` into the source of their
    address, or `there` already, of which some are `retold`: they say otherwise, of the event with that id, in those fields. Of `nowhere` rows
    no event is there.
    """

    changed: Mapping[int, Record]
    added: int
    filled: int
    there: int
    retold: Sequence[tuple[Event, str, Sequence[str]]]
    nowhere: int


def supplement(rows: Iterable[Event], there: Sequence[Event], *, update: bool = False) -> Supplement:
    """Put sources where they belong: to the event of that row of a data set, or to the sources of that address.

    What a source says already stands, unless it is brought up to date. The order of the rows does not count.
    """
    places: dict[Hashable, list[int]] = {}
    for at, event in enumerate(there):
        for name in (*signs(event), *dict.fromkeys(source.url for source in event.sources if source.url)):
            places.setdefault(name, []).append(at)
    records: dict[int, Record] = {}
    counts = {"added": 0, "filled": 0, "there": 0, "nowhere": 0}
    retold: list[tuple[Event, str, Sequence[str]]] = []
    for row, said in sorted(_sources(rows), key=_as_text):
        outcomes = set()
        names: Sequence[Hashable] = signs(row) or [str(said["url"])]
        for at in [at for name in names for at in places.get(name, ())]:
            record = records.get(at) or there[at].to_record()
            outcome, sources, differing = _put(record.get("sources", []), said, update=update)
            if outcome != "there":
                records[at] = {**record, "sources": sources}
            elif differing:
                retold.append((row, there[at].id, differing))
            outcomes.add(outcome)
        counts[next((name for name in ("added", "filled", "there") if name in outcomes), "nowhere")] += 1
    changed = {at: records[at] for at in sorted(records) if records[at] != there[at].to_record()}
    return Supplement(changed=changed, retold=retold, **counts)


def _sources(rows: Iterable[Event]) -> Iterator[tuple[Event, Record]]:
    for row in rows:
        for source in row.sources:
            yield row, source.to_record()


def _as_text(item: tuple[Event, Record]) -> str:
    return repr(sorted(item[1].items()))


def _put(there: Value, said: Record, *, update: bool) -> tuple[str, list[Value], list[str]]:
    """What becomes of a source among those of an event, these sources, and the fields in which it says otherwise."""
    sources = list(there) if isinstance(there, list) else []
    for at, one in enumerate(sources):
        old = source_of(one)
        if not isinstance(old, dict) or old.get("url") != said["url"]:
            continue
        new = {**old, **said} if update else {**said, **old}
        new = {name: new[name] for name in (*old, *(name for name in said if name not in old))}
        if new == old:
            return "there", sources, [name for name, value in said.items() if old[name] != value]
        sources[at] = new
        return "filled", sources, []
    return "added", [*sources, said], []
