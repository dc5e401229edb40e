"""What events say in fields of the user's own, which the contract does not name."""

from collections.abc import Iterable, Iterator

from timeline.model import Event
from timeline.record import Value


def own_fields(events: Iterable[Event]) -> set[str]:
    """The fields of the user's own that events have."""
    return {name for event in events for name in event.extra}


def own_texts(event: Event, path: str) -> tuple[str, ...]:
    """Every text in a field of the user's own: `imported.file` is the field `file` in `imported`.

    A field may have dots in its name; what is written whole comes first. Of a list of mappings it is that of each.
    """
    return tuple(_within(dict(event.extra), path))


def own_paths(value: Value, path: str = "") -> Iterator[str]:
    """The names of all fields in a value, with a dot for a field in a field, each before those in it.

    >>> list(own_paths({"imported": {"file": "a.csv"}, "notes": [{"by": "x"}]}))
    ['imported', 'imported.file', 'notes', 'notes.by']
    """
    if isinstance(value, dict):
        for name, item in value.items():
            yield (below := f"{path}.{name}" if path else name)
            yield from own_paths(item, below)
    elif isinstance(value, list):
        for item in value:
            yield from own_paths(item, path)


def _within(value: Value, name: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _within(item, name)
    elif isinstance(value, dict):
        first, _, rest = name.partition(".")
        if name in value:
            yield from _texts(value[name])
        elif rest:
            yield from _within(value.get(first, ""), rest)


def _texts(value: Value) -> Iterator[str]:
    """Every text in a value.

    >>> list(_texts({"a": ["b", "c"], "d": "e"}))
    ['b', 'c', 'e']
    """
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
