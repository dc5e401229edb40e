"""A collection held open while a person goes through it, so that a change costs its own record and not a read of all.

Of 10,000 records, reading, finding the places and reading back take seconds; who answers one question after another
waits for none of that. Before each change what is held is compared with the files, and what is no longer so is read
again.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from timeline.errors import TimelineError
from timeline.frozen import dataclass
from timeline.record import Record
from timeline.store.change import Change, OpenFile, Planned, open_file, records_of
from timeline.store.files import FileState, files_of, read_bytes, unavailable
from timeline.store.own import reads_as
from timeline.store.planning import plan, plan_file
from timeline.store.read import LineRecord, StoredRecord
from timeline.store.style import style_of
from timeline.yaml_outline import outline
from timeline.yaml_places import Outline, item_span
from timeline.yaml_text import parse_records

# Where an anchor can begin; "AT&T" and "?a=1&b=2" hold none. What is taken for one costs time, and nothing else.
_ANCHOR = re.compile(r"(?<![^\s\[{,:?-])&\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A file, and the own lines of each of its records; none where these cannot be told from one another."""

    file: OpenFile
    spans: Sequence[tuple[int, int]]

    def piece(self, at: int) -> str:
        """A record's own lines with all that stands between it and the next; "" where it does not stand alone.

        Alone it means what it means in the file: no anchor of it is used elsewhere, and it uses none from there.
        """
        body, start = self.file.body, self.spans[at][0]
        last = at + 1 == len(self.spans)
        end = len(body) if last else self.spans[at + 1][0]
        if (last and body[self.spans[at][1] :].strip()) or body[:start][-1:] not in ("", "\n"):
            return ""
        own = body[start:end]
        return own if not _ANCHOR.search(own) and reads_as(own, self.file.parsed[at].record) else ""

    def edited(self, at: int, record: Record) -> "_Known | None":
        """The file with one record changed; None where that takes more than the record's own text."""
        own, old = self.piece(at), self.file.parsed[at]
        if not own:
            return None
        alone = self.file._replace(mark="", body=own, parsed=(old,), apart=False)
        try:
            planned = plan_file(alone, Change(edited={0: record}), style_of(self.file.body))
        except TimelineError:
            return None
        new = (planned.new or b"").decode()
        dash = own.index("-") + 1
        if new[:dash] != own[:dash] or new.endswith("\n") != own.endswith("\n"):
            return None
        start = self.spans[at][0]
        span = [(start + first, start + last) for first, last in _spans(outline(new))]
        longer, lines = len(new) - len(own), new.count("\n") - own.count("\n")
        line = old.line + parse_records(new)[0].line - parse_records(own)[0].line
        return self._with(
            self.file.body[:start] + new + self.file.body[start + len(own) :],
            (*self.file.parsed[:at], LineRecord(record, line), *_moved(self.file.parsed[at + 1 :], lines)),
            (*self.spans[:at], *span, *_shifted(self.spans[at + 1 :], longer)),
        )

    def without(self, at: int) -> "_Known | None":
        """The file with one record taken out; None where that takes more than the record's own text."""
        own, body, (start, end) = self.piece(at), self.file.body, self.spans[at]
        if not own or len(self.spans) == 1:
            return None
        # The blank lines around it come together, and a text above that keeps its own would take them for such.
        gap = own[end - start :]
        if at and not reads_as(self.piece(at - 1) + gap, self.file.parsed[at - 1].record):
            return None
        lines = -body.count("\n", start, end)
        return self._with(
            body[:start] + body[end:],
            (*self.file.parsed[:at], *_moved(self.file.parsed[at + 1 :], lines)),
            (*self.spans[:at], *_shifted(self.spans[at + 1 :], start - end)),
        )

    def _with(self, body: str, parsed: Sequence[LineRecord], spans: Sequence[tuple[int, int]]) -> "_Known":
        data = (self.file.mark + body).encode()
        return _Known(file=self.file._replace(data=data, body=body, parsed=parsed, apart=False), spans=spans)


class Held:
    """The files of a collection as they were last read or written."""

    def __init__(self, collection: Path) -> None:
        self.collection = collection
        self._files: dict[Path, OpenFile] = {}
        self._known: dict[Path, _Known] = {}

    def files(self) -> tuple[OpenFile, ...]:
        """The files as they are now; only those that have changed are read again."""
        self._files = {path: self._now(path) for path in files_of(self.collection)}
        return tuple(self._files.values())

    def planned(self, decide: Callable[[Sequence[StoredRecord]], Change]) -> tuple[Planned, ...]:
        """What becomes of the files as `decide` says, which is given their records as they are now."""
        files = self.files()
        return self.plan(files, decide(records_of(files)))

    def plan(self, files: Sequence[OpenFile], change: Change) -> tuple[Planned, ...]:
        """What a change makes of the files: of one record that stands alone, by its own text; else as any other."""
        places = [*change.edited, *change.removed]
        if len(places) == 1 and not (change.added or change.rewritten):
            firsts = [0, *accumulate(len(file.parsed) for file in files)]
            number = bisect_right(firsts, places[0]) - 1
            file, at = files[number], places[0] - firsts[number]
            known = self._looked_into(file)
            if known.spans:
                new = known.edited(at, change.edited[places[0]]) if change.edited else known.without(at)
                if new:
                    self._known[file.path] = new
                    planned = Planned(path=file.path, file=file.found, new=new.file.data)
                    return (planned,) if planned.new != file.data else ()
        return plan(self.collection, files, change)

    def _now(self, path: Path) -> OpenFile:
        """A file as it is now."""
        held, known = self._files.get(path), self._known.get(path)
        try:
            if held is not None and FileState.from_stat(path.stat()) == held.state:
                return held
        except OSError as error:
            raise unavailable(path, error, "read") from error
        data, state = read_bytes(path)
        if known is not None and known.file.data == data:
            return known.file._replace(state=state)
        return open_file(path, data, state, held)

    def _looked_into(self, file: OpenFile) -> _Known:
        """A file with the places of its records, which are looked for once."""
        known = self._known.get(file.path)
        if known is None or known.file.data != file.data:
            known = _Known(file=file, spans=_spans(outline(file.body, inside=(), apart=file.apart)))
        known = self._known[file.path] = replace(known, file=file)
        return known


def _spans(whole: Outline) -> list[tuple[int, int]]:
    """The own lines of each record; none where they stand in brackets, or in no list."""
    root = whole.root
    if root is None or root.style or not whole.listed:
        return []
    return [item_span(whole.body, root, at) for at in range(len(root.children))]


def _moved(parsed: Sequence[LineRecord], lines: int) -> Sequence[LineRecord]:
    """Records that stand so many lines further down."""
    return [LineRecord(record, line + lines) for record, line in parsed] if lines else parsed


def _shifted(spans: Sequence[tuple[int, int]], characters: int) -> Sequence[tuple[int, int]]:
    """Spans that begin and end so many characters further on."""
    return [(start + characters, end + characters) for start, end in spans]
