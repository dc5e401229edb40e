"""Events of a table in the lanes of a picture: made each where a lane has few, counted by their dates where it has many."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from timeline.engine.rows import COUNTED_BY, alike
from timeline.engine.tables import Table
from timeline.model import Event, unread
from timeline.naming import Names
from timeline.query.company import Bunch
from timeline.query.lanes import lanes_by
from timeline.views.lane_plan import most_titled

LANED = ("actor", "tag", "kind", "place", "status", "file")
"""The fields that make such lanes; where a lane is a source's, what it says of an event decides where that stands."""
FEW = most_titled(2000)  # events of a lane in which each may have its title: no terminal is wider
_EVERY = -1  # the number of no lane, under which an event of several counts once

_Counts: TypeAlias = dict[
    int, tuple[int, int]
]  # of lanes by their numbers: how many stand there, and the row of the first


class Laned:
    """The lanes in which rows stand by a field, by what is counted of each text of its column; of many the fullest, if so many are asked for."""

    def __init__(
        self,
        table: Table,
        by: str,
        counted: Sequence[tuple[str, Bunch]],
        top: int | None,
        names: Names | None,
    ) -> None:
        self._table, self._counted = table, counted
        (self._column,) = COUNTED_BY[by]
        self._lanes_of = lanes_by(by, [bunch.event for _, bunch in counted], names)
        sizes: Counter[str] = Counter()
        for _, bunch in counted:
            for lane in self._lanes_of(bunch.event):
                sizes[lane] += bunch.times
        self._kept = dict(sorted(sizes.items(), key=lambda one: -one[1])[:top])
        self._few = {lane for lane, times in self._kept.items() if times <= FEW}

    def bunches(self, frame: Any, most: int) -> list[Bunch] | None:
        """The rows of a frame in bunches, each with the first of its rows; None where more than so many are to be made each."""
        table = self._table
        singly: list[str] = []
        together: list[tuple[str, tuple[str, ...]]] = []
        number = 0
        for text, bunch in self._counted:
            kept = tuple(lane for lane in self._lanes_of(bunch.event) if lane in self._kept)
            if not self._few.isdisjoint(kept):
                singly.append(text)
                number += bunch.times
            elif kept:
                together.append((text, kept))
        alone = [self._among(frame, singly)] if singly else []
        if not table.none("rivals") and together:
            disputed = self._among(frame.filter(table.nw.col("rivals")), [text for text, _ in together])
            alone.append(disputed)
            number += table.number(disputed)
            frame = frame.filter(~table.nw.col("rivals"))
        if number > most:
            return None
        found = [Bunch(one, 1, one, row) for each in alone for row, one in table.numbered(each)]
        firsts, others = self._together(frame, together) if together else ([], [])
        found += firsts
        found.sort(key=_row if table.ordered else _moment)
        return [*found, *others, *self._left_out()]

    def _among(self, frame: Any, texts: Sequence[str]) -> Any:
        """The rows that have one of some texts."""
        kept = self._table.keep_pairs([(text, 1) for text in texts], (self._column, "kept"))
        return frame.join(kept, on=self._column, how="semi")

    def _together(
        self, frame: Any, texts: Sequence[tuple[str, tuple[str, ...]]]
    ) -> tuple[list[Bunch], list[Bunch]]:
        """What has the same date and status, counted in each lane: the events with which lanes begin, and all others."""
        nw, table = self._table.nw, self._table
        lanes = [*dict.fromkeys(lane for _, kept in texts for lane in kept)]
        numbers = {lane: number for number, lane in enumerate(lanes)}
        sets = {kept: at for at, kept in enumerate(dict.fromkeys(kept for _, kept in texts))}
        # First those that stand in the same lanes, then these in each: of 10,000,000 rows and 60 lanes in 1.0 s, where to
        # look for each name in each row takes 2.7.
        several = table.keep_pairs([(text, sets[kept]) for text, kept in texts], (self._column, "lanes"))
        each = [
            (at, number) for kept, at in sets.items() for number in (_EVERY, *map(numbers.__getitem__, kept))
        ]
        counts = (
            frame.join(several, on=self._column, how="inner")
            .group_by("lanes", "date", "status")
            .agg(nw.len().alias("times"), nw.col("row").min().alias("first"))
            .join(table.keep_pairs(each, ("lanes", "lane")), on="lanes", how="inner")
            .group_by("lane", "date", "status")
            .agg(nw.col("times").sum(), nw.col("first").min())
        )
        groups: dict[tuple[str, str], _Counts] = {}
        for number, date, status, times, first in table.rows(
            counts.select("lane", "date", "status", "times", "first")
        ):
            groups.setdefault((date, status), {})[number] = times, first
        return _begun(
            [(self._event(*said, found[_EVERY][1]), found) for said, found in groups.items()], lanes
        )

    def _event(self, date: str, status: str, row: int) -> Event:
        """An event of which nothing but these is asked."""
        origin = self._table.origin(row)
        known = [("date", alike({"date": date}, origin).date), ("status", status), ("title", "")]
        return unread({}, origin, disputed=False, known=known)

    def _left_out(self) -> Iterator[Bunch]:
        """The events of lanes that are not kept; those that stand in another, too, count there, and here not once."""
        for _, bunch in self._counted:
            lanes = self._lanes_of(bunch.event)
            rest = [lane for lane in lanes if lane not in self._kept]
            if rest and self._few.isdisjoint(lanes):
                times = bunch.times if len(rest) == len(lanes) else 0
                yield bunch._replace(times=times, lanes=dict.fromkeys(rest, times))


def _begun(groups: Sequence[tuple[Event, _Counts]], lanes: Sequence[str]) -> tuple[list[Bunch], list[Bunch]]:
    """The events with which lanes begin, each apart, so that lanes come in that order; and what is left of the groups."""
    begins: dict[int, tuple[Any, int, int]] = {}
    for at, (event, found) in enumerate(groups):
        moment = event.date.sort_key
        for number, (_, first) in found.items():
            begins[number] = min(begins.get(number, (moment, first, at)), (moment, first, at))
    begins.pop(_EVERY, None)
    apart: dict[tuple[int, int], list[int]] = {}
    for number, (_, first, at) in sorted(begins.items()):
        apart.setdefault((at, first), []).append(number)
    left = [{number: times for number, (times, _) in found.items()} for _, found in groups]
    firsts = []
    for (at, first), numbers in apart.items():
        event, _ = groups[at]
        firsts.append(Bunch(event, 1, event, first, {lanes[number]: 1 for number in numbers}))
        for number in (_EVERY, *numbers):
            left[at][number] -= 1
    others = []
    for (event, found), there in zip(groups, left, strict=True):
        times, place = there.pop(_EVERY), found[_EVERY][1]
        in_lanes = {lanes[number]: one for number, one in there.items() if one}
        if in_lanes:
            others.append(Bunch(event, times, event, place, in_lanes))
    return firsts, others


def _row(bunch: Bunch) -> int:
    return bunch.place


def _moment(bunch: Bunch) -> tuple[Any, int]:
    return bunch.event.date.sort_key, bunch.place
