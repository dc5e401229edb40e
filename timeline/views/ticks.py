"""The head of a horizontal axis: lengths of the breaks, ends of the stretches, and calendar ticks."""

from collections.abc import Iterator

from timeline.dates.calendar import civil_from_days, days_from_civil, weekday
from timeline.dates.names import month_name, year_name
from timeline.views.axis import BREAK, Axis, Stretch, length_words
from timeline.views.glyphs import Glyphs

_GAP = 2  # columns between two labels of ticks


def head(axis: Axis, glyphs: Glyphs, today: int | None) -> list[str]:
    """The rows above the lanes: the lengths of the breaks, the first and last days, the axis, the ticks' labels."""
    stacked = any(sum(map(len, one.labels)) + 2 > one.cells for one in axis.stretches if one.labels[1])
    starts, ends, line, labels = (_Row(axis.cells) for _ in range(4))
    for column, _ in axis.breaks:
        line.write(column, glyphs.break_marks)
    for stretch in axis.stretches:
        first, last = stretch.labels
        starts.write(stretch.column, first)
        (ends if stacked else starts).write(stretch.column + stretch.cells - len(last), last)
        line.write(stretch.column, glyphs.axis * stretch.cells)
        for day, label in ticks(stretch):
            column = stretch.start_of(day)
            line.write(column, glyphs.axis_tick)
            if column + len(label) <= stretch.column + stretch.cells:
                labels.write_if_free(column, label)
        line.write(stretch.column, glyphs.axis_start if stretch.cells > 1 else glyphs.axis_tick)
        if stretch.cells > 1:
            line.write(stretch.column + stretch.cells - 1, glyphs.axis_end)
    if today is not None and axis.stretch_of(today):
        line.write(axis.point(today), glyphs.today_mark)
    return [text for row in (*_lengths(axis), starts, ends, line, labels) if (text := row.text())]


def _lengths(axis: Axis) -> list["_Row"]:
    """How long each break is, above it: short where the full words have no room, in several rows where they must."""
    rows: list[_Row] = []
    for short in (False, True):
        rows = []
        for column, (first, last) in axis.breaks:
            words = length_words(first, last, short=short)
            start = max(0, min(column - (len(words) - BREAK) // 2, axis.cells - len(words)))
            row = next((row for row in rows if row.is_free(start, words)), None)
            if row is None:
                rows.append(row := _Row(axis.cells))
            row.write(start, words)
        if len(rows) < 2:
            break
    return rows


def ticks(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """The first days of the calendar units that leave room for their labels, without the stretch's own start."""
    for every, days, label in _UNITS:
        if days * stretch.cells >= (label + _GAP) * stretch.days:
            if days > 2 * stretch.days:
                return
            for day, words in _marks(stretch, every):
                if stretch.first < day <= stretch.last:
                    yield day, words
            return


# The years or months or days between ticks, as (unit, number), how many days that is at least, how long labels are.
_UNITS = (
    (("day", 1), 1, 6),
    (("week", 1), 7, 6),
    (("month", 1), 28, 4),
    (("month", 3), 90, 4),
    *(
        (("year", number * 10**power), 365 * number * 10**power, 4 + power)
        for power in range(12)
        for number in (1, 2, 5)
    ),
)


def _marks(stretch: Stretch, every: tuple[str, int]) -> Iterator[tuple[int, str]]:
    unit, number = every
    year, month, _ = civil_from_days(stretch.first)
    if unit in ("day", "week"):
        step = 7 if unit == "week" else 1
        day = stretch.first + (-weekday(stretch.first) % 7 if unit == "week" else 0)
        while day <= stretch.last:
            _, month, at = civil_from_days(day)
            yield day, f"{at} {month_name(month)}"
            day += step
    elif unit == "month":
        month = (month - 1) // number * number
        while (day := days_from_civil(year, month + 1, 1)) <= stretch.last:
            yield day, month_name(month + 1) if month else year_name(year)
            month += number
            year, month = year + month // 12, month % 12
    else:
        year = year // number * number
        while (day := days_from_civil(year, 1, 1)) <= stretch.last:
            yield day, year_name(year)
            year += number


class _Row:
    """A row of characters that is written into by column."""

    def __init__(self, cells: int) -> None:
        self.cells = [" "] * cells

    def write(self, column: int, text: str) -> None:
        column = max(0, min(column, len(self.cells) - len(text)))
        self.cells[column : column + len(text)] = text[: len(self.cells)]

    def is_free(self, column: int, text: str, gap: int = _GAP) -> bool:
        return all(cell == " " for cell in self.cells[max(column - gap, 0) : column + len(text) + gap])

    def write_if_free(self, column: int, text: str) -> None:
        if self.is_free(column, text, gap=1):
            self.write(column, text)

    def text(self) -> str:
        return "".join(self.cells).rstrip()
