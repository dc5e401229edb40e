"""JSON: one list of records, lossless, the same fields and words as in the YAML."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from timeline.errors import CONTROL_CHARACTERS, InvalidData
from timeline.formats import FORMATS
from timeline.formats.bibliography import is_bibliography
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.json_values import json_value
from timeline.formats.shapes import list_of
from timeline.formats.stated import of_records, stated
from timeline.formats.text import opened
from timeline.formats.timelinejs_events import slides_name
from timeline.model import Event
from timeline.record import Value

_controls = re.compile(f"[{CONTROL_CHARACTERS}]".replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
_gap = re.compile(r"[ \t\r\n,]*")
_lined = re.compile(
    r"\s{0,99}\{[^\r\n]{0,99999}\}[ \t]{0,99}\r?\n\s{0,99}\{"
)  # two objects, with no comma between them
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
    if _lined.match(text) and (lined := FORMATS.load("jsonl").read):
        options.note("1: taken as -f jsonl")
        stream.seek(0)
        yield from lined(stream, options)
        return
    value = json_value(text, 1)
    slides = FORMATS.load("timelinejs").read if slides_name(value) and not options.mapping.fields else None
    if slides:
        options.note("1: taken as -f timelinejs")
        stream.seek(0)
        yield from slides(stream, options)
        return
    if is_bibliography(value) and not options.mapping.fields:
        raise InvalidData("1: these are sources, in CSL's words", hint="say so: -f csl")
    name, items = list_of(value)
    lines = _lines(text, value, name, len(items))
    yield from of_records((stated(item, line) for item, line in zip(items, lines, strict=True)), options)


def _lines(text: str, value: Value, name: str, count: int) -> Sequence[int]:
    """The line of each record: of an item of a list, a row below the names, or the value of a key."""
    if name or isinstance(value, list):
        above = len(value) - count if isinstance(value, list) else 0
        return lines_of(text, name, above + count)[above:]
    if not isinstance(value, dict) or len(value) != count:
        return [1] * count
    places = (text.find(json.dumps(one, ensure_ascii=False)) for one in value)
    return [text.count("\n", 0, max(place, 0)) + 1 for place in places]


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
