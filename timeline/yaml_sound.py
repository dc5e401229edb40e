"""Records of a large file, each found sound by one expression, and read no further than is asked.

A file is looked at as a text that has a character for each byte, which is made of it at once, and has its places.

The expression says all that makes an event of a record in the usual shape: its fields, each once, with valid texts, lists,
numbers and dates. What it does not fit is for `timeline.yaml_plain` and for the parser. Fields stand in the order of the
contract until a record has them in another, which is then tried for those that follow.
"""

import re
from collections.abc import Callable, Iterator, KeysView, Mapping, Sequence
from functools import cache
from typing import Any

from timeline.errors import DateError
from timeline.record import (
    LIST_FIELDS,
    PLACE_PRECISIONS,
    RECORD_FIELDS,
    SLUG,
    SOURCE_DATES,
    SOURCE_FIELDS,
    STATUSES,
    Record,
    Value,
    Written,
    parse_date,
)
from timeline.tuples import NamedTuple
from timeline.yaml_plain import NAME, said
from timeline.yaml_values import read, settled

_SHAPES = 8  # tried of one file, at most: each takes 8 ms to make
_MOST = 40  # fields of a record, with those of the user's own
_NARROW = 4  # of them hold no fields but those of the records so far: a seventh of the time

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
# With the days that each month has, those of February in every year: of any other date the text is looked at by itself.
_DAY = (
    r"[0-9]{4}(?:-(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01]))?"
    r"|(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30))?|02(?:-(?:0[1-9]|1[0-9]|2[0-8]))?))?"
)
_lasting = re.compile(rf" ?({_DAY})/({_DAY})").fullmatch
# What is left of white space when it is written in bytes, and read as above.
_BLANK = r"\s|\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f|\xe3\x80\x80"
_LEANING, _NEEDED = ("after", "before"), ("date", "title")
_FRACTION = r"(?:\.[0-9]{1,20})?"
_ORDER = {name: at for at, name in enumerate(RECORD_FIELDS)}
_ENTRY = re.compile(rf"(?:- |\n  )({NAME}):")
_SOURCE_ENTRY = re.compile(rf"\n(?:  )?  [- ] ({NAME}):")


class _Shape(NamedTuple):
    """How a record is written: in which order its fields and those of its sources stand, and how far in its lists do."""

    fields: tuple[str, ...]
    source: tuple[str, ...]
    dash: str = "    "

    def widened(self) -> "_Shape":
        """The shape with every field of the contract."""
        return _Shape(_merged(self.fields, RECORD_FIELDS), _merged(self.source, SOURCE_FIELDS), self.dash)


class _Fit(NamedTuple):
    """What fits the records of a shape: in which group each field is, a date that is no plain one, those that tell of others, those of the user's own and the lists; and whether sources may rival its date."""

    shape: _Shape
    match: Callable[[str, int], re.Match[str] | None]
    groups: Mapping[str, int]
    ordered: Sequence[tuple[str, int]]
    other_date: int
    leaning: tuple[int, ...]
    own: tuple[int, ...]
    lists: tuple[int, ...]
    disputed: bool


class SoundRecord(Written):
    """A record of which nothing is wrong: its fields are made out of its text when they are asked for."""

    __slots__ = ("_fit", "_found")

    def __init__(self, found: re.Match[str], fit: _Fit) -> None:
        self._found = found
        self._fit = fit

    def __getitem__(self, name: str) -> Value:
        group = self._fit.groups.get(name)
        text = None if group is None else self._found[group]
        if text is None:
            raise KeyError(name)
        return read(name, text)

    def get(self, name: str, default: Any = None, /) -> Any:
        """The field, or the default: 0.2 µs where it is not there."""
        group = self._fit.groups.get(name)
        text = None if group is None else self._found[group]
        return default if text is None else read(name, text)

    def __contains__(self, name: object) -> bool:
        group = self._fit.groups.get(name)  # type: ignore[call-overload] # as any mapping is asked
        return group is not None and self._found[group] is not None

    def keys(self) -> KeysView[str]:
        """The names of its fields: half the time of what a mapping makes of its own."""
        return dict.fromkeys(self).keys()

    def __iter__(self) -> Iterator[str]:
        return (name for name, group in self._fit.groups.items() if self._found[group] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def plain(self) -> Record:
        """The record as its event's `to_record` makes it: all of its fields at once."""
        fit = self._fit
        return settled(self._found.groups(), fit.ordered, fit.shape.source, fit.shape.dash)

    def exact(self) -> Record:
        """The record as it is written: all of its fields at once."""
        fit = self._fit
        return settled(self._found.groups(), fit.ordered, fit.shape.source, fit.shape.dash, exact=True)

    @property
    def text(self) -> str:
        """Its own text and the comments behind it, with a character for each byte."""
        return self._found[0]

    def written(self, name: str) -> str:
        """What stands behind the colon of a field, with a character for each byte; nothing where it is not there."""
        group = self._fit.groups.get(name)
        return (group and self._found[group]) or ""

    @property
    def lists(self) -> list[str]:
        """What stands behind the colon of each list that it has, with a character for each byte."""
        return [written for group in self._fit.lists if (written := self._found[group])]

    @property
    def own(self) -> bool:
        """Whether it has fields that are not of the contract."""
        own = self._fit.own
        return bool(own) and any(self._found[group] is not None for group in own)

    @property
    def disputed(self) -> bool:
        """Whether a source may give a date in place of its own."""
        return self._fit.disputed and "event_date:" in self._found[0]

    @property
    def leans(self) -> bool:
        """Whether it says what it follows, or what follows it."""
        leaning = self._fit.leaning
        return bool(leaning) and any(self._found[group] for group in leaning)

    def alone(self) -> "SoundRecord":
        """The same, which keeps no more text than its own in memory."""
        found = self._found.re.match(self._found[0])
        assert found is not None
        return SoundRecord(found, self._fit)


class Shapes:
    """The shapes that the records of a file have had so far, and the one that the last of them had."""

    __slots__ = ("_fit", "_last", "_tried")

    def __init__(self) -> None:
        self._last = _Shape(("date", "title"), ("title",))
        self._tried = {self._last}
        self._fit = _fitting(self._last)

    def record(self, text: str, at: int) -> tuple[int, SoundRecord | None]:
        """Where the record that begins at a place of a text ends; and the record, or None where it has no usual shape.

        The text ends with a record, or with comments behind it.
        """
        found = self._fit.match(text, at + 2) or self._other(text, at)
        if found is None or ((date := found[self._fit.other_date]) and not _is_date(date)):
            return text.find("\n- ", at) + 1 or len(text), None
        return found.end(), SoundRecord(found, self._fit)

    def passed(self, text: str, at: int, to: int) -> int:
        """Where, of the records between two places of a text, those end that have the shape of the last one and lean on no other."""
        _, match, _, _, other_date, leaning, *_ = self._fit
        while at < to:
            found = match(text, at + 2)
            if found is None or (leaning and any(found[group] for group in leaning)):
                break
            if (date := found[other_date]) and not _is_date(date):
                break
            at = found.end()
        return at

    def _other(self, text: str, at: int) -> re.Match[str] | None:
        """The record, where it has another shape than the last one, which is then that of those that follow."""
        shape = _shape_of(text[at : text.find("\n- ", at) + 1 or len(text)], self._last)
        if len(self._tried) == _NARROW:
            shape = shape.widened()
        if shape == self._last or (shape not in self._tried and len(self._tried) == _SHAPES):
            return None
        self._tried.add(shape)
        fit = _fitting(shape)
        found = fit.match(text, at + 2)
        if found:
            self._last, self._fit = shape, fit
        return found


def _is_date(text: str) -> bool:
    lasting = _lasting(text)
    if lasting and len(lasting[1]) == len(lasting[2]) and lasting[1] <= lasting[2]:
        return (
            True  # most that are no plain ones: of 100,000 records, 12 % with such, a twentieth of the time
        )
    try:
        parse_date(said(text))
    except DateError:
        return False
    return True


def _shape_of(piece: str, last: _Shape) -> _Shape:
    """The shape that a record has, as far as its text tells; for the rest that of the one before it."""
    fields, source = _ENTRY.findall(piece), _SOURCE_ENTRY.findall(piece.partition("\n  sources:")[2])
    if len(fields) > _MOST:
        return last
    return _Shape(
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
def _fitting(shape: _Shape) -> _Fit:
    """What fits a record of that shape, from its first name to the next record."""
    known = {
        **dict.fromkeys(RECORD_FIELDS, f" (?:{_LINE}|{_block(4)})"),
        **dict.fromkeys(LIST_FIELDS, rf"(?: {_FULL}| \[\]|{_list(shape.dash)})"),
        "id": f" {_NOT_NULL}{SLUG}(?<!:)",
        "date": f"(?: {_DAY}| (?P<other_date>{_LINE}))",
        "title": rf" (?![\"']?(?:{_BLANK})*[\"']? *\n){_LINE}",
        "lat": f" [+-]?[0-8]?[0-9]{_FRACTION}",
        "lon": f" [+-]?(?:1[0-7][0-9]|[0-9]{{1,2}}){_FRACTION}",
        "place_precision": f" (?:{'|'.join(PLACE_PRECISIONS)})",
        "status": f" (?:{'|'.join(STATUSES)})",
        "sources": _sources(shape),
    }
    own = rf"(?: (?:{_LINE}|{_block(4)})|{_list(shape.dash)}|\n    {NAME}: {_LINE})"
    first, *others = (rf"{re.escape(name)}:({known.get(name, own)}) {{0,40}}\n" for name in shape.fields)
    must = [name in _NEEDED for name in shape.fields[1:]]
    pattern = re.compile(
        first
        + "".join(f"  {one}" if needed else f"(?:  {one}|)" for one, needed in zip(others, must, strict=True))
        + rf"(?:#[ {_SIGN}]*\n|\n)*(?=- |\Z)"
    )
    numbers = (number for number in range(1, pattern.groups + 1) if number not in pattern.groupindex.values())
    groups = dict(zip(shape.fields, numbers, strict=True))
    leaning = tuple(groups[name] for name in _LEANING if name in groups)
    users = tuple(group for name, group in groups.items() if name not in RECORD_FIELDS)
    other_date = pattern.groupindex["other_date"]
    places = ((name, group - 1) for name, group in groups.items())
    ordered = sorted(places, key=lambda one: _ORDER.get(one[0], len(_ORDER)))
    lists = tuple(groups[name] for name in LIST_FIELDS if name in groups)
    disputed = "event_date" in shape.source
    return _Fit(shape, pattern.match, groups, ordered, other_date, leaning, users, lists, disputed)


def _sources(shape: _Shape) -> str:
    """What fits the sources of a record: each a mapping whose fields stand once, or a text."""
    known = {
        **dict.fromkeys(SOURCE_FIELDS, f" (?:{_LINE}|{_block(len(shape.dash) + 4)})"),
        **dict.fromkeys(SOURCE_DATES, f" {_DAY}"),
        "supports": rf"(?: {_FULL}|{_list(f'{shape.dash}  ')})",
    }
    first, *others = (f"{name}:{known[name]} {{0,40}}" for name in shape.source)
    mapping = first + "".join(rf"(?:\n{shape.dash}  {one}|)" for one in others)
    return rf"(?:\n{shape.dash}- (?:{mapping}|{_FULL} {{0,40}})(?=\n))+"


def _block(indent: int) -> str:
    return rf"[>|]-?\n {{{indent}}}{_TEXT}(?:\n {{{indent}}}{_TEXT})*"


def _list(dash: str) -> str:
    return rf"(?: \[(?:{_ITEM})(?:, {{0,40}}(?:{_ITEM}))*\]|(?:\n{dash}- {_FULL} {{0,40}}(?=\n))+)"
