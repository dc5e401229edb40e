"""The outline of a YAML text that holds records: of each record that stands on its own, when it is asked for.

Texts that `parse_records` refuses have no outline.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from timeline.yaml_places import Node, Outline
from timeline.yaml_plain import items_in, plain_lines, plain_value
from timeline.yaml_text import piece_records

_RECORD = "- "
_record = re.compile(f"\n{_RECORD}")
_FIELD = "  "  # how a line begins that holds a field of the record itself
_MARKS = "\"'|>"


def outline(
    body: str, *, limit: int | None = None, inside: Container[int] | None = None, apart: bool = False
) -> Outline:
    """The outline of a text that `parse_records` has read; of its first records only, where there is a `limit`.

    Where `inside` names records, what others are made of may be left out: of 100,000 records all takes two gigabytes.
    With `apart` it is known that `piece_records` reads the text.
    """
    starts = record_starts(body, None if limit is None else limit + 1)
    rest = len(body)
    if limit is not None and len(starts) > limit:
        rest = starts.pop()
    if starts and (apart or piece_records(body[:rest])):
        records = _Records(body, starts, rest)
        # Of a list that is not followed to its end, none is known.
        end = starts[0] if len(starts) == limit else records[-1].end
        root = Node("list", starts[0], end, children=records)
        return Outline(body=body, root=root, listed=True, records=records)
    # The parser takes 10 ms to load.
    from timeline.yaml_tracing import traced  # noqa: PLC0415

    return traced(body, limit=limit, inside=inside)


def record_starts(body: str, limit: int | None = None) -> list[int]:
    """Where the dashes of records stand in a text that `piece_records` reads; of the first ones only, where there is a `limit`."""
    first = [0] if body.startswith(_RECORD) else []
    return [*islice(chain(first, (one.start() + 1 for one in _record.finditer(body))), limit)]


class _Records(Sequence[Node]):
    """The records of a text whose dashes stand at these places, up to the `rest` of it; each outlined when it is asked for."""

    def __init__(self, body: str, starts: list[int], rest: int) -> None:
        self._body = body
        self._starts = starts
        self._rest = rest
        self._known: dict[int, Node] = {}

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Node: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Node]: ...

    def __getitem__(self, at: int | slice) -> Node | Sequence[Node]:
        places = range(len(self._starts))[at]
        if isinstance(places, range):
            return [self[one] for one in places]
        if places not in self._known:
            self._known[places] = self._outlined(places)
        return self._known[places]

    def _outlined(self, at: int) -> Node:
        start, end = self._starts[at], (*self._starts[at + 1 : at + 2], self._rest)[0]
        own = self._body[start:end]
        if lines := plain_lines(own):
            return _plain(lines, start)
        from timeline.yaml_tracing import traced  # noqa: PLC0415 - as above

        return _moved(traced(own).records[0], start)


def _moved(node: Node, by: int) -> Node:
    """A piece and all that it is made of, so many characters further on."""
    node.start += by
    node.end += by
    for child in node.children:
        _moved(child, by)
    return node


def _plain(lines: Iterator[re.Match[str]], at: int) -> Node:
    """A record in the usual shape, of which `plain_lines` tells the lines apart; `at` is the place that is 0 to them."""
    fields: list[Node] = []
    below: list[Node] = []  # what the last field holds on lines of its own
    item = below
    for line in lines:
        start, name, written = line[1], line[2], line[3]
        if not start:
            continue  # a comment, or a line of nothing
        begin = at + line.end(1)
        if start == _FIELD:
            below = []
            into = fields
        elif start[-2] == "-":
            if not below:
                fields[-1] = Node("list", begin - 2, begin, children=below)
            into = below
            if name:
                into = item = []
                below.append(Node("mapping", begin, begin, children=item))
        else:
            if not below:
                fields[-1] = Node("mapping", begin, begin, children=below)
                item = below
            into = item
        if name:
            into.append(Node("text", begin, begin + len(name), name))
            begin += len(name) + 1
        into.append(_value(written, at + line.start(3), start) if written else Node("text", begin, begin))
    return _closed(Node("mapping", at + 2, at + 2, children=fields))


def _value(written: str, at: int, start: str) -> Node:
    """What is written at a place, on a line that begins so."""
    end = at + len(written.rstrip(" "))
    if written[0] == "[":
        items = [_value(one[0], at + one.start(), start) for one in items_in(written)]
        return Node("list", at, end, style="[", children=items)
    if written[0] in _MARKS:
        return Node("text", at, end, str(plain_value(written, start)), written[0])
    return Node("text", at, end, written.rstrip(" "))


def _closed(node: Node) -> Node:
    """A piece without brackets, which ends where the last does that it is made of, as each of those."""
    for child in node.children:
        if child.children and not child.style:
            _closed(child)
    node.end = node.children[-1].end
    return node
