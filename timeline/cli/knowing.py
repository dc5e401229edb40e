"""What `--as-of` shows: what could be known on a day. Imported only when it is asked for."""

from collections.abc import Sequence

from timeline.cli.options import Clock
from timeline.cli.typed import typed_date
from timeline.cli.words import note
from timeline.counting import counted
from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length
from timeline.dates.wording import wording
from timeline.model import Event
from timeline.query.known import as_of, never_published


def known(events: Sequence[Event], day: str, clock: Clock, circa: Length | None) -> tuple[Event, ...]:
    """The events as they were known on a day that a person typed. Says how many have no dated source.

    `circa` is how far the `~` of a source's date may reach.
    """
    date = EventDate.parse(typed_date(day, clock))
    found = as_of(events, date, circa)
    if not found:
        note(f"nothing was known as of {wording(date)}: no source of the collection was published by then")
    if silent := never_published(events):
        note(f"{counted(silent, 'event')} without a dated source left out")
    return found
