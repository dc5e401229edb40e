"""Rows that tell one event, as that event: what each of them says, whatever their order."""

from collections.abc import Callable, Hashable, Sequence

from timeline.model import Event
from timeline.record import Record
from timeline.sound import event_of
from timeline.upkeep.intake import in_precedence, with_lists_of
from timeline.upkeep.origins import signs


def united(
    events: Sequence[Event], asked: Callable[[Event], bool] | None = None
) -> tuple[list[Event], int, int]:
    """The events, of which those whose rows tell one are made one, how many are one with another, and how many nobody asked for.

    The surest date and the fullest row come first: its words stand. Actors, tags, sources and what was imported are those of all.
    """
    alike: dict[Hashable, list[Event]] = {}
    for at, event in enumerate(events):
        known = [] if event.id else signs(event)
        alike.setdefault(known[0] if known else at, []).append(event)
    made = [(_one(rows) if len(rows) > 1 else rows[0], len(rows)) for rows in alike.values()]
    kept = [(event, rows) for event, rows in made if asked is None or asked(event)]
    rows = sum(rows for _, rows in kept)
    return [event for event, _ in kept], rows - len(kept), len(events) - rows


def _one(rows: Sequence[Event]) -> Event:
    first, *others = (rows[at] for at in in_precedence(rows))
    record: Record = first.to_record()
    actors = [*first.actors]
    for event in others:
        record = with_lists_of(record, event)
        actors += [actor for actor in event.actors if actor not in actors]
    if actors:
        record["actors"] = [*actors]
    return event_of(record, first.origin)
