"""How many events fall into each bucket of the calendar, in all and in each lane, before anyone draws it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from timeline.counting import counted
from timeline.frozen import dataclass
from timeline.query.lanes import Lanes, lanes_by
from timeline.views.axis import Days
from timeline.views.buckets import Counts, fit_period, number_of, possible_days
from timeline.views.options import Shown, ViewOptions

OTHERS = "(others)"
_MOST_EMPTY = 3  # buckets without events that have rows of their own; more in a row have one line together


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """The counts of events, each with its runs of possible `days`; `context` is how many more are not counted.

    `lanes_of` tells in which lanes an event counts; None where there are none.
    """

    shown: Sequence[Shown]
    options: ViewOptions
    lanes_of: Lanes | None
    days: Sequence[Sequence[Days]]
    total: Counts
    context: int

    def lanes(self, fitting: int, beside_others: int) -> tuple[dict[str, Counts], int]:
        """The counts of each lane, the fullest first, and how many lanes are left out.

        Of more lanes than are `fitting`, as many as fit beside the others are kept, and the rest counted together.
        """
        assert self.lanes_of is not None
        sizes: dict[str, int] = {}
        names = [self.lanes_of(one.event) for one in self.shown]
        for one, own in zip(self.shown, names, strict=True):
            for name in own:
                sizes[name] = sizes.get(name, 0) + one.times
        ordered = sorted(sizes, key=lambda name: -sizes[name])
        kept = ordered
        top = len(ordered) if self.options.top is None else self.options.top
        if len(ordered) > min(max(fitting, 1), top):
            most = min(beside_others, top)
            kept = [*ordered[:most], OTHERS] if most > 0 else ordered[:1]
        lanes = {name: Counts(self.total.per, self.total.first, self.total.last) for name in kept}
        for one, own, runs in zip(self.shown, names, self.days, strict=True):
            for name in dict.fromkeys(name if name in lanes else OTHERS for name in own):
                if name in lanes:
                    lanes[name].add(runs, one.times)
        for counts in lanes.values():
            counts.close()
        return lanes, 0 if OTHERS in lanes else len(ordered) - len(lanes)

    def buckets(self) -> Iterator[tuple[int | None, int]]:
        """Each bucket, by its place among the counts, and 1; None for a run of empty ones, and how many they are."""
        total = self.total
        for holds, numbers in groupby(
            range(len(total.certain)), lambda number: bool(total.certain[number] or total.spread[number])
        ):
            run = list(numbers)
            if holds or len(run) <= _MOST_EMPTY:
                for number in run:
                    yield number, 1
            else:
                yield None, len(run)

    def words(self, lanes: int, left_out: int) -> str:
        """What was counted, and how."""
        total, per = self.total, self.total.per
        words = [f"{counted(total.events, 'event')}: {sum(total.certain):,} within one {per}"]
        if total.spread_events:
            words.append(f"{total.spread_events:,} spread over several")
        if total.apart:
            words.append(f"{total.apart:,} in none, with no bound to when it began")
        if any(one.event.date.is_interval for one in self.shown):
            words.append("intervals count where they start")
        if lanes:
            words.append("an event of several lanes counts in each")
        if left_out:
            words.append(f"no room for {counted(left_out, 'more lane', 'more lanes')}")
        if self.context:
            words.append(f"{self.context:,} as context, not counted")
        return "; ".join(words)

    def meanings(self) -> Mapping[str, str]:
        """What `certain` and `spread` parts of a bar are, of those that there are."""
        per = self.total.per
        found = {}
        if any(self.total.certain):
            found["certain"] = f"within one {per}"
        if self.total.spread_events:
            found["spread"] = f"may fall in several {per}s: spread evenly over its possible days"
        return found


def histogram(shown: Sequence[Shown], options: ViewOptions) -> Histogram:
    """The events counted, but not their context; UsageError when the buckets asked for would be too many."""
    counted_ones = [one for one in shown if not one.context]
    by = options.by
    lanes_of = None if by is None else lanes_by(by, [one.event for one in counted_ones], options.names)
    days = [possible_days(one.event.date, one.limits) for one in counted_ones]
    times = [one.times for one in counted_ones]
    per = fit_period(days, options.per, times)
    bounds = [run for runs in days for run in runs]
    if bounds:
        first, last = min(first for first, _ in bounds), max(last for _, last in bounds)
        total = Counts(per, number_of(first, per), number_of(last, per))
        for runs, number in zip(days, times, strict=True):
            total.add(runs, number)
        total.close()
    else:
        total = Counts(per, 0, -1, sum(times), sum(times))
    return Histogram(
        shown=counted_ones,
        options=options,
        lanes_of=lanes_of,
        days=days,
        total=total,
        context=len(shown) - len(counted_ones),
    )


def more_words(spread: float) -> str:
    """How much may fall into a bucket beside what does."""
    if not spread:
        return ""
    return f"+{spread:.1f}" if spread >= 0.05 else "+<0.1"


def number_words(certain: int, spread: float) -> str:
    """What is certain and what is spread as one number, with a mark where it is not certain."""
    if not spread:
        return f"{certain:,}" if certain else ""
    return f"~{certain + spread:,.1f}" if certain + spread >= 0.05 else "<0.1"
