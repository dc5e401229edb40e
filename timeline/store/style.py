"""The habits of a file: how its records are indented, set apart and written, so that a new one looks at home."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import TypeVar

from timeline.yaml_outline import outline
from timeline.yaml_places import Node, Outline, column_at, dash_of
from timeline.yaml_write import Style

T = TypeVar("T")
SAMPLE = 20  # records whose style is that of a text


def style_of(body: str) -> Style:
    """The style in which the first records of a text are written; our own where there are none."""
    newline = "\r\n" if "\r\n" in body[: body.find("\n") + 1] else "\n"
    sample = outline(body, limit=SAMPLE)
    records = [record for record in sample.records if record.kind == "mapping" and record.children]
    if not records:
        # Under "events:", whose own column is the first.
        return Style(newline=newline, dash=2 if sample.keyed else 0)
    blocks = [record for record in records if not record.style]
    lists = [
        value for record in records for _, value in record.fields if value.kind == "list" and value.children
    ]
    texts = [value for value in lists if all(child.kind == "text" for child in value.children)]
    dash, gap = _dash_and_gap(body, sample, blocks)
    return Style(
        dash=dash,
        gap=gap,
        step=_common((_step(body, key, value) for record in blocks for key, value in record.fields), 2),
        hang=_common((_hang(body, key, value) for record in blocks for key, value in record.fields), 2),
        newline=newline,
        bracketed=_common((bool(value.style) for value in texts), default=True),
        apart=_common(_gaps(body, sample), default=True),
        inline=not blocks,
        quoted=all(key.style == '"' for record in records for key, _ in record.fields),
    )


def _common(values: Iterable[T | None], default: T) -> T:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else default


def _dash_and_gap(body: str, sample: Outline, blocks: list[Node]) -> tuple[int, int]:
    if sample.root is None or not sample.listed or sample.root.style:
        return 0, 2
    dash = column_at(body, dash_of(body, sample.root, 0))
    gaps = (column_at(body, block.children[0].start) - dash for block in blocks)
    return dash, _common((gap for gap in gaps if gap >= 2), 2)


def _step(body: str, key: Node, value: Node) -> int | None:
    if value.kind == "mapping" and value.children and not value.style:
        return max(1, column_at(body, value.children[0].start) - column_at(body, key.start))
    if value.style in {"|", ">"}:
        second = body.find("\n", value.start) + 1
        first = body[second : value.end].lstrip("\r\n")
        indent = len(first) - len(first.lstrip(" ")) - column_at(body, key.start)
        return indent if 1 <= indent <= 8 else None
    return None


def _hang(body: str, key: Node, value: Node) -> int | None:
    if value.kind == "list" and value.children and not value.style:
        return max(0, column_at(body, dash_of(body, value, 0)) - column_at(body, key.start))
    return None


def _gaps(body: str, sample: Outline) -> Iterable[bool]:
    nodes = sample.root.children if sample.root else []
    for before, after in pairwise(nodes):
        between = body[before.end : after.start].replace("\r", "")
        yield "\n\n" in between
