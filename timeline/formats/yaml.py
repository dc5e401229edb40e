"""YAML: a subset as a collection of its own, which every command reads."""

from collections.abc import Iterable, Iterator

from timeline.formats.format import Format, WriteOptions
from timeline.model import Event
from timeline.yaml_write import format_record


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """Each event as a record, a blank line between two."""
    between = ""
    for event in events:
        yield between + format_record(event.to_record())
        between = "\n"
    if not between:
        yield "[]\n"


FORMAT = Format(write=write)
