"""Counts for paper: a bar for each bucket of the calendar, in one column or a column for each lane."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.counting import counted
from timeline.views.buckets import Counts, bucket_words
from timeline.views.histogram import OTHERS, Histogram, histogram, number_words
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.colours import inks_of
from timeline.views.paper.key import Sign, key
from timeline.views.paper.letters import line_height, width, wrap
from timeline.views.paper.pen import Sheet, element, group, plain, text
from timeline.views.paper.sheets import Block, Picture, room

_SIZE = 11.0
_ROW, _BAR = 19.0, 11.0
_LANE = 110.0  # pixels of a lane's column, at least
_MOST_PER_EVENT = 40.0  # pixels
_LIGHT = 0.3
_GAP = 12.0


def draw(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Picture:
    """The bars; UsageError when the buckets asked for would be too many."""
    found = histogram(shown, options)
    if not found.shown or not found.total.certain:
        words = found.words(0, 0) if shown else ""
        return Picture(what="Counts of events", blocks=[], foot=[key([], words, sheet)])
    labels = [
        bucket_words(found.total.first + at, found.total.per) for at, _ in found.buckets() if at is not None
    ]
    label = max(width(plain(words), _SIZE) for words in labels) + _GAP
    left_out = 0
    lanes = {"": found.total}
    if options.by is not None:
        fitting = int((room(sheet) - label) // _LANE)
        lanes, left_out = found.lanes(fitting, max(fitting - 1, 1))
    drawing = _Bars(found, lanes, sheet, label)
    words = found.words(len(lanes) if options.by else 0, left_out)
    return Picture(
        what=f"Events per {found.total.per}" + (f", by {options.by}" if options.by else ""),
        head=drawing.head(),
        blocks=list(drawing.blocks()),
        foot=[key(drawing.signs(), words, sheet)],
    )


@dataclass(slots=True)
class _Bars:
    """Columns of bars beside the names of the buckets, all to one scale."""

    found: Histogram
    lanes: Mapping[str, Counts]
    sheet: Sheet
    label: float

    @property
    def column(self) -> float:
        """How wide a lane is."""
        return (room(self.sheet) - self.label) / len(self.lanes)

    @property
    def number(self) -> float:
        """How much room a number has, behind its bar."""
        return max(
            width(number_words(*pair), _SIZE)
            for counts in self.lanes.values()
            for pair in zip(counts.certain, counts.spread, strict=True)
        )

    def inks(self) -> Mapping[str, str]:
        """The ink of each lane."""
        inks = inks_of(self.lanes, self.sheet.colours)
        return (
            inks
            | ({"": self.sheet.colours.inks[0]} if "" in inks else {})
            | {OTHERS: self.sheet.colours.muted}
        )

    def head(self) -> Block:
        """The names of the lanes."""
        if "" in self.lanes:
            return Block(0, "")
        inks, size = self.inks(), line_height(_SIZE)
        names = {name: wrap(plain(name), self.column - _GAP, _SIZE, bold=True) for name in self.lanes}
        height = size * max(map(len, names.values()))
        parts = [
            text(
                self.label + at * self.column, height - size * len(lines), lines, _SIZE, inks[name], bold=True
            )
            for at, (name, lines) in enumerate(names.items())
        ]
        return Block(height + 6, "".join(parts))

    def blocks(self) -> Iterator[Block]:
        """A row for each bucket, one for a run of empty ones; at the end the totals."""
        colours, inks = self.sheet.colours, self.inks()
        most = max(
            [
                certain + spread
                for name, counts in self.lanes.items()
                if self._is_drawn(name)
                for certain, spread in zip(counts.certain, counts.spread, strict=True)
            ]
        )
        scale = min((self.column - self.number - _GAP - 6) / (most or 1), _MOST_PER_EVENT)
        middle = (_ROW - line_height(_SIZE)) / 2
        axis = "".join(
            element("line", x1=x, y1=0, x2=x, y2=_ROW, stroke=colours.muted, stroke_width=1)
            for x in (self.label + at * self.column for at in range(len(self.lanes)))
        )
        for at, run in self.found.buckets():
            if at is None:
                words = counted(run, f"empty {self.found.total.per}")
                inside = text(self.label + 6, middle, [words], _SIZE, colours.muted, italic=True)
                yield Block(
                    _ROW, axis.replace("stroke-width", 'stroke-dasharray="1.5 3" stroke-width') + inside
                )
                continue
            said = plain(bucket_words(self.found.total.first + at, self.found.total.per))
            inside = text(self.label - _GAP / 2 - 2, middle, [said], _SIZE, colours.ink, anchor="end")
            for column, (name, counts) in enumerate(self.lanes.items()):
                x = self.label + column * self.column
                inside += self._bar(
                    x,
                    counts.certain[at],
                    counts.spread[at],
                    scale,
                    inks[name] if self._is_drawn(name) else "",
                )
            yield Block(_ROW, axis + inside)
        total = text(
            self.label - _GAP / 2 - 2, middle + 4, ["total"], _SIZE, colours.ink, bold=True, anchor="end"
        )
        for column, counts in enumerate(self.lanes.values()):
            words = f"{counts.events - counts.apart:,}"
            total += text(
                self.label + column * self.column + 6, middle + 4, [words], _SIZE, colours.ink, bold=True
            )
        yield Block(_ROW + 4, total)

    def _bar(self, x: float, certain: int, spread: float, scale: float, ink: str) -> str:
        """Solid for what is certain, lighter with a dashed edge for what is spread; the number behind. No ink, no bar."""
        words = number_words(certain, spread)
        if not words:
            return ""
        top, solid, light = (_ROW - _BAR) / 2, certain * scale, spread * scale
        wide = solid + light
        inside = ""
        if ink:
            if certain:
                inside = element("rect", x=x, y=top, width=max(solid, 1.0), height=_BAR, fill=ink)
            if spread:
                inside += element(
                    "rect",
                    x=x + solid,
                    y=top + 0.5,
                    width=max(light, 1.0),
                    height=_BAR - 1,
                    fill=ink,
                    fill_opacity=_LIGHT,
                    stroke=ink,
                    stroke_width=1,
                    stroke_dasharray="3 2",
                )
        at = x + (wide if ink else 0.0) + 6
        inside += text(at, (_ROW - line_height(_SIZE)) / 2, [words], _SIZE, self.sheet.colours.ink)
        return group(inside, data={"certain": certain, "spread": round(spread, 4)})

    def _is_drawn(self, name: str) -> bool:
        """Whether a lane has bars: the others together would dwarf them."""
        return name != OTHERS or len(self.lanes) == 1

    def signs(self) -> Iterator[Sign]:
        """The key: what was used, what it means."""
        ink = self.inks()[""] if "" in self.lanes else self.sheet.colours.ink
        drawn = {
            "certain": element("rect", x=0, y=-5, width=18, height=10, fill=ink),
            "spread": element(
                "rect",
                x=0,
                y=-5,
                width=18,
                height=10,
                fill=ink,
                fill_opacity=_LIGHT,
                stroke=ink,
                stroke_dasharray="3 2",
            ),
        }
        for part, words in self.found.meanings().items():
            yield Sign(drawn[part], 18, words)
