"""The events of tables as commands ask for them: chosen, ordered, cut and counted by the engine, fetched when they are drawn."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING, Any, overload

from timeline.engine.answers import answer
from timeline.engine.counted import counted
from timeline.engine.duckdb import DuckDB
from timeline.engine.engines import Engine
from timeline.engine.files import Files
from timeline.engine.laned import LANED, Laned
from timeline.engine.rows import COUNTED_BY
from timeline.engine.tables import Table
from timeline.errors import Refused
from timeline.formats.parquet_table import ORDER
from timeline.model import Event
from timeline.naming import Names
from timeline.query.algebra import Everything, Predicate, leaves
from timeline.query.around import Around
from timeline.query.company import Bunch, Company
from timeline.query.linked import Linked
from timeline.query.narrowing import limits_of
from timeline.tuples import NamedTuple

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits

MOST = 100_000
"""Events that are made at once: what needs more of them than that is refused."""
_FEW = 2000  # events that are made to see whether there is one
_COLUMNS = {
    "title": ("folded_title", ""),
    "place": ("folded_place", ""),
    "kind": ("folded_kind", ""),
    "sources": ("source_count", 0),
}


class _Order(NamedTuple):
    """What the rows are ordered by, which way, and whether those without a value come first."""

    by: str = "date"
    reverse: bool = False
    absent_first: bool = False

    @property
    def backwards(self) -> "_Order":
        """The same from its end."""
        return _Order(self.by, not self.reverse, not self.absent_first)


_BY_DATE = _Order()


class Picked(Company):
    """Rows that meet a condition, in an order, from one place to another: events are made of them when they are looked at."""

    def __init__(
        self,
        table: Table,
        frame: Any,
        order: _Order = _BY_DATE,
        span: tuple[int, int | None] = (0, None),
        *,
        standing: bool = True,
    ) -> None:
        self._table, self._frame, self._order = table, frame, order
        self._start, self._stop = span
        self._standing = standing  # whether the rows come as they stand in the files

    @cached_property
    def _matching(self) -> int:
        return self._table.number(self._frame)

    def __len__(self) -> int:
        stop = self._matching if self._stop is None else min(self._stop, self._matching)
        return max(stop - self._start, 0)

    def __bool__(self) -> bool:
        if self._stop is not None and self._stop - self._start <= _FEW:
            return len(self.every) > 0
        if "_matching" in self.__dict__ or self._start or self._stop is not None:
            return len(self) > 0
        return self._some

    @cached_property
    def _some(self) -> bool:
        """Whether a row meets the condition: of 814 row groups 0.1 s, for what is told of each."""
        if self._frame is self._table.frame:
            return not self._table.empty
        return any(True for _ in self._table.rows(self._frame.select("row").head(1)))

    @cached_property
    def every(self) -> tuple[Event, ...]:
        """All of the events; Refused where they are too many to make each."""
        self._check_few("add --first 1000, or count them: timeline stats, or --view density")
        return tuple(self._streamed())

    def _check_few(self, hint: str) -> None:
        if self._stop is None or self._stop - self._start > MOST:
            few = self._table.number(self._frame.select("row").head(self._start + MOST + 1)) - self._start
            if min(few, (self._stop or few + self._start) - self._start) > MOST:
                raise Refused(
                    f"more than {MOST:,} events of a table are too many to look at one by one", hint=hint
                )

    def __iter__(self) -> Iterator[Event]:
        """The events, each made as it is fetched."""
        if "every" in self.__dict__:
            return iter(self.every)
        return self._streamed()

    def _streamed(self) -> Iterator[Event]:
        if self._start and self._stop is None:
            backwards = Picked(
                self._table, self._frame, self._order.backwards, (0, len(self)), standing=self._standing
            )
            yield from reversed([*backwards])
            return
        if self._stop is None or self._stop > _FEW or (self._standing and self._as_it_stands):
            frame = self._sorted() if self._stop is None else self._sorted().head(self._stop)
            yield from islice(self._table.events(frame), self._start, None)
            return
        # The other columns are read of those rows alone: of 10,000,000 a tenth of the time.
        rows = [row for (row,) in self._table.rows(self._sorted().head(self._stop).select("row"))][
            self._start :
        ]
        found = self._frame.filter(self._table.nw.col("row").is_in(rows)) if rows else None
        events = dict(self._table.numbered(found)) if rows else {}
        yield from map(events.__getitem__, rows)

    @property
    def _as_it_stands(self) -> bool:
        """Whether the order asked for is that of the rows in their file."""
        return self._table.ordered and self._order == _BY_DATE

    def _sorted(self) -> Any:
        table, order = self._table, self._order
        names = ["row"] if table.ordered else [*ORDER, "row"]
        ways = [order.reverse] * len(names)
        if self._standing and self._as_it_stands:
            return self._frame
        if order.by == "date":
            return self._frame.sort(*names, descending=ways)
        col = table.nw.col
        if order.by == "actor":
            key, absent = col("folded_actors"), col("actors").list.len() == 0
        else:
            name, nothing = _COLUMNS[order.by]
            key, absent = col(name), col(name) == nothing
        frame = self._frame.with_columns(key.alias("key"), absent.alias("absent"))
        ways = [order.absent_first, order.reverse, *ways]
        return frame.sort("absent", "key", *names, descending=ways)

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | Sequence[Event]:
        if isinstance(place, int):
            return self.every[place]
        start, stop, step = place.start or 0, place.stop, place.step
        if step is not None or start < 0 or (stop is not None and stop < 0):
            return self.every[place]
        stops = [one for one in (self._stop, None if stop is None else self._start + stop) if one is not None]
        return Picked(
            self._table,
            self._frame,
            self._order,
            (self._start + start, min(stops) if stops else None),
            standing=self._standing,
        )

    def choose(self, where: Callable[[Event], bool]) -> Sequence[Event]:
        """The events that meet a condition: by the engine, as far as that can tell, and by what the others say themselves."""
        if isinstance(where, Predicate) and any(isinstance(one, Linked | Around) for one in leaves(where)):
            return super().choose(where)
        table = self._table
        if isinstance(where, Everything):
            return Picked(table, self._frame, standing=self._standing)
        sure, maybe = found = answer(where, table)
        if found.exact:
            return Picked(table, self._frame.filter(sure), standing=self._standing)
        doubtful = self._frame.filter(maybe & ~sure)
        # What the engine cannot tell is asked of the events, of which no more is kept than the numbers of their rows.
        met = [row for row, event in table.numbered(doubtful) if where(event)]
        if not met:
            return Picked(table, self._frame.filter(sure), standing=self._standing)
        marked = self._frame.join(table.keep(met, "met"), on="row", how="left")
        return Picked(table, marked.filter(sure | ~table.nw.col("met").is_null()).drop("met"), standing=False)

    def arranged(self, by: str, *, reverse: bool) -> Sequence[Event] | None:
        """The events in an order, by the engine where that has a column for it."""
        if by not in ("date", "actor", *_COLUMNS):
            self._check_few("choose fewer, as with since:2022, or leave out --order")
            return None
        return Picked(self._table, self._frame, _Order(by, reverse), standing=self._standing)

    @cached_property
    def limits(self) -> "Mapping[int, Limits]":
        """When each event can have happened that others narrow, by its identity."""
        return limits_of([*self._table.kin.values()]) if self._table.kin else {}

    @property
    def _cut(self) -> bool:
        """Whether what is asked of them takes more than what rows that are alike have."""
        shaped = self._start or self._stop is not None or self._order != _BY_DATE
        return bool(shaped or self._table.kin)

    def in_lanes(self, by: str, top: int | None, names: Names | None) -> Sequence[Bunch]:
        """The events in bunches as lanes draw them; none where each has to be made."""
        if self._cut or by not in LANED:
            return ()
        (column,) = COUNTED_BY[by]
        texts = [(cells[column], bunch) for cells, bunch in counted(self._table, self._frame, [column], [])]
        laned = Laned(self._table, by, texts, top, names)
        return laned.bunches(self._frame, MOST) or ()

    def bunches(self, fields: Sequence[str]) -> Iterable[Bunch]:
        """The events in bunches that are alike in some fields, counted by the engine; each alone where it cannot."""
        if self._cut or not all(field in COUNTED_BY for field in fields):
            return super().bunches(fields)
        names = list(dict.fromkeys(name for field in fields for name in COUNTED_BY[field]))
        said = [name for name in ("date", "title") if name in fields or name == "date"]
        said = [name for name in said if name not in names]
        return [bunch for _, bunch in counted(self._table, self._frame, names, said)]


class Tables(Picked):
    """All events of tables."""

    def __init__(
        self,
        collections: Iterable[Path],
        called: Mapping[Path, str] = {},
        engine: Callable[[Files, str], Engine] = DuckDB,
    ) -> None:
        self._named = tuple(collections)
        table = Table(self._named, called, engine)
        super().__init__(table, table.frame, standing=table.standing)

    def __iter__(self) -> Iterator[Event]:
        """The events, of which all others are asked for; Refused where they are more than can be made at once."""
        if len(self) > MOST:
            names = join(word for path in self._named for word in ("-d", str(path)))
            raise Refused(
                f"--context, --as-of, around:, related: and their kind look at every event, and {len(self):,} of a table are too many",
                hint=f"ask them of a part: timeline export {names} since:2022 -o part.parquet, and then -d part.parquet",
            )
        return iter(self.every)

    @property
    def few(self) -> bool:
        """Whether each may be looked at for a hint."""
        return len(self) <= MOST

    def extras(self) -> Iterator[Mapping[str, Any]]:
        """The fields of the user's own, of the events that may have some."""
        return (
            one.extra for one in self._table.events(self._frame.filter(self._table.nw.col("extra") != ""))
        )
