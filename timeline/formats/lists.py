r"""Lists in one cell: parted by semicolons, of which one that belongs to an item is written `\;`."""

import re
from collections.abc import Callable, Sequence

from timeline.errors import InvalidData
from timeline.formats.json_values import json_value
from timeline.record import Value

_item = re.compile(r"((?:[^;\\]|\\.)*\\?)(?:; ?|\Z)", re.DOTALL)
_escape = re.compile(r"\\([;\\])")


def joined_items(items: Sequence[str]) -> str:
    r"""The items as one cell.

    >>> joined_items(["a;b", "c"])
    'a\\;b; c'
    """
    joined = "; ".join(items)
    if joined.count(";") < len(items) and "\\" not in joined:
        return joined
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def items_of_cell(cell: str) -> list[str]:
    r"""The items of a cell, as `joined_items` made it or as a person typed it.

    >>> items_of_cell('a\\;b; c')
    ['a;b', 'c']
    """
    if "\\" not in cell:  # most cells: a tenth of the time
        first, *rest = cell.split(";")
        return [item for item in (first, *(one.removeprefix(" ") for one in rest)) if item]
    items = [_escape.sub(r"\1", match[1]) for match in _item.finditer(cell)]
    return [item for item in items if item]


def _from_json(cell: str) -> Value:
    """The list that a program wrote as JSON into a cell, or else the text."""
    try:
        value = json_value(cell, 1)
    except InvalidData:
        return cell
    return value if isinstance(value, list) else cell


def splitter(separator: str, *, exact: bool) -> Callable[[Value], list[Value]]:
    """What makes a list of a cell: by a separator of the user's, or else by semicolons; not `exact`, blanks go."""

    def split(cell: Value) -> list[Value]:
        if isinstance(cell, str) and cell[:1] == "[" and not exact:
            cell = _from_json(cell)
        if not isinstance(cell, str):
            return cell if isinstance(cell, list) else [cell]
        if separator or not (exact or "\\" in cell):  # where blanks go, those behind a semicolon need no look
            items = cell.split(separator or ";")
        else:
            items = items_of_cell(cell)
        if exact:
            return [item for item in items if item]
        return [text for item in items if (text := item.strip())]

    return split
