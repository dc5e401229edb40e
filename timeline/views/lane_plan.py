"""What lanes hold before anyone draws them: which lanes, which events in each, which days an axis has to show."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.counting import counted
from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.frozen import dataclass
from timeline.query.claims import Claim, claims, rivals
from timeline.query.lanes import lanes_by, source_lane
from timeline.tuples import NamedTuple
from timeline.views.axis import Axis, Days, fit_axis, length_words
from timeline.views.marks import busy, lasts_on
from timeline.views.options import Shown, ViewOptions
from timeline.views.words import day_name

DEFAULT_LANES = "actor"
_SOURCE = "source"  # the lanes in which stands what each source says
_MOST_TITLED = 12  # marks of a lane, above which titles and single marks give way to counts
_WIDE = 80  # columns of an axis, above which that number grows with them
CUT = "nothing starts or ends: cut; every stretch has its own scale"


class Dated(NamedTuple):
    """A date of an event in a lane: its own, or with its claim one that sources give instead; and how many events stand there."""

    shown: Shown
    date: EventDate
    claim: Claim | None
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LanePlan:
    """Lanes by name and the dates in each: of each event its own and all rival ones, in the lane of a source those that it gives.

    `shown` are all events that stand in one, `days` those on which something may happen, and how often.
    `left_out` are lanes that are not drawn, and events in none that is.
    """

    shown: Sequence[Shown]
    lanes: Mapping[str, Sequence[Dated]]
    options: ViewOptions
    days: Mapping[Days, int]
    left_out: tuple[int, int]

    def axis(self, cells: int) -> Axis:
        """The axis of all lanes, in a number of columns."""
        return fit_axis(self._busy(), cells, broken=self.options.scale == "broken")

    def today(self, axis: Axis) -> tuple[int | None, str]:
        """The day of today where the axis shows it, and what is said of it: nothing when it is far off."""
        today = self.options.today
        if today is None:
            return None, ""
        words = f"today, {day_name(today)}"
        if axis.stretch_of(today) is not None:
            return today, words
        beside = self._beside(today)
        return None, f"{words}, {beside}" if beside else ""

    def total(self) -> str:
        """How many events and lanes there are, and what is left out."""
        context = sum(one.times for one in self.shown if one.context)
        by = self.options.by or DEFAULT_LANES
        total = f"{counted(events_in(self.shown) - context, 'event')} in {counted(len(self.lanes), 'lane')} by {by}"
        total += f", {context:,} as context" if context else ""
        lanes, events = self.left_out
        total += f"; {counted(lanes, 'more lane')} left out" if lanes else ""
        total += (
            f", and {counted(events, 'event')} that {'stands' if events == 1 else 'stand'} in none of these"
            if events
            else ""
        )
        return total

    def _busy(self) -> Mapping[Days, int]:
        """The days that the axis has to show: today is one of them while something lasts on."""
        today = self.options.today
        if (
            today is None
            or today <= self._last()
            or not any(lasts_on(dated.date) for lane in self.lanes.values() for dated in lane)
        ):
            return self.days
        return Counter(self.days) + Counter([(today, today)])

    def _beside(self, today: int) -> str:
        """Where today is when the axis does not show it; nothing when it is further off than the events are apart."""
        first, last = min(first for first, _ in self.days), self._last()
        if today - last > last - first or first - today > last - first:
            return ""
        if today > last:
            return f"is {length_words(last, today - 1)} after the last event"
        if today < first:
            return f"is {length_words(today, first - 1)} before the first event"
        return "is where the axis is cut"

    def _last(self) -> int:
        return max(last for _, last in self.days)


def plan_lanes(shown: Sequence[Shown], options: ViewOptions) -> LanePlan:
    """The lanes that `options` ask for; UsageError when no event has a date that has a place on an axis."""
    by = options.by or DEFAULT_LANES
    lanes_of = lanes_by(by, [one.event for one in shown], options.names)
    lanes: dict[str, list[Shown]] = {}
    for one in shown:
        names = (*one.lanes,) or lanes_of(one.event)
        for name in _dating(one, names) if by == _SOURCE else names:
            lanes.setdefault(name, []).append(one)
    fullest = sorted(lanes.items(), key=lambda lane: -sum(_times(one, lane[0]) for one in lane[1]))
    kept = dict(fullest[: options.top])
    inside = {id(one) for events in kept.values() for one in events}
    drawn = [one for one in shown if id(one) in inside]
    left_out = len(lanes) - len(kept), events_in(shown) - events_in(drawn)
    dated = {
        name: [date for one in events for date in _dated(one, name, by_source=by == _SOURCE)]
        for name, events in kept.items()
    }
    # An event of several lanes counts once where stretches share the axis by their events.
    dates = {(id(one.shown), one.date): one.shown for lane in dated.values() for one in lane}
    days: Counter[Days] = Counter()
    for (_, date), one in dates.items():
        for period in busy(date, one.limits):
            days[period] += one.times
    if shown and not days:
        raise UsageError(
            "no event here has a first or a last day: an axis has nothing to begin with",
            hint="use --view timeline",
        )
    return LanePlan(shown=drawn, lanes=dated, options=options, days=days, left_out=left_out)


def most_titled(cells: int) -> int:
    """How many marks of a lane are drawn each with its title, on an axis of so many columns."""
    return _MOST_TITLED * max(cells, _WIDE) // _WIDE


def events_in(shown: Sequence[Shown]) -> int:
    """How many events stand there."""
    return sum(one.times for one in shown)


def _times(shown: Shown, lane: str) -> int:
    """How many events it stands for in a lane."""
    return shown.lanes.get(lane, shown.times)


def _dated(shown: Shown, lane: str, *, by_source: bool) -> Iterator[Dated]:
    """The dates of an event, or of a source's lane those alone that its sources give it; where it has none there, its own."""
    event, times = shown.event, _times(shown, lane)
    here = [one for one in event.sources if source_lane(one) == lane] if by_source else []
    if here:
        for claim in claims(replace(event, sources=tuple(here))):
            yield Dated(shown, claim.date, None if claim.date == event.date else claim, times)
        return
    yield Dated(shown, event.date, None, times)
    if not by_source:
        for claim in rivals(event):
            yield Dated(shown, claim.date, claim, times)


def _dating(shown: Shown, sources: Sequence[str]) -> Sequence[str]:
    """The lanes of those sources that give an event a date; where all vouch for other things, one of its own."""
    return [name for name in sources if any(_dated(shown, name, by_source=True))] or ["(no date given)"]
