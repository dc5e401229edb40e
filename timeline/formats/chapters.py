"""Chapters: events by year, or by the lanes in which they stand."""

from collections.abc import Iterable, Mapping, Sequence

from timeline.dates.calendar import civil_from_days
from timeline.dates.names import year_name
from timeline.formats.format import WriteOptions
from timeline.model import Event
from timeline.query.lanes import lanes_by


def chapters(events: Iterable[Event], options: WriteOptions) -> Mapping[str, Sequence[Event]]:
    """The events of each chapter, in the order in which chapters begin: by year, unless `options` say by what.

    UsageError where no event has such a field. An event of two lanes stands in both chapters.
    """
    told = tuple(events)
    names_of = lanes_by(options.by, told, options.names) if options.by else _year
    found: dict[str, list[Event]] = {}
    for event in told:
        for name in names_of(event):
            found.setdefault(name, []).append(event)
    return found


def _year(event: Event) -> tuple[str, ...]:
    date = event.date
    day = date.first_day if date.first_day is not None else date.last_day
    return ("Without a year" if day is None else year_name(civil_from_days(day)[0]),)
