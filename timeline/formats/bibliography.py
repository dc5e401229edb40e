"""Entries of a bibliography as sources of events that name them: by a key, an address or a title."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from timeline.errors import InvalidData
from timeline.formats.format import ReadOptions, Row
from timeline.formats.stated import of_records
from timeline.identity import doi_of
from timeline.record import Record, Value
from timeline.tuples import NamedTuple

_RESOLVER = "https://doi.org/"


class Entry(NamedTuple):
    """An entry: its key, what it says under the names of a source's fields, and the names of what is not taken."""

    key: str
    said: Mapping[str, str]
    left: Iterable[str] = ()


def sources_of(entries: Iterable[tuple[int, Entry | InvalidData]], options: ReadOptions) -> Iterator[Row]:
    """The source that each entry, with its line, is; a key that stands there twice is a mistake, and what is not taken is told."""
    left: Counter[str] = Counter()
    yield from of_records(((line, row, True) for line, row in _sources(entries, left)), options)
    if left:
        options.note(
            f"1: not taken: {', '.join(f'{number:,} {name}' for name, number in left.most_common())}"
        )


def _sources(
    entries: Iterable[tuple[int, Entry | InvalidData]], left: Counter[str]
) -> Iterator[tuple[int, Record | InvalidData]]:
    first: dict[str, int] = {}
    for line, entry in entries:
        if isinstance(entry, InvalidData):
            yield line, entry
            continue
        left.update(entry.left)
        if first.setdefault(entry.key, line) != line:
            message = f'{line}: the key "{entry.key}" stands on line {first[entry.key]}, too'
            yield line, InvalidData(message, hint="give one of the two another key")
            continue
        yield line, {"sources": [_source(entry)]}


def _source(entry: Entry) -> Record:
    said = {name: " ".join(text.split()) for name, text in entry.said.items() if text.strip()}
    doi = said.get("doi", "")
    doi = f"{_RESOLVER}{name}" if (name := doi_of(doi)) else doi
    address = said.get("url", "") or doi
    source: dict[str, Value] = {**said, "url": address, "doi": doi, "key": entry.key}
    return {name: text for name, text in source.items() if text}


def is_bibliography(value: Value) -> bool:
    """Whether a JSON value is a list of CSL's items, none of which is a record of an event.

    >>> is_bibliography([{"id": "a", "issued": {"date-parts": [["2023"]]}}]), is_bibliography([{"id": "a", "date": "2023"}])
    (True, False)
    """
    items = value if isinstance(value, list) else []
    return bool(items) and all(
        isinstance(one, dict) and "date" not in one and not _ITEM.isdisjoint(one) for one in items
    )


_ITEM = frozenset(("issued", "container-title", "accessed", "DOI"))
