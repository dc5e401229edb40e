"""Tables for paper: a row an event, or a silence, in columns as wide as their words need; every cell is whole."""

from collections.abc import Sequence
from math import sqrt

from timeline.counting import counted
from timeline.query.silence import silences
from timeline.tuples import NamedTuple
from timeline.views.columns import DEFAULT, columns_of
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.key import key
from timeline.views.paper.letters import line_height, width, wrap
from timeline.views.paper.notes import first_link, notes_of
from timeline.views.paper.pen import Sheet, element, group, plain, text
from timeline.views.paper.sheets import Block, Picture, room
from timeline.views.silences import silence_days, silence_length
from timeline.views.words import date_words, narrowed_beside

_SIZE = 10.5
_GAP = 14.0
_LEAST = 60.0  # pixels of a column, where several share what there is


class Table(NamedTuple):
    """The names of its columns, rows of as many texts, where each row leads, and what is said below."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    links: Sequence[str]
    total: str


def draw_table(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Picture:
    """A table of events: the columns that are asked for, else those that hold anything."""
    return _picture("Table", event_table(shown, options, sheet), sheet)


def draw_list(shown: Sequence[Shown], _options: ViewOptions, sheet: Sheet) -> Picture:
    """A list of events: date, title, id."""
    dates = [date_words(one.event.date) + narrowed_beside(one.event.date, one.limits) for one in shown]
    rows = [(date, _titled(one), one.event.id) for date, one in zip(dates, shown, strict=True)]
    links = [first_link(one.event.sources, sheet) for one in shown]
    return _picture("List", Table(("date", "title", "id"), rows, links, counted(len(shown), "event")), sheet)


def draw_silences(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Picture:
    """A table of the longest silences, overall or in each lane that `options.by` makes."""
    events = [one.event for one in shown if not one.context]
    found = silences(events, options.gaps, options.by, options.names)
    heads = ["silence", "days", *([options.by] if options.by else []), "after", "before"]
    rows = [
        [
            silence_length(one),
            silence_days(one),
            *([one.lane or ""] if options.by else []),
            *(f"{date_words(event.date)}: {event.title}" for event in (one.before, one.after)),
        ]
        for one in found
    ]
    total = f"{counted(len(found), 'silence')} between {counted(len(events), 'event')}"
    return _picture("The longest silences", Table(heads, rows, [""] * len(rows), total), sheet)


def event_table(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Table:
    """The table of events as text."""
    columns = columns_of([one.event for one in shown], options.columns or DEFAULT) if shown else {}
    words = _Words()
    cells = {
        name: [
            _titled(one) if name == "title" else "".join(said for said, _ in column.words(one, words))
            for one in shown
        ]
        for name, column in columns.items()
    }
    kept = {name: column for name, column in cells.items() if options.columns or any(column)}
    links = [first_link(one.event.sources, sheet) for one in shown]
    rows = list(zip(*kept.values(), strict=True)) if kept else []
    return Table(list(kept), rows, links, counted(len(shown), "event"))


class _Words:
    """What the cells of a table ask of a pen, without a terminal."""

    def text(self, text: str) -> str:
        """The text: it is made harmless when it is drawn."""
        return text

    def actor_style(self, _actor: str) -> None:
        """No colour."""


def _titled(shown: Shown) -> str:
    return shown.event.title + "".join(f" [{note}]" for note in notes_of(shown))


def _picture(what: str, table: Table, sheet: Sheet) -> Picture:
    """As many columns, from the first, as have room."""
    fitting = max(int((room(sheet) + _GAP) // (_LEAST + _GAP)), 1)
    left_out = ", ".join(table.heads[fitting:])
    total = f"{table.total}; no room for: {plain(left_out)}" if left_out else table.total
    table = Table(table.heads[:fitting], [row[:fitting] for row in table.rows], table.links, total)
    foot = [key([], table.total, sheet)]
    if not table.rows:
        return Picture(what=what, blocks=[], foot=foot)
    widths = _widths(table, room(sheet))
    colours = sheet.colours
    head = _row(table.heads, widths, colours.muted, bold=True)
    rule = element("line", x1=0, y1=head.height - 5, x2=room(sheet), y2=head.height - 5, stroke=colours.muted)
    blocks = []
    for row, link in zip(table.rows, table.links, strict=True):
        block = _row(row, widths, colours.ink)
        y = block.height - 4
        line = element("line", x1=0, y1=y, x2=room(sheet), y2=y, stroke=colours.rule, stroke_width=0.8)
        blocks.append(Block(block.height, group(block.inside, link=link) + line))
    return Picture(what=what, head=Block(head.height, head.inside + rule), blocks=blocks, foot=foot)


def _row(cells: Sequence[str], widths: Sequence[float], fill: str, *, bold: bool = False) -> Block:
    x, parts, most = 0.0, [], 1
    for cell, wide in zip(cells, widths, strict=True):
        lines = wrap(plain(cell), wide, _SIZE, bold=bold)
        if lines:
            parts.append(text(x, 0, lines, _SIZE, fill, bold=bold))
        most = max(most, len(lines))
        x += wide + _GAP
    return Block(line_height(_SIZE) * most + 9, "".join(parts))


def _widths(table: Table, room_: float) -> list[float]:
    """As wide as the widest cell where that fits; else the widest give way to one another."""
    columns = list(zip(*table.rows, strict=True))
    wanted = [
        1 + max(width(plain(head), _SIZE, bold=True), *(width(plain(cell), _SIZE) for cell in cells))
        for head, cells in zip(table.heads, columns, strict=True)
    ]
    # A column of long texts has more of what is scarce, but not in proportion.
    shares = [sqrt(wide) for wide in wanted]
    rest, left = room_ - _GAP * (len(wanted) - 1), sum(shares)
    widths = [0.0] * len(wanted)
    for at in sorted(range(len(wanted)), key=shares.__getitem__):
        widths[at] = min(wanted[at], max(rest * shares[at] / left, _LEAST))
        rest -= widths[at]
        left -= shares[at]
    return widths
