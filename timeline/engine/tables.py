"""Tables of events, opened for an engine: Parquet as we write it, and what is made such a table first: CSV, JSON Lines, and YAML beside them.

Each row has a number, `row`, by the order of the files and its place in its own; `file` is what the user calls that file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from shutil import rmtree
from typing import Any
from weakref import finalize

from timeline.engine.engines import Engine
from timeline.engine.files import MISSING, ROWS, File, Files
from timeline.engine.rows import FETCHED, MAKE_ANEW, event_of
from timeline.errors import InvalidData, Refused
from timeline.formats import FORMATS, format_of
from timeline.formats.format import ReadOptions, Row
from timeline.formats.joined import JOINED, names_of
from timeline.formats.parquet import write
from timeline.formats.sealed import MAGIC, as_written
from timeline.model import Event, Origin
from timeline.record import InvalidRecord
from timeline.registry import optional
from timeline.store.files import ENDINGS, TABLES, files_of, is_table, opened, unavailable
from timeline.store.read import read_events
from timeline.store.working import begin_working

_MOST_KIN = 10_000


class Table:
    """The rows of files, as a lazy frame of narwhals; those that are `called` otherwise than where they stand were made for it, and go with their folder."""

    def __init__(
        self,
        collections: Iterable[Path],
        called: Mapping[Path, str],
        engine: Callable[[Files, str], Engine],
    ) -> None:
        self._called = called
        for path in called:
            finalize(self, rmtree, path.parent, ignore_errors=True)
        self.nw = optional("narwhals.stable.v2", MISSING, "engine")
        folder, end = begin_working()
        finalize(self, end)
        self._folder = str(folder)
        self._reading = Files(folder)
        self._places: set[Path] = set()
        self._names: dict[str, list[str]] = {}
        every = chain.from_iterable(
            files_of(collection, TABLES if is_table(collection) else ENDINGS) for collection in collections
        )
        self.files = [self._opened(path, number) for number, path in enumerate(every)]
        self._engine = engine(self._reading, self._folder)
        self.standing = self._engine.standing
        self.frame = self.nw.from_native(self._engine.frame(self.files))

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

    @property
    def empty(self) -> bool:
        """Whether there is no row, as the files say of themselves."""
        return all(file.days is None for file in self.files)

    def none(self, column: str) -> bool:
        """Whether a column of truth is known to be true of no row."""
        return all(column in file.plain for file in self.files)

    def origin(self, row: int) -> Origin:
        """Where a row stands."""
        return Origin(self.files[row // ROWS].name, row % ROWS + 1)

    def rows(self, frame: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a frame that is made of this one's, fetched some at a time; InvalidData where a file is damaged."""
        try:
            yield from self._engine.rows(frame.to_native())
        except self._engine.failures as error:
            if damaged := self._reading.damaged(self.files):
                raise damaged from error
            raise

    def number(self, frame: Any) -> int:
        """How many rows a frame has."""
        ((found,),) = self.rows(frame.select(self.nw.len()))
        return int(found)

    def keep(self, numbers: Iterable[int], column: str) -> Any:
        """Numbers of rows as a frame to join, in which a column of that name is true."""
        return self.nw.from_native(self._engine.keep(numbers, column))

    def keep_pairs(self, pairs: Iterable[tuple[object, int]], columns: tuple[str, str]) -> Any:
        """Pairs of what a column has with a whole number, as a frame of two columns to join."""
        return self.nw.from_native(self._engine.keep_pairs(pairs, columns))

    def names(self, column: str) -> list[str]:
        """Every text that a column has, or its lists: by the metadata where that says it, else asked of the engine."""
        if all(column in file.names for file in self.files):
            return list(dict.fromkeys(chain.from_iterable(file.names[column] for file in self.files)))
        if column not in self._names:
            self._names[column] = self._asked(column)
        return self._names[column]

    def _asked(self, column: str) -> list[str]:
        text = JOINED.get(column, column)
        # What narwhals makes of `unique` numbers the rows of each text: of 5,000,000 rows 1.2 s instead of 0.03.
        told = self.rows(self.frame.group_by(text).agg(self.nw.len().alias("times")).select(text))
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

    def _opened(self, path: Path, number: int) -> File:
        try:
            with opened(path, "write the events into a file first") as file:
                parquet = file.read(len(MAGIC)) == MAGIC
                sealed = as_written(file) if parquet else None
        except OSError as error:
            raise unavailable(path, error, "read") from error
        if path.suffix.lower() != ".parquet":
            made = Path(self._folder, f"{number}.parquet")
            with made.open("wb") as file:
                file.writelines(write(_read(path) if path.suffix.lower() in TABLES else read_events([path])))
            return self._reading.described(str(path), made, sealed=True)
        if not parquet:
            raise InvalidData("is no Parquet", hint=MAKE_ANEW, path=str(path))
        if sealed is False:
            raise InvalidData("is damaged: it is not as it was written", hint=MAKE_ANEW, path=str(path))
        name = self._called.get(path, str(path))
        return self._reading.described(name, self._place(path, number), sealed=bool(sealed))

    def _place(self, path: Path, number: int) -> Path:
        """Where a file stands; of one that is named again a link, which tells its rows from those of the first."""
        place = path.resolve()
        if place not in self._places:
            self._places.add(place)
            return path
        link = Path(self._folder, f"{number}.parquet")
        link.symlink_to(place)
        return link


def _read(path: Path) -> Iterator[Event]:
    """The events of a file in another format, in our columns and words; InvalidData, with the line, where one is none."""
    form = FORMATS.load(format_of(path))
    assert form.read is not None
    with path.open("rb") as stream:
        for line, record in _rows(path, form.read(stream, ReadOptions())):
            if isinstance(record, dict):
                try:
                    yield Event.from_record(record, Origin(str(path), line))
                except InvalidRecord as error:
                    raise InvalidData(error.message, hint=error.hint, path=str(path), line=line) from error


def _rows(path: Path, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a file; InvalidData, which names it, where one is none, or all of it cannot be read."""
    try:
        for line, row in rows:
            if isinstance(row, InvalidData):
                raise row
            yield line, row
    except InvalidData as error:
        raise InvalidData(f"{path}:{error.message}", hint=error.hint) from error
