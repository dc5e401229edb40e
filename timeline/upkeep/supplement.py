"""Sources of events that are there: from rows that are no events, but mention one, tell where a copy is kept, or are a bibliography."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from timeline.folding import fold
from timeline.identity import doi_of
from timeline.model import Event
from timeline.record import Record, Value, source_of
from timeline.upkeep.origins import signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What comes of rows that are sources, each counted once.

    `changed` are the records of events, by their place. Rows are `added` to an event, or `filled` into the source of their
    address, or `there` already, of which some are `retold`: they say otherwise, of the event with that id, in those fields. Of `nowhere` rows
    no event is there; `unnamed` are the keys that those have.
    """

    changed: Mapping[int, Record]
    added: int
    filled: int
    there: int
    retold: Sequence[tuple[Event, str, Sequence[str]]]
    nowhere: int
    unnamed: Sequence[str]


def supplement(rows: Iterable[Event], there: Sequence[Event], *, update: bool = False) -> Supplement:
    """Put sources where they belong: to the event of that row of a data set, or to the sources of that address, title or key.

    What a source says already stands, unless it is brought up to date. The order of the rows does not count.
    """
    places: dict[Hashable, list[int]] = {}
    for at, event in enumerate(there):
        named = dict.fromkeys(name for source in event.sources for name in _names(source.to_record()))
        for name in (*signs(event), *named):
            places.setdefault(name, []).append(at)
    records: dict[int, Record] = {}
    counts = {"added": 0, "filled": 0, "there": 0, "nowhere": 0}
    retold: list[tuple[Event, str, Sequence[str]]] = []
    unnamed: list[str] = []
    told = sorted(_sources(rows), key=_as_text)
    alike = _by_title(said for _, said in told)
    for row, said in told:
        outcomes = set()
        own = signs(row)
        names: Sequence[Hashable] = own or _names(said)
        for at in dict.fromkeys(at for name in names for at in places.get(name, ())):
            record = records.get(at) or there[at].to_record()
            outcome, sources, differing = _put(record.get("sources", []), said, alike, update=update)
            if outcome == "added" and not own:
                continue  # the address of another source has that title
            if outcome != "there":
                records[at] = {**record, "sources": sources}
            elif differing:
                retold.append((row, there[at].id, differing))
            outcomes.add(outcome)
        counts[next((name for name in ("added", "filled", "there") if name in outcomes), "nowhere")] += 1
        if not outcomes and isinstance(said.get("key"), str):
            unnamed.append(str(said["key"]))
    changed = {at: records[at] for at in sorted(records) if records[at] != there[at].to_record()}
    return Supplement(changed=changed, retold=retold, unnamed=unnamed, **counts)


def _sources(rows: Iterable[Event]) -> Iterator[tuple[Event, Record]]:
    for row in rows:
        for source in row.sources:
            yield row, source.to_record()


def _as_text(item: tuple[Event, Record]) -> str:
    return repr(sorted(item[1].items()))


def _put(
    there: Value, said: Record, alike: Mapping[Hashable, Collection[Record]], *, update: bool
) -> tuple[str, list[Value], list[str]]:
    """What becomes of a source among those of an event, these sources, and the fields in which it says otherwise."""
    sources = list(there) if isinstance(there, list) else []
    key = said.get("key", "")
    told = {name: value for name, value in said.items() if name not in _CALLED}
    for at, one in enumerate(sources):
        old = source_of(one)
        if not isinstance(old, dict) or not _same(old, said, alike):
            continue
        if key and ("key", key) in _keys(old):  # by which the event cites it
            told["key"] = key
            old = {name: value for name, value in old.items() if name != "title" or _bare(str(value)) != key}
        if "title" in told and doi_of(str(old.get("title", ""))):
            old = {name: value for name, value in old.items() if name != "title"}
        new = {**old, **told} if update else {**told, **old}
        new = {name: new[name] for name in (*old, *(name for name in told if name not in old))}
        if new == source_of(one):
            return "there", sources, [name for name, value in told.items() if old[name] != value]
        sources[at] = new
        return "filled", sources, []
    return "added", [*sources, told], []


_CALLED = ("key", "doi")
"""What an entry of a bibliography is called by, which says nothing of the source."""


def _names(source: Record) -> list[Hashable]:
    return [*_addresses(source), *_keys(source), *_titles(source)]


def _addresses(source: Record) -> list[Hashable]:
    """The addresses of a source, a DOI among them however it is written; a slash at the end and what is escaped do not count."""
    said = [str(source[name]) for name in ("url", "doi", "title") if source.get(name)]
    dois: list[Hashable] = [("doi", doi) for text in said if (doi := doi_of(text))]
    url = str(source.get("url", ""))
    return [*dois, *([("url", unquote(url).rstrip("/"))] if url and not doi_of(url) else [])]


def _keys(source: Record) -> list[Hashable]:
    """What may be the key of an entry: one that was kept, or a title like `key`, `@key` or `[@key]`."""
    return [("key", _bare(str(source[name]))) for name in ("key", "title") if source.get(name)]


def _by_title(sources: Iterable[Record]) -> Mapping[Hashable, Collection[Record]]:
    """Those of one title, each once."""
    found: dict[Hashable, dict[str, Record]] = {}
    for source in sources:
        for title in _titles(source):
            found.setdefault(title, {})[repr(sorted(source.items()))] = source
    return {title: each.values() for title, each in found.items()}


def _titles(source: Record) -> list[Hashable]:
    return [("title", fold(str(source["title"])))] if source.get("title") else []


def _bare(title: str) -> str:
    return title.removeprefix("[").removeprefix("@").removesuffix("]") if "@" in title[:2] else title


def _same(old: Record, said: Record, alike: Mapping[Hashable, Collection[Record]]) -> bool:
    """Whether two are one source: by their addresses, or where one has none by its key, or by a title.

    Of several that are `alike`, by their titles, one is meant that agrees in more fields than each of the others.
    """
    there, told = _addresses(old), _addresses(said)
    if there and told:
        return not {*there}.isdisjoint(told)
    if said.get("key") and ("key", said["key"]) in _keys(old):
        return True
    titles = _titles(old)
    if not titles or titles != _titles(said):
        return False
    agreeing = [sum(old.get(name) == text for name, text in one.items()) for one in alike[titles[0]]]
    mine = sum(old.get(name) == text for name, text in said.items())
    return mine == max(agreeing) and agreeing.count(mine) == 1
