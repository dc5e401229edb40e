"""What stands for something else in a YAML text: aliases for what has an anchor, and merges for fields of another mapping.

Both are limited, and counted without expanding anything.
"""

from typing import cast

from timeline.errors import InvalidYaml
from timeline.record import DEPTH_LIMIT, Record, Value
from timeline.yaml_events import ParseEvent, nested_too_deep
from timeline.yaml_places import line_at

ALIAS_LIMIT = 10_000  # nodes that the aliases of one record stand for …
ALIAS_SHARE = 100  # … and of a whole file: as many, and so many more for each of its records
MERGE = cast("str", object())  # the key under which a merge waits for its mapping to end; no text equals it


def merge(mapping: Record, event: ParseEvent, body: str) -> None:
    """Give the mapping the fields of what it merges, where it has none of its own; the first of several wins."""
    merged = mapping.pop(MERGE)
    for one in merged if isinstance(merged, list) else [merged]:
        if not isinstance(one, dict):
            raise InvalidYaml(
                '"<<" merges mappings, and this is none',
                line=line_at(body, body.rfind("<<", 0, event.start_mark.index)),
                code="E106",
                hint='write "<<: *name", where "&name" stands before a mapping',
            )
        for name, value in one.items():
            mapping.setdefault(name, value)


class Aliases:
    """What the anchors of a text stand for, and how much of it its aliases have used."""

    __slots__ = ("allowed", "body", "known", "measures", "used", "used_by_record")

    def __init__(self, body: str) -> None:
        self.body = body
        self.known: dict[str | None, Value | None] = {}
        self.measures: dict[
            int, tuple[Value, int, int]
        ] = {}  # by id, which the value keeps from being given anew
        self.used = self.used_by_record = 0
        self.allowed = ALIAS_LIMIT

    def begin_record(self) -> None:
        """Count anew for one more record."""
        self.used_by_record = 0
        self.allowed += ALIAS_SHARE

    def value(self, event: ParseEvent, depth: int) -> Value:
        """The value that an alias at this depth stands for."""
        line = line_at(self.body, event.start_mark.index)
        if event.anchor not in self.known:
            hint = 'quote a text that begins with "*"'
            raise InvalidYaml(
                f'"*{event.anchor}" has no anchor "&{event.anchor}" above it',
                line=line,
                code="E106",
                hint=hint,
            )
        value = self.known[event.anchor]
        if value is None:
            message = f'"*{event.anchor}" stands inside of what it repeats'
            raise InvalidYaml(message, line=line, code="E106", hint="write what it stands for")
        if isinstance(value, str):
            nodes, height = 1, 0
        else:
            if id(value) not in self.measures:
                self.measures[id(value)] = (value, *_measure(value))
            _, nodes, height = self.measures[id(value)]
        self.used += nodes
        self.used_by_record += nodes
        if self.used_by_record > ALIAS_LIMIT or self.used > self.allowed:
            hint = "write what they stand for"
            raise InvalidYaml(f"aliases expand beyond {ALIAS_LIMIT} nodes", line=line, code="E106", hint=hint)
        if depth + height > DEPTH_LIMIT:
            raise nested_too_deep(self.body, event.start_mark.index)
        return value


def _measure(value: Value) -> tuple[int, int]:
    """How many nodes a value has, and how many levels; counting stops beyond the limit."""
    nodes, height = 0, 0
    waiting = [(value, 1)]
    while waiting and nodes <= ALIAS_LIMIT:
        node, level = waiting.pop()
        nodes += 1
        if isinstance(node, str):
            continue
        height = max(height, level)
        if isinstance(node, dict):
            nodes += len(node)
            node = list(node.values())
        waiting.extend((child, level + 1) for child in node)
    return nodes, height
