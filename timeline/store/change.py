"""What a change would make of a file: planned as text, read back and compared before anybody may write it."""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from timeline.counting import counted
from timeline.errors import InvalidData, Refused
from timeline.identity import file_stem
from timeline.record import Record
from timeline.store.edit import edit
from timeline.store.files import FileState, contents_of, decode, split_mark, unavailable
from timeline.store.read import StoredRecord, parse_at, stored_records
from timeline.store.splice import (
    Splice,
    Unspliceable,
    append,
    append_below,
    append_in_brackets,
    remove,
    spliced,
)
from timeline.store.style import style_of
from timeline.yaml_events import InvalidYaml
from timeline.yaml_outline import Outline, ends_in_block, item_span, outline
from timeline.yaml_text import ParsedRecord, parse_records
from timeline.yaml_write import Style, format_record


class FileChange(NamedTuple):
    """A file as the user named it, its old bytes (none: it is new) and its new ones (none: it goes)."""

    path: str
    old: bytes
    new: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to become of a collection: records added behind all others, changed, and removed.

    `edited`, `removed` and `rewritten` name records by their place in the collection, from 0. What is rewritten
    gets a person's text in the place of its own lines, and `judge` is given the record that this makes, to refuse it.
    """

    added: Sequence[Record] = ()
    edited: Mapping[int, Record] = field(default_factory=dict)
    removed: frozenset[int] = frozenset()
    rewritten: Mapping[int, str] = field(default_factory=dict)
    judge: Callable[[Record], None] = lambda _record: None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A file of a collection as it was read: the bytes that a change is made of and compared with."""

    path: Path
    data: bytes
    state: FileState
    mark: str
    body: str
    parsed: Sequence[ParsedRecord]

    @property
    def place(self) -> Path:
        """Where the file really is: symbolic links stay what they are."""
        return Path(os.path.realpath(self.path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One file's part of a change, ready to be written: no `file` when it is new, no `new` when it goes."""

    path: Path
    file: OpenFile | None
    new: bytes | None

    @property
    def change(self) -> FileChange:
        """The part that is for people to see."""
        return FileChange(str(self.path), self.file.data if self.file else b"", self.new or b"")


def open_file(path: Path, data: bytes, state: FileState) -> OpenFile:
    """A file that may be changed, read."""
    mark, body = split_mark(decode(data, str(path)))
    return OpenFile(path=path, data=data, state=state, mark=mark, body=body, parsed=parse_at(str(path), body))


def open_collection(collection: Path) -> tuple[OpenFile, ...]:
    """Read all files of a collection that may be changed."""
    return tuple(open_file(*found) for found in contents_of(collection))


def records_of(files: Sequence[OpenFile]) -> tuple[StoredRecord, ...]:
    """The records of open files, in order."""
    return tuple(record for file in files for record in stored_records(file.path, file.parsed))


def plan(collection: Path, files: Sequence[OpenFile], change: Change) -> tuple[Planned, ...]:
    """What a change makes of each file that it touches, verified."""
    planned = []
    first = 0
    listing = _is_folder(collection)
    for file in files:
        places = range(first, first + len(file.parsed))
        first = places.stop
        part = Change(
            added=() if listing else change.added,
            edited={at - places.start: change.edited[at] for at in places if at in change.edited},
            removed=frozenset(at - places.start for at in places if at in change.removed),
            rewritten={at - places.start: change.rewritten[at] for at in places if at in change.rewritten},
            judge=change.judge,
        )
        if part.added or part.edited or part.removed or part.rewritten:
            planned.append(plan_file(file, part))
    if listing:
        planned += [_new_file(collection, record) for record in change.added]
    return tuple(one for one in planned if one.file is None or one.new != one.file.data)


def _is_folder(collection: Path) -> bool:
    try:
        return collection.is_dir()
    except OSError as error:  # pragma: no cover - it has just been read
        raise unavailable(collection, error, "read") from error


def _new_file(folder: Path, record: Record) -> Planned:
    name = record.get("id")
    if not isinstance(name, str) or not name or "/" in name or name.startswith("."):
        raise Refused(
            "in a folder each event is a file named after its id, and this one has none", hint="add --id ID"
        )
    text = format_record(record, listed=False)
    if [one.record for one in parse_records(text)] != [record]:  # pragma: no cover - a law of format_record
        raise Refused(f"{name}: the event does not read back as it was meant")
    path = folder / f"{file_stem(name)}.yaml"
    if os.path.lexists(path):
        raise Refused(f"{path}: exists already", hint="choose another id: --id ID")
    return Planned(path=path, file=None, new=text.encode())


def plan_file(file: OpenFile, change: Change, style: Style | None = None) -> Planned:
    """The new bytes of a file: the first way of splicing the change in that reads back as meant.

    What is new is written in a `style`, by default that of the file.
    """
    meant = [
        change.edited.get(at, one.record) for at, one in enumerate(file.parsed) if at not in change.removed
    ] + list(change.added)
    reason: InvalidData | None = None
    # Adding asks only where the list begins; the outline of 10,000 records takes a second.
    only_adding = not (change.edited or change.removed or change.rewritten)
    touched = {*change.edited, *change.removed, *change.rewritten}
    whole = outline(file.body, limit=1 if only_adding else None, inside=touched)
    if change.removed and not whole.listed:
        return Planned(path=file.path, file=file, new=None)
    ways = (
        _appended(file, whole, change.added, style_of(file.body))
        if only_adding
        else _ways(file, whole, change, style or style_of(file.body))
    )
    for splices in ways:
        try:
            body = _ended(spliced(file.body, splices), file.body, splices)
            found = [one.record for one in parse_records(body)]
        except Unspliceable:
            continue
        except InvalidYaml as error:
            if change.rewritten:
                raise InvalidData(error.said, hint=error.hint, path=file.path, line=error.line) from error
            reason = error
            continue
        if change.rewritten:
            if len(found) != len(meant):
                raise Refused(f"{file.path}: this is {_count(len(found) - len(meant) + 1)}, not one event")
            for at in change.rewritten:
                change.judge(found[at])
            meant = [found[at] if at in change.rewritten else one for at, one in enumerate(meant)]
        if found == meant and (only_adding or _outside_untouched(whole, change, splices, body)):
            return Planned(path=file.path, file=file, new=(file.mark + body).encode())
    why = f" ({reason.message})" if reason else ""
    raise Refused(
        f"{file.path}: this cannot be changed without touching other records{why}; nothing is written",
        hint="change it in an editor",
    )


def _ended(body: str, old: str, splices: Sequence[Splice]) -> str:
    """The new text; a block that now is the last of it gets its line end, without which readers of YAML differ."""
    put_last = any(end == len(old) and "\n" in text for _, end, text in splices)
    if put_last and body != old and not body.endswith("\n") and ends_in_block(body):
        return body + style_of(old).newline
    return body


def _count(records: int) -> str:
    return counted(records, "event") if records > 0 else "no event"


def _ways(file: OpenFile, whole: Outline, change: Change, style: Style) -> Iterator[list[Splice]]:
    """Ways to splice a change into a file, the finest first."""
    for coarse in (False, True):
        try:
            splices = remove(whole, change.removed) if change.removed else []
            for at, record in change.edited.items():
                splices += edit(whole, at, (file.parsed[at].record, record), style, coarse=coarse)
            for at, text in change.rewritten.items():
                splices.append(Splice(*record_span(whole, at), text))
        except Unspliceable:
            continue
        if change.added:
            yield from (splices + way for way in _appended(file, whole, change.added, style))
        else:
            yield splices


def _appended(
    file: OpenFile, start: Outline, records: Sequence[Record], style: Style
) -> Iterator[list[Splice]]:
    if not start.listed:
        raise Refused(
            f"{file.path}: holds a single event, and no list to add another to",
            hint=f"keep it in a folder of such files, and add to that: --data {file.path.parent}",
        )
    if start.root is not None and start.root.style and start.root.children:
        yield append_in_brackets(outline(file.body), records, style)
    else:
        if start.keyed and not start.records:
            yield append_below(start, records, style)
        yield from append(file.body, records, style)
        if start.root is not None:
            whole = outline(file.body)
            yield append_below(whole, records, style)
            if start.root.style:
                yield append_in_brackets(whole, records, style)


def record_span(whole: Outline, position: int) -> tuple[int, int]:
    """The own characters of a record: its lines, or in brackets what stands between its braces."""
    root = whole.root
    assert root is not None
    node = whole.records[position]
    if not whole.listed:
        return 0, len(whole.body)
    return (node.start, node.end) if root.style else item_span(whole.body, root, position)


def _outside_untouched(whole: Outline, change: Change, splices: Sequence[Splice], body: str) -> bool:
    """Whether the new text differs from the old one inside of the records that are meant to change, only.

    In brackets, commas and blanks between records may go, too.
    """
    old = whole.body
    spans = sorted(record_span(whole, at) for at in {*change.edited, *change.removed, *change.rewritten})
    bracketed = whole.root is not None and bool(whole.root.style) and whole.listed
    for start, end, _ in splices:
        at = bisect_right(spans, start, key=itemgetter(0)) - 1
        if not (at >= 0 and end <= spans[at][1]) and not (change.added and start == end):
            met = spans[max(at, 0) : bisect_left(spans, end, key=itemgetter(0))]
            outside = "".join(old[at] for at in range(start, end) if not any(a <= at < b for a, b in met))
            if not bracketed or outside.strip(" \t\r\n,"):
                return False
    if bracketed:
        return True
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return body.startswith(old[:first]) and (bool(change.added) or body.endswith(old[last:]))
