"""Where in somebody's document the records stand, and in which of the shapes that programs give them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline.formats.recipe import key
from timeline.formats.synonyms import DATE_PARTS, SYNONYMS, names_of
from timeline.record import LIST_KEY, SLUG, Record, Value

_DEEPEST = 6
_NAMES = ("name", "label", "title", "value", "$date", "@value", "rendered")
"""Under which of its own keys the name of a thing stands, or a value with its type."""

_BEGINS, _ENDS = ("start", "begin", "from"), ("end", "to", "until")
_DATES = frozenset(("date", *names_of(SYNONYMS["date"]), *names_of(DATE_PARTS["date"][0])))
_OF_THINGS = ("title", "summary", "actors", "place", "kind", "tags")
_THINGS = {
    **{one: name for name in _OF_THINGS for one in names_of(SYNONYMS[name])},
    **{name: name for name in _OF_THINGS},
    **dict.fromkeys(_DATES, "date"),
}
"""Which field a column of that name is for, where no other is called as the field is."""


def list_of(value: Value, depth: int = _DEEPEST) -> tuple[str, Sequence[Value]]:
    """The records of a document, and the name under which their list stands, if it is one that has a name.

    They are a list, ours or the one of mappings that a mapping holds; mappings by their ids; a list for each column; rows below
    one of names; any of these within other mappings; or else the document is one record.

    >>> list_of({"data": [{"a": "b"}], "version": "1"}), list_of({"response": {"data": [{"date": "2022"}]}})
    (('data', [{'a': 'b'}]), ('data', [{'date': '2022'}]))
    >>> list_of({"e1": {"date": "2022"}}), list_of([["date", "title"], ["2022", "A"]])
    (('', [{'id': 'e1', 'date': '2022'}]), ('', [{'date': '2022', 'title': 'A'}]))
    >>> list_of({"date": ["2022", "2023"], "title": ["A", "B"]})
    ('', [{'date': '2022', 'title': 'A'}, {'date': '2023', 'title': 'B'}])
    """
    if isinstance(value, list):
        return "", _rows(value)
    if not isinstance(value, dict) or isinstance(ours := value.get(LIST_KEY), list):
        return (LIST_KEY, ours) if isinstance(value, dict) else ("", [value])  # type: ignore[return-value]
    if columns := _columns(value):
        return "", columns
    if _tells(value):
        return "", [value]
    lists = [
        name for name, one in value.items() if isinstance(one, list) and one and isinstance(one[0], dict)
    ]
    if len(lists) == 1:
        return lists[0], value[lists[0]]  # type: ignore[return-value]
    inner = [one for one in value.values() if isinstance(one, dict)]
    if len(inner) == len(value) and all(map(_tells, inner)):
        return "", [_with_id(name, one) for name, one in value.items() if isinstance(one, dict)]
    if len(inner) == 1 and depth and not lists and not _tells(inner[0]):
        name, found = list_of(inner[0], depth - 1)
        return (name, found) if [*found] != inner else ("", [value])
    return "", [value]


def plain(record: Record) -> Record:
    """A record as a row of texts and lists.

    It has what one mapping in it says, where the event stands there; the names of things; and the two ends of a date apart.

    >>> plain({"id": "1", "attributes": {"date": "2022", "title": "A"}})
    {'id': '1', 'date': '2022', 'title': 'A'}
    >>> plain({"date": {"start": "2022", "end": "2023"}, "place": {"name": "Oslo"}, "actors": [{"name": "Japan"}]})
    {'date': '2022', 'end': '2023', 'place': 'Oslo', 'actors': ['Japan']}
    """
    if not _tells(record):
        within = [name for name, one in record.items() if isinstance(one, dict) and _tells(one)]
        if len(within) == 1:
            inner = record[within[0]]
            assert isinstance(inner, dict)
            others = {name: one for name, one in record.items() if name != within[0]}
            record = {**_where(others), **inner}
    found: Record = {}
    for name, value in record.items():
        field = field_of(name)
        if not field or (field in record and field != name) or isinstance(value, str):
            found[name] = value
        elif field == "date" and isinstance(value, dict) and (begin := _of(value, _BEGINS)):
            found |= {name: begin, **({"end": end} if (end := _of(value, _ENDS)) else {})}
        else:
            found[name] = [_name(one) for one in value] if isinstance(value, list) else _name(value)
    return found


def _tells(value: Mapping[str, Value]) -> bool:
    """Whether a mapping says when something happened, or what."""
    return any(
        one and isinstance(one, str) and field_of(name) in ("date", "title") for name, one in value.items()
    )


@lru_cache(maxsize=4096)
def field_of(name: str) -> str:
    """The field that a column of that name is for, or "": remembered, as the names of a million records are few.

    >>> field_of("Start date"), field_of("Headline"), field_of("colour")
    ('date', 'title', '')
    """
    return _THINGS.get(key(name), "")


def _rows(items: list[Value]) -> Sequence[Value]:
    """Rows below one of names as mappings; any other list as it stands."""
    names = items[0] if items else ""
    rows = [one for one in items if isinstance(one, list)]
    if len(rows) < len(items) or not isinstance(names, list):
        return items
    if not any(isinstance(name, str) and key(name) in _DATES for name in names):
        return items
    return [{str(name): one for name, one in zip(names, row, strict=False) if one} for row in rows[1:]]


def _columns(value: Mapping[str, Value]) -> list[Value]:
    """Columns of one length as rows; nothing where they are none."""
    lists = {name: one for name, one in value.items() if isinstance(one, list)}
    dated = any(key(name) in _DATES for name in lists)
    plain_texts = all(isinstance(item, str) for one in lists.values() for item in one)
    if (
        not dated
        or len(lists) < max(len(value), 2)
        or len({len(one) for one in lists.values()}) > 1
        or not plain_texts
    ):
        return []
    return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]


def _with_id(name: str, record: Mapping[str, Value]) -> Record:
    return {
        **({"id": name} if "id" not in record and re.fullmatch(SLUG, name) and not name.isdigit() else {}),
        **record,
    }


def _where(feature: Record) -> Record:
    """What stands beside the properties of a feature in GeoJSON (RFC 7946, 3.2): where its point is."""
    place = feature.get("geometry")
    point = place.get("coordinates") if isinstance(place, dict) and place.get("type") == "Point" else None
    if feature.get("type") != "Feature":
        return feature
    others = {name: one for name, one in feature.items() if name not in ("type", "geometry", "bbox")}
    return (
        {**others, "lon": point[0], "lat": point[1]} if isinstance(point, list) and len(point) > 1 else others
    )


def _of(value: Mapping[str, Value], names: Sequence[str]) -> Value:
    return next((one for name in names if (one := value.get(name, ""))), "")


def _name(value: Value) -> Value:
    """What a mapping is called, or the value that it gives a type; any other value as it is."""
    found = _of(value, _NAMES) if isinstance(value, dict) else ""
    return found if isinstance(found, str) and found else value
