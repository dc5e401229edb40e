"""The fields of one record changed: set, taken out, or an item more or less in a list."""

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.errors import Refused
from timeline.record import Record, Value

# What is said of another field, and comes and goes with its value.
SAID_OF = {"date_as_written": "date", "lat": "place", "lon": "place", "place_precision": "place"}


def with_fields(record: Record, given: Mapping[str, Value]) -> Record:
    """The record with the given fields, each in its place; one that is given empty goes.

    >>> with_fields({"date": "2022", "place": "Oslo"}, {"place": "", "date": "2023", "kind": "talks"})
    {'date': '2023', 'kind': 'talks'}
    """
    merged = {**record, **given}
    return {name: value for name, value in merged.items() if value or name not in given}


def with_items(record: Record, name: str, adds: Sequence[str], drops: Sequence[str]) -> Record:
    """The record with a list from which some items go, and behind which others come once; an empty list goes.

    >>> with_items({"tags": ["a", "b"]}, "tags", ["c", "a"], ["b"]), with_items({"tags": "a"}, "tags", [], ["a"])
    ({'tags': ['a', 'c']}, {})
    """
    if not (adds or drops):
        return record
    items = [item for item in listed(record, name) if item not in drops]
    items += [item for item in dict.fromkeys(adds) if item not in items]
    return with_fields(record, {name: items})


def with_names(record: Record, name: str, names: Mapping[str, str]) -> Record:
    """The record with other names in a field, each in its place; two that become one stand once, and "" goes.

    >>> with_names({"tags": ["a", "b", "c"]}, "tags", {"a": "c"}), with_names({"place": "Oslo"}, "place", {"Oslo": ""})
    ({'tags': ['c', 'b']}, {})
    """
    value = record.get(name, "")
    if isinstance(value, dict) or not any(item in names for item in items_of(value)):
        return record  # a mapping is no list of names: it is not ours to mend
    became = Counter(names.get(text, text) for text in {*items_of(value)})
    kept: list[Value] = []
    for item in [value] if isinstance(value, str) else value:
        new = names.get(item, item) if isinstance(item, str) else item
        if new and not (isinstance(new, str) and became[new] > 1 and new in kept):
            kept.append(new)
    return with_fields(record, {name: "".join(map(str, kept)) if isinstance(value, str) else kept})


def listed(record: Record, name: str) -> list[Value]:
    """The items of a field, of which a text is one; Refused where it is a mapping, which no command mends."""
    value = record.get(name, [])
    if isinstance(value, dict):
        # An option of a list is the singular of its name.
        raise Refused(f"{name} is a mapping and no list", hint=f"replace it: --{name.removesuffix('s')} NAME")
    return [value] if isinstance(value, str) and value else [*value]


def items_of(value: Value) -> list[str]:
    """The texts of a list, or a text as a list of one.

    >>> items_of("a"), items_of(["a", {}]), items_of({"a": "b"}), items_of("")
    (['a'], ['a'], ['a'], [])
    """
    return [item for item in ([value] if isinstance(value, str) else value) if isinstance(item, str) and item]


def left_behind(old: Mapping[str, Value], new: Mapping[str, Value]) -> list[str]:
    """The fields that are as they were, though what they were said of has another value.

    >>> left_behind({"place": "Oslo", "lat": "59.9", "lon": "10.7"}, {"place": "Rome", "lat": "59.9", "lon": "12.5"})
    ['lat']
    """
    return [
        name
        for name, of in SAID_OF.items()
        if old.get(of) and old[of] != new.get(of) and name in new and old.get(name) == new[name]
    ]
