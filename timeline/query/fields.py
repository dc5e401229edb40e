"""Conditions on what a record has: a field that says something."""

from dataclasses import dataclass
from typing import ClassVar

from timeline.model import Event
from timeline.query.algebra import Predicate

SOURCE_ATTRIBUTES = {
    "quote": "quote",
    "url": "url",
    "archived": "archived",
    "author": "author",
    "publisher": "publisher",
    "source-title": "title",
    "source-date": "date",
    "event-date": "event_date",
    **{name: name for name in ("at", "supports", "grade", "file", "sha256", "retrieved")},
}
EVENT_ATTRIBUTES = {
    **{name: name for name in ("id", "date", "title", "summary", "actors", "place", "lat", "lon")},
    "date-as-written": "date_as_written",
    "place-precision": "place_precision",
    **{name: name for name in ("kind", "tags", "status", "sources", "after", "before", "related", "extra")},
}


@dataclass(frozen=True, slots=True)
class Has(Predicate):
    """Events whose record says something in a field, or of which a source does: the fields of the two tables above.

    `status` is the word in the record: an event that is reported because nothing else is said has none.
    `extra` is any field that the contract does not name.
    """

    field: str
    cost: ClassVar[int] = 2

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        attribute = EVENT_ATTRIBUTES.get(self.field)
        if attribute is not None:
            return _filled(getattr(event, attribute))
        attribute = SOURCE_ATTRIBUTES[self.field]
        return any(_filled(getattr(source, attribute)) for source in event.sources)

    def __str__(self) -> str:
        return f"has:{self.field}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        return f"say something in the field {self.field}"

    @property
    def contrary(self) -> str:
        """The query text of the contrary."""
        return f"missing:{self.field}"

    @property
    def contrary_clause(self) -> str:
        """The contrary as a clause."""
        return f"say nothing in the field {self.field}"


def said(event: Event, name: str) -> tuple[str, ...]:
    """What an event, or its sources, say in a field of the two tables, as texts: a date as EDTF.

    >>> from timeline.dates.event_date import EventDate
    >>> visit = Event(date=EventDate("2018"), title="Visit", related=("talks", "rally"))
    >>> said(visit, "date"), said(visit, "related"), said(visit, "quote")
    (('2018',), ('talks', 'rally'), ())
    """
    attribute = EVENT_ATTRIBUTES.get(name)
    if attribute is not None:
        return _texts(getattr(event, attribute))
    attribute = SOURCE_ATTRIBUTES.get(name, "")
    return tuple(text for source in event.sources for text in _texts(getattr(source, attribute, "")))


def _texts(value: object) -> tuple[str, ...]:
    if not _filled(value):
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _filled(value: object) -> bool:
    return value is not None and value not in ("", (), {})
