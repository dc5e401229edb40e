"""Pages of a few events, and of many."""

from collections.abc import Sequence
from pathlib import Path

from timeline.formats import html
from timeline.formats.format import WriteOptions
from timeline.model import Event
from timeline.record import Record

SOURCE: Record = {
    "title": "Talks end",
    "publisher": "The Herald",
    "date": "2022-03-22",
    "url": "https://example.org/talks",
    "archived": "https://archive.example.org/talks",
    "quote": "no further round",
    "at": "p. 3",
}
RECORDS: Sequence[Record] = (
    {"id": "ides", "date": "-0043-03-15", "title": "Caesar is killed", "kind": "killing", "place": "Rome"},
    {"id": "treaty", "date": "1855-02-07", "title": "Treaty of Shimoda", "actors": ["JPN", "Russia"], "tags": ["treaty", "border"],
     "sources": [{"title": "A letter", "event_date": "1855-01-26"}], "kind": "treaty"},
    {"id": "occupation", "date": "1945~", "title": "Islands are occupied", "actors": ["Soviet Union"], "status": "disputed"},
    {"id": "talks", "date": "1950~/2022-03-21", "title": "Talks on a peace treaty", "actors": ["Russia", "Japan"], "kind": "talks"},
    {"id": "month", "date": "2022-03", "title": "Visits are suspended", "actors": ["Japan"], "tags": ["visits"]},
    {"id": "end", "date": "2022-03-21", "title": "Ministry ends the talks", "summary": "It names sanctions.\nAnd Côte d'Ivoire.", "place": "Moscow",
     "actors": ["Russia", "Foreign Ministry"], "tags": ["treaty"], "sources": [SOURCE], "after": ["talks"], "status": "confirmed"},
    {"id": "patrols", "date": "2022-04/..", "title": "Patrols go on", "actors": ["Japan"], "status": "draft"},
    {"id": "sun", "date": "Y170000002", "title": "A far day"},
)  # fmt: skip


def few() -> list[Event]:
    """Events with every sort of date."""
    return [Event.from_record(record) for record in RECORDS]


def many(number: int) -> list[Event]:
    """So many events over eighty years, of sixty actors."""
    return [
        Event.from_record(
            {
                "id": f"e{at}",
                "date": f"{1945 + at * 7 % 80}-{at % 12 + 1:02}" + (f"-{at % 28 + 1:02}" if at % 16 else ""),
                "title": f"State {at % 60} and state {at * 7 % 59} speak of matter {at}",
                "summary": f"They spoke for {at % 9} hours about matter {at}, and agreed to meet again.",
                "actors": [f"State {at % 60}", f"State {at * 7 % 59}"],
                "tags": [f"tag-{at % 30}"],
                "sources": [{"title": f"Round {at} ends", "publisher": "The Herald", "url": f"https://example.org/{at}"}],
            }
        )
        for at in range(number)
    ]  # fmt: skip


def page_of(events: Sequence[Event], path: Path, **options: str) -> Path:
    """The page of the events, as a file."""
    path.write_text("".join(html.write(events, WriteOptions(**options))), encoding="utf-8")  # type: ignore[arg-type]
    return path
