"""Tables answered by DuckDB, in this process."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.engine.files import ROWS, File, Files
from timeline.formats import parquet_table as columns
from timeline.formats.joined import JOINED, NOBODY, joined

_AT_ONCE = 2048  # rows


class DuckDB:
    """The engine that reads the files is the one that is asked."""

    standing = True

    def __init__(self, reading: Files, _folder: str) -> None:
        self._connection = reading.connection
        self.failures: type[Exception] = reading.duckdb.Error
        self._kept = 0

    def frame(self, files: Sequence[File]) -> Any:
        """All rows of files: the columns of a table, `file` and `row`."""
        places = ", ".join(columns.quoted(file.place) for file in files)
        names = ", ".join(columns.quoted(file.name) for file in files)
        at = f"list_position([{places}], filename)" if len(files) > 1 else "1"
        ours = all(file.ours for file in files)
        told = [_filled(name, ours=ours) for name in columns.TYPES if name not in JOINED.values()]
        for list_, name in JOINED.items():
            made = f"coalesce({name}, '{NOBODY}')"
            if not all(name in file.columns for file in files):
                made = joined(f"coalesce({_whole(list_)}, [])")
            told.append(f"{made} AS {name}")
        return self._connection.sql(
            f"SELECT {', '.join(told)}, [{names}][{at}] AS file, "  # noqa: S608 - quoted, or ours
            f"(({at} - 1) * {ROWS} + file_row_number)::BIGINT AS row "
            f"FROM read_parquet([{places}], filename = true, file_row_number = true)"
        )

    def rows(self, frame: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a frame, fetched some at a time."""
        cursor = self._connection.cursor()
        cursor.execute(frame.sql_query())
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows

    def keep(self, numbers: Iterable[int], column: str) -> Any:
        """Numbers of rows as a frame to join, in which a column of that name is true."""
        return self._kept_as(f"unnest(?::BIGINT[]) AS row, true AS {column}", [list(numbers)])

    def keep_pairs(self, pairs: Iterable[tuple[object, int]], columns: tuple[str, str]) -> Any:
        """Pairs of what a column has with a whole number, as a frame of two columns to join."""
        cells = [*map(list, zip(*pairs, strict=True))]
        return self._kept_as("unnest(?) AS {}, unnest(?) AS {}".format(*columns), cells)

    def _kept_as(self, said: str, cells: Sequence[object]) -> Any:
        self._kept += 1
        name = f"kept_{self._kept}"
        self._connection.execute(f"CREATE TABLE {name} AS SELECT {said}", cells)
        return self._connection.table(name)


def _filled(column: str, *, ours: bool) -> str:
    """A column without nulls, which are only in files of others, and there in lists, too."""
    empty = {"VARCHAR": "''", "VARCHAR[]": "[]", "BOOLEAN": "false"}.get(columns.TYPES[column])
    if empty == "[]" and not ours:
        return f"coalesce({_whole(column)}, []) AS {column}"
    return f"coalesce({column}, {empty}) AS {column}" if empty else column


def _whole(column: str) -> str:
    """A list without nulls."""
    return f"[one FOR one IN {column} IF one IS NOT NULL]"
