"""A record's own text: the characters that are its own in one file, and as which it may stand in another."""

import re
from collections.abc import Iterator, Mapping

from timeline.errors import InvalidYaml, Refused
from timeline.record import Record, Value
from timeline.store.read import StoredRecord
from timeline.tuples import NamedTuple
from timeline.yaml_places import Node, Outline, column_at, dash_of, end_of_line, item_span
from timeline.yaml_text import parse_records
from timeline.yaml_write import Style, format_record, in_brackets

_COMMENT = re.compile(r"[ \t]*#")
_COMMENT_LINE = re.compile(r"^[ \t]*#[^\n]*\n?", re.MULTILINE)


class Own(NamedTuple):
    """A record with its own text, as an `item` whose dash is in column `dash`, as a `file` of its own, and in brackets (`flow`).

    A form that its text cannot take is "". In that the record is written anew, unless a comment would be lost.
    """

    record: Record
    place: str
    item: str = ""
    dash: int = 0
    file: str = ""
    flow: str = ""
    commented: bool = False

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.item else "\n"

    def in_list(self, style: Style) -> str:
        """The record as an item of a list: whole lines, as far in as the others, with their line ends."""
        if not self.item:
            return self._anew(format_record(self.record, style))
        lines = _shifted(self.item, style.dash - self.dash).replace("\r\n", "\n")
        return (lines if lines.endswith("\n") else f"{lines}\n").replace("\n", style.newline)

    def in_brackets(self, style: Style) -> str:
        """The record as an item of a list in brackets."""
        return self.flow or self._anew(in_brackets(self.record, quoted=style.quoted))

    def alone(self) -> str:
        """The record as a file of its own."""
        return self.file or self._anew(format_record(self.record, listed=False))

    def _anew(self, text: str) -> str:
        if self.commented:
            raise Refused(
                f"{self.place}: its comments cannot stand where it is to go; nothing is written",
                hint="move it in an editor",
            )
        return text


def record_span(whole: Outline, position: int, *, above: bool = False) -> tuple[int, int]:
    """The own characters of a record: its lines, or in brackets what stands between its braces.

    Where it is asked for, comments directly `above` it are among them; those above the first record are the file's.
    """
    root, body = whole.root, whole.body
    assert root is not None
    if not whole.listed:
        return 0, len(body)
    if root.style:
        return whole.records[position].start, whole.records[position].end
    start, end = item_span(body, root, position)
    if above and position:
        _, before = item_span(body, root, position - 1)
        while start > before and _COMMENT.match(body, line := body.rfind("\n", 0, start - 1) + 1):
            start = line
    return start, end


def own_text(mark: str, whole: Outline, stored: StoredRecord) -> Own:
    """The own text of a record and of comments directly above it, in a file that begins with a byte order mark, or with none.

    What it repeats by an alias may stand in another record: such a text means nothing elsewhere.
    """
    start, end = record_span(whole, stored.position, above=True)
    node, dash, flow = whole.records[stored.position], 0, ""
    if whole.root is None or not whole.listed:
        item, file = _as_item(whole.body, node), mark + whole.body
    elif whole.root.style:
        flow = whole.body[start:end]
        column = column_at(whole.body, start)
        item, file = f"- {_hanging(flow, 2 - column)}", f"{_hanging(flow, -column)}\n"
    else:
        at = dash_of(whole.body, whole.root, stored.position)
        dash = column_at(whole.body, at)
        above, rest = whole.body[start : at - dash], whole.body[at + 1 : end]
        item = f"{above}{' ' * dash}-{rest}"
        file = _as_file(above, dash, rest, column_at(whole.body, node.start))
    item, file, flow = (form if reads_as(form, stored.record) else "" for form in (item, file, flow))
    return Own(
        record={**stored.record},
        place=f"{stored.origin.path}:{stored.origin.line}",
        item=item,
        dash=dash,
        file=file,
        flow=flow,
        commented=_commented(whole.body, start, end, node),
    )


def reads_as(text: str, record: Mapping[str, Value]) -> bool:
    """Whether a text holds this record, and nothing else."""
    try:
        return [one.record for one in parse_records(text)] == [record]
    except InvalidYaml:
        return False


def _as_item(body: str, node: Node) -> str:
    """A record that stands alone in its file as an item: of what is around it comments stay, and no marks of YAML's."""
    start, end = body.rfind("\n", 0, node.start) + 1, end_of_line(body, node.end)
    above, below = ("".join(_COMMENT_LINE.findall(part)) for part in (body[:start], body[end:]))
    inside = _shifted(body[start:end] + below, 2 - column_at(body, node.start))
    return f"{above}- {inside[2:]}"


def _as_file(above: str, dash: int, rest: str, column: int) -> str:
    """An item, of which the `rest` stands behind its dash, as a file."""
    inside = _shifted(f"{' ' * dash} {rest}", -column)
    first, _, others = inside.partition("\n")
    return _shifted(above, -dash) + (inside if first.strip() else others)


def _commented(body: str, start: int, end: int, node: Node) -> bool:
    """Whether a comment stands among the characters of a record, outside of its texts."""
    for leaf in _leaves(node):
        begin = body.find("\n", leaf.start) if leaf.style in ("|", ">") else leaf.start
        if "#" in body[start:begin]:
            return True
        start = leaf.end
    return "#" in body[start:end]


def _leaves(node: Node) -> Iterator[Node]:
    if not node.children:
        yield node
    for child in node.children:
        yield from _leaves(child)


def _shifted(text: str, by: int) -> str:
    """Lines so many columns further to the right, or to the left as far as each of them can go."""
    lines = text.split("\n")
    if by > 0:
        return "\n".join(" " * by + line if line.strip("\r") else line for line in lines)
    return "\n".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)


def _hanging(text: str, by: int) -> str:
    """Lines of which those behind the first are shifted."""
    first, end, rest = text.partition("\n")
    return first + end + _shifted(rest, by)
