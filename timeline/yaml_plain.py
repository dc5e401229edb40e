"""Records in the shape that people and `timeline add` write, read without the parser of YAML: the same, on the same lines.

To load the parser takes a quarter of what a command may take to start.

In that shape each record begins with `- ` in the first column, its fields stand two columns in, and what a field holds two
more: a list, a mapping, or a block of text. Other texts stand on one line, and so do lists in brackets. A record that is
written in any other way goes to the parser, as a text of its own. Where that finds something wrong in it, or where it
may lean on what stands elsewhere, the whole file does: nothing is refused here.
"""

import re
from collections.abc import Callable
from sys import intern

from timeline.record import ParsedRecord, Record, Value

_NULLS = frozenset(("null", "Null", "NULL", "~"))  # YAML 1.2, 10.3.2
# Of Latin-1, what YAML refuses or takes for the end of a line; and tabs, of which it has an opinion of its own.
_ODD = r"\x00-\x1f\x7f-\x9f"
_ODDER = "\u2028\u2029\ufeff\ufffe\uffff"
"""The same beyond: a class of characters from there takes a millisecond to make."""

_FIRST = rf"[^\s{_ODD}?:,\[\]{{}}#&*!|>'\"%@`-]"
_PLAIN = rf"{_FIRST}[^{_ODD}:#]*(?:(?::(?=[^\s{_ODD}])|(?<! )#)[^{_ODD}:#]*)*|-[^\s{_ODD}:#-][^{_ODD}:#]*"
_QUOTED = rf"\"[^{_ODD}\"\\]*(?:\\[\"\\][^{_ODD}\"\\]*)*\"|'[^{_ODD}']*(?:''[^{_ODD}']*)*'"
_ITEM = rf"{_FIRST}[^{_ODD},\[\]{{}}:#]*|(?:\"[^{_ODD}\"\\]*\"|'[^{_ODD}']*') {{0,40}}"
_line = re.compile(
    rf"(- |  (?:  )?(?:- |  )?)(?:([A-Za-z_][A-Za-z0-9_.-]{{0,200}}):(?=[ \n]) {{0,40}})?"
    rf"(?:({_PLAIN})|({_QUOTED})|(\[ {{0,40}}(?:(?:{_ITEM})(?:, {{0,40}}(?:{_ITEM}))*)?\])|([>|]-?)(?=\n))?"
    r" {0,40}\n"
    rf"|( *)#[^{_ODD}]*\n|\n"
)
# The groups of a line behind its beginning.
_NAME, _LISTED, _BLOCK, _MARGIN = 2, 5, 6, 7
_item = re.compile(_ITEM)
_lines = {indent: re.compile(rf"(?:{' ' * indent}[^\s{_ODD}][^{_ODD}]*\n)+") for indent in (4, 6, 8)}
_escaped = re.compile(r"\\(.)")
_aside = re.compile(rf" *(?:#[^{_ODD}]*)?\n")
_next = re.compile(r"^- ", re.MULTILINE)
_leaning = re.compile(r"(?<![^\s,\[{])[&*]|^(?:---|\.\.\.)", re.MULTILINE)

_RECORD, _FIELD = "- ", "  "
_ITEMS = ("  - ", "    - ")
_BELOW = (*_ITEMS, "    ")
"""How a line begins below a field that has held nothing so far: an item of a list, a field of a mapping, an item two columns in."""


class _Odd(Exception):
    """A line that is written in another way than is read here."""


def plain_records(body: str, parse: Callable[[str], list[ParsedRecord] | None]) -> list[ParsedRecord] | None:
    """The records of a text; None where the parser is to read all of it.

    `parse` reads a text as the parser does, and returns None where anything is wrong in it.
    """
    if not (body.isascii() or _is_usual(body)):
        return None
    body = body.replace("\r\n", "\n") if "\r" in body else body
    body = body if body.endswith("\n") else f"{body}\n"
    found: list[ParsedRecord] = []
    at, line, counted = 0, 1, 0
    while above := _aside.match(body, at):
        at = above.end()
    while at < len(body):
        begin = at
        try:
            record, at = _record(body, at)
        except _Odd:
            after = _next.search(body, begin + 2)
            at = after.start() if after else len(body)
            piece = body[begin:at]
            parsed = None if _leaning.search(piece) or piece[:2] != _RECORD else parse(piece)
            if parsed is None or [one.line for one in parsed] != [1]:
                return None
            record = parsed[0].record
        line += body.count("\n", counted, begin)
        counted = begin
        found.append(ParsedRecord(record, line))
    return found or None


def _is_usual(body: str) -> bool:
    """Whether a text has no character beyond Latin-1 that YAML refuses, or takes for the end of a line or of a file."""
    try:
        body.encode()
    except UnicodeEncodeError:
        return False
    return not any(sign in body for sign in _ODDER)


def _record(body: str, at: int) -> tuple[Record, int]:  # noqa: C901, PLR0912 - one loop over the lines: 2 us each
    """The record that begins there, and where the next one does."""
    record: Record = {}
    name = ""
    # How a line may begin, and what it adds to; None: to the field of that name, which holds nothing so far.
    fits: dict[str, Record | list[Value] | None] = {_RECORD: record}
    while found := _line.match(body, at):
        kind = found.lastindex
        if kind is None or kind == _MARGIN:
            if kind and len(found[_MARGIN]) > max(map(len, fits)):
                raise _Odd  # a comment, or a line of a text
            at = found.end()
            continue
        start, key = found.group(1, 2)
        if start == _RECORD and record:
            return record, at
        if start not in fits or not (key or (kind > 1 and start in _ITEMS)):
            raise _Odd
        value, at = _value(found, kind, body)
        into = fits[start]
        if start in (_RECORD, _FIELD):
            into, fits = record, {_FIELD: record}
            if kind == _NAME:
                fits |= dict.fromkeys(_BELOW)
                name = key
        elif into is None:
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
    if at < len(body):
        raise _Odd
    return record, at


def _value(found: re.Match[str], kind: int, body: str) -> tuple[Value, int]:
    """What a line says, and where the next one begins."""
    at = found.end()
    if kind == _NAME:
        return "", at
    if kind == _LISTED:
        return [_said(one) for one in _item.findall(found[kind])], at
    if kind != _BLOCK:
        return _said(found[kind]), at
    indent = len(found[1]) + 2
    inside = _lines[indent].match(body, at)
    if inside is None:
        raise _Odd
    return _folded(inside[0], indent, found[kind]), inside.end()


def _said(written: str) -> str:
    """What an item of a list in brackets, or a text in quotation marks, says."""
    text = written.rstrip(" ")
    if text[0] == '"':
        return _escaped.sub(r"\1", text[1:-1])
    if text[0] == "'":
        return text[1:-1].replace("''", "'")
    return "" if text in _NULLS else text


def _folded(lines: str, indent: int, style: str) -> str:
    """The text of a block: its lines as one, or, behind `|`, as they are; behind `-` without the end of the last."""
    joined = (" " if style[0] == ">" else "\n").join(line[indent:] for line in lines[:-1].split("\n"))
    return joined if style[1:] else f"{joined}\n"
