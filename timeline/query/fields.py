"""The fields of events and of their sources by the names that queries and options have for them, and what they say."""

from collections.abc import Mapping
from itertools import chain
from typing import ClassVar

from timeline.frozen import dataclass
from timeline.model import Event
from timeline.query.algebra import Predicate
from timeline.query.own import own_texts

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
# What is searched by words besides what a query has fields of its own for; dates are no words.
WORDED = (
    *("date-as-written", "place-precision", "quote", "url", "archived", "author", "publisher"),
    *("source-title", "at", "supports", "grade"),
)


@dataclass(frozen=True, slots=True)
class Has(Predicate):
    """Events whose record says something in a field, or of which a source does: of the two tables above, or the user's own.

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
        return any(said(event, self.field))

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
    """What is said in a field, as texts: by the event, by its sources, and in a field of that name of the user's own.

    A date is its EDTF text. Of the user's own fields `imported.file` is the field `file` in `imported`.

    >>> from timeline.dates.event_date import EventDate
    >>> visit = Event(date=EventDate("2018"), title="Visit", related=("talks", "rally"), extra={"box": {"no": "7"}})
    >>> said(visit, "date"), said(visit, "related"), said(visit, "quote"), said(visit, "box.no")
    (('2018',), ('talks', 'rally'), (), ('7',))
    """
    known = name.lower().replace("_", "-")
    attribute = EVENT_ATTRIBUTES.get(known)
    if attribute is not None:
        return _texts(getattr(event, attribute))
    attribute = SOURCE_ATTRIBUTES.get(known, "")
    given = (_texts(getattr(source, attribute, "")) for source in event.sources if attribute)
    return (*chain.from_iterable(given), *own_texts(event, name))


def _texts(value: object) -> tuple[str, ...]:
    if not _filled(value) or isinstance(value, Mapping):
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _filled(value: object) -> bool:
    return value is not None and value not in ("", (), {})
