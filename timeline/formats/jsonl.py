"""JSON Lines: one record a line, lossless, the same fields and words as in the YAML."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from timeline.errors import InvalidData
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.json_values import json_text, json_value
from timeline.formats.stated import Stated, of_records, stated
from timeline.formats.text import opened
from timeline.model import Event


def write(events: Iterable[Event], _options: WriteOptions = WriteOptions()) -> Iterator[str]:  # noqa: B008 - frozen
    """Each event as one line of JSON; a character that could command a terminal is written as an escape."""
    for event in events:
        yield json_text(event.to_record()) + "\n"


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """Each line's record; numbers and booleans become text, null is absent, blank lines are skipped."""
    with opened(stream, options) as text:
        yield from of_records(_lines(text), options)


def _lines(stream: TextIO) -> Iterator[Stated]:
    for number, line in enumerate(stream, 1):
        text = line.strip()
        if text:
            try:
                value = json_value(text, number)
            except InvalidData as error:
                yield number, error, False
                continue
            own = isinstance(value, dict) and "id" in value and json_text(value) == text
            yield stated(value, number, own=own)


FORMAT = Format(write=write, read=read)
