"""What could be known on a day: the events as the sources published by then tell them (contract, section 11)."""

from collections.abc import Iterable
from dataclasses import replace

from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length, possibly_during
from timeline.dates.order import SortKey
from timeline.model import Event, Source
from timeline.query.claims import claims


def as_of(events: Iterable[Event], day: EventDate, circa: Length | None = None) -> tuple[Event, ...]:
    """The events of which a source was possibly published by the last day of a date, told by such sources alone.

    An event keeps its own date where one of them gives it, or where none gives any; else it is dated by the claim that
    was published last, and the words of its own date are left out. `circa` is how far the `~` of a source's date reaches.
    """
    told = ((event, _published_by(event, day, circa)) for event in events)
    return tuple(_told(event, known) for event, known in told if known)


def never_published(events: Iterable[Event]) -> int:
    """How many of the events have no source that says when it was published."""
    return sum(all(source.date is None for source in event.sources) for event in events)


def _published_by(event: Event, day: EventDate, circa: Length | None) -> tuple[Source, ...]:
    """The event's sources that were possibly out by the last day of a date."""
    return tuple(
        source
        for source in event.sources
        if source.date is not None and possibly_during(source.date, None, day.last_day, circa)
    )


def _told(event: Event, known: tuple[Source, ...]) -> Event:
    told = replace(event, sources=known)
    claimed = claims(told)
    if not claimed or any(claim.date == event.date for claim in claimed):
        return told
    *_, last = (
        source.event_date for source in sorted(known, key=_published) if source.event_date is not None
    )
    return replace(told, date=last, date_as_written="")


def _published(source: Source) -> SortKey | tuple[()]:
    return source.date.sort_key if source.date else ()
