"""Records put into a text or taken out of it, by replacing as few characters as will do.

A splice is a span of the old text and what stands there in the new one. Splices only *propose*: whoever
applies them reads the new text back and compares (see `timeline.store.planning`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from timeline.store.own import record_span
from timeline.tuples import NamedTuple
from timeline.yaml_places import Outline, end_of_line, item_span
from timeline.yaml_write import Style

_DOCUMENT_MARK = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)", re.MULTILINE)
_COMMENT_OR_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*(?![^\n]))*")


class Splice(NamedTuple):
    """The characters from `start` to `end` of a text become `text`."""

    start: int
    end: int
    text: str


class Unspliceable(Exception):
    """This way of changing the text does not work; another may."""


def spliced(body: str, splices: Sequence[Splice]) -> str:
    """The text with all splices made; they must not overlap."""
    pieces = []
    at = 0
    for start, end, text in sorted(splices, key=lambda splice: splice[:2]):
        if start < at:
            raise Unspliceable
        pieces += [body[at:start], text]
        at = end
    return "".join([*pieces, body[at:]])


def append(body: str, items: Sequence[str], style: Style) -> Iterator[list[Splice]]:
    """Ways to put items, as whole lines, at the end of a text without brackets around its list; the best first."""
    newline = style.newline
    lead = newline if body and not body.endswith("\n") else ""
    gap = newline if style.apart else ""
    blank = not body.strip() or body.replace("\r", "").endswith("\n\n")
    block = gap.join(items)
    yield [Splice(len(body), len(body), lead + ("" if blank else gap) + block)]
    # A text that keeps its blank lines would take ours for its own.
    yield [Splice(len(body), len(body), lead + block)]
    for mark in islice(reversed([*_DOCUMENT_MARK.finditer(body)]), 3):
        yield [Splice(mark.start(), mark.start(), gap + block)]
    empty = re.search(r"^(?:---[ \t]+)?(\[[ \t\r\n]*\])", body, re.MULTILINE)
    if empty:
        lead = newline if empty.start(1) != empty.start() else ""
        yield [Splice(empty.start(1), empty.end(1), lead + block.removesuffix(newline))]


def append_below(whole: Outline, items: Sequence[str], style: Style) -> list[Splice]:
    """Items, as whole lines, behind the last one of a list without brackets, wherever in the text that ends; or where it may begin."""
    root, body = whole.root, whole.body
    assert root is not None
    gap = style.newline if style.apart else ""
    block = gap.join(items)
    if root.children:
        _, at = item_span(body, root, len(root.children) - 1)
        lead = gap
        splices = []
    else:
        at, lead = end_of_line(body, root.end + 1), ""
        splices = [Splice(root.start, root.end, "")] if root.end > root.start else []
    if not body.endswith("\n", 0, at):
        lead, block = style.newline + lead, block.removesuffix(style.newline)
    return [*splices, Splice(at, at, lead + block)]


def append_in_brackets(whole: Outline, items: Sequence[str], style: Style) -> list[Splice]:
    """Items put behind the last one of a list in brackets."""
    root, body = whole.root, whole.body
    assert root is not None
    if not root.children:
        return [Splice(root.end - 1, root.end - 1, ", ".join(items))]
    last = root.children[-1]
    lead = body[body.rfind("\n", 0, last.start) + 1 : last.start]
    between = (
        f",{style.newline}{lead}" if not lead.strip() and "\n" in body[root.start : last.start] else ", "
    )
    return [Splice(last.end, last.end, "".join(between + item for item in items))]


def remove(whole: Outline, positions: Collection[int], *, above: bool = False) -> list[Splice]:
    """Records taken out of a list, with comments directly `above` them where that is asked for."""
    root = whole.root
    assert root is not None
    if root.style:
        return remove_in_brackets(whole.body, [(node.start, node.end) for node in root.children], positions)
    return [Splice(*record_span(whole, position, above=above), "") for position in sorted(positions)]


def remove_in_brackets(
    body: str, spans: Sequence[tuple[int, int]], positions: Collection[int]
) -> list[Splice]:
    """Some of the pieces of a list or mapping in brackets taken out, each with a comma; comments between stay."""
    kept = [position for position in range(len(spans)) if position not in positions]
    last_kept = kept[-1] if kept else -1
    splices = []
    for position in sorted(positions):
        start, end = spans[position]
        if position < last_kept or not kept:
            end = _comma(body, end)
            # The spaces behind the comma go with it; a line of its own goes as a whole.
            while body[end : end + 1] in {" ", "\t"}:
                end += 1
            line_start = body.rfind("\n", 0, start) + 1
            rest = re.compile(r"\r?\n").match(body, end)
            if rest and not body[line_start:start].strip() and kept:
                start, end = line_start, rest.end()
            splices.append(Splice(start, end, ""))
        else:
            previous = spans[position - 1][1]
            between = body[previous:start]
            if "#" in between:
                comma = _comma(body, previous)
                splices += [Splice(comma - 1, comma, ""), Splice(start, end, "")]
            else:
                splices.append(Splice(previous, end, ""))
    return splices


def _comma(body: str, index: int) -> int:
    """Behind the comma that follows, past blanks and comments; where there is none, the place itself."""
    found = _COMMENT_OR_SPACE.match(body, index)
    assert found is not None
    return found.end() + 1 if body[found.end() : found.end() + 1] == "," else index
