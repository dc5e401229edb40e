"""JSON as a file of records has it: every scalar is text, and nothing in it could command a terminal."""

import json
import re
from typing import Any

from timeline.errors import CONTROL_CHARACTERS, InvalidData, shown
from timeline.record import Value

_controls = re.compile(f"[{CONTROL_CHARACTERS}]")
_surrogates = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_text(value: Value) -> str:
    """A value as compact JSON on one line, without a character that could command a terminal."""
    text = _encode(value)
    if text.isprintable():  # none of them is
        return text
    return _controls.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def json_value(text: str, line: int) -> Value:
    """The value that a JSON text stands for, every scalar as text; InvalidData names the line."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=_mapping,
            parse_int=str,
            parse_float=str,
            parse_constant=str,
        )
        plain = _plain(value)
    except json.JSONDecodeError as error:
        rest = error.doc[error.pos :].strip()
        message = f"{line + error.lineno - 1}: not JSON at column {error.colno}: {shown(rest, limit=20) if rest else 'it ends too early'}"
        raise InvalidData(message, hint="write one object a line, in double quotes") from None
    except _DuplicateKeyError as error:
        raise InvalidData(f"{line}: key {shown(error.key)} occurs twice", hint="keep one of them") from None
    except RecursionError:
        raise InvalidData(f"{line}: nested too deep", hint="flatten the value") from None
    if _surrogates.search(text) or (r"\ud" in text.lower() and _surrogates.search(_encode(plain))):
        raise InvalidData(f"{line}: half of a surrogate pair", hint="write the whole character")
    return plain


class _DuplicateKeyError(ValueError):
    def __init__(self, key: str) -> None:
        self.key = key


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key, value in pairs:
        if key in mapping:
            raise _DuplicateKeyError(key)
        mapping[key] = value
    return mapping


def _plain(value: Any) -> Value:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return "" if value is None else "true" if value else "false"
