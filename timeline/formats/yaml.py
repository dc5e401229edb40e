"""YAML: a subset as a collection of its own, which every command reads."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from timeline.errors import InvalidData, InvalidYaml
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.shapes import list_of
from timeline.formats.stated import Stated, of_records, stated
from timeline.formats.text import opened
from timeline.model import Event
from timeline.record import ParsedRecord
from timeline.yaml_text import parse_records
from timeline.yaml_write import format_record


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """Each event as a record, a blank line between two."""
    between = ""
    for event in events:
        yield between + format_record(event.to_record())
        between = "\n"
    if not between:
        yield "[]\n"


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The records of a file, in whatever words; a list under another name than ours, too."""
    with opened(stream, options) as file:
        text = file.read()
    try:
        found = parse_records(text)
    except InvalidYaml as error:
        raise InvalidData(f"{error.line}: {error.said}", hint=error.hint) from None
    yield from of_records((row for one in found for row in _stated(one)), options)


def _stated(one: ParsedRecord) -> Iterator[Stated]:
    _, items = list_of(one.record)
    for item in items:
        yield stated(item, one.line)


FORMAT = Format(write=write, read=read)
