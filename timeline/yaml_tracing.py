"""The outline of a YAML text, traced by its parse events: exact for whatever the parser reads.

It costs three times what reading records does, so it is made only where `timeline.yaml_outline` knows no better.
"""

import re
from collections.abc import Container

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from timeline.record import LIST_KEY
from timeline.yaml_events import NULLS, ParseEvent, is_null, read_events
from timeline.yaml_places import Node, Outline

_COMMENT = re.compile(r"#[^\r\n]*")


def ends_in_block(body: str) -> bool:
    """Whether the last value of a text is a block, whose last line end is the text's."""
    next_event = read_events(body)
    event, last = next_event(), ""
    while not isinstance(event, StreamEndEvent):
        if isinstance(event, NodeEvent):
            last = (event.style or "") if isinstance(event, ScalarEvent) else ""
        event = next_event()
    return last in {"|", ">"}


def traced(  # noqa: C901 - one loop over the events
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
    inner: list[Node] = []
    root = _node(event, body, inner)
    stack = [(root, inner)] if isinstance(event, CollectionStartEvent) else []
    items = root if root.kind == "list" else None
    while stack:
        event = next_event()
        end = event.end_mark.index
        if isinstance(event, CollectionEndEvent):
            node, _ = stack.pop()
            if node.style:
                node.end = min(end, len(body))
            elif node.children:
                node.end = node.children[-1].end
            if items is not None and stack and stack[-1][0] is items:
                if inside is not None and len(items.children) - 1 not in inside:
                    node.children = []
                if limit is not None and len(items.children) >= limit:
                    break
            continue
        inner = []
        node = _node(event, body, inner)
        parent, children = stack[-1]
        if node.start == node.end:
            _pull_back(node, parent, body)
        children.append(node)
        if isinstance(event, CollectionStartEvent):
            if node.kind == "list" and parent is root and _is_under_list_key(root):
                items = node
            stack.append((node, inner))
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


def _node(event: ParseEvent, body: str, children: list[Node]) -> Node:
    """The piece of which an event tells, with the children that it is to have."""
    start, end = event.start_mark.index, min(event.end_mark.index, len(body))
    if isinstance(event, ScalarEvent):
        style = event.style or ""
        if style in {"|", ">"}:
            end = _end_of_block(body, start, end)
        return Node("text", start, end, event.value, style.strip(), event.anchor)
    if isinstance(event, AliasEvent):
        return Node("alias", start, end, str(event.anchor))
    kind = "mapping" if event.__class__.__name__.startswith("Mapping") else "list"
    return Node(kind, start, end, "", "[" if event.flow_style else "", event.anchor, children)


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
