"""Records into YAML text that people like to read and every YAML reader takes for the same texts.

A scalar stands plain where that is safe for any reader; what another tool would take for a number, a truth value
or nothing (`no`, `0750`, `1e3`, `~`) is quoted. Dates and coordinates stay plain, as analysts write them.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from timeline.errors import CONTROL_CHARACTERS, InvalidData, shown
from timeline.record import DEPTH_LIMIT, RECORD_FIELDS, SOURCE_DATES, SOURCE_FIELDS, Value
from timeline.tuples import NamedTuple

# What double quotes must escape, beside themselves: what commands a terminal; what YAML holds to be unprintable is among it.
_UNSAFE = f"[{CONTROL_CHARACTERS}]"  # compiled when first needed: 0.5 ms
_SHORT_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
# What begins like an indicator of YAML, and what is one anywhere in brackets.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=~ ")
_INDICATORS_IN_BRACKETS = frozenset("[]{},:#?")
# Numbers, times and dates of YAML 1.1 and 1.2, and whatever looks like one.
_NUMBERLIKE = re.compile(r"[-+.\d][-+.\d_:,xobeTZza-fA-F \t]*|[-+]?\.(inf|nan)", re.IGNORECASE)
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "~", "<<", "="))
_LONGEST_WORD = max(map(len, _WORDS))
_PLAIN_FIELDS = frozenset((*SOURCE_DATES, "lat", "lon"))
_SINGLE_SPACE = re.compile(r"(?<! ) (?! )")
_SIGNED = re.compile(r"-\d[^ #]*")
_ONE_LINE_FIELDS = frozenset(("id", "title", *SOURCE_DATES, "url", "archived", "file", "sha256"))
_LONGEST_KEY = 120  # YAML 1.2 allows 1024 characters; beyond, a key needs a "?"


class Style(NamedTuple):
    """How a file is written: where dashes stand, how deep fields are indented, and the rest of its habits.

    `dash` counts the spaces before a record's dash, `gap` from the dash to its fields, `step` is the indentation of
    what stands inside a field, and `hang` that of a dash under its field. `bracketed` says that short lists
    stand in brackets, `apart` that a blank line stands between records, `inline` that a record is written in braces,
    and `quoted` that it is, as in JSON, with its keys in quotes.
    """

    dash: int = 0
    gap: int = 2
    step: int = 2
    hang: int = 2
    newline: str = "\n"
    width: int = 100
    bracketed: bool = True
    apart: bool = True
    inline: bool = False
    quoted: bool = False


def format_record(record: Mapping[str, Value], style: Style | None = None, *, listed: bool = True) -> str:
    r"""The record as an item of a list, or, not `listed`, as a file of its own: whole lines.

    Known fields come first, in the order of the contract's table.

    >>> print(format_record({"title": "Talks: halted", "date": "2022-03-21", "actors": ["NO", "Japan"]}), end="")
    - date: 2022-03-21
      title: "Talks: halted"
      actors: ["NO", Japan]
    """
    style = style or Style()
    check_depth(record)
    if style.inline and listed:
        return " " * style.dash + "- " + in_brackets(record, quoted=style.quoted) + style.newline
    column = style.dash + style.gap if listed else 0
    text = field_lines(record, style, column)
    if listed:
        text = " " * style.dash + "-" + " " * (style.gap - 1) + text[column:]
    return text


def field_lines(
    fields: Mapping[str, Value], style: Style, column: int, order: tuple[str, ...] = RECORD_FIELDS
) -> str:
    """The fields of a mapping, a line or more each, indented by `column` spaces."""
    if not fields:
        return " " * column + "{}" + style.newline
    lead, newline = " " * column, style.newline
    room = min(style.width, _LONGEST_KEY) - column - len(": ")
    lines = []
    for name, key in _keys(tuple(fields), order):
        value = fields[name]
        # Most are: a third of the time.
        if (
            isinstance(value, str)
            and (len(key) + len(value) <= room or name in _ONE_LINE_FIELDS)
            and _is_plain(value, name)
        ):
            lines.append(f"{lead}{key}: {value}{newline}")
        else:
            lines.append(field_line(name, value, style, column))
    return "".join(lines)


def field_line(name: str, value: Value, style: Style, column: int) -> str:
    """One field with its value, as whole lines."""
    key = _key(name)
    if len(key) > _LONGEST_KEY:
        return f"{' ' * column}? {key}{style.newline}{' ' * column}:{field_value(name, value, style, column)}{style.newline}"
    return f"{' ' * column}{key}:{field_value(name, value, style, column, len(key) + 1)}{style.newline}"


def field_value(name: str, value: Value, style: Style, column: int, taken: int = 1) -> str:
    """What stands behind the colon of a field that begins in `column`, without the last line end.

    `taken` counts the characters that the field's name and colon take.
    """
    if isinstance(value, str):
        return " " + _text(name, value, style, column, column + taken + 1)
    if isinstance(value, list):
        if not value:
            return " []"
        if style.bracketed and all(isinstance(item, str) for item in value):
            line = _bracketed(tuple(value))
            if column + taken + 1 + len(line) <= style.width:
                return " " + line
        lines = "".join([item_lines(item, style, column + style.hang) for item in value])
        return style.newline + lines.removesuffix(style.newline)
    if not value:
        return " {}"
    order = SOURCE_FIELDS if name == "sources" else ()
    return style.newline + field_lines(value, style, column + style.step, order).removesuffix(style.newline)


def item_lines(item: Value, style: Style, column: int) -> str:
    """An item of a list, its dash in `column`, as whole lines."""
    lead = " " * column + "- "
    if isinstance(item, str):
        return lead + _text("", item, style, column, column + 2) + style.newline
    if not item:
        return lead + ("[]" if isinstance(item, list) else "{}") + style.newline
    if isinstance(item, list):
        return lead + "".join(item_lines(one, style, column + 2) for one in item)[column + 2 :]
    return lead + field_lines(item, style, column + 2, SOURCE_FIELDS)[column + 2 :]


def in_brackets(value: "Value | Mapping[str, Value]", *, quoted: bool = False, name: str = "") -> str:
    """The value on one line, in brackets and braces; `quoted` as JSON has it."""
    if isinstance(value, str):
        return double_quoted(value) if quoted else _inside(value, name)
    if isinstance(value, list):
        return f"[{', '.join([in_brackets(item, quoted=quoted) for item in value])}]"
    pairs = (
        f"{double_quoted(key) if quoted else _inside(key)}: {in_brackets(one, quoted=quoted, name=key)}"
        for key, one in value.items()
    )
    return "{" + ", ".join(pairs) + "}"


def scalar(text: str, name: str = "") -> str:
    """The text of a field on one line, plain where any YAML reader would take it for this text, else in double quotes.

    A date is plain also where a reader with a schema would make a date or a number of it.
    """
    return text if _is_plain(text, name) else double_quoted(text)


def plain(text: str, *, brackets: bool = False) -> bool:
    """Whether the text may stand without quotation marks; inside of `brackets` less may."""
    return _is_plain(text) and not (brackets and _is_marked(text))


def _is_plain(text: str, name: str = "") -> bool:
    """Whether the text of a field may stand without quotation marks; a word that means nothing, such as null, never does."""
    if not text or (not text.isprintable() and _is_unsafe(text)):
        return False
    first = text[0]
    if first in _INDICATORS or text[-1] in " :" or ": " in text or " #" in text or text[:3] == "...":
        return name in _PLAIN_FIELDS and bool(_SIGNED.fullmatch(text))
    if len(text) <= _LONGEST_WORD and text.casefold() in _WORDS:
        return False
    if first.isalpha() or name in _PLAIN_FIELDS:
        return True
    return not _NUMBERLIKE.fullmatch(text)


def _is_marked(text: str) -> bool:
    return not _INDICATORS_IN_BRACKETS.isdisjoint(text)


@lru_cache(maxsize=1 << 10)
def _keys(names: tuple[str, ...], order: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The names, those first that have an order, each with how it is written: most records of a file have the same."""
    known = [name for name in order if name in names]
    return tuple((name, _key(name)) for name in (*known, *(name for name in names if name not in order)))


@lru_cache(maxsize=1 << 12)
def _key(name: str) -> str:
    return scalar(name)


@lru_cache(maxsize=1 << 12)
def _bracketed(items: tuple[Value, ...]) -> str:
    """Texts in brackets: actors and tags come together again and again."""
    return in_brackets([*items])


@lru_cache(maxsize=1 << 12)
def _inside(text: str, name: str = "") -> str:
    """A text in brackets, where less is plain; they come again, too."""
    return double_quoted(text) if _is_marked(text) else scalar(text, name)


def double_quoted(text: str) -> str:
    r"""The text in double quotes, with escapes that YAML and JSON share.

    >>> print(double_quoted("a\x1b[2J \"b\""))
    "a\u001b[2J \"b\""
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{re.sub(_UNSAFE, _escape, escaped) if _is_unsafe(escaped) else escaped}"'


def check_depth(record: Mapping[str, Value]) -> None:
    """Refuse a record that is nested deeper than a file may be."""
    level, deep = [value for value in record.values() if not isinstance(value, str)], 2  # it stands in a list
    while level:
        deep += 1
        if deep > DEPTH_LIMIT:
            raise InvalidData(f"nested deeper than {DEPTH_LIMIT}")
        below = []
        for one in level:
            for child in one if isinstance(one, list) else one.values():
                if not isinstance(child, str):
                    below.append(child)  # noqa: PERF401 - which would be a third slower for the few that there are
        level = below


def _is_unsafe(text: str) -> bool:
    """Whether a text holds what only double quotes can; what is printable is nothing of that."""
    return not text.isprintable() and bool(re.search(_UNSAFE, text))


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        raise InvalidData(
            f"{shown(match.string)} holds half a character, which no UTF-8 file can", hint="type it anew"
        )
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04x}"


def _text(name: str, text: str, style: Style, column: int, start: int) -> str:
    """A text as a field's value or an item: on one line, or in a block that is indented deeper than `column`."""
    if "\n" in text:
        block = _literal if _literal_safe(text) else None
    elif start + len(text) > style.width and name not in _ONE_LINE_FIELDS and _foldable(text):
        block = _folded
    else:
        block = None
    if block is None:
        return scalar(text, name)
    return block(text, " " * (column + style.step)).replace("\n", style.newline)


def _literal_safe(text: str) -> bool:
    if _is_unsafe(text.replace("\n", "")) or text[0] in " \n" or text.endswith("\n\n"):
        return False
    return not any(line.endswith(" ") for line in text.split("\n"))


def _literal(text: str, indent: str) -> str:
    header = "|" if text.endswith("\n") else "|-"
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([header, *(indent + line if line else "" for line in lines)])


def _foldable(text: str) -> bool:
    return bool(text) and not (_is_unsafe(text) or text.startswith(" ") or text.endswith(" "))


def _folded(text: str, indent: str) -> str:
    width = max(40, 98 - len(indent))
    lines, at = [">-"], 0
    while len(text) - at > width and (end := _line_end(text, at, width)) > 0:
        lines.append(text[at:end])
        at = end + 1
    return f"\n{indent}".join([*lines, text[at:]])


def _line_end(text: str, at: int, width: int) -> int:
    """The last place by which a line is full, or else the first behind it, where a single space stands: more would not read back."""
    end = text.rfind(" ", at, at + width + 1)
    while end > 0 and " " in (text[end - 1], text[end + 1]):
        end = text.rfind(" ", at, end)
    if end < 0 and (space := _SINGLE_SPACE.search(text, at + width)):
        end = space.start()
    return end
