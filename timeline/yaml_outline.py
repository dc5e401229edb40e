"""Where everything stands in a YAML text that holds records: what an error's line and an edit's span come from.

An outline costs three times what reading records does, so it is made only when a mistake is to be told
or a record changed. Texts that `parse_records` refuses have no outline.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from timeline.record import LIST_KEY
from timeline.yaml_events import NULLS, ParseEvent, is_null, line_at, read_events

# A "-" that begins an item, at the beginning of a line. Four characters end a line for YAML and for no editor.
_DASH = re.compile("(?:^|(?<=[\r\x85\u2028\u2029])) *(-)(?=[ \t\r\n\x85\u2028\u2029]|\\Z)", re.MULTILINE)

_COMMENT = re.compile(r"#[^\r\n]*")


@dataclass(slots=True, eq=False)
class Node:
    """A piece of the text: its span in characters, its style, and the pieces it is made of.

    `kind` is text, list, mapping or alias. `style` of a text is its quotation mark, `|` or `>`, or nothing; of a list
    or mapping `[` when it stands in brackets, else nothing. The children of a mapping are keys and values in turn.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    style: str = ""
    anchor: str | None = None
    children: list["Node"] = field(default_factory=list)

    @property
    def fields(self) -> list[tuple["Node", "Node"]]:
        """The keys and values of a mapping."""
        return list(zip(self.children[::2], self.children[1::2], strict=True))


class Outline(NamedTuple):
    """The places of all records of a text without a byte order mark; `listed` is false for a record on its own.

    `root` is the list of records, or that record, or None where the text holds nothing. The list may stand under
    `events:`, which `keyed` says, and may then also be nothing yet: a text of no characters, or a null.
    """

    body: str
    root: Node | None
    listed: bool
    records: Sequence[Node]
    keyed: bool = False

    def line(self, record: int, path: Sequence[str | int] = ()) -> int:
        """The line of the field at `path` in a record (both counted from 0), or of the nearest place that exists."""
        node = self.records[record]
        place = node
        for part in path:
            if isinstance(part, str):
                pair = (
                    next((pair for pair in node.fields if pair[0].value == part), None)
                    if node.kind == "mapping"
                    else None
                )
                if pair is None:
                    break
                place, node = pair
            elif node.kind == "list" and part < len(node.children):
                place = node = node.children[part]
            else:
                break
        return line_at(self.body, place.start)


def ends_in_block(body: str) -> bool:
    """Whether the last value of a text is a block, whose last line end is the text's."""
    next_event = read_events(body)
    event, last = next_event(), ""
    while not isinstance(event, StreamEndEvent):
        if isinstance(event, NodeEvent):
            last = (event.style or "") if isinstance(event, ScalarEvent) else ""
        event = next_event()
    return last in {"|", ">"}


def outline(  # noqa: C901 - one loop over the events
    body: str, *, limit: int | None = None, inside: Container[int] | None = None
) -> Outline:
    """The outline of a text that `parse_records` has read; of its first records only, where there is a `limit`.

    Where `inside` names records, only what those are made of is kept: of 100,000 records all takes two gigabytes.
    """
    next_event = read_events(body)
    next_event()
    event: ParseEvent = next_event()
    if not isinstance(event, NodeEvent) or is_null(event):
        return Outline(body=body, root=None, listed=True, records=())
    root = _node(event, body)
    stack = [root] if isinstance(event, CollectionStartEvent) else []
    items = root if root.kind == "list" else None
    while stack:
        event = next_event()
        end = event.end_mark.index
        if isinstance(event, CollectionEndEvent):
            node = stack.pop()
            if node.style:
                node.end = min(end, len(body))
            elif node.children:
                node.end = node.children[-1].end
            if items is not None and stack and stack[-1] is items:
                if inside is not None and len(items.children) - 1 not in inside:
                    node.children = []
                if limit is not None and len(items.children) >= limit:
                    break
            continue
        node = _node(event, body)
        if node.start == node.end:
            _pull_back(node, stack[-1], body)
        stack[-1].children.append(node)
        if isinstance(event, CollectionStartEvent):
            if node.kind == "list" and stack == [root] and _is_under_list_key(root):
                items = node
            stack.append(node)
    items = items or _list_to_be(root)
    records = [node for node in (items.children if items else [root]) if node.kind in {"mapping", "alias"}]
    return Outline(
        body=body,
        root=items or root,
        listed=items is not None,
        keyed=items not in {None, root},
        records=records,
    )


def _is_under_list_key(root: Node) -> bool:
    """Whether the last child of a file's own mapping is the value of its LIST_KEY."""
    return root.kind == "mapping" and not len(root.children) % 2 and root.children[-2].value == LIST_KEY


def _list_to_be(root: Node) -> Node | None:
    """The nothing that stands where a mapping may get its list of records."""
    fields = {key.value: value for key, value in root.fields} if root.kind == "mapping" else {}
    value = fields.get(LIST_KEY)
    if value is None or "date" in fields:
        return None
    # An alias stands for nothing, too: one that stood for something has been refused.
    nothing = value.kind == "alias" or (
        value.kind == "text" and value.value in ({""} if value.style else NULLS)
    )
    return value if nothing else None


def _node(event: ParseEvent, body: str) -> Node:
    start, end = event.start_mark.index, min(event.end_mark.index, len(body))
    if isinstance(event, ScalarEvent):
        style = event.style or ""
        if style in {"|", ">"}:
            end = _end_of_block(body, start, end)
        return Node("text", start, end, event.value, style.strip(), event.anchor)
    if isinstance(event, AliasEvent):
        return Node("alias", start, end, str(event.anchor))
    kind = "mapping" if event.__class__.__name__.startswith("Mapping") else "list"
    return Node(kind, start, end, "", "[" if event.flow_style else "", event.anchor)


def _pull_back(empty: Node, parent: Node, body: str) -> None:
    """Put the nothing behind a "? key" where the key ends: the parser has looked on for its colon, into other lines."""
    if parent.kind == "mapping" and len(parent.children) % 2:
        key = parent.children[-1]
        if not _COMMENT.sub("", body[key.end : empty.start]).strip():
            empty.start = empty.end = key.end


def _end_of_block(body: str, start: int, end: int) -> int:
    """Where a block of text ends: with its last line that is not blank, unless it keeps blank lines."""
    header = body[start : body.find("\n", start)]
    if "+" in header.split("#")[0]:
        # The parser has looked on into the next line, where that is indented.
        return start + len(body[start:end].rstrip(" ")) if body[start:end].rstrip(" ").endswith("\n") else end
    return start + len(body[start:end].rstrip(" \t\r\n"))


def field_start(body: str, mapping: Node, at: int) -> int:
    """Where a field of a mapping, counted from 0, begins: with its name, or with the "?" that may stand before that."""
    key = mapping.children[2 * at]
    before = mapping.children[2 * at - 1].end if at else mapping.start
    between = _COMMENT.sub(lambda found: " " * len(found[0]), body[before : key.start])
    question = between.rfind("?")
    return key.start if question < 0 else before + question


def item_span(body: str, items: Node, position: int) -> tuple[int, int]:
    """The own lines of an item of a list without brackets: from its dash to the end of its last line.

    The indentation before the dash, and comments that stand deeper than the dash, belong to the item; comments above
    it, and blank lines around it, do not.
    """
    item = items.children[position]
    dash = dash_of(body, items, position)
    line_start = body.rfind("\n", 0, dash) + 1
    column = dash - line_start
    start = dash if body[line_start:dash].strip() else line_start
    end = end_of_line(body, max(item.end, dash + 1))
    following = items.children[position + 1].start if position + 1 < len(items.children) else len(body)
    probe = end
    while probe < following:
        line_end = end_of_line(body, probe + 1)
        line = body[probe:line_end]
        words = line.lstrip(" ")
        if words.startswith("#") and len(line) - len(words) > column:
            end = line_end
        elif words.strip():
            break
        probe = line_end
    return start, end


def dash_of(body: str, items: Node, position: int) -> int:
    """Where the dash of an item of a list without brackets stands."""
    item = items.children[position]
    if position == 0 and body[items.start : items.start + 1] == "-" and items.anchor is None:
        return items.start
    found = _DASH.search(body, items.children[position - 1].end if position else items.start, item.end + 1)
    # Every item has one. Were it not found, what is spliced here would not read back, and be refused.
    return found.start(1) if found else item.start


def column_at(body: str, index: int) -> int:
    """How many characters of its line stand before the one at `index`."""
    return index - body.rfind("\n", 0, index) - 1


def end_of_line(body: str, index: int) -> int:
    """Where the line ends that holds the character before `index`, its line end included."""
    if 0 < index <= len(body) and body[index - 1] == "\n":
        return index
    found = body.find("\n", index)
    return len(body) if found < 0 else found + 1
