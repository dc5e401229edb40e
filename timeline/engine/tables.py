"""Tables of events, opened for an engine: Parquet as we write it, and what is made such a table first: CSV, JSON Lines, and YAML beside them.

Each row has a number, `row`, by the order of the files and its place in its own; `file` is what the user calls that file.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

from timeline.engine.rows import FETCHED, MAKE_ANEW, event_of
from timeline.errors import InvalidData, Refused, shown
from timeline.formats import FORMATS, format_of
from timeline.formats import parquet_table as columns
from timeline.formats.format import ReadOptions
from timeline.formats.joined import JOINED, NOBODY, joined, names_of
from timeline.formats.parquet import write
from timeline.formats.parquet_table import AFTER_ALL, BEFORE_ALL
from timeline.model import Event, Origin
from timeline.record import InvalidRecord
from timeline.registry import optional
from timeline.store.files import ENDINGS, TABLES, files_of, is_table, opened, unavailable
from timeline.store.read import read_events
from timeline.tuples import NamedTuple

_ROWS = 1 << 40  # of a file, at most: what a row's number is counted in
_AT_ONCE = 2048  # rows
_MEMORY = "1GB"  # above which the engine writes what it sorts or groups to disk
_SELDOM = ("rivals", "leans")  # the columns of truth that are false of most files
_MOST_KIN = 10_000
_MISSING = "reading tables needs DuckDB and narwhals"


class _File(NamedTuple):
    """A file as the user calls it, where its Parquet stands, and what that says of all its rows.

    `names` are those that its metadata lists, by column, `columns` which there are. `plain` are columns of truth in which
    nothing is true, `days` the first and the last by which the rows are ordered.
    """

    name: str
    place: Path
    ours: bool
    names: Mapping[str, Sequence[str]]
    columns: frozenset[str]
    plain: frozenset[str]
    days: tuple[int, int] | None


class Table:
    """The rows of files, as a lazy frame of narwhals; those that are `called` otherwise than where they stand were made for it, and go with their folder."""

    def __init__(self, collections: Iterable[Path], called: Mapping[Path, str] = {}) -> None:
        self._called = called
        for path in called:
            finalize(self, rmtree, path.parent, ignore_errors=True)
        self.duckdb = optional("duckdb", _MISSING, "engine")
        self.nw = optional("narwhals.stable.v2", _MISSING, "engine")
        self._folder = mkdtemp(prefix="timeline-")
        finalize(self, rmtree, self._folder, ignore_errors=True)
        self._connection = self.duckdb.connect(
            config={"temp_directory": self._folder, "memory_limit": _MEMORY}
        )
        self._connection.execute("SET parquet_metadata_cache = true")
        self._kept = 0
        every = chain.from_iterable(
            files_of(collection, TABLES if is_table(collection) else ENDINGS) for collection in collections
        )
        self.files = [self._opened(path) for path in every]
        self.frame = self.nw.from_native(self._connection.sql(self._select()))

    @property
    def always(self) -> Any:
        """An expression that is true of every row: narwhals filters by no constant."""
        return self.nw.col("row") >= 0

    @property
    def never(self) -> Any:
        """An expression that is true of none."""
        return self.nw.col("row") < 0

    @property
    def ordered(self) -> bool:
        """Whether the rows stand in the order of dates: those of one file that we wrote, or of several one behind the other."""
        days = [file.days for file in self.files if file.days]
        apart = all(before[1] < after[0] for before, after in pairwise(days))
        return apart and all(file.ours for file in self.files)

    def none(self, column: str) -> bool:
        """Whether a column of truth is known to be true of no row."""
        return all(column in file.plain for file in self.files)

    def origin(self, row: int) -> Origin:
        """Where a row stands."""
        return Origin(self.files[row // _ROWS].name, row % _ROWS + 1)

    def rows(self, frame: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a frame that is made of this one's, fetched some at a time; InvalidData where a file is damaged."""
        try:
            cursor = self._connection.cursor()
            cursor.execute(frame.to_native().sql_query())
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from rows
        except self.duckdb.Error as error:
            raise self._damaged() from error

    def number(self, frame: Any) -> int:
        """How many rows a frame has."""
        ((found,),) = self.rows(frame.select(self.nw.len()))
        return int(found)

    def keep(self, numbers: Iterable[int], column: str) -> Any:
        """Numbers of rows as a frame to join, in which a column of that name is true."""
        self._kept += 1
        name = f"kept_{self._kept}"
        self._connection.execute(
            f"CREATE TABLE {name} AS SELECT unnest(?::BIGINT[]) AS row, true AS {column}", [list(numbers)]
        )
        return self.nw.from_native(self._connection.table(name))

    def names(self, column: str) -> list[str]:
        """Every text that a column has, or its lists: by the metadata where that says it, else asked of the engine."""
        if all(column in file.names for file in self.files):
            return list(dict.fromkeys(chain.from_iterable(file.names[column] for file in self.files)))
        return self._asked(column)

    def _asked(self, column: str) -> list[str]:
        told = self.rows(self.frame.select(JOINED.get(column, column)).unique())
        if column in JOINED:
            return list(dict.fromkeys(chain.from_iterable(names_of(text) for (text,) in told)))
        return [name for (name,) in told]

    def events(self, frame: Any) -> Iterator[Event]:
        """The events of a frame's rows, made as they are fetched; of those that others narrow always the same."""
        return map(self.event, self.rows(frame.select(*FETCHED)))

    def numbered(self, frame: Any) -> Iterator[tuple[int, Event]]:
        """The events of a frame's rows, each with its row."""
        for row in self.rows(frame.select(*FETCHED)):
            yield row[-1], self.event(row)

    def event(self, row: Sequence[Any]) -> Event:
        """The event of a row of the columns FETCHED."""
        return self.kin.get(row[-1]) or event_of(row, self.origin(row[-1]))

    @cached_property
    def kin(self) -> Mapping[int, Event]:
        """The events that say what they follow or precede, and those of which they say it, by their rows."""
        if self.none("leans"):
            return {}
        col = self.nw.col
        found = self._some(self.frame.filter(col("leans")))
        named = {one for event in found.values() for one in (*event.after, *event.before)}
        if named:
            found |= self._some(self.frame.filter(col("id").is_in(sorted(named)) & ~col("leans")))
        return dict(sorted(found.items()))

    def _some(self, frame: Any) -> dict[int, Event]:
        """The events of some rows, by these; Refused where they are many."""
        if self.number(frame) > _MOST_KIN:
            raise Refused(
                f"more than {_MOST_KIN:,} rows say what they follow or precede, which is asked of each other row",
                hint="leave `after` and `before` out of the table",
            )
        return {row[-1]: event_of(row, self.origin(row[-1])) for row in self.rows(frame.select(*FETCHED))}

    def _opened(self, path: Path) -> _File:
        try:
            with opened(path, "write the events into a file first") as file:
                begun = file.read(4)
        except OSError as error:
            raise unavailable(path, error, "read") from error
        if path.suffix.lower() != ".parquet":
            made = Path(self._folder, f"{self._kept}.parquet")
            self._kept += 1
            with made.open("wb") as file:
                file.writelines(write(_read(path) if path.suffix.lower() in TABLES else read_events([path])))
            return self._described(str(path), made)
        if begun != b"PAR1":
            raise InvalidData("is no Parquet", hint=MAKE_ANEW, path=str(path))
        return self._described(self._called.get(path, str(path)), path)

    def _described(self, name: str, place: Path) -> _File:
        """A file whose columns are ours; InvalidData where one is missing or of another type."""
        try:
            described = self._connection.execute("DESCRIBE FROM read_parquet(?)", [str(place)]).fetchall()
            asked = "SELECT key, value FROM parquet_kv_metadata(?)"
            told = dict(self._connection.execute(asked, [str(place)]).fetchall())
        except self.duckdb.Error as error:
            raise InvalidData("is damaged: its columns cannot be read", hint=MAKE_ANEW, path=name) from error
        types = {column: type_ for column, type_, *_ in described}
        for column, type_ in columns.TYPES.items():
            if column not in types and column in JOINED.values():
                continue  # made of the list
            if column not in types:
                raise InvalidData(f"column {shown(column)} is missing", hint=MAKE_ANEW, path=name)
            if types[column] != type_:
                message = f"column {shown(column)} must be {type_}, not {types[column]}"
                raise InvalidData(message, hint=MAKE_ANEW, path=name)
        ours = told.get(columns.MARK.encode()) == columns.VERSION.encode()
        names: Mapping[str, Sequence[str]] = {}
        if ours:
            with suppress(ValueError, KeyError):  # what the metadata does not tell is asked of the rows
                names = json.loads(told[b"names"])
        plain = frozenset(column for column in _SELDOM if not self._true(place, column))
        return _File(name, place, ours, names, frozenset(types), plain, self._days(place))

    def _days(self, place: Path) -> tuple[int, int] | None:
        asked = "SELECT min(order_day), max(order_day) FROM read_parquet(?)"
        try:
            ((first, last),) = self._connection.execute(asked, [str(place)]).fetchall()
        except self.duckdb.Error:
            return BEFORE_ALL, AFTER_ALL  # what is damaged is told by who reads it
        return None if first is None else (first, last)

    def _true(self, place: Path, column: str) -> bool:
        """Whether a column of truth is true of a row: what a file tells of its parts says that of most without a look at them."""
        asked = f"SELECT true FROM read_parquet(?) WHERE {column} LIMIT 1"  # noqa: S608 - ours
        try:
            return bool(self._connection.execute(asked, [str(place)]).fetchall())
        except self.duckdb.Error:
            return True  # what is damaged is told by who reads it

    def _select(self) -> str:
        places = ", ".join(columns.quoted(file.place) for file in self.files)
        names = ", ".join(columns.quoted(file.name) for file in self.files)
        at = f"list_position([{places}], filename)" if len(self.files) > 1 else "1"
        told = [_filled(name) for name in columns.TYPES if name not in JOINED.values()]
        for list_, name in JOINED.items():
            made = f"coalesce({name}, '{NOBODY}')"
            if not all(name in file.columns for file in self.files):
                made = joined(f"coalesce({list_}, [])")
            told.append(f"{made} AS {name}")
        return (
            f"SELECT {', '.join(told)}, [{names}][{at}] AS file, "  # noqa: S608 - quoted, or ours
            f"(({at} - 1) * {_ROWS} + file_row_number)::BIGINT AS row "
            f"FROM read_parquet([{places}], filename = true, file_row_number = true)"
        )

    def _damaged(self) -> InvalidData:
        """What is told of a file of which a column cannot be read."""
        for file in self.files:
            for column in filter(file.columns.__contains__, columns.TYPES):
                asked = f"SELECT count(DISTINCT hash({column})) FROM read_parquet(?)"  # noqa: S608 - ours
                try:
                    self._connection.execute(asked, [str(file.place)]).fetchall()
                except self.duckdb.Error:
                    message = f"column {shown(column)} is damaged"
                    return InvalidData(message, hint=MAKE_ANEW, path=file.name)
        raise  # noqa: PLE0704 - the engine failed, and not a file


def _filled(column: str) -> str:
    """A column without nulls, which are only in files of others."""
    empty = {"VARCHAR": "''", "VARCHAR[]": "[]", "BOOLEAN": "false"}.get(columns.TYPES[column])
    return f"coalesce({column}, {empty}) AS {column}" if empty else column


def _read(path: Path) -> Iterator[Event]:
    """The events of a file in another format, in our columns and words; InvalidData, with the line, where one is none."""
    form = FORMATS.load(format_of(path))
    assert form.read is not None
    with path.open("rb") as stream:
        for line, record in form.read(stream, ReadOptions()):
            if isinstance(record, InvalidData):
                raise InvalidData(f"{path}:{record.message}", hint=record.hint) from record
            if isinstance(record, dict):
                try:
                    yield Event.from_record(record, Origin(str(path), line))
                except InvalidRecord as error:
                    raise InvalidData(error.message, hint=error.hint, path=str(path), line=line) from error
