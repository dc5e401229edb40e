"""A file of another format as events: every row that is one, and what is wrong with each of the others."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import InvalidData, Unavailable
from timeline.formats import FORMATS, check_way, format_of
from timeline.formats.format import Format, ReadOptions
from timeline.model import Event, Origin
from timeline.record import InvalidRecord
from timeline.said.understood import DateReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What files say: their events, the mistakes in them, and of each file what was guessed, all with their places."""

    events: Sequence[Event]
    wrong: Sequence[InvalidData]
    guessed: Sequence[Sequence[str]]


def read_files(files: Iterable[Path], name: str, date: DateReader, published: DateReader) -> Reading:
    """Read files in the format of that name, or where it is "" each in that which its own name says.

    `date` reads the dates of events, `published` those of sources.
    """
    events: list[Event] = []
    wrong: list[InvalidData] = []
    guessed: list[list[str]] = []
    for file in files:
        notes: list[str] = []
        form = _to_read(name or format_of(file))
        found, mistakes = read_file(
            file, form, ReadOptions(date=date, published=published, note=notes.append)
        )
        events += found
        wrong += mistakes
        guessed.append([f"{file}:{line}" for line in notes])
    return Reading(events=events, wrong=wrong, guessed=guessed)


def _to_read(name: str) -> Format:
    check_way(name, "in")
    return FORMATS.load(name)


def read_file(file: Path, form: Format, options: ReadOptions) -> tuple[list[Event], list[InvalidData]]:
    """The events of a file, each with its place, and the mistakes in it, which begin with theirs."""
    events: list[Event] = []
    wrong: list[InvalidData] = []

    def refuse(message: str, hint: str | None) -> None:
        wrong.append(InvalidData(f"{file}:{message}", hint=hint))

    text = _text(file)
    assert form.read is not None
    try:
        for line, row in form.read(io.StringIO(text, newline=""), options):
            if isinstance(row, InvalidData):
                refuse(row.message, row.hint)
                continue
            try:
                events.append(Event.from_record(row, Origin(path=str(file), line=line)))
            except InvalidRecord as error:
                for one in error.problems:
                    missing = one.code == "E201"  # whose hint is for a file of YAML
                    hint = "fill it in, or take the row out" if missing else one.hint
                    refuse(f"{line}: {one.message}", hint)
    except InvalidData as error:
        refuse(error.message, error.hint)
    return events, wrong


def _text(file: Path) -> str:
    """What a file says: UTF-8, or UTF-16 where a mark says so."""
    try:
        data = file.read_bytes()
        return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file}: byte {error.object[error.start]:#04x} is not {error.encoding.upper()}"
        raise InvalidData(message, hint="save it as UTF-8") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unavailable(f"{file}: cannot read it: {reason}", hint="name a file that is there") from None
