"""Events of a table in the lanes of a picture: made each where a lane has few, counted by their dates where it has many."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import add, or_
from typing import Any

from timeline.engine.rows import COUNTED_BY, alike
from timeline.engine.tables import Table
from timeline.formats.joined import NOBODY, standing
from timeline.model import Event, unread
from timeline.naming import Names
from timeline.query.company import Bunch
from timeline.query.lanes import lanes_by
from timeline.views.lane_plan import most_titled

LANED = ("actor", "tag", "kind", "place", "status", "file")
"""The fields that make such lanes; where a lane is a source's, what it says of an event decides where that stands."""
FEW = most_titled(2000)  # events of a lane in which each may have its title: no terminal is wider
_MOST_NAMES = 1000  # that are looked for in a row
_BITS = 60  # of a whole number
_LISTS: Mapping[str, str] = {"actor": "actors", "tag": "tags"}


class Laned:
    """The lanes in which rows stand by a field, by what is counted of each of its values; of many the fullest, if so many are asked for."""

    def __init__(
        self, table: Table, by: str, counted: Sequence[Bunch], top: int | None, names: Names | None
    ) -> None:
        self._table, self._by, self._counted = table, by, counted
        self._list, (self._column,) = _LISTS.get(by), COUNTED_BY[by]
        self._lanes_of = lanes_by(by, [bunch.event for bunch in counted], names)
        sizes: Counter[str] = Counter()
        for bunch in counted:
            for lane in self._lanes_of(bunch.event):
                sizes[lane] += bunch.times
        self._kept = dict(sorted(sizes.items(), key=lambda one: -one[1])[:top])
        said = {name: one.event for one in reversed(counted) for name in reversed(self._said(one.event))}
        self._lanes = {
            name: self._lanes_of(self._only(event, [name]))[0] for name, event in reversed(said.items())
        }

    def bunches(self, frame: Any, most: int) -> list[Bunch] | None:
        """The rows of a frame in bunches, each with the first of its rows; None where more than so many are to be made each."""
        table = self._table
        few = [name for name, lane in self._lanes.items() if self._kept.get(lane, FEW + 1) <= FEW]
        many = [name for name, lane in self._lanes.items() if self._kept.get(lane, 0) > FEW]
        singly, together = self._having(few), self._having(many)
        if rivals := not table.none("rivals"):
            singly |= table.nw.col("rivals") & together
        alone = frame.filter(singly)
        if len(many) > _MOST_NAMES or ((few or rivals) and table.number(alone) > most):
            return None
        found = [Bunch(one, 1, one, row) for row, one in table.numbered(alone)] if few or rivals else []
        if many:
            found += self._together(frame.filter(together & ~singly if few or rivals else together), many)
        found.sort(key=_row if table.ordered else _moment)
        return [*found, *self._left_out({self._lanes[name] for name in few})]

    def _together(self, frame: Any, names: Sequence[str]) -> Iterator[Bunch]:
        """What has the same date and status, and stands in the same of these lanes, counted."""
        nw, column = self._table.nw, self._column
        columns = [column]
        if self._list:
            # Whole numbers are grouped by in half the time of texts.
            parts = [names[at : at + _BITS] for at in range(0, len(names), _BITS)]
            columns = [f"marks_{at}" for at in range(len(parts))]
            frame = frame.with_columns(*(self._marks(*one) for one in zip(parts, columns, strict=True)))
        columns = list(dict.fromkeys((*columns, "date", "status")))
        counts = frame.group_by(*columns).agg(nw.len().alias("times"), nw.col("row").min().alias("first"))
        dated: dict[str, Event] = {}
        for times, row, *rest in self._table.rows(counts.select("times", "first", *columns)):
            cells: dict[str, Any] = dict(zip(columns, rest, strict=True))
            if self._list:
                marks = [cells[column] for column in columns[:-2]]
                held = (name for at, name in enumerate(names) if marks[at // _BITS] >> at % _BITS & 1)
                cells[self._list] = tuple(filter(None, held))
            date = cells["date"]
            if date not in dated:
                dated[date] = alike(cells, self._table.origin(row))
            known = [(name, cells[name]) for name in (self._list or column, "status") if name != "file"]
            known += [("date", dated[date].date), ("title", "")]
            event = unread({}, self._table.origin(row), disputed=False, known=known)
            yield Bunch(event, times, event, row)

    def _marks(self, names: Sequence[str], column: str) -> Any:
        """Which of some names a list has, as the bits of a whole number."""
        nw = self._table.nw
        marks = [
            nw.when(self._holds(name)).then(nw.lit(1 << at)).otherwise(nw.lit(0))
            for at, name in enumerate(names)
        ]
        return reduce(add, marks).alias(column)

    def _left_out(self, made: set[str]) -> Iterator[Bunch]:
        """The events of lanes that are not kept; those that stand in another, too, count there, and here not once."""
        for event, times, _, row in self._counted:
            rest = [name for name in self._said(event) if self._lanes[name] not in self._kept]
            kept = [lane for lane in self._lanes_of(event) if lane in self._kept]
            if rest and made.isdisjoint(kept):
                one = self._only(event, rest)
                yield Bunch(one, 0 if kept else times, one, row)

    def _having(self, names: Sequence[str]) -> Any:
        """Whether a row has one of the names."""
        if not names:
            return self._table.never
        if self._list:
            return reduce(or_, map(self._holds, names))
        return self._table.nw.col(self._column).is_in(names)

    def _holds(self, name: str) -> Any:
        """Whether a list has a name, or where that is none, whether the list has none."""
        text = self._table.nw.col(self._column)
        return text.str.contains(standing(name), literal=True) if name else text == NOBODY

    def _said(self, event: Event) -> Sequence[str]:
        """What the event says in the field, or that it says nothing."""
        if self._by == "file":
            return (event.origin.path,) if event.origin else ("",)
        if self._list:
            return getattr(event, self._list) or ("",)
        return (getattr(event, self._by),)

    def _only(self, event: Event, names: Sequence[str]) -> Event:
        """The event with these names alone."""
        if not self._list:
            return event
        said = tuple(filter(None, names))
        return replace(event, actors=said) if self._list == "actors" else replace(event, tags=said)


def _row(bunch: Bunch) -> int:
    return bunch.place


def _moment(bunch: Bunch) -> tuple[Any, int]:
    return bunch.event.date.sort_key, bunch.place
