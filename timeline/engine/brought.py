"""Other people's tables as tables of ours: mapped, merged and named as an import does it, by an engine."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any

from timeline.engine.distinct import Distinct, load
from timeline.engine.identified import give_ids
from timeline.engine.merged import group, rows_for_python, unite
from timeline.engine.planned import Plan, planned
from timeline.engine.raw import Source, create_raw, lines_at, lines_of, take_lines
from timeline.engine.rowwise import make_rows
from timeline.errors import InvalidData
from timeline.formats import format_of
from timeline.formats.csv import COLUMNS
from timeline.formats.delimited import table_of
from timeline.formats.foreign import Reading, open_bytes, take_rows
from timeline.formats.format import ReadOptions, Row
from timeline.formats.parquet import row_of
from timeline.formats.parquet_table import GIVEN, LISTS, NAMED, Named, working_in
from timeline.formats.recipe import key
from timeline.formats.rows import reader_of
from timeline.formats.text import opened
from timeline.model import Event
from timeline.record import Record
from timeline.tuples import NamedTuple
from timeline.upkeep.intake import Retold, intake, precedence
from timeline.upkeep.origins import row_id, signs
from timeline.upkeep.uniting import united

_CSV = "csv"


class Made(NamedTuple):
    """How many events there are, and what a person should hear of those that look like another."""

    events: int
    merged: int
    retold: Sequence[Retold]


class Bringing:
    """Files that an engine reads; whatever it does not read in the same way it leaves to Python, row by row or all of it."""

    def __init__(self, duckdb: Any, folder: Path, files: Sequence[Path], options: ReadOptions) -> None:
        self._duckdb = duckdb
        self._connection = working_in(duckdb, folder)
        # What is committed is copied once more: of 1,000,000 rows 0.9 s.
        self._connection.begin()
        self._folder, self._files, self._options = folder, files, options
        self.reading = Reading()
        self._noted: list[str] = []
        self._plan: Plan | None = None
        self._events: dict[int, Event] = {}

    def read(self, name: str) -> bool:
        """Read the rows; False where it takes Python to read them all."""
        for number, file in enumerate(self._files):
            notes: list[str] = []
            if (name or format_of(file)) != _CSV or not file.is_file():
                return False
            head = self._begin(file, notes)
            if head < 0 or self._plan is None:
                return False
            mapping = self._plan.reader.mapping
            lines = lines_of(file, quoted_cells=mapping.quoted)
            if lines is None or lines.number <= head:
                return False
            if not number:
                create_raw(self._connection, self._plan)
            try:
                outside = take_lines(self._connection, self._plan, Source(number, file, lines, head))
            except self._duckdb.Error:  # of a line with more cells than any, for one
                return False
            if outside < 0:
                return False
            self.reading.rows += outside
            self.reading.outside += outside
            self.reading.guessed.append([f"{file}:{line}" for line in dict.fromkeys(notes)])
        return True

    def _begin(self, file: Path, notes: list[str]) -> int:
        """Find out what the columns of a file are; how many lines stand above its rows, or -1 where it is not for the engine."""
        options = self._options_of(file, notes.append)
        with suppress(InvalidData), open_bytes(file) as stream, opened(stream, options) as text:
            if text.encoding not in ("utf-8-sig", "utf-8"):
                return -1
            table = table_of(text, options, COLUMNS)
            text.seek(0)
            first = text.readline()
            if first.lower().lstrip('\ufeff"').startswith("sep=") or (
                options.mapping.columns and first[:1] == "\ufeff"
            ):
                return -1
            reader = reader_of(table, options)
            silent = self._options_of(file, self._noted.append)
            plan = planned(table, reader.mapping, reader, silent)
            there = self._plan
            if plan is None or (
                there and (there.reader.table.names != table.names or there.reader.mapping != reader.mapping)
            ):
                return -1
            self._plan = plan
            if not options.mapping.columns:
                return table.line
            cells = first.rstrip("\r\n").split(reader.mapping.delimiter or ",")
            return int([*map(key, cells)] == [*map(key, options.mapping.columns)])
        return -1

    def _options_of(self, file: Path, note: Any) -> ReadOptions:
        given = self._options
        return ReadOptions(
            date=given.date,
            published=given.published,
            note=note,
            mapping=given.mapping,
            learned=self.reading.learn,
            name=file.stem,
        )

    def know(self) -> bool:
        """Find out what the rows say, and which tell one event; False where it takes Python to read them all."""
        plan, connection = self._plan, self._connection
        assert plan
        make_rows(connection, plan, Distinct(connection, self._folder, plan, self._noted))
        bad = connection.execute("SELECT number, file, line FROM rows WHERE bad ORDER BY number").fetchall()
        ((good, wanted),) = connection.execute(
            "SELECT (SELECT count(*) FROM raw) - count(*) FILTER (bad), count(*) FILTER (NOT bad) FROM rows"
        ).fetchall()
        self.reading.rows += good
        self.reading.outside += good - wanted
        self._read_lines(bad)
        told = [(number, _sign(event), row_id(event)) for number, event in self._events.items()]
        return group(connection, plan, told)

    def _read_lines(self, rows: Sequence[tuple[int, int, int]], reading: Reading | None = None) -> None:
        """Read rows by Python, each by its number, file and line; what is wrong is told as of every other."""
        assert self._plan
        reading = reading or self.reading
        reader = self._plan.reader
        for number, file in enumerate(self._files):
            numbers = {line: at for at, of, line in rows if of == number}
            if numbers:
                lines = lines_at(file, [*numbers])
                before = len(reading.events)
                take_rows(file, _rows(reader, lines), reading)
                for event in reading.events[before:]:
                    assert event.origin
                    self._events[numbers[event.origin.line]] = event

    def make(self) -> Made:
        """Make the events of the rows, each with its id."""
        connection = self._connection
        # What they say is counted already.
        self._read_lines(rows_for_python(connection), Reading(mappings=self.reading.mappings))
        ((rows, events),) = connection.execute("SELECT sum(times)::BIGINT, count(*) FROM groups").fetchall()
        alike: dict[str, list[tuple[int, Event]]] = {}
        for number, event in sorted(self._events.items()):
            alike.setdefault(_sign(event), []).append((number, event))
        retold: list[Retold] = []
        made = []
        for sign, several in alike.items():
            number, record, told = _one(sign, several)
            retold += told
            made.append({**row_of(Event.from_record(record)), "id": "", "number": number})
        load(connection, self._folder, "of_python", GIVEN, made)
        assert self._plan
        unite(connection, self._plan)
        give_ids(connection, self._folder)
        retold.sort(key=lambda one: (self._place(one[0]), one[0].origin.line if one[0].origin else 0))
        return Made(events, (rows or 0) - events, retold)

    def _place(self, event: Event) -> int:
        assert event.origin
        return [str(file) for file in self._files].index(event.origin.path)

    def write(self, path: Path, write_rows: Callable[[Any, str, str, Path], None]) -> None:
        """Write the table, or a folder of tables."""
        names = Named()
        for name in NAMED:
            one = f"unnest({name})" if name in LISTS else name
            found = self._connection.execute(f"SELECT DISTINCT {one} FROM events").fetchall()  # noqa: S608 - ours
            names.meet(name, sorted(text for (text,) in found))
        rows = "(SELECT events.* REPLACE (named.id AS id) FROM events JOIN named USING (number))"
        write_rows(self._connection, rows, str(names), path)


def _rows(reader: Any, lines: dict[int, bytes]) -> Iterator[Row]:
    """The rows of some lines of a file, without quotation marks that mean anything."""
    for at, line in sorted(lines.items()):
        text = line.decode("utf-8").rstrip("\r\n")
        delimiter = reader.mapping.delimiter or ","
        for cells in csv.reader(
            StringIO(text), delimiter=delimiter, quoting=csv.QUOTE_NONE, skipinitialspace=True
        ):
            if any(cell.strip() for cell in cells):
                for row in reader.read(cells, at):
                    yield at, row


def _one(sign: str, several: Sequence[tuple[int, Event]]) -> tuple[int, Record, Sequence[Retold]]:
    """The event that some rows tell: its number, its record without an id, and which rows differ from it."""
    events = [event for _, event in several]
    if sign[:4] != "told":
        (event,), _, _ = united(events)
        return several[0][0], event.to_record(), ()
    taken = intake(events, ())
    first = min(several, key=lambda one: precedence(one[1]))
    record = dict(taken.records[0])
    del record["id"]
    return first[0], record, taken.retold


def _sign(event: Event) -> str:
    """What knows a row again, as the engine has it."""
    for sign in signs(event)[:1]:
        _, name, text = sign  # type: ignore[misc]
        return f"{name}\x1f{text}"  # type: ignore[has-type]
    return "\x1f".join(["told", event.date.text, event.title.strip(), "\x1f".join(sorted({*event.actors}))])
