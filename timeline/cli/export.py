"""`timeline export`: write events in another format."""

from timeline.cli.collection import named
from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, Choice, Clock, Data, Query
from timeline.cli.selection import chosen, told
from timeline.cli.settings import config
from timeline.cli.writing import Writing, export_to, write_events


@composed(example="timeline export --since 2022 -o events.csv")
def export(
    query: Query = EMPTY,
    *,
    writing: Writing,
    choice: Choice,
    data: Data = EMPTY,
    clock: Clock,
) -> None:
    """Write events in another format; CSV by default.

    Chooses the same events as `timeline show` does for the same words. What the format cannot hold of them is said,
    by field and count.
    """
    settings = config(data)
    asked = export_to(writing, named(data), settings)
    write_events(chosen(told(data, choice, clock, settings), choice, query, clock, settings), asked, settings)
