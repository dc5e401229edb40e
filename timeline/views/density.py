"""How many events fall into each day, week, month, quarter, year or decade, and how many in a row hold none."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from timeline.counting import counted
from timeline.views.buckets import Counts, bucket_words
from timeline.views.cells import pad, pad_left, width, wrap
from timeline.views.drawn import Drawn
from timeline.views.histogram import OTHERS, Histogram, histogram, more_words, number_words
from timeline.views.ink import Segment, Style
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, Pen, Span, actor_style
from timeline.views.phrases import legend

_MOST_CELLS_PER_EVENT = 6
_SPREAD = 6  # cells of what may fall in a bucket, at least
_NUMBER, _BAR = 6, 7  # cells of a lane's number, at least, and of its bar
_GAP = 2


def draw_density(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """Bars of counts, of events but not of their context; UsageError when the buckets asked for would be too many."""
    return Drawn(options, partial(_lines, histogram(shown, options)))


def _lines(found: Histogram, pen: Pen, cells: int) -> Iterator[Segment]:
    if not found.shown and not found.context:
        return
    lanes: dict[str, Counts] = {}
    left_out = 0
    if len(found.total.certain):
        rows = _Rows(found, pen, cells, split=found.options.by is not None)
        if found.options.by is None:
            yield from rows.bars()
        else:
            lanes, left_out = found.lanes(
                rows.lanes_that_fit(), rows.lanes_that_fit(beside=_GAP + rows.others)
            )
            yield from rows.grid(lanes)
    yield from pen.line([])
    signs = {"certain": pen.glyphs.block, "spread": pen.glyphs.shade}
    if meanings := found.meanings():
        yield from legend([(signs[part], words) for part, words in meanings.items()], "", pen, cells)
    for text in wrap(found.words(len(lanes), left_out), cells):
        yield from pen.line([(text, DIM)])


class _Rows:
    """The rows of buckets, as wide as the terminal allows."""

    def __init__(self, found: Histogram, pen: Pen, cells: int, *, split: bool) -> None:
        total = found.total
        self.found = found
        self.total = total
        self.pen = pen
        self.cells = cells
        labels = (bucket_words(number, total.per) for number in range(total.first, total.last + 1))
        least = "26 Sep 2018" if total.per in ("day", "week") else total.per
        self.label = max(map(len, ("total", least, *labels)))
        self.certain = max(len(f"{max(total.certain):,}"), len(f"{sum(total.certain):,}"))
        spread = (*total.spread, float(total.spread_events))
        self.spread = max(_SPREAD, *map(len, map(more_words, spread))) if total.spread_events else 0
        if split:
            self.certain = max(self.certain, len("all") - self.spread)
        # No lane, and not all the others together, has more than all events.
        mixed = [*map(number_words, total.certain, total.spread), f"{total.events:,}"]
        self.number = max(_NUMBER, *map(len, mixed))
        self.others = max(len(OTHERS), self.number)
        self.lane = max(min(self.number + 1 + _BAR, self._room() - _GAP), self.number)

    def _room(self) -> int:
        """Cells beside the column of all events."""
        return self.cells - self.label - _GAP - self.certain - self.spread

    def lanes_that_fit(self, *, beside: int = 0) -> int:
        """How many columns of lanes stand beside the column of all events, and `beside` so many cells."""
        return (self._room() - beside) // (self.lane + _GAP)

    def bars(self) -> Iterator[Segment]:
        """One bar a bucket."""
        total, pen = self.total, self.pen
        room = max(self.cells - self.label - self.certain - self.spread - 2 * _GAP, 4)
        most = max(map(float.__add__, map(float, total.certain), total.spread))
        scale = min((room - 1) / most, _MOST_CELLS_PER_EVENT)  # a lighter end may take one more cell
        for number, words in self._buckets():
            if number is None:
                yield from pen.line([(words, DIM)])
                continue
            certain, spread = total.certain[number], total.spread[number]
            spans = [*self._head(words, certain, spread), (" " * _GAP, None)]
            yield from pen.line(spans + self._bar(certain, spread, scale, DATE))
        spans = self._head("total", sum(total.certain), float(total.spread_events))
        yield from pen.line([(text, BOLD) for text, _ in spans])

    def grid(self, lanes: Mapping[str, Counts]) -> Iterator[Segment]:
        """One column a lane, with a bar in each bucket."""
        pen = self.pen
        names = pen.labels(lanes, self.lane)
        cells = {name: self.others if name == OTHERS else self.lane for name in lanes}
        bar_cells = self.lane - self.number - 1
        most = max(
            certain + spread
            for name, counts in lanes.items()
            if name != OTHERS or len(lanes) == 1
            for certain, spread in zip(counts.certain, counts.spread, strict=True)
        )
        scale = min((bar_cells - 1) / most, 2) if most else 1  # a lighter end may take one more cell
        head: list[Span] = [
            (" " * self.label + " " * _GAP + pad_left("all", self.certain + self.spread), DIM)
        ]
        head += [(" " * _GAP + pad(names[name], cells[name]), actor_style(name).strong) for name in lanes]
        yield from pen.line(head)
        for number, words in self._buckets():
            if number is None:
                yield from pen.line([(words, DIM)])
                continue
            spans = self._head(words, self.total.certain[number], self.total.spread[number])
            for name, counts in lanes.items():
                certain, spread = counts.certain[number], counts.spread[number]
                barred = name != OTHERS and bar_cells > 1
                bar = self._bar(certain, spread, scale, actor_style(name)) if barred else []
                used = self.number + sum(width(text) for text, _ in bar)
                mixed = number_words(certain, spread) or self.pen.glyphs.marks["context"]
                number_style = None if certain or spread else DIM
                spans += [(" " * _GAP + f"{mixed:>{self.number}}", number_style), (" " * barred, None), *bar]
                spans.append((" " * (cells[name] - used - barred), None))
            yield from pen.line(spans)
        spans = self._head("total", sum(self.total.certain), float(self.total.spread_events))
        for name, counts in lanes.items():
            placed = f"{counts.events - counts.apart:,}"
            spans.append((" " * _GAP + pad(f"{placed:>{self.number}}", cells[name]), None))
        yield from pen.line([(text, BOLD) for text, _ in spans])

    def _buckets(self) -> Iterator[tuple[int | None, str]]:
        """Each bucket, and what it is called; None for a run of empty ones, and how many they are."""
        for number, run in self.found.buckets():
            if number is None:
                pause = pad_left(self.pen.glyphs.pause, self.label)
                yield None, f"{pause}{' ' * _GAP}{counted(run, f'empty {self.total.per}')}"
            else:
                yield number, self.pen.text(bucket_words(self.total.first + number, self.total.per))

    def _head(self, words: str, certain: int, spread: float) -> list[Span]:
        empty = not certain and not spread
        more = f"{more_words(spread):>{self.spread}}" if self.spread else ""
        return [
            (pad_left(words, self.label) + " " * _GAP, DIM if empty else DATE),
            (f"{certain:>{self.certain},}", DIM if empty or not certain else None),
            (more, DIM),
        ]

    def _bar(self, certain: int, spread: float, scale: float, style: Style) -> list[Span]:
        """Solid for what is certain, light for what is spread; eighths of a cell where the glyphs have them."""
        glyphs = self.pen.glyphs
        eighths = round(certain * scale * 8)
        if certain:
            eighths = max(eighths, 1)
        full, part = divmod(eighths, 8)
        if not glyphs.part_blocks:
            full, part = (full + (part >= 4) or bool(certain)), 0
        solid = glyphs.block * full + (glyphs.part_blocks[part - 1] if part else "")
        light = max(round((certain + spread) * scale) - len(solid), 1 if spread >= 0.05 else 0)
        return [(solid, style), (glyphs.shade * light, style)]
