"""Expressions that each fit all records of a file that are written in one way, and say all that makes events of them.

The texts have a character for each byte. What no expression fits is for `timeline.yaml_plain` and for the parser.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from timeline.record import (
    LIST_FIELDS,
    PLACE_PRECISIONS,
    RECORD_FIELDS,
    SLUG,
    SOURCE_DATES,
    SOURCE_FIELDS,
    STATUSES,
)
from timeline.tuples import NamedTuple
from timeline.yaml_plain import NAME

_MOST = 40  # fields of a record, with those of the user's own

# What `timeline.yaml_plain` fits, in a text that has a character for each byte. Classes say what is in them: of those that say what
# is not, each character takes three times as long.
_SIGN = r"!-~\x80-\xff"
# Alternatives begin with other characters each, so that one look tells which it is.
_TEXT = rf"[{_SIGN}][ {_SIGN}]*"
_FIRST = r"[$()+./0-9;<=A-MO-Z\\^_a-mo-z\x80-\xff]"
_REST = r'[ -"$-9;-~\x80-\xff]*'  # neither a colon nor what begins a comment
_MORE = rf"(?:(?::(?=[{_SIGN}])|(?<! )#){_REST})*"
_SELDOM = rf"(?:[:#](?:(?<=:)(?=[{_SIGN}])|(?<=[^ ]#)){_REST}{_MORE}|)"
_IN_DOUBLE, _IN_SINGLE = r"[ !#-\[\]-~\x80-\xff]", r"[ -&(-~\x80-\xff]"
_QUOTED = rf"\"{_IN_DOUBLE}*(?:\\[\"\\]{_IN_DOUBLE}*)*\"|'{_IN_SINGLE}*(?:''{_IN_SINGLE}*)*'"

_NOT_NULL = r"(?!(?:null|Null|NULL|~) *[\n,\]])"
_PLAIN = rf"(?:{_FIRST}|{_NOT_NULL}[Nn~]){_REST}{_SELDOM}|-[!\"$-,./0-9;-~\x80-\xff]{_REST}"
_LINE = rf"(?:{_PLAIN}|{_QUOTED})"
_FULL = rf"(?:{_PLAIN}|(?!\"\"|'')(?:{_QUOTED}))"
_IN_LIST = r"[ -\"$-+\--9;-Z\\^-z|~\x80-\xff]*"
_ITEM = rf"{_FIRST}{_IN_LIST}|{_NOT_NULL}[Nn~]{_IN_LIST}|\"{_IN_DOUBLE}+\"|'{_IN_SINGLE}+'"
DAY = (
    r"[0-9]{4}(?:-(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01]))?"
    r"|(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30))?|02(?:-(?:0[1-9]|1[0-9]|2[0-8]))?))?"
)
"""A date with the days that its month has, those of February in every year: of any other the text is looked at by itself."""
# What is left of white space when it is written in bytes, and read as above.
_BLANK = r"\s|\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f|\xe3\x80\x80"
_LEANING, _NEEDED = ("after", "before"), ("date", "title")
_FRACTION = r"(?:\.[0-9]{1,20})?"
_ORDER = {name: at for at, name in enumerate(RECORD_FIELDS)}
_ENTRY = re.compile(rf"(?:- |\n  )({NAME}):")
_SOURCE_ENTRY = re.compile(rf"\n(?:  )?  [- ] ({NAME}):")


class Shape(NamedTuple):
    """How a record is written: in which order its fields and those of its sources stand, and how far in its lists do."""

    fields: tuple[str, ...]
    source: tuple[str, ...]
    dash: str = "    "

    def widened(self) -> "Shape":
        """The shape with every field of the contract."""
        return Shape(_merged(self.fields, RECORD_FIELDS), _merged(self.source, SOURCE_FIELDS), self.dash)


class Fit(NamedTuple):
    """What fits the records of a shape: in which group each field is, a date that is no plain one, those that tell of others, those of the user's own and the lists; and whether sources may rival its date."""

    shape: Shape
    match: Callable[[str, int], re.Match[str] | None]
    groups: Mapping[str, int]
    ordered: Sequence[tuple[str, int]]
    other_date: int
    leaning: tuple[int, ...]
    own: tuple[int, ...]
    lists: tuple[int, ...]
    disputed: bool


def shape_of(piece: str, last: Shape) -> Shape:
    """The shape that a record has, as far as its text tells; for the rest that of the one before it."""
    fields, source = _ENTRY.findall(piece), _SOURCE_ENTRY.findall(piece.partition("\n  sources:")[2])
    if len(fields) > _MOST:
        return last
    return Shape(
        _merged(fields, last.fields),
        _merged([name for name in source if name in SOURCE_FIELDS], last.source),
        "  " if "\n  - " in piece else "    ",
    )


def _merged(given: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The names in the order in which they are given, and each other one behind that which stood before it."""
    order = list(dict.fromkeys(given))
    before = ""
    for name in known:
        if name not in order:
            order.insert(order.index(before) + 1 if before else 0, name)
        before = name
    return tuple(order)


@cache
def fitting(shape: Shape) -> Fit:
    """What fits a record of that shape, from its first name to the next record."""
    pattern = _pattern(shape, shape.fields)
    groups = _groups(pattern, shape.fields)
    leaning = tuple(groups[name] for name in _LEANING if name in groups)
    users = tuple(group for name, group in groups.items() if name not in RECORD_FIELDS)
    other_date = pattern.groupindex["other_date"]
    places = ((name, group - 1) for name, group in groups.items())
    ordered = sorted(places, key=lambda one: _ORDER.get(one[0], len(_ORDER)))
    lists = tuple(groups[name] for name in LIST_FIELDS if name in groups)
    disputed = "event_date" in shape.source
    return Fit(shape, pattern.match, groups, ordered, other_date, leaning, users, lists, disputed)


@cache
def passing(shape: Shape) -> tuple[Callable[[str, int], re.Match[str] | None], int, Sequence[int]]:
    """What fits the same records, and in which groups it tells a date that is no plain one, and what leans: nothing else, in nine tenths of the time."""
    leaning = [name for name in shape.fields if name in _LEANING]
    pattern = _pattern(shape, leaning)
    return pattern.match, pattern.groupindex["other_date"], [*_groups(pattern, leaning).values()]


def _groups(pattern: re.Pattern[str], fields: Sequence[str]) -> dict[str, int]:
    """The groups of fields: all that have no name, in order."""
    numbers = (number for number in range(1, pattern.groups + 1) if number not in pattern.groupindex.values())
    return dict(zip(fields, numbers, strict=True))


def _pattern(shape: Shape, told: Sequence[str]) -> re.Pattern[str]:
    """The expression for records of a shape, with a group for each of the fields that are to be told."""
    known = {
        **dict.fromkeys(RECORD_FIELDS, f" (?:{_LINE}|{_block(4)})"),
        **dict.fromkeys(LIST_FIELDS, rf"(?: {_FULL}| \[\]|{_list(shape.dash)})"),
        "id": f" {_NOT_NULL}{SLUG}(?<!:)",
        "date": f"(?: {DAY}| (?P<other_date>{_LINE}))",
        "title": rf" (?![\"']?(?:{_BLANK})*[\"']? *\n){_LINE}",
        "lat": f" [+-]?[0-8]?[0-9]{_FRACTION}",
        "lon": f" [+-]?(?:1[0-7][0-9]|[0-9]{{1,2}}){_FRACTION}",
        "place_precision": f" (?:{'|'.join(PLACE_PRECISIONS)})",
        "status": f" (?:{'|'.join(STATUSES)})",
        "sources": _sources(shape),
    }
    own = rf"(?: (?:{_LINE}|{_block(4)})|{_list(shape.dash)}|\n    {NAME}: {_LINE})"
    first, *others = (
        rf"{re.escape(name)}:({'' if name in told else '?:'}{known.get(name, own)}) {{0,40}}\n"
        for name in shape.fields
    )
    must = [name in _NEEDED for name in shape.fields[1:]]
    return re.compile(
        first
        + "".join(f"  {one}" if needed else f"(?:  {one}|)" for one, needed in zip(others, must, strict=True))
        + rf"(?:#[ {_SIGN}]*\n|\n)*(?=- |\Z)"
    )


def _sources(shape: Shape) -> str:
    """What fits the sources of a record: each a mapping whose fields stand once, or a text."""
    known = {
        **dict.fromkeys(SOURCE_FIELDS, f" (?:{_LINE}|{_block(len(shape.dash) + 4)})"),
        **dict.fromkeys(SOURCE_DATES, f" {DAY}"),
        "supports": rf"(?: {_FULL}|{_list(f'{shape.dash}  ')})",
    }
    first, *others = (f"{name}:{known[name]} {{0,40}}" for name in shape.source)
    mapping = first + "".join(rf"(?:\n{shape.dash}  {one}|)" for one in others)
    return rf"(?:\n{shape.dash}- (?:{mapping}|{_FULL} {{0,40}})(?=\n))+"


def _block(indent: int) -> str:
    return rf"[>|]-?\n {{{indent}}}{_TEXT}(?:\n {{{indent}}}{_TEXT})*"


def _list(dash: str) -> str:
    return rf"(?: \[(?:{_ITEM})(?:, {{0,40}}(?:{_ITEM}))*\]|(?:\n{dash}- {_FULL} {{0,40}}(?=\n))+)"
