"""JSON: one list of records, lossless, the same fields and words as in the YAML."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from timeline.errors import CONTROL_CHARACTERS, InvalidData
from timeline.formats import FORMATS
from timeline.formats.bibliography import is_bibliography
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.json_values import json_value
from timeline.formats.stated import list_name, of_records, stated
from timeline.formats.text import opened
from timeline.formats.timelinejs_events import slides_name
from timeline.model import Event

_controls = re.compile(f"[{CONTROL_CHARACTERS}]".replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
_gap = re.compile(r"[ \t\r\n,]*")
_encode = json.JSONEncoder(ensure_ascii=False, indent=2).encode


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """A list of the records."""
    return json_list(event.to_record() for event in events)


def json_list(
    values: Iterable[object], name: str = "", beside: Mapping[str, object] | None = None
) -> Iterator[str]:
    """A list as indented JSON, or an object that has it by that name, behind what stands beside it: whole lines."""
    others = "".join(f"{json_lines(key)}: {json_lines(value)},\n" for key, value in (beside or {}).items())
    begin, end = (f"{{\n{others}{json_lines(name)}: ", "}\n") if name else ("", "")
    held, comma = f"{begin}[", ""
    for value in values:
        yield f"{held}{comma}\n"
        held, comma = json_lines(value), ","
    yield f"{held}\n]\n{end}" if comma else f"{begin}[]\n{end}"


def json_lines(value: object) -> str:
    """A value as indented JSON, without a character that could command a terminal."""
    return _controls.sub(lambda match: f"\\u{ord(match[0]):04x}", _encode(value))


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The records of a list, of one under a name in an object, or the one record that an object is."""
    with opened(stream, options) as file:
        text = file.read()
    value = json_value(text, 1)
    slides = FORMATS.load("timelinejs").read if slides_name(value) and not options.mapping.fields else None
    if slides:
        options.note("1: taken as -f timelinejs")
        stream.seek(0)
        yield from slides(stream, options)
        return
    if is_bibliography(value) and not options.mapping.fields:
        raise InvalidData("1: these are sources, in CSL's words", hint="say so: -f csl")
    name = "" if isinstance(value, list) else list_name(value)
    items = value[name] if name and isinstance(value, dict) else value
    if not isinstance(items, list):
        items = [items]
    lines = lines_of(text, name, len(items))
    yield from of_records((stated(item, line) for item, line in zip(items, lines, strict=True)), options)


def lines_of(text: str, name: str, count: int) -> list[int]:
    """The line on which each item of a list begins; that of the first line where the list is not found."""
    scan = json.JSONDecoder().raw_decode
    under = text.find(json.dumps(name, ensure_ascii=False)) if name else 0
    place = text.find("[", max(under, 0)) + 1
    lines: list[int] = []
    line = text.count("\n", 0, place) + 1
    try:
        while len(lines) < count:
            gap = _gap.match(text, place)
            begin = gap.end() if gap else place
            line += text.count("\n", place, begin)
            lines.append(line)
            place = scan(text, begin)[1]
            line += text.count("\n", begin, place)
    except ValueError:
        return [1] * count
    return lines


FORMAT = Format(write=write, read=read)
