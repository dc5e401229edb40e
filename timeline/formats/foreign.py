"""Files of another format as events: every row that is one, and what is wrong with each of the others."""

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from timeline.errors import InvalidData, Unavailable, UsageError
from timeline.formats import FORMATS, check_way, format_of
from timeline.formats.format import ALIKE, Format, ReadOptions, Row
from timeline.mapping import NOTHING, Mapping
from timeline.model import Event, Origin
from timeline.query.algebra import All, Predicate
from timeline.query.periods import Since, Until
from timeline.record import InvalidRecord, Problem, Record
from timeline.said.understood import DateReader
from timeline.sound import event_of
from timeline.store.files import files_of

_FOLDER = "notes"
_NOTES = (".md", ".markdown")
_NAMED = 3  # files of which the same is told
_KEPT = 1_000
"""Mistakes that are remembered one by one; of those beyond it only the last."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """What files say: their events and the mistakes in them, with their places, and how many rows there were.

    `guessed` is of each file what was guessed. `outside` rows are events that were not asked for, `alike` ones tell of an
    event that another row brings, and `bad` ones are none.
    `untold` mistakes are not among the `wrong` ones any more. A file that could not be read to its end is not `readable`.
    `mappings` are those by which the tables were read, and `sources` says that a bibliography was. `asked` is what must yet be asked of the events, when all their rows are
    known.
    """

    events: list[Event] = field(default_factory=list)
    wrong: list[InvalidData] = field(default_factory=list)
    guessed: list[list[str]] = field(default_factory=list)
    rows: int = 0
    outside: int = 0
    alike: int = 0
    bad: int = 0
    untold: int = 0
    readable: bool = True
    mappings: list[Mapping] = field(default_factory=list)
    sources: bool = False
    asked: Callable[[Event], bool] | None = None

    @property
    def of_sources(self) -> bool:
        """Whether the rows are sources of events that are there, and their own dates and titles say nothing."""
        return self.sources or any(mapping.rows == "sources" for mapping in self.mappings)

    def refuse(self, error: InvalidData) -> None:
        """Remember a mistake."""
        if len(self.wrong) < _KEPT:
            self.wrong.append(error)
        else:
            self.wrong[-1] = error
            self.untold += 1

    def learn(self, mapping: Mapping) -> None:
        """Remember by what mapping a table is read."""
        if mapping not in self.mappings:
            self.mappings.append(mapping)


def _unwatched(rows: Iterator[Row]) -> Iterator[Row]:
    return rows


def read_files(  # noqa: PLR0913 - how dates are read, what is asked for, and who watches
    files: Iterable[Path],
    name: str,
    date: DateReader,
    published: DateReader,
    *,
    mapping: Mapping = NOTHING,
    asked: Callable[[Event], bool] | None = None,
    watched: Callable[[Iterator[Row]], Iterator[Row]] = _unwatched,
) -> Reading:
    """Read files in the format of that name, or where it is "" each in that which its own name says.

    `date` reads the dates of events, `published` those of sources.

    Of the events those that are `asked` for are kept, so that a long file costs no more than what it is read for.
    """
    reading = Reading()
    terms: Sequence[tuple[frozenset[str], Callable[[Event], bool]]] = ()
    if isinstance(asked, Predicate):
        # Only for those who ask: what a query can ask for costs some milliseconds to import.
        from timeline.query import reads  # noqa: PLC0415

        asked, reading.asked = reads.of_rows_and_of_events(asked)
        terms = [*reads.terms(asked)]
    for given in files:
        listed = name in ("", _FOLDER) and os.path.isdir(given)  # noqa: PTH112 - Path's own raises for a name that is too long
        guessed: dict[str, list[Path]] = {}
        for file in _notes_in(given) if listed else (given,):
            notes: list[str] = []
            options = ReadOptions(
                date=date,
                published=published,
                note=notes.append,
                mapping=mapping,
                learned=reading.learn,
                asked=terms,
                period=_period(asked),
                name=file.stem,
            )
            form = _to_read(_FOLDER if listed else name or format_of(file))
            _check_alike(form, reading, asked)
            read_file(file, form, options, reading, asked=asked, watched=watched)
            for line in notes:
                guessed.setdefault(line, []).append(file)
        reading.guessed.append([_guessed(line, there) for line, there in guessed.items()])
    return reading


def _check_alike(form: Format, reading: Reading, asked: Callable[[Event], bool] | None) -> None:
    """Refuse sources where events are asked for, or beside events: what becomes of them is another thing."""
    if form.sources and asked is not None:
        raise UsageError(
            "--where, --since and --until choose among events, and these are sources",
            hint="leave them out: sources come to the events that name them",
        )
    if reading.rows and form.sources != reading.of_sources:
        raise UsageError(
            "some of the files have events, and others sources", hint="import them one after the other"
        )
    reading.sources |= form.sources


def _notes_in(folder: Path) -> Sequence[Path]:
    if found := files_of(folder, _NOTES):
        return found
    raise Unavailable(
        f"{folder}: no Markdown note in this folder", hint="name the files: timeline import folder/*.csv"
    )


def _guessed(line: str, files: Sequence[Path]) -> str:
    """What was guessed of a file, or alike of several."""
    if len(files) == 1:
        return f"{files[0]}:{line}"
    more = ", …" if len(files) > _NAMED else ""
    names = ", ".join(str(file) for file in files[:_NAMED])
    return f"{line.partition(': ')[2]} (in {len(files):,} files: {names}{more})"


def _period(asked: Callable[[Event], bool] | None) -> tuple[int | None, int | None]:
    """The first and the last day that a query asks for, where each of its terms must hold."""
    terms = asked.parts if isinstance(asked, All) else (asked,)
    starts = [day for one in terms if isinstance(one, Since) and (day := one.date.first_day) is not None]
    ends = [day for one in terms if isinstance(one, Until) and (day := one.date.last_day) is not None]
    return max(starts, default=None), min(ends, default=None)


def _to_read(name: str) -> Format:
    check_way(name, "in")
    return FORMATS.load(name)


def read_file(  # noqa: PLR0913 - as above
    file: Path,
    form: Format,
    options: ReadOptions,
    reading: Reading,
    *,
    asked: Callable[[Event], bool] | None = None,
    watched: Callable[[Iterator[Row]], Iterator[Row]] = _unwatched,
) -> None:
    """Read the events of a file, each with its place, and the mistakes in it, which begin with theirs."""
    assert form.read is not None
    with open_bytes(file) as stream:
        try:
            take_rows(file, watched(form.read(stream, options)), reading, asked)
        except InvalidData as error:
            reading.readable = False
            reading.refuse(InvalidData(f"{file}:{error.message}", hint=error.hint))


def take_rows(
    file: Path, rows: Iterable[Row], reading: Reading, asked: Callable[[Event], bool] | None = None
) -> None:
    """Take the events of a file's rows, each with its place, and the mistakes in them."""
    path, line, wrong = str(file), 0, False
    for at, row in rows:
        # Several mistakes on a line are one row's, and everything else is a row: the events of a repeated one, too.
        again = at == line and wrong and isinstance(row, InvalidData)
        reading.rows += not again
        line, wrong = at, isinstance(row, InvalidData)
        if row is None or row is ALIKE:
            reading.outside += row is None
            reading.alike += row is ALIKE
            continue
        try:
            if isinstance(row, InvalidData):
                raise row
            record = _as_event(row, at) if reading.of_sources else row
            event = event_of(record, Origin(path, at))
        except InvalidData as error:
            reading.bad += not again
            for told in _told(error, at, reading.mappings[-1:]):
                reading.refuse(InvalidData(f"{file}:{told.message}", hint=told.hint))
        else:
            if asked is None or asked(event):
                reading.events.append(event)
            else:
                reading.outside += 1


def _as_event(record: Record, line: int) -> Record:
    """A record of a source alone, as that of an event."""
    sources = record.get("sources")
    source = sources[0] if isinstance(sources, list) and sources else {}
    if not (isinstance(source, dict) and any(source.get(name) for name in ("url", "title", "key"))):
        raise InvalidData(f"{line}: a source without an address", hint="fill it in, or take the row out")
    return {"date": "2000", "title": "a source"} | record


def _told(error: InvalidData, line: int, mappings: Sequence[Mapping]) -> Iterator[InvalidData]:
    """The mistakes of a row, as they are told: of a field, with the column that it is made of."""
    if not isinstance(error, InvalidRecord):
        yield error
        return
    for one in error.problems:
        missing = one.code == "E201"  # whose hint is for a file of YAML
        hint = (
            "fill it in, or take the row out" if missing else one.hint or "--map says what a field is made of"
        )
        yield InvalidData(f"{line}: {one.message}{_column(one, mappings)}", hint=hint)


def _column(problem: Problem, mappings: Sequence[Mapping]) -> str:
    name = str(problem.field[0])
    recipes = next((mapping.fields.get(name, ()) for mapping in mappings), ())
    return f' (column "{"+".join(recipes)}")' if recipes and recipes != (name,) else ""


def open_bytes(file: Path) -> BinaryIO:
    """The bytes of a file; those of a pipe are read to their end, because a reader looks ahead and goes back."""
    try:
        stream = file.open("rb")
        if stream.seekable():
            return stream
        with stream:
            return io.BytesIO(stream.read())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unavailable(f"{file}: cannot read it: {reason}", hint="name a file that is there") from None
