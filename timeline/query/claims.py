"""Who says when: the dates that an event's sources give it, and those among them that rival its own."""

from collections.abc import Iterable
from math import inf

from timeline.dates.event_date import EventDate
from timeline.model import Event, Source
from timeline.tuples import NamedTuple


class Claim(NamedTuple):
    """A date of an event, and the sources that give it."""

    date: EventDate
    sources: tuple[Source, ...]


def date_given(event: Event, source: Source) -> EventDate | None:
    """The date that a source gives an event: its `event_date`, else the event's own, unless it vouches for other fields only."""
    if source.event_date is not None:
        return source.event_date
    return event.date if not source.supports or "date" in source.supports else None


def claims(event: Event) -> tuple[Claim, ...]:
    """Every date that the sources give, in the order of time."""
    found: dict[EventDate, list[Source]] = {}
    for source in event.sources:
        if (date := date_given(event, source)) is not None:
            found.setdefault(date, []).append(source)
    return tuple(Claim(date, tuple(found[date])) for date in sorted(found))


def rivals(event: Event) -> tuple[Claim, ...]:
    """The dates that sources give and that are not the event's own, in the order of time."""
    if not event.rival_dates:
        return ()
    return tuple(claim for claim in claims(event) if claim.date != event.date)


def compatible(found: Iterable[Claim]) -> bool:
    """Whether some day lies within all of the dates that are claimed: then they differ in precision only."""
    first, last = -inf, inf
    for claim in found:
        first = max(first, -inf if claim.date.first_day is None else claim.date.first_day)
        last = min(last, inf if claim.date.last_day is None else claim.date.last_day)
    return first <= last


def possible_dates(event: Event) -> tuple[EventDate, ...]:
    """Every date on which an event may have happened: its own, and those that sources give instead (contract, section 11)."""
    return (event.date, *event.rival_dates)
