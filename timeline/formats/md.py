"""Markdown: one table, a row an event, with links to the sources; columns that no event fills are left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from timeline.dates.wording import wording
from timeline.dates.written import written_beside
from timeline.formats.format import Carries, Format, WriteOptions, fields
from timeline.formats.markdown import inline, linked
from timeline.model import Event, Source

_COLUMNS: Mapping[str, Callable[[Event], str]] = {
    "Date": lambda event: inline(wording(event.date) + written_beside(event.date, event.date_as_written)),
    "Event": lambda event: inline(event.title),
    "Summary": lambda event: inline(event.summary),
    "Actors": lambda event: inline("; ".join(event.actors)),
    "Place": lambda event: inline(event.place),
    "Kind": lambda event: inline(event.kind),
    "Tags": lambda event: inline("; ".join(event.tags)),
    "Status": lambda event: inline(event.status),
    "Sources": lambda event: "; ".join(map(_cited, event.sources)),
}


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """The table; its first two columns are always there."""
    rows = [[cell(event) for cell in _COLUMNS.values()] for event in events]
    filled = [at for at in range(len(_COLUMNS)) if at < 2 or any(row[at] for row in rows)]
    names = [*_COLUMNS]
    yield _row(names[at] for at in filled)
    yield _row("---" for _ in filled)
    for row in rows:
        yield _row(row[at] for at in filled)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cited(source: Source) -> str:
    """A source in a few words: the publisher or author, the title as a link, and the day."""
    who = source.publisher or source.author
    title = linked(
        source.title or source.url or source.archived or who or "source", source.url or source.archived
    )
    date = wording(source.date) if source.date else ""
    return ", ".join(part for part in (inline(who) if source.title else "", title, inline(date)) if part)


FORMAT = Format(
    write=write,
    carries=Carries(
        fields=fields(
            "date date_as_written title summary actors place kind tags status",
            sources="title publisher date url",
        )
    ),
)
