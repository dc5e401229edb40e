"""What a change would make of a file: planned as text, read back and compared before anybody may write it."""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from timeline.counting import counted
from timeline.errors import InvalidData, InvalidYaml, Refused
from timeline.identity import file_stem
from timeline.record import Record
from timeline.store.change import Change, OpenFile, Planned
from timeline.store.edit import edit
from timeline.store.files import unavailable
from timeline.store.own import record_span
from timeline.store.rereading import read_back
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
from timeline.tuples import NamedTuple
from timeline.yaml_outline import outline
from timeline.yaml_places import Outline
from timeline.yaml_text import parse_records
from timeline.yaml_write import Style, format_record


class Way(NamedTuple):
    """A way of changing a text: what is spliced into it, and what it then is."""

    splices: Sequence[Splice]
    body: str


def plan(collection: Path, files: Sequence[OpenFile], change: Change) -> tuple[Planned, ...]:
    """What a change makes of each file that it touches, verified."""
    planned: list[Planned] = []
    first = 0
    listing = _is_folder(collection)
    for file in files:
        places = range(first, first + len(file.parsed))
        first = places.stop
        part = Change(
            added=() if listing else change.added,
            brought=() if listing else change.brought,
            edited={at - places.start: change.edited[at] for at in places if at in change.edited},
            removed=frozenset(at - places.start for at in places if at in change.removed),
            rewritten={at - places.start: change.rewritten[at] for at in places if at in change.rewritten},
            above=change.above,
            judge=change.judge,
        )
        if part.new or part.edited or part.removed or part.rewritten:
            planned.append(plan_file(file, part))
    if listing:
        planned += [
            _new_file(collection, record, format_record(record, listed=False)) for record in change.added
        ]
        planned += [_new_file(collection, one.record, one.alone()) for one in change.brought]
    elif not files and change.new:
        planned.append(_new_list(collection, change))
    return tuple(one for one in planned if one.changes)


def _is_folder(collection: Path) -> bool:
    try:
        return collection.is_dir()
    except OSError as error:  # pragma: no cover - it has just been read
        raise unavailable(collection, error, "read") from error


def _new_list(path: Path, change: Change) -> Planned:
    """A file that is not there yet, in the style of what is brought."""
    style = Style(newline=next((one.newline for one in change.brought), "\n"))
    text = style.newline.join(change.items(style))
    _check_read_back(path, text, change.new)
    return Planned(path=path, file=None, new=text.encode())


def _new_file(folder: Path, record: Record, text: str) -> Planned:
    name = record.get("id")
    if not isinstance(name, str) or not name or "/" in name or name.startswith("."):
        raise Refused(
            "in a folder each event is a file named after its id, and this one has none",
            hint="give it one: timeline edit --where QUERY --new-id",
        )
    path = folder / f"{file_stem(name)}.yaml"
    if os.path.lexists(path):
        raise Refused(f"{path}: exists already", hint="choose another id: --id ID")
    _check_read_back(path, text, [record])
    return Planned(path=path, file=None, new=text.encode())


def _check_read_back(path: Path, text: str, records: Sequence[Record]) -> None:
    if [one.record for one in parse_records(text)] != records:  # pragma: no cover - a law of format_record
        raise Refused(f"{path}: does not read back as it was meant")


def plan_file(file: OpenFile, change: Change, style: Style | None = None) -> Planned:
    """The new bytes of a file that a change touches; what is new is written in a `style`, by default that of the file."""
    way = settled(file, change, style)
    if way is None:
        # Without its file, a symbolic link would lead nowhere, and the folder could no longer be read.
        return Planned(path=file.path, file=file.found, new=b"" if file.path.is_symlink() else None)
    return Planned(path=file.path, file=file.found, new=(file.mark + way.body).encode())


def settled(file: OpenFile, change: Change, style: Style | None = None) -> Way | None:
    """The first way of splicing a change into a file that reads back as meant; None where the file's one record goes."""
    meant = [
        change.edited.get(at, one.record) for at, one in enumerate(file.parsed) if at not in change.removed
    ] + change.new
    reason: InvalidData | None = None
    # Adding asks only where the list begins; the outline of 10,000 records takes a second.
    only_adding = not (change.edited or change.removed or change.rewritten)
    touched = {*change.edited, *change.removed, *change.rewritten}
    whole = outline(file.body, limit=1 if only_adding else None, inside=touched, apart=file.apart)
    if change.removed and not whole.listed:
        return None
    style = style or style_of(file.body)
    ways = _appended(file, whole, change, style) if only_adding else _ways(file, whole, change, style)
    for splices in ways:
        try:
            body = spliced(file.body, splices)
            ending = _ending(body, file.body, splices)
            body += "".join(one.text for one in ending)
            found = read_back(file, body)
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
                change.judge({**found[at]})
            meant = [found[at] if at in change.rewritten else one for at, one in enumerate(meant)]
        if found == meant and (only_adding or _outside_untouched(whole, change, splices, body)):
            return Way([*splices, *ending], body)
    why = f" ({reason.message})" if reason else ""
    raise Refused(
        f"{file.path}: this cannot be changed without touching other records{why}; nothing is written",
        hint="change it in an editor",
    )


def _ending(body: str, old: str, splices: Sequence[Splice]) -> list[Splice]:
    """The line end of a block that now is the last of a text: without it readers of YAML differ."""
    put_last = any(end == len(old) and "\n" in text for _, end, text in splices)
    if not put_last or body == old or body.endswith("\n"):
        return []
    from timeline.yaml_tracing import ends_in_block  # noqa: PLC0415 - the parser of YAML: 10 ms

    return [Splice(len(old), len(old), style_of(old).newline)] if ends_in_block(body) else []


def _count(records: int) -> str:
    return counted(records, "event") if records > 0 else "no event"


def _ways(file: OpenFile, whole: Outline, change: Change, style: Style) -> Iterator[list[Splice]]:
    """Ways to splice a change into a file, the finest first."""
    for coarse in (False, True):
        try:
            splices = remove(whole, change.removed, above=change.above) if change.removed else []
            for at, record in change.edited.items():
                splices += edit(whole, at, (file.parsed[at].record, record), style, coarse=coarse)
            for at, text in change.rewritten.items():
                splices.append(Splice(*record_span(whole, at), text))
        except Unspliceable:
            continue
        if change.new:
            yield from (splices + way for way in _appended(file, whole, change, style))
        else:
            yield splices


def _appended(file: OpenFile, start: Outline, change: Change, style: Style) -> Iterator[list[Splice]]:
    if not start.listed:
        raise Refused(
            f"{file.path}: holds a single event, and no list to add another to",
            hint=f"keep it in a folder of such files, and add to that: --data {file.path.parent}",
        )
    if start.root is not None and start.root.style and start.root.children:
        yield append_in_brackets(outline(file.body), change.items_in_brackets(style), style)
    else:
        items = change.items(style)
        if start.keyed and not start.records:
            yield append_below(start, items, style)
        yield from append(file.body, items, style)
        if start.root is not None:
            whole = outline(file.body, apart=file.apart)
            yield append_below(whole, items, style)
            if start.root.style:
                yield append_in_brackets(whole, change.items_in_brackets(style), style)


def _outside_untouched(whole: Outline, change: Change, splices: Sequence[Splice], body: str) -> bool:
    """Whether the new text differs from the old one inside of the records that are meant to change, only.

    In brackets, commas and blanks between records may go, too.
    """
    old = whole.body
    spans = sorted(
        record_span(whole, at, above=change.above and at in change.removed)
        for at in {*change.edited, *change.removed, *change.rewritten}
    )
    bracketed = whole.root is not None and bool(whole.root.style) and whole.listed
    for start, end, _ in splices:
        at = bisect_right(spans, start, key=itemgetter(0)) - 1
        if not (at >= 0 and end <= spans[at][1]) and not (change.new and start == end):
            met = spans[max(at, 0) : bisect_left(spans, end, key=itemgetter(0))]
            outside = "".join(old[at] for at in range(start, end) if not any(a <= at < b for a, b in met))
            if not bracketed or outside.strip(" \t\r\n,"):
                return False
    if bracketed:
        return True
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return body.startswith(old[:first]) and (bool(change.new) or body.endswith(old[last:]))
