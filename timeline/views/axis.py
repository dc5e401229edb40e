"""A horizontal axis of days: stretches drawn to scale, and the pauses between them that are cut.

In a pause no event starts or ends, or possibly does; one that lasts may stand all through it. Where a pause would
take a quarter of the axis it is cut out, and a break of two columns stands for it. Every stretch is proportional in itself and has
a scale of its own, which the dates printed at its ends give. Positions are exact integer arithmetic on days.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from timeline.counting import counted
from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month
from timeline.dates.names import month_name, year_name
from timeline.frozen import dataclass
from timeline.views.words import day_name

BREAK = 2  # columns of a break
_SHARE = 4  # a pause longer than one part in this of what is drawn is cut
_SLACK = 8  # a stretch grows to whole years or months when that adds at most one part in this

_SHORT = {"day": "d", "month": "mo", "year": "y"}

Days = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days `first` to `last` drawn over `cells` columns from `column`; `unit` is what its ends are rounded to."""

    first: int
    last: int
    unit: str
    column: int = 0
    cells: int = 0

    @property
    def days(self) -> int:
        """How many days it shows."""
        return self.last - self.first + 1

    @property
    def labels(self) -> tuple[str, str]:
        """Its first and its last day in words; the second is empty where both are the same."""
        first, last = day_words(self.first, self.unit), day_words(self.last, self.unit)
        return first, "" if first == last else last

    def at(self, day: int) -> int:
        """The column in which the middle of the day falls."""
        return self.column + (2 * (day - self.first) + 1) * self.cells // (2 * self.days)

    def offset(self, day: int, halves: int = 0) -> float:
        """Where the day begins, in columns and parts of one; so many half days later, its middle or its end."""
        return self.column + (2 * (day - self.first) + halves) * self.cells / (2 * self.days)

    def start_of(self, day: int) -> int:
        """The column in which the day begins."""
        return self.column + (day - self.first) * self.cells // self.days

    def end_of(self, day: int) -> int:
        """The last column that the day touches."""
        return self.column + ((day - self.first + 1) * self.cells - 1) // self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The stretches of an axis, from left to right, with a break of BREAK columns between two."""

    stretches: tuple[Stretch, ...]
    cells: int

    @property
    def breaks(self) -> tuple[tuple[int, Days], ...]:
        """The first column of each break, and the first and last day that it leaves out."""
        return tuple(
            (left.column + left.cells, (left.last + 1, right.first - 1))
            for left, right in pairwise(self.stretches)
        )

    def stretch_of(self, day: int) -> Stretch | None:
        """The stretch that shows the day; None when it lies in a break or outside the axis."""
        return next((stretch for stretch in self.stretches if stretch.first <= day <= stretch.last), None)

    def point(self, day: int) -> int:
        """The column of a day that the axis shows."""
        stretch = self.stretch_of(day)
        assert stretch is not None
        return stretch.at(day)

    def span(self, first: int | None, last: int | None) -> tuple[int, int]:
        """The first and last column of a span of days; None is the end of the axis."""
        start = None if first is None else self.stretch_of(first)
        end = None if last is None else self.stretch_of(last)
        left = 0 if start is None or first is None else start.start_of(first)
        right = self.cells - 1 if end is None or last is None else end.end_of(last)
        return left, right


def fit_axis(busy: Iterable[Days] | Mapping[Days, int], cells: int, *, broken: bool) -> Axis:
    """The axis that shows the busy days, or so many of each, in a number of columns, with the long pauses cut where `broken`."""
    times = Counter(busy)
    periods = _merged(times)
    weights = [sum(times[days] for days in group) for group in periods]
    spans = [(group[0][0], max(last for _, last in group)) for group in periods]
    several = [len(group) > 1 for group in periods]
    cuts = _cuts(spans, several, cells) if broken else set()
    while True:
        groups = _grouped(spans, weights, cuts)
        stretches = [_rounded(first, last) for first, last, _ in groups]
        stretches = _apart(stretches, groups)
        least = [max(map(len, stretch.labels)) + 1 for stretch in stretches]
        room = cells - BREAK * (len(stretches) - 1)
        if sum(least) <= room or not cuts:
            break
        cuts.discard(min(cuts, key=lambda cut: spans[cut + 1][0] - spans[cut][1]))
    widths = _shares(stretches, [weight for *_, weight in groups], least, room)
    placed, column = [], 0
    for stretch, width in zip(stretches, widths, strict=True):
        placed.append(
            Stretch(first=stretch.first, last=stretch.last, unit=stretch.unit, column=column, cells=width)
        )
        column += width + BREAK
    return Axis(stretches=tuple(placed), cells=cells)


def day_words(day: int, unit: str) -> str:
    """A day as the end of a stretch shows it: by its day, its month or its year.

    >>> day_words(19398, "day"), day_words(19398, "month"), day_words(-735160, "year")
    ('10 Feb 2023', 'Feb 2023', '44 BC')
    """
    if unit == "day":
        return day_name(day)
    year, month, _ = civil_from_days(day)
    return year_name(year) if unit == "year" else f"{month_name(month)} {year_name(year)}"


def length_words(first: int, last: int, *, short: bool = False) -> str:
    """How long it is from the first day to the last, both included, in whole units of the calendar.

    Two years and more are told in years, two months and more in months, the rest in days.

    >>> length_words(11323, 12417), length_words(11323, 12417, short=True)  # 2001 to 2003
    ('3 years', '3 y')
    >>> length_words(0, 58), length_words(0, 44)
    ('2 months', '45 days')
    """
    year, month, day = civil_from_days(first)
    until, until_month, until_day = civil_from_days(last + 1)
    months = 12 * (until - year) + until_month - month
    if until_day < min(day, days_in_month(until, until_month)):
        months -= 1  # the last month is not over
    if months < 2:
        number, unit = last - first + 1, "day"
    else:
        number, unit = (months, "month") if months < 24 else (months // 12, "year")
    return f"{number:,} {_SHORT[unit]}" if short else counted(number, unit)


def _merged(busy: Iterable[Days]) -> list[list[Days]]:
    """Different periods grouped where they touch or overlap, so that a pause lies between two groups."""
    groups: list[list[Days]] = []
    until = 0
    for first, last in sorted(busy):
        if groups and first <= until + 1:
            groups[-1].append((first, last))
            until = max(until, last)
        else:
            groups.append([(first, last)])
            until = last
    return groups


def _cuts(spans: Sequence[Days], several: Sequence[bool], cells: int) -> set[int]:
    """Which pauses to cut, each by the number of the span before it: the longest first, while they dominate.

    Where that would leave nothing to compare inside any stretch, as with a few evenly spaced days, the distances
    are all there is to see: only a pause longer than the rest together is cut.
    """
    total = left = spans[-1][1] - spans[0][0] + 1
    pauses = sorted(
        ((after[0] - before[1] - 1, number) for number, (before, after) in enumerate(pairwise(spans))),
        reverse=True,
    )
    cuts: set[int] = set()
    for days, number in pauses[: max(cells // 12 - 1, 0)]:
        if days * _SHARE <= left:
            break
        cuts.add(number)
        left -= days
    if len(cuts) == len(pauses) and not any(several):
        return {number for days, number in pauses if 2 * days > total}
    return cuts


def _grouped(spans: Sequence[Days], weights: Sequence[int], cuts: set[int]) -> list[tuple[int, int, int]]:
    groups: list[tuple[int, int, int]] = []
    for number, ((first, last), weight) in enumerate(zip(spans, weights, strict=True)):
        if number and number - 1 not in cuts:
            start, _, before = groups[-1]
            groups[-1] = start, last, before + weight
        else:
            groups.append((first, last, weight))
    return groups


def _rounded(first: int, last: int) -> Stretch:
    """The stretch of these days, grown to whole years or months where that adds little."""
    for unit in ("year", "month"):
        start, end = whole(first, unit)[0], whole(last, unit)[1]
        if (end - start - (last - first)) * _SLACK <= last - first + 1:
            return Stretch(first=start, last=end, unit=unit)
    return Stretch(first=first, last=last, unit="day")


def _apart(stretches: Sequence[Stretch], groups: Sequence[tuple[int, int, int]]) -> list[Stretch]:
    """The stretches, those that grew into a neighbour back at their own days."""
    kept: list[Stretch] = []
    for number, stretch in enumerate(stretches):
        first, last, _ = groups[number]
        before = kept[-1].last if kept else stretch.first - 2
        after = groups[number + 1][0] if number + 1 < len(groups) else stretch.last + 2
        fits = before + 1 < stretch.first and stretch.last + 1 < after
        kept.append(stretch if fits else Stretch(first=first, last=last, unit="day"))
    return kept


def whole(day: int, unit: str) -> Days:
    """The first and last day of the year or month in which the day lies."""
    year, month, _ = civil_from_days(day)
    if unit == "year":
        return days_from_civil(year, 1, 1), days_from_civil(year, 12, 31)
    first = days_from_civil(year, month, 1)
    return first, first + days_in_month(year, month) - 1


def _shares(
    stretches: Sequence[Stretch], weights: Sequence[int], least: Sequence[int], room: int
) -> list[int]:
    """The columns of each stretch: what its labels need, the rest a third by days and two by events."""
    widths = list(least)
    rest = room - sum(widths)
    if rest < 0:  # narrower than any label: a single stretch
        return [room] if len(stretches) == 1 else [max(width * room // sum(widths), 1) for width in widths]
    days, events = sum(stretch.days for stretch in stretches), sum(weights)
    shares = [
        rest * (stretch.days * events + 2 * weight * days) // (3 * days * events)
        for stretch, weight in zip(stretches, weights, strict=True)
    ]
    for number, share in enumerate(shares):
        widths[number] += share
    widths[-1] += room - sum(widths)
    return widths
