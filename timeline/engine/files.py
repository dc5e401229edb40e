"""The Parquet files of a table: what each says of its columns and of all its rows, and which is damaged."""

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from timeline.engine.rows import MAKE_ANEW
from timeline.errors import InvalidData, shown
from timeline.formats import parquet_table as columns
from timeline.formats.joined import JOINED
from timeline.formats.parquet_table import AFTER_ALL, BEFORE_ALL
from timeline.registry import optional
from timeline.tuples import NamedTuple

ROWS = 1 << 40
"""Of a file, at most: what a row's number is counted in."""
MISSING = "reading tables needs DuckDB and narwhals"
_SELDOM = ("rivals", "leans")  # the columns of truth that are false of most files
_NUMBERS = [name for name, type_ in columns.TYPES.items() if type_ == "BIGINT"]


class File(NamedTuple):
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


class Files:
    """What reads of files what they say of themselves: DuckDB, which keeps in a folder what its memory cannot hold."""

    def __init__(self, folder: Path) -> None:
        self.duckdb = optional("duckdb", MISSING, "engine")
        self.connection = columns.working_in(self.duckdb, folder)
        # Of each cursor, too: of 814 row groups what a file tells of itself takes 0.7 s and 350 MB to read for each question.
        self.connection.execute("SET GLOBAL parquet_metadata_cache = true")

    def described(self, name: str, place: Path, *, sealed: bool) -> File:
        """A file whose columns are ours; InvalidData where one is missing or of another type, or has no value.

        What its metadata says of its rows is believed where it is `sealed`.
        """
        try:
            described = self.connection.execute("DESCRIBE FROM read_parquet(?)", [str(place)]).fetchall()
            asked = "SELECT key, value FROM parquet_kv_metadata(?)"
            told = dict(self.connection.execute(asked, [str(place)]).fetchall())
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
        ours = sealed and told.get(columns.MARK.encode()) == columns.VERSION.encode()
        names: Mapping[str, Sequence[str]] = json.loads(told[b"names"]) if ours else {}
        if not ours and (empty := next(filter(partial(self._empty, place), _NUMBERS), None)):
            raise InvalidData(f"column {shown(empty)} has no value in a row", hint=MAKE_ANEW, path=name)
        plain = frozenset(column for column in _SELDOM if not self._true(place, column))
        return File(name, place, ours, names, frozenset(types), plain, self._days(place))

    def _days(self, place: Path) -> tuple[int, int] | None:
        asked = "SELECT min(order_day), max(order_day) FROM read_parquet(?)"
        try:
            ((first, last),) = self.connection.execute(asked, [str(place)]).fetchall()
        except self.duckdb.Error:
            return BEFORE_ALL, AFTER_ALL  # what is damaged is told by who reads it
        return None if first is None else (first, last)

    def _true(self, place: Path, column: str) -> bool:
        """Whether a column of truth is true of a row: what a file tells of its parts says that of most without a look at them."""
        try:
            return self._some_row(place, column)
        except self.duckdb.Error:
            return True  # what is damaged is told by who reads it

    def _empty(self, place: Path, column: str) -> bool:
        """Whether a column of numbers has none in a row, which would meet no condition, and not its contrary either."""
        try:
            return self._some_row(place, f"{column} IS NULL")
        except self.duckdb.Error:
            return False  # as above

    def _some_row(self, place: Path, condition: str) -> bool:
        asked = f"SELECT true FROM read_parquet(?) WHERE {condition} LIMIT 1"  # noqa: S608 - ours
        return bool(self.connection.execute(asked, [str(place)]).fetchall())

    def damaged(self, files: Sequence[File]) -> InvalidData | None:
        """What is told of the first file of which a column cannot be read."""
        for file in files:
            for column in filter(file.columns.__contains__, columns.TYPES):
                asked = f"SELECT count(DISTINCT hash({column})) FROM read_parquet(?)"  # noqa: S608 - ours
                try:
                    self.connection.execute(asked, [str(file.place)]).fetchall()
                except self.duckdb.Error:
                    message = f"column {shown(column)} is damaged"
                    return InvalidData(message, hint=MAKE_ANEW, path=file.name)
        return None
