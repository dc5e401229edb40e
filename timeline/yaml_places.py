"""Where the pieces of a YAML text that holds records stand: what an error's line and an edit's span come from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from timeline.tuples import NamedTuple

_BLOCK = 65_536  # characters
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
    children: Sequence["Node"] = field(default_factory=list)

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


def line_at(body: str, index: int) -> int:
    """The line, as an editor counts, in which the character at `index` stands.

    YAML also ends lines at U+0085, U+2028 and U+2029; editors do not.
    """
    block = index // _BLOCK
    return _lines_before(body)[block] + body.count("\n", block * _BLOCK, index) + 1


@lru_cache(maxsize=1)
def _lines_before(body: str) -> list[int]:
    """How many lines end before each block of a text. Kept of the last text: many places in a large one are looked up."""
    return [*accumulate((body.count("\n", at, at + _BLOCK) for at in range(0, len(body), _BLOCK)), initial=0)]


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
