"""Where an imported event comes from: by which rows of other people's data it is known again."""

from collections.abc import Hashable, Iterator, Mapping

from timeline.model import Event
from timeline.record import Record, Value

IMPORTED = "imported"
"""The field that says it: of one row a mapping, of several a list of them."""


def signs(event: Event) -> list[Hashable]:
    """What the rows of an event are known by: the event that several tell, and each by itself.

    A row has a sign where it names its data set (`from`) and has an `id` in it, or says which `event` it tells: a
    number alone is no sign, since every table begins with 1.
    """
    found: list[Hashable] = []
    for row in _rows(event.extra.get(IMPORTED, "")):
        for name in ("event", "id"):
            sign = row.get("from"), name, row.get(name)
            if all(isinstance(text, str) and text for text in sign) and sign not in found:
                found.append(sign)
    return found


def row_id(event: Event) -> str:
    """The id that the one row of an event has elsewhere; "" where it has none, or several rows."""
    row = event.extra.get(IMPORTED)
    return str(row.get("id", "")) if isinstance(row, dict) else ""


def several(event: Event) -> bool:
    """Whether an event is one that several rows may tell."""
    return any("event" in row for row in _rows(event.extra.get(IMPORTED, "")))


def with_rows(there: Value, said: Value) -> Value:
    """What is known of an event's rows, with those that come to them; a row of the same id is renewed.

    >>> with_rows({"id": "1", "tone": "2"}, [{"id": "1", "tone": "3"}, {"id": "2"}])
    [{'id': '1', 'tone': '3'}, {'id': '2'}]
    """
    rows: dict[Hashable, Record] = {}
    for row in (*_rows(there), *_rows(said)):
        known = (row.get("from"), row["id"]) if isinstance(row.get("id"), str) else repr(row)
        rows[str(known)] = {**rows.get(str(known), {}), **row}
    united = list(rows.values())
    return united[0] if len(united) == 1 else [*united]


def _rows(value: Value) -> Iterator[Mapping[str, Value]]:
    """The mappings of a field that has one or a list of them; what else stands there is nobody's row."""
    for row in value if isinstance(value, list) else [value]:
        if isinstance(row, dict):
            yield row
