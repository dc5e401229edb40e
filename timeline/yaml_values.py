"""What the fields of a record say that is known to be sound, by the text that stands behind the colon of each.

The text has a character for each byte, and so has what is not put into letters.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from timeline.record import LIST_FIELDS, RECORD_FIELDS, SOURCE_FIELDS, Record, Value, source_of
from timeline.yaml_plain import folded, in_brackets, said, value_of

_NUMBERS = ("lat", "lon")
_TEXTS = frozenset(RECORD_FIELDS).difference(LIST_FIELDS, _NUMBERS, ("sources",))
_MARKS = frozenset("\"'[|>")  # what begins a text that is not written as it is


def read(name: str, text: str) -> Value:
    """The value of a field."""
    if text[0] == " " and text[-1] != " ":
        if text[1] == "[":
            return list(_items(text))
        if text[1] not in "\"'|>":
            return in_letters(text[1:])
        if text[1] in "|>" and name not in LIST_FIELDS:
            style, _, lines = text.partition("\n")
            return in_letters(folded(lines, 4, style[1:]))
    return _in_letters(value_of(name, text))


def settled(
    texts: Sequence[str | None],
    order: Iterable[tuple[str, int]],
    sources: tuple[str, ...],
    dash: str,
    *,
    exact: bool = False,
) -> Record:
    """The values of a record's fields as `Event.to_record` has them; or `exact`, as they are written.

    `order` says of each, by the contract, at which place of the texts it is, `sources` in which order their fields stand, and `dash`
    how far in.
    """
    record: Record = {}
    for name, at in order:
        text = texts[at]
        if text is None:
            continue
        mark = text[1]
        if mark not in _MARKS and name in _TEXTS and text[-1] != " ":
            record[name] = text[1:] if text.isascii() else in_letters(text[1:])
        elif mark == "[" and name in LIST_FIELDS and text[-1] == "]":
            if (items := _items(text)) or exact:
                record[name] = [*items]
        elif mark in ">|" and name in _TEXTS:
            record[name] = in_letters(_block(text))
        elif name == "sources" and (quick := _alike_sources(text, sources, dash)):
            record[name] = quick
        elif exact:
            record[name] = read(name, text)
        elif (value := _settled(name, read(name, text))) or name not in RECORD_FIELDS:
            record[name] = value
    return record


def _block(text: str) -> str:
    """A text in lines of its own, as they are folded."""
    if text[1:4] == ">-\n" and text[-1] != " ":
        return text[8:].replace("\n    ", " ")
    style, _, lines = text.partition("\n")
    return folded(lines, 4, style[1:])


def _alike_sources(text: str, names: tuple[str, ...], dash: str) -> list[Value] | None:
    """The sources, in half the time, where each has fields in this order, the first among them, each on a line and none empty; else None."""
    find, order = _finding(names, dash)
    if '""' in text or "''" in text:
        return None
    sources: list[Value] = []
    fields = 0
    for one in find(in_letters(text)):
        source: Record = {}
        for name, at in order:
            if written := one[at]:
                source[name] = written if written[0] not in _MARKS and written[-1] != " " else said(written)
        sources.append(source)
        fields += len(source)
    return sources if fields == text.count("\n") else None


@cache
def _finding(
    names: tuple[str, ...], dash: str
) -> tuple[Callable[[str], Sequence[Sequence[str]]], Sequence[tuple[str, int]]]:
    """What finds sources whose fields stand in an order: a text of each; and at which place each field is, by the contract."""
    first, *others = (rf"{name}: ([^ [|>\n].*)" for name in names)
    found = re.compile(rf"\n{dash}- {first}" + "".join(rf"(?:\n{dash}  {one}|)" for one in others) + r"()")
    return found.findall, [
        (name, names.index(name)) for name in SOURCE_FIELDS if name in names and name != "supports"
    ]


def _settled(name: str, value: Value) -> Value:
    if name == "sources":
        return [_settled_source(source_of(one)) for one in value]
    if not isinstance(value, str) or not value:
        return value
    if name in LIST_FIELDS:
        return [value]
    return repr(float(value)) if name in _NUMBERS else value


def in_letters(text: str) -> str:
    """The text of which one with a character for each byte is given."""
    return text if text.isascii() else text.encode("latin-1").decode()


def _in_letters(value: Value) -> Value:
    if isinstance(value, str):
        return in_letters(value)
    if isinstance(value, list):
        return [_in_letters(one) for one in value]
    return {name: _in_letters(one) for name, one in value.items()}


@lru_cache(1 << 14)
def _items(text: str) -> tuple[Value, ...]:
    return tuple(map(_in_letters, in_brackets(text)))


def _settled_source(source: Value) -> Record:
    assert isinstance(source, dict)
    found = {name: value for name in SOURCE_FIELDS if (value := source.get(name))}
    if "supports" in found and isinstance(found["supports"], str):
        found["supports"] = [found["supports"]]
    return found
