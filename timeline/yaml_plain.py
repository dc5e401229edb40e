"""Records in the shape that people and `timeline add` write, read without the parser of YAML: the same, on the same lines.

To load the parser takes a quarter of what a command may take to start.

In that shape each record begins with `- ` in the first column, its fields stand two columns in, and what a field holds two
more: a list, a mapping, or a block of text. Other texts stand on one line, and so do lists in brackets. A record that is
written in any other way goes to the parser, as a text of its own. Where that finds something wrong in it, or where it
may lean on what stands elsewhere, the whole file does: nothing is refused here.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from sys import intern

from timeline.record import ParsedRecord, Record, Value

_NULLS = frozenset(("null", "Null", "NULL", "~"))  # YAML 1.2, 10.3.2
# Of ASCII, what YAML refuses or takes for the end of a line; and tabs, of which it has an opinion of its own.
ODD = r"\x00-\x1f\x7f"

FIRST = rf"[^\s{ODD}?:,\[\]{{}}#&*!|>'\"%@`-]"
PLAIN = rf"{FIRST}[^{ODD}:#]*(?:(?::(?=[^\s{ODD}])|(?<! )#)[^{ODD}:#]*)*|-[^\s{ODD}:#-][^{ODD}:#]*"
QUOTED = rf"\"[^{ODD}\"\\]*(?:\\[\"\\][^{ODD}\"\\]*)*\"|'[^{ODD}']*(?:''[^{ODD}']*)*'"
_ITEM = rf"{FIRST}[^{ODD},\[\]{{}}:#]*|(?:\"[^{ODD}\"\\]*\"|'[^{ODD}']*') {{0,40}}"
TEXT = rf"[^\s{ODD}][^{ODD}]*"
NAME = r"[A-Za-z_][A-Za-z0-9_.-]{0,200}"
# The beginning of a line, its name, its value, the indentation of a block, that of a comment, and a line of any other kind.
_LINE = (
    rf"(  (?:  )?(?:- |  )?)(?:({NAME}):(?=[ \n]) {{0,40}})?"
    rf"({PLAIN}|{QUOTED}|\[ {{0,40}}(?:(?:{_ITEM})(?:, {{0,40}}(?:{_ITEM}))*)?\]"
    rf"|[>|]-?\n( {{4,8}}){TEXT}(?:\n\4{TEXT})*)?"
    r" {0,40}\n"
    rf"|( *)#[^{ODD}]*\n|\n|(.+\n)"
)
# Beyond ASCII, in UTF-8: control characters, separators of lines, byte order marks and what is no character. A class of such
# characters would take a millisecond to make.
_unusual = [
    re.compile(fits)
    for fits in (rb"\xc2[\x80-\x9f]", rb"\xe2\x80[\xa8\xa9]", rb"\xef\xbb\xbf", rb"\xef\xbf[\xbe\xbf]")
]
_FIRST_BYTES = (b"\xc2", b"\xe2", b"\xef")
_ASCII = bytes(range(128))
_item = re.compile(_ITEM)
_escaped = re.compile(r"\\(.)")
_aside = re.compile(rf" *(?:#[^{ODD}]*)?\n")
_leaning = re.compile(r"(?<![^\s,\[{])[&*]|^(?:---|\.\.\.)", re.MULTILINE)

_MARKS = "\"'[>|"
_RECORD, _FIELD = "\n- ", "  "
_ITEMS = ("  - ", "    - ")
_BELOW = dict.fromkeys((*_ITEMS, "    "))
"""How a line begins below a field that has held nothing so far: an item of a list, a field of a mapping, an item two columns in."""


class _Odd(Exception):
    """A line that is written in another way than is read here."""


def plain_records(body: str, parse: Callable[[str], list[ParsedRecord] | None]) -> list[ParsedRecord] | None:
    """The records of a text; None where the parser is to read all of it.

    `parse` reads a text as the parser does, and returns None where anything is wrong in it.
    """
    if not body.isascii():
        data = _bytes_of(body)
        if data is None or not is_usual(data):
            return None
    body = body.replace("\r\n", "\n") if "\r" in body else body
    if "\r" in body:  # it ends a line of its own, also before another line end
        return None
    body = body if body.endswith("\n") else f"{body}\n"
    at = comments_end(body)
    if body[at : at + 2] != _RECORD[1:]:
        return None
    found: list[ParsedRecord] = []
    line = body.count("\n", 0, at) + 1
    for piece in body[at + 2 : -1].split(_RECORD):
        own = f"{_FIELD}{piece}\n"
        try:
            record = _record(own)
        except _Odd:
            own = f"- {own[2:]}"
            parsed = None if _leaning.search(own) else parse(own)
            if parsed is None or [one.line for one in parsed] != [1]:
                return None
            record = parsed[0].record
        found.append(ParsedRecord(record, line))
        line += own.count("\n")
    return found


@cache
def _lines() -> re.Pattern[str]:
    """Compiled for those who read records: who has them from an index does not."""
    return re.compile(_LINE)


def plain_lines(own: str) -> Iterator[re.Match[str]] | None:
    """The lines of a record from its dash on, each with how it begins, its name and its value; None where it is written in another way."""
    text = f"{_FIELD}{own[2:]}" if own.endswith("\n") else f"{_FIELD}{own[2:]}\n"
    try:
        _record(text)
    except _Odd:
        return None
    return _lines().finditer(text)


def plain_value(written: str, start: str) -> Value:
    """What is written behind the beginning of a line says."""
    indent = written.partition("\n")[2]
    return _value(written, start, " " * (len(indent) - len(indent.lstrip(" "))))


def items_in(written: str) -> Iterator[re.Match[str]]:
    """The items of a list in brackets, as they are written."""
    return _item.finditer(written)


def comments_end(body: str) -> int:
    """Where the lines of comments, and the empty ones, end with which a text begins."""
    at = 0
    while above := _aside.match(body, at):
        at = above.end()
    return at


def is_usual(data: bytes) -> bool:
    """Whether a text, in UTF-8, has nothing beyond ASCII that YAML refuses, or takes for the end of a line or of a file."""
    if not any(first in data for first in _FIRST_BYTES):  # most texts: a tenth of the time
        return True
    beyond = data.translate(None, _ASCII)
    return not any(fits.search(beyond) for fits in _unusual)


def _bytes_of(body: str) -> bytes | None:
    try:
        return body.encode()
    except UnicodeEncodeError:
        return None


def _record(text: str) -> Record:  # noqa: C901 - one loop over the lines: 0.5 us each
    """The record of a text whose first field stands like the others."""
    record: Record = {}
    name = ""
    # How a line may begin, and what it adds to; None: to the field of that name, which holds nothing so far.
    alone: dict[str, Record | list[Value] | None] = {_FIELD: record}
    fits, into = alone, alone[_FIELD]
    for start, key, written, indent, margin, odd in _lines().findall(text):
        if start not in fits or not (key or (written and start in _ITEMS)):
            if start or odd or not record or len(margin) > max(map(len, fits)):
                raise _Odd  # as is a comment behind the dash, or one that could be a line of a text
            continue
        if not written or written[0] in _MARKS or written[-1] == " " or written in _NULLS:
            value: Value = _value(written, start, indent)
        else:
            value = written
        if start == _FIELD:
            fits, into = alone, record
            if not written:
                fits = {**alone, **_BELOW}
                name = key
        elif (into := fits[start]) is None:
            into = record[name] = {} if start == "    " else []
            fits = {_FIELD: record, start: into}
        if isinstance(into, list):
            fits.pop(f"{start[:-2]}  ", None)
            if key:
                fits[f"{start[:-2]}  "] = value = {intern(key): value}
            into.append(value)
        elif key in into:
            raise _Odd
        else:
            into[intern(key)] = value
    return record


def _value(written: str, start: str, indent: str) -> Value:
    """What is written behind the beginning of a line says."""
    if not written:
        return ""
    if written[0] == "[":
        return in_brackets(written)
    if not indent:
        return said(written)
    if len(indent) != len(start) + 2:
        raise _Odd
    style, lines = written.split("\n", 1)
    return folded(lines, len(indent), style)


def in_brackets(written: str) -> list[Value]:
    """The items of a list in brackets."""
    return [said(one) for one in _item.findall(written)]


def value_of(name: str, written: str) -> Value:
    """What a field says of which the text behind the colon is known to be in the usual shape."""
    return _record(f"{_FIELD}{name}:{written}\n")[name]


def said(written: str) -> str:
    """What an item of a list in brackets, or a text on one line, says."""
    text = written.rstrip(" ")
    if text[0] == '"':
        return _escaped.sub(r"\1", text[1:-1]) if "\\" in text else text[1:-1]
    if text[0] == "'":
        return text[1:-1].replace("''", "'")
    return "" if text in _NULLS else text


def folded(lines: str, indent: int, style: str) -> str:
    """The text of a block: its lines as one, or, behind `|`, as they are; behind `-` without the end of the last."""
    joined = lines[indent:].replace("\n" + " " * indent, " " if style[0] == ">" else "\n")
    return joined if style[1:] else f"{joined}\n"
