"""What events say in fields of the user's own, which the contract does not name."""

from collections.abc import Iterable, Iterator, Mapping

from timeline.model import Event
from timeline.record import RECORD_FIELDS, Value, texts_in


def own_fields(records: Iterable[Mapping[str, Value]]) -> set[str]:
    """The fields of the user's own in records, and the fields in these, with a dot between.

    >>> sorted(own_fields([{"title": "Talks", "imported": {"file": "a.csv"}, "notes": [{"by": "x"}]}]))
    ['imported', 'imported.file', 'notes', 'notes.by']
    """
    return {
        path
        for record in records
        for name, value in record.items()
        if name not in RECORD_FIELDS
        for path in (name, *_paths(value, name))
    }


def own_texts(event: Event, path: str) -> tuple[str, ...]:
    """Every text in a field of the user's own: `imported.file` is the field `file` in `imported`.

    A field may have dots in its name; what is written whole comes first. Of a list of mappings it is that of each.
    """
    return tuple(_within(dict(event.extra), path))


def _paths(value: Value, path: str) -> Iterator[str]:
    """The fields in a value that stands at a path."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield f"{path}.{name}"
            yield from _paths(item, f"{path}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from _paths(item, path)


def _within(value: Value, name: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _within(item, name)
    elif isinstance(value, dict):
        first, _, rest = name.partition(".")
        if name in value:
            yield from texts_in(value[name])
        elif rest:
            yield from _within(value.get(first, ""), rest)
