"""JSON: one list of records, lossless, the same fields and words as in the YAML."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from timeline.errors import CONTROL_CHARACTERS
from timeline.formats.format import Format, WriteOptions
from timeline.model import Event

_controls = re.compile(f"[{CONTROL_CHARACTERS}]".replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
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


FORMAT = Format(write=write)
