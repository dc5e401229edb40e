"""What events say in fields of the user's own, which the contract does not name."""

from collections.abc import Iterable, Iterator

from timeline.model import Event
from timeline.record import Value


def own_fields(events: Iterable[Event]) -> set[str]:
    """The fields of the user's own that events have."""
    return {name for event in events for name in event.extra}


def own_texts(event: Event, path: str) -> tuple[str, ...]:
    """Every text in a field of the user's own: `imported.file` is the field `file` in `imported`.

    A field may have dots in its name; what is written whole comes first.
    """
    value: Value = dict(event.extra)
    name = path
    while name and isinstance(value, dict):
        if name in value:
            return tuple(_texts(value[name]))
        first, _, name = name.partition(".")
        value = value.get(first, "")
    return ()


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
