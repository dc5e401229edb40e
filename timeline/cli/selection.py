"""Which events of a collection are asked for, and in which order."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.cli.collection import indexes, paths
from timeline.cli.options import Choice, Clock
from timeline.cli.words import note
from timeline.model import Event
from timeline.query.company import Company
from timeline.query.select import arrange
from timeline.store.files import is_table
from timeline.store.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.config import Config
    from timeline.store.stretches import Stretch


def told(
    data: Sequence[Path],
    choice: Choice,
    clock: Clock,
    settings: "Config | None",
    context: int = 0,
) -> Sequence[Event]:
    """The events of the collections, or, where a day is asked for, what could be known of them on that day.

    Where neighbours are asked for as `context`, the events of a table are all made.
    """
    folder = None if choice.no_index else indexes()
    found, engine = paths(data, tables=True), None
    if choice.engine or choice.master:
        # Only for who asks.
        from timeline.cli.engines import engine as asked  # noqa: PLC0415

        engine = asked(choice, found)
    if choice.preset:
        # Only for tables.
        from timeline.cli.tabling import raw_tables  # noqa: PLC0415

        tables = raw_tables(found, choice.preset, clock)
        events = Company.of(tuple(tables)) if context else tables
    else:
        events = stored(found, folder, singly=context > 0, engine=engine)
    if not choice.as_of:
        return events
    # Only for those who ask: what reads a date costs 10 ms.
    from timeline.cli.knowing import known  # noqa: PLC0415

    return known(events, choice.as_of, clock, settings.circa if settings else None)


def stored(
    collections: Sequence[Path],
    folder: Path | None,
    *,
    singly: bool,
    engine: "Callable[..., Any] | None" = None,
) -> Company:
    """The events of the collections, which an engine answers where one is a table; else by indexes in the folder."""
    if not any(map(is_table, collections)):
        return Stored(collections, folder, _watched)
    # Only for tables: DuckDB and narwhals take 150 ms.
    from timeline.engine.asked import Tables  # noqa: PLC0415

    tables = Tables(collections, engine=engine) if engine else Tables(collections)
    return Company.of(tuple(tables)) if singly else tables


def chosen(
    events: Sequence[Event],
    choice: Choice,
    words: Sequence[str],
    clock: Clock,
    settings: "Config | None" = None,
    twins: Mapping[int, Event] | None = None,
) -> Sequence[Event]:
    """The events that are asked for, in the order that is asked for. Says so when there are none.

    `settings` give the saved queries, and the names of actors and places. An event that has a twin, by identity, is also found
    by what the twin says.
    """
    if words or choice.narrows:
        # Only here: what a query can ask for costs 15 ms to import, a fifth of the start of a plain `show`.
        from timeline.cli.choosing import found  # noqa: PLC0415

        hits = found(events, choice, words, clock, settings, twins or {})
    else:
        hits = events
        if not hits and not choice.as_of:
            note("the collection has no events")
    hits = arrange(hits, by=choice.order, reverse=choice.reverse)
    hits = hits[: choice.first] if choice.first is not None else hits
    return hits[max(len(hits) - choice.last, 0) :] if choice.last is not None else hits


def _watched(stretches: "Iterable[Stretch]", number: int) -> "Iterable[Stretch]":
    # Only where an index is made.
    from timeline.cli.progress import watched  # noqa: PLC0415

    return watched(stretches, total=number, what="reading, for the next time")
