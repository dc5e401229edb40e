"""The records of a file's text, and what is wrong with it as YAML, read to the end whatever is wrong."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from timeline.checks.finding import Finding, PlacedRecord, place_record
from timeline.errors import InvalidYaml
from timeline.model import Origin
from timeline.record import LIST_KEY, ParsedRecord
from timeline.store.read import LineRecord
from timeline.tuples import NamedTuple
from timeline.yaml_text import parse_records

_record_start = re.compile(r"^-(?=[ \t\r\n])", re.MULTILINE)
# The first record under LIST_KEY, behind nothing but blank lines and comments, and a line that is none of a list there.
_keyed_start = re.compile(
    rf"""^(["']?){LIST_KEY}\1[ \t]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?P<indent> *)(?=-[ \t\r\n])""",
    re.MULTILINE,
)
_keyed_end = re.compile(r"^[^\s#-]", re.MULTILINE)
_line_end = re.compile("\n")
# A word for nothing, or a "#" that may cut a text off: what a text must hold for a second look. By itself a word is looked
# for in a third of the time.
_SUSPECTS = {
    "#": re.compile(r"#(?<=[ \t]#)\w"),
    **{
        word: re.compile(rf"{word}(?<![^\s,:\[{{-]{word})(?![^\s,\]}}])")
        for word in ("null", "Null", "NULL", "~")
    },
}
_document_start = re.compile(r"^---(?=\s|\Z)", re.MULTILINE)


class CheckedFile(NamedTuple):
    """A file as checks see it: its records, and what was wrong before there were records."""

    path: str
    text: str
    records: tuple[PlacedRecord, ...]
    findings: tuple[Finding, ...]

    def locate(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """The findings in this file, each with the line of its field instead of that of its record."""
        if not findings:
            return
        # The parser of YAML: 10 ms, where something is found.
        from timeline.checks.places import Places  # noqa: PLC0415

        places = Places(self.text, [one.origin.line for one in self.records])
        for one in findings:
            located = one.field and one.number is not None
            yield one._replace(line=places.line(one.number, one.field)) if located else one  # type: ignore[arg-type]


def read_text(path: str, text: str, known: Sequence[LineRecord] | None = None) -> CheckedFile:
    """The records of a text without a byte order mark, each checked on its own, and everything wrong with its YAML.

    Its records may be `known`: then nothing is wrong with the latter.

    After a mistake that ends the YAML, the records that begin at the left edge are read one by one, so that one broken
    record does not hide the others.
    """
    wrong: list[InvalidYaml] = []
    remarks: tuple[Finding, ...] = ()
    try:
        parsed: Sequence[LineRecord | ParsedRecord] = parse_records(text, wrong) if known is None else known
    except InvalidYaml as error:
        wrong.append(error)
        parsed, found = _read_apart(text) if error.code != "E105" else ((), [])
        wrong = found if error.code in {one.code for one in found} else [*wrong, *found]
    else:
        remarks = _remarks(text, path)
    findings = [
        Finding(code=one.code, message=one.message, hint=one.hint, path=path, line=one.line)
        for one in sorted(wrong, key=lambda one: one.line)
    ]
    records = tuple(
        place_record(one.record, Origin(path=path, line=one.line), number)
        for number, one in enumerate(parsed)
    )
    return CheckedFile(path=path, text=text, records=records, findings=(*findings, *remarks))


def _remarks(text: str, path: str) -> tuple[Finding, ...]:
    """What stands in a text without quotation marks, and is read as something else than it looks like."""
    if not any(word in text and suspect.search(text) for word, suspect in _SUSPECTS.items()):
        return ()
    from timeline.checks.unquoted import unquoted  # noqa: PLC0415 - the parser, as above

    return tuple(unquoted(text, path))


def _read_apart(text: str) -> tuple[Sequence[ParsedRecord], list[InvalidYaml]]:
    """The records that begin at the left edge, or under `events:`, each read on its own, and what is wrong with the others."""
    starts, end = _record_starts(text)
    wrong: list[InvalidYaml] = []
    records: list[ParsedRecord] = []
    if len(starts) < 2 or _document_start.search(text, 3):
        return records, wrong
    ends = [found.start() for found in _line_end.finditer(text)]
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        above = bisect_right(ends, start)
        try:
            parsed = parse_records(text[start:stop])
        except InvalidYaml as error:
            # An alias may have its anchor in another record: only the whole file can tell.
            if error.code != "E106":
                wrong.append(
                    InvalidYaml(error.message, line=above + error.line, code=error.code, hint=error.hint)
                )
        else:
            records += [ParsedRecord(one.record, above + one.line) for one in parsed]
    return records, wrong


def _record_starts(text: str) -> tuple[list[int], int]:
    """Where the lines of each record seem to begin, and where those of the last one end."""
    keyed = _keyed_start.search(text)
    if keyed is None:
        return [found.start() for found in _record_start.finditer(text)], len(text)
    start = keyed.start("indent")
    dashes = re.compile(rf"^{keyed['indent']}-(?=[ \t\r\n])", re.MULTILINE)
    behind = _keyed_end.search(text, start)
    end = behind.start() if behind else len(text)
    return [found.start() for found in dashes.finditer(text, start, end)], end
