"""A record changed in a text, field by field and item by item: what is equal in both keeps its text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.record import RECORD_FIELDS, SOURCE_FIELDS, Record, Value
from timeline.store.matching import matched
from timeline.store.splice import Splice, Unspliceable, remove_in_brackets
from timeline.tuples import NamedTuple
from timeline.yaml_places import Node, Outline, column_at, end_of_line, field_start, item_span
from timeline.yaml_write import Style, field_line, field_lines, field_value, in_brackets, item_lines, scalar

# Behind a key, which may have comments before it; possessive, for "# # #" can be cut in more ways than there is time.
# No possessive quantifier: before Python 3.11.5 a group repeated so fits nothing. A comment goes to the end of its line.
_COLON = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\n]*(?![^\n]))*:")
_MOST_ITEMS = 500  # longer lists are replaced as a whole


def edit(
    whole: Outline,
    position: int,
    change: tuple[Mapping[str, Value], Record],
    style: Style,
    *,
    coarse: bool = False,
) -> list[Splice]:
    """A record changed from an old to a new one, field by field. Where that does not read back, `coarse` replaces changed fields as a whole."""
    node = whole.records[position]
    if node.kind != "mapping":
        raise Unspliceable
    return _Edit(whole.body, style, coarse=coarse).mapping(node, *change, RECORD_FIELDS)


class _Field(NamedTuple):
    """A field of a mapping: where it begins, its name and its value."""

    start: int
    key: Node
    value: Node

    @property
    def name(self) -> str:
        """The field's name as a record has it."""
        return self.key.value


class _Edit:
    """One edit of one record: the text, the file's style, and the splices that make the new values of the old."""

    def __init__(self, body: str, style: Style, *, coarse: bool) -> None:
        self.body = body
        self.style = style
        self.coarse = coarse

    def mapping(
        self,
        node: Node,
        old: Mapping[str, Value],
        new: Mapping[str, Value],
        order: Sequence[str],
    ) -> list[Splice]:
        fields = {field.name: field for field in self.fields(node)}
        gone = [name for name in old if name not in new]
        if any(name not in fields for name in gone) or not new:
            raise Unspliceable  # it comes from a merge, or nothing stays
        splices = []
        for name, value in new.items():
            if name in fields and name in old and old[name] != value:
                splices += self.value(fields[name], old[name], value, bracketed=bool(node.style))
        added = {
            name: value
            for name, value in new.items()
            if name not in old or (name not in fields and old[name] != value)
        }
        kept = [name for name in fields if name not in gone]
        if node.style:
            spans = [(field.start, field.value.end) for field in fields.values()]
            splices += remove_in_brackets(
                self.body, spans, [at for at, name in enumerate(fields) if name in gone]
            )
        else:
            splices += self._without(list(fields.values()), gone)
        return splices + self._with(node, added, kept, order)

    def fields(self, node: Node) -> Iterator["_Field"]:
        """The fields of a mapping, with their places."""
        for at, (key, value) in enumerate(node.fields):
            yield _Field(field_start(self.body, node, at), key, value)

    def _without(self, fields: Sequence["_Field"], gone: Sequence[str]) -> list[Splice]:
        """Fields of a block taken out: their lines; of those on the dash's line, what stands before the next."""
        splices = []
        leading = next((at for at, field in enumerate(fields) if field.name not in gone), len(fields))
        for at, field in enumerate(fields):
            if field.name not in gone:
                continue
            line_start = self.body.rfind("\n", 0, field.start) + 1
            if not self.body[line_start : field.start].strip():
                splices.append(Splice(line_start, self._line_end(field), ""))
            elif at:
                raise Unspliceable  # a line that only YAML ends
            elif leading < len(fields) and "#" not in self.body[field.value.end : fields[leading].start]:
                return [
                    Splice(field.start, fields[leading].start, ""),
                    *self._without(fields[leading:], gone),
                ]
            else:
                splices.append(Splice(field.start, field.value.end, ""))
        return splices

    def _line_end(self, field: "_Field") -> int:
        """Where the last line of a field ends."""
        return end_of_line(self.body, max(field.value.end, field.key.end + 1))

    def _with(
        self, node: Node, added: Mapping[str, Value], kept: Sequence[str], order: Sequence[str]
    ) -> list[Splice]:
        """New fields, each behind the last of those that come before it in the contract's order."""
        fields = {field.name: field for field in self.fields(node)}
        ranks = {name: rank for rank, name in enumerate(order)}
        texts: dict[int, list[str]] = {}
        splices = []
        names = sorted(added, key=lambda name: ranks.get(name, len(ranks)))
        for name in names:
            before = [other for other in kept if ranks.get(other, len(ranks)) <= ranks.get(name, len(ranks))]
            if node.style:
                quoted = bool(node.children) and node.children[0].style == '"'
                text = in_brackets({name: added[name]}, quoted=quoted)[1:-1]
                if before:
                    at = fields[before[-1]].value.end
                    texts.setdefault(at, []).append(", " + text)
                elif kept:
                    texts.setdefault(fields[kept[0]].start, []).append(text + ", ")
                else:
                    raise Unspliceable
                continue
            first = next(iter(fields.values()))
            column = first.start - self.body.rfind("\n", 0, first.start) - 1
            line = field_line(name, added[name], self.style, column)
            if before:
                at = self._line_end(fields[before[-1]])
                if not self.body.endswith("\n", 0, at):
                    line = self.style.newline + line.removesuffix(self.style.newline)
            elif kept and kept[0] == first.name:
                at = first.start
                line = line[column:] + " " * column
            else:
                raise Unspliceable
            texts.setdefault(at, []).append(line)
        splices += [Splice(at, at, "".join(lines)) for at, lines in texts.items()]
        return splices

    def value(self, field: "_Field", old: Value, new: Value, *, bracketed: bool) -> list[Splice]:
        """The value of a field changed."""
        start, key, node = field
        name = key.value
        if (
            not self.coarse
            and node.kind == "mapping"
            and isinstance(old, dict)
            and isinstance(new, dict)
            and new
        ):
            return self.mapping(node, old, new, ())
        if (
            not self.coarse
            and node.kind == "list"
            and isinstance(old, list)
            and isinstance(new, list)
            and new
            and old
        ):
            return self.items(node, old, new)
        found = _COLON.match(self.body, key.end)
        column = start - self.body.rfind("\n", 0, start) - 1
        if bracketed:
            text = _requoted(node, new) or in_brackets(new, quoted=key.style == '"', name=name)
            lead = "" if node.end > node.start else " " if found else ": "
            return [Splice(node.start, node.end, lead + text)]
        if found is None:
            return [self._colon_and(field, new, column)]
        colon = found.end()
        behind = self.body[node.end : end_of_line(self.body, node.end + 1)]
        inline = _requoted(node, new) or in_brackets(new, name=name)
        commented = "#" in behind and node.style not in {"|", ">"} and node.end > node.start
        if commented or "#" in self.body[colon : node.start]:
            return [Splice(node.start, node.end, inline)]
        if (
            isinstance(new, str)
            and node.kind == "text"
            and node.style in {'"', "'"}
            and len(new) < 200
            and _requoted(node, new)
        ):
            return [Splice(node.start, node.end, inline)]
        text = field_value(name, new, self.style, column, colon - key.start if start == key.start else 1)
        if text.startswith(" ") and node.start > colon and "\n" not in self.body[colon : node.end]:
            return [Splice(node.start, node.end, text[1:])]
        if node.style in {"|", ">"} and self.body.endswith("\n", node.start, node.end):
            text += self.style.newline
        return [Splice(colon, node.end, text)]

    def _colon_and(self, field: "_Field", new: Value, column: int) -> Splice:
        """The first value of a "? name" that stands by itself, on a line below."""
        line = " " * column + ":" + field_value(field.name, new, self.style, column)
        end = self._line_end(field)
        whole = self.body.endswith("\n", 0, end)
        return Splice(end, end, line + self.style.newline if whole else self.style.newline + line)

    def items(self, node: Node, old: Sequence[Value], new: Sequence[Value]) -> list[Splice]:
        """The items of a list changed: those that stay keep their text."""
        if max(len(old), len(new)) > _MOST_ITEMS:
            raise Unspliceable
        splices: list[Splice] = []
        gone: list[int] = []
        texts: dict[int, list[Value]] = {}
        pairs = matched(old, new)  # each of the old items with each of the new ones: 50 ms for 500
        for at, there in pairs:
            if there is None:
                gone.append(at)
            elif old[at] != new[there]:
                splices += self._item(node, node.children[at], old[at], new[there])
        before = -1
        matches = {there: at for at, there in pairs if there is not None}
        for there, value in enumerate(new):
            if there in matches:
                before = matches[there]
            else:
                texts.setdefault(before, []).append(value)
        if not matches:
            raise Unspliceable
        kept = list(matches.values())
        if node.style:
            spans = [(child.start, child.end) for child in node.children]
            splices += remove_in_brackets(self.body, spans, gone)
        else:
            splices += [Splice(*item_span(self.body, node, at), "") for at in gone]
        return splices + [self._insertion(node, before, values, kept) for before, values in texts.items()]

    def _insertion(self, node: Node, before: int, values: Sequence[Value], kept: Sequence[int]) -> Splice:
        if node.style:
            quoted = bool(node.children) and all(child.style == '"' for child in node.children)
            texts = [in_brackets(value, quoted=quoted) for value in values]
            if before >= 0:
                at = node.children[before].end
                return Splice(at, at, "".join(", " + text for text in texts))
            at = node.children[kept[0]].start
            return Splice(at, at, "".join(text + ", " for text in texts))
        start, end = item_span(self.body, node, max(before, 0))
        column = self.body.index("-", start) - (self.body.rfind("\n", 0, start) + 1)
        lines = "".join(item_lines(value, self.style, column) for value in values)
        if before < 0:
            if start and self.body[start - 1] != "\n":
                raise Unspliceable
            return Splice(start, start, lines)
        if not self.body.endswith("\n", 0, end):
            lines = self.style.newline + lines.removesuffix(self.style.newline)
        return Splice(end, end, lines)

    def _item(self, parent: Node, node: Node, old: Value, new: Value) -> list[Splice]:
        """One item of a list changed."""
        if node.kind == "mapping" and isinstance(old, dict) and isinstance(new, dict) and new:
            return self.mapping(node, old, new, SOURCE_FIELDS)
        if node.kind == "list" and isinstance(old, list) and isinstance(new, list) and new and old:
            return self.items(node, old, new)
        if parent.style:
            text = _requoted(node, new) or in_brackets(new, quoted=node.style == '"')
            return [Splice(node.start, node.end, text)]
        if (
            node.kind == "text"
            and isinstance(new, str)
            and node.style not in {"|", ">"}
            and node.end > node.start
        ):
            return [Splice(node.start, node.end, _requoted(node, new) or scalar(new))]
        if node.kind == "text" and node.end > node.start and isinstance(new, dict) and new:
            return self._text_to_mapping(node, new)
        raise Unspliceable

    def _text_to_mapping(self, node: Node, new: Record) -> list[Splice]:
        """A text in a list without brackets that becomes a mapping: in brackets where a comment stands behind it."""
        if self.body[node.end : end_of_line(self.body, node.end + 1)].strip():
            return [Splice(node.start, node.end, in_brackets(new))]
        column = column_at(self.body, node.start)
        if self.body[node.start - column : node.start].strip(" -"):
            raise Unspliceable
        lines = field_lines(new, self.style, column, SOURCE_FIELDS)
        return [Splice(node.start, node.end, lines[column:].removesuffix(self.style.newline))]


def _requoted(node: Node, new: Value) -> str:
    """A text in the quotation marks of the one that it replaces, or nothing where it had none or they cannot hold it."""
    if node.kind != "text" or node.style not in {'"', "'"} or not isinstance(new, str):
        return ""
    if node.style == "'" and new.isprintable():
        return "'" + new.replace("'", "''") + "'"
    return in_brackets(new, quoted=True)
