"""How many events fall into each day, week, month, quarter, year or decade, and how many in a row hold none."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.segment import Segment
from rich.style import Style

from timeline.counting import counted
from timeline.query.lanes import lanes_of
from timeline.views.axis import Days
from timeline.views.buckets import Counts, bucket_words, fit_period, number_of, possible_days
from timeline.views.cells import pad, pad_left, width, wrap
from timeline.views.drawn import Drawn
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, Pen, Span, actor_style
from timeline.views.phrases import legend

_MOST_CELLS_PER_EVENT = 6
_SPREAD = 6  # cells of what may fall in a bucket, at least
_NUMBER, _BAR = 6, 7  # cells of a lane's number, at least, and of its bar
_GAP = 2
_OTHERS = "(others)"
_MOST_EMPTY = 3  # buckets without events that have rows of their own; more in a row have one line together


def draw_density(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """Bars of counts, of events but not of their context; UsageError when the buckets asked for would be too many."""
    if shown and options.by is not None:
        lanes_of(shown[0].event, options.by)  # refuses what is no lane before anything is drawn
    counted_ones = [one for one in shown if not one.context]
    days = [possible_days(one.event.date) for one in counted_ones]
    per = fit_period(days, options.per)
    drawing = _Density(counted_ones, options, days, per, context=len(shown) - len(counted_ones))
    return Drawn(options, drawing.lines)


class _Density:
    """Counts in calendar buckets, drawn row by row."""

    def __init__(
        self,
        shown: Sequence[Shown],
        options: ViewOptions,
        days: Sequence[Sequence[Days]],
        per: str,
        *,
        context: int,
    ) -> None:
        self.shown = shown
        self.options = options
        self.days = days
        self.per = per
        self.context = context  # events beside these, which are not counted
        self.lanes_left_out = 0

    def lines(self, pen: Pen, cells: int) -> Iterator[Segment]:
        if not self.shown and not self.context:
            return
        bounds = [run for runs in self.days for run in runs]
        if not bounds:
            yield from self._total(Counts(self.per, 0, -1, len(self.shown), len(self.shown)), pen, cells)
            return
        first = number_of(min(first for first, _ in bounds), self.per)
        last = number_of(max(last for _, last in bounds), self.per)
        total = Counts(self.per, first, last)
        lanes: dict[str, Counts] = {}
        for runs in self.days:
            total.add(runs)
        total.close()
        rows = _Rows(total, pen, cells, split=self.options.by is not None)
        if self.options.by is None:
            yield from rows.bars()
        else:
            lanes = self._lanes(self.options.by, total, rows)
            yield from rows.grid(lanes)
        yield from self._total(total, pen, cells, lanes=len(lanes))

    def _lanes(self, by: str, total: Counts, rows: "_Rows") -> dict[str, Counts]:
        """The counts of each lane, the fullest first; those that have no room together as others."""
        sizes: dict[str, int] = {}
        names = [lanes_of(one.event, by, self.options.names) for one in self.shown]
        for own in names:
            for name in own:
                sizes[name] = sizes.get(name, 0) + 1
        ordered = sorted(sizes, key=lambda name: -sizes[name])
        kept = ordered
        top = len(ordered) if self.options.top is None else self.options.top
        if len(ordered) > min(max(rows.lanes_that_fit(), 1), top):
            most = min(rows.lanes_that_fit(beside=_GAP + rows.others), top)
            kept = [*ordered[:most], _OTHERS] if most > 0 else ordered[:1]
        lanes = {name: Counts(self.per, total.first, total.last) for name in kept}
        for own, runs in zip(names, self.days, strict=True):
            for name in dict.fromkeys(name if name in lanes else _OTHERS for name in own):
                if name in lanes:
                    lanes[name].add(runs)
        for counts in lanes.values():
            counts.close()
        self.lanes_left_out = 0 if _OTHERS in lanes else len(ordered) - len(lanes)
        return lanes

    def _total(self, total: Counts, pen: Pen, cells: int, lanes: int = 0) -> Iterator[Segment]:
        glyphs, per = pen.glyphs, self.per
        parts = []
        if any(total.certain):
            parts.append((glyphs.block, f"within one {per}"))
        if total.spread_events:
            parts.append((glyphs.shade, f"may fall in several {per}s: spread evenly over its possible days"))
        yield from pen.line([])
        if parts:
            yield from legend(parts, "", pen, cells)
        for text in wrap("; ".join(self._words(total, lanes)), cells):
            yield from pen.line([(text, DIM)])

    def _words(self, total: Counts, lanes: int) -> list[str]:
        """What was counted, and how."""
        words = [f"{counted(total.events, 'event')}: {sum(total.certain):,} within one {self.per}"]
        if total.spread_events:
            words.append(f"{total.spread_events:,} spread over several")
        if total.apart:
            words.append(f"{total.apart:,} in none, with no bound to when it began")
        if any(one.event.date.is_interval for one in self.shown):
            words.append("intervals count where they start")
        if lanes:
            words.append("an event of several lanes counts in each")
        if self.lanes_left_out:
            words.append(f"no room for {counted(self.lanes_left_out, 'more lane', 'more lanes')}")
        if self.context:
            words.append(f"{self.context:,} as context, not counted")
        return words


class _Rows:
    """The rows of buckets, as wide as the terminal allows."""

    def __init__(self, total: Counts, pen: Pen, cells: int, *, split: bool) -> None:
        self.total = total
        self.pen = pen
        self.cells = cells
        labels = (bucket_words(number, total.per) for number in range(total.first, total.last + 1))
        least = "26 Sep 2018" if total.per in ("day", "week") else total.per
        self.label = max(map(len, ("total", least, *labels)))
        self.certain = max(len(f"{max(total.certain):,}"), len(f"{sum(total.certain):,}"))
        spread = (*total.spread, float(total.spread_events))
        self.spread = max(_SPREAD, *map(len, map(_more, spread))) if total.spread_events else 0
        if split:
            self.certain = max(self.certain, len("all") - self.spread)
        # No lane, and not all the others together, has more than all events.
        mixed = [*map(_number, total.certain, total.spread), f"{total.events:,}"]
        self.number = max(_NUMBER, *map(len, mixed))
        self.others = max(len(_OTHERS), self.number)
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
        cells = {name: self.others if name == _OTHERS else self.lane for name in lanes}
        bar_cells = self.lane - self.number - 1
        most = max(
            certain + spread
            for name, counts in lanes.items()
            if name != _OTHERS or len(lanes) == 1
            for certain, spread in zip(counts.certain, counts.spread, strict=True)
        )
        scale = min((bar_cells - 1) / most, 2) if most else 1  # a lighter end may take one more cell
        head: list[Span] = [
            (" " * self.label + " " * _GAP + pad_left("all", self.certain + self.spread), DIM)
        ]
        head += [(" " * _GAP + pad(names[name], cells[name]), actor_style(name) + BOLD) for name in lanes]
        yield from pen.line(head)
        for number, words in self._buckets():
            if number is None:
                yield from pen.line([(words, DIM)])
                continue
            spans = self._head(words, self.total.certain[number], self.total.spread[number])
            for name, counts in lanes.items():
                certain, spread = counts.certain[number], counts.spread[number]
                barred = name != _OTHERS and bar_cells > 1
                bar = self._bar(certain, spread, scale, actor_style(name)) if barred else []
                used = self.number + sum(width(text) for text, _ in bar)
                mixed = _number(certain, spread) or self.pen.glyphs.marks["context"]
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
        total = self.total
        for holds, numbers in groupby(
            range(len(total.certain)), lambda number: bool(total.certain[number] or total.spread[number])
        ):
            run = list(numbers)
            if holds or len(run) <= _MOST_EMPTY:
                for number in run:
                    yield number, self.pen.text(bucket_words(total.first + number, total.per))
            else:
                pause = pad_left(self.pen.glyphs.pause, self.label)
                yield None, f"{pause}{' ' * _GAP}{counted(len(run), f'empty {total.per}')}"

    def _head(self, words: str, certain: int, spread: float) -> list[Span]:
        empty = not certain and not spread
        more = f"{_more(spread):>{self.spread}}" if self.spread else ""
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


def _more(spread: float) -> str:
    if not spread:
        return ""
    return f"+{spread:.1f}" if spread >= 0.05 else "+<0.1"


def _number(certain: int, spread: float) -> str:
    """What is certain and what is spread as one number, with a mark where it is not certain."""
    if not spread:
        return f"{certain:,}" if certain else ""
    return f"~{certain + spread:,.1f}" if certain + spread >= 0.05 else "<0.1"
