"""Who with whom, for paper: a table of counts, the darker the more, with the names of its columns aslant above it."""

from collections.abc import Sequence
from math import sqrt

from timeline.views.crossing import Crossing
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.key import key
from timeline.views.paper.letters import cut, line_height, width, wrap
from timeline.views.paper.pen import Sheet, element, group, number, plain, text
from timeline.views.paper.sheets import Block, Picture, room

_SIZE = 11.5
_CELL, _ROW = 38.0, 26.0
_MOST_NAME, _MOST_HEAD = 190.0, 280.0
_NAMES = 0.35  # of the room, for the names of rows
_SLOPE = sqrt(0.5)  # of 45 degrees
_PALEST, _DARKEST = (
    0.10,
    0.50,
)  # opacity of one event, and of the most: up to here the ink can be read on both papers
_MANY = 4  # so many more than one are dark, however few the most are


def draw(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Picture:
    """The table of counts, the fullest rows and columns first."""
    found = Crossing(shown, options)
    rows = list(found.rows)[: found.top]
    if not rows:
        return Picture(what="Matrix of no events", blocks=[], foot=[key([], found.words(0), sheet)])
    longest = max(width(plain(name), _SIZE, bold=True) for name in rows)
    label = min(longest, _MOST_NAME, _NAMES * room(sheet)) + 12
    start = label + _CELL  # behind the column of all
    names = list(found.columns)[: found.top]
    longest = min(_MOST_HEAD, (room(sheet) - start - 0.5 * _CELL - 4) / _SLOPE - _SIZE)
    heads = {name: cut(plain(name), longest, _SIZE) for name in names}
    columns: list[str] = []
    for at, name in enumerate(names):
        # The name leans to the right over the columns behind its own.
        if (
            start + (at + 0.5) * _CELL + (width(heads[name], _SIZE) + _SIZE) * _SLOPE > room(sheet)
            and columns
        ):
            break
        columns.append(name)
    most = max(
        [found.both[row, column] for row in rows for column in columns if not found.is_same(row, column)],
        default=1,
    )
    blocks = [_row(found, row, columns, sheet, (label, most)) for row in rows]
    return Picture(
        what=f"Matrix, {found.fields[0]} by {found.fields[1]}",
        head=_head([heads[name] for name in columns], label, sheet),
        blocks=blocks,
        foot=[key([], found.words(len(columns)), sheet)],
    )


def _head(names: Sequence[str], label: float, sheet: Sheet) -> Block:
    ink = sheet.colours.ink
    height = (max((width(name, _SIZE) for name in names), default=0) + _SIZE) * _SLOPE + 10
    parts = [
        text(
            label + _CELL - 12,
            height - line_height(_SIZE) - 2,
            ["all"],
            _SIZE,
            sheet.colours.muted,
            anchor="end",
        )
    ]
    for at, name in enumerate(names):
        x = label + _CELL + (at + 0.5) * _CELL + 3
        inside = text(0, -line_height(_SIZE) / 2, [name], _SIZE, ink)
        parts.append(f'<g transform="translate({number(x)},{number(height - 8)}) rotate(-45)">{inside}</g>')
    return Block(height, "".join(parts))


def _row(found: Crossing, row: str, columns: Sequence[str], sheet: Sheet, scale: tuple[float, int]) -> Block:
    """A row: its name, all its events, and what it shares with each column."""
    colours = sheet.colours
    label, most = scale
    lines = wrap(plain(row), label - 12, _SIZE, bold=True)
    height = max(_ROW, line_height(_SIZE) * len(lines) + 6)
    middle = (height - line_height(_SIZE)) / 2
    parts = [
        text(0, (height - line_height(_SIZE) * len(lines)) / 2, lines, _SIZE, colours.ink, bold=True),
        text(label + _CELL - 12, middle, [f"{found.rows[row]:,}"], _SIZE, colours.muted, anchor="end"),
    ]
    for at, column in enumerate(columns):
        x, count = label + _CELL + at * _CELL, found.both[row, column]
        same = found.is_same(row, column)
        opacity = _PALEST + (_DARKEST - _PALEST) * (count - 1) / max(most - 1, _MANY)
        fill, words = colours.muted, "–" if same else f"{count:,}" if count else ""
        if same or not count:
            inside = _box(x, height, colours.band, None)
        else:
            inside = _box(x, height, colours.inks[0], opacity)
            fill = colours.ink
        inside += text(x + _CELL / 2, middle, [words], _SIZE, fill, anchor="middle") if words else ""
        title = "" if same else plain(f"{row} and {column}: {count:,}")
        parts.append(group(inside, title=title, data={"count": count}))
    return Block(height, "".join(parts))


def _box(x: float, height: float, fill: str, opacity: float | None) -> str:
    return element(
        "rect", x=x + 1, y=1, width=_CELL - 2, height=height - 2, rx=2, fill=fill, fill_opacity=opacity
    )
