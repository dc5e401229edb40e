"""Rows of tables as pictures count them: in bunches that are the same in some columns, by the engine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline.dates.calendar import day_iso
from timeline.engine.rows import SOURCE_LANE, alike
from timeline.engine.tables import Table
from timeline.formats.parquet_table import ORDER
from timeline.query.company import Bunch

_A_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"  # all of a text that says a day and nothing else
_PLACE = (*ORDER, "row")


def counted(
    table: Table, frame: Any, names: Sequence[str], said: Sequence[str]
) -> Sequence[tuple[Mapping[str, Any], Bunch]]:
    """What is the same in some columns of a frame, and the bunch of it, in the order of the first of each, which has what is `said`."""
    nw = table.nw
    by_order = "date" not in names and not table.ordered
    place = nw.struct(*_PLACE) if by_order else nw.col("row")
    marked = frame.with_columns(
        _source_lane(nw).alias(SOURCE_LANE), place.alias("spot"), nw.lit(1).alias("one")
    )
    by_day = [*names] == ["date"] and table.ordered
    groups = [*(_by_day(table, marked) if by_day else _grouped(table, marked, names))]
    told = _told(table, frame, {_row(place) for one in groups for place in one[:2]}, said) if said else {}
    bunches = []
    for first, last, times, *known in groups:
        cells, row, end = dict(zip(names, known, strict=True)), _row(first), _row(last)
        event = alike({**cells, **told.get(row, {})}, table.origin(row))
        latest = alike({**cells, **told[end]}, table.origin(end)) if told else event
        bunches.append((first, cells, Bunch(event, times, latest, end)))
    # Of a table in order a date stands where its first row does.
    bunches.sort(key=_first if table.ordered or by_order else _moment)
    return [(cells, bunch) for _, cells, bunch in bunches]


def _grouped(table: Table, frame: Any, names: Sequence[str], **more: Any) -> Iterator[tuple[Any, ...]]:
    """Of the rows that are the same in some columns the first, the last, their number, these columns, and what more is asked."""
    nw = table.nw
    told = {"first": nw.col("spot").min(), "last": nw.col("spot").max(), "times": nw.len()}
    groups = frame.group_by(*names or ["one"]).agg(**told, **more)
    return table.rows(groups.select(*told, *names, *more))


def _by_day(table: Table, frame: Any) -> Iterator[tuple[Any, ...]]:
    """The same by dates, of rows in their order: by a number 100,000,000 are grouped in two thirds of the time."""
    col = table.nw.col
    beside = col("date").str.replace_all(_A_DAY, "").str.len_chars().sum()
    several = []
    for *told, day, characters in _grouped(table, frame, ["order_day"], beside=beside):
        if characters:
            several.append(day)
        else:
            yield *told, day_iso(day)
    if several:
        yield from _grouped(table, frame.filter(col("order_day").is_in(several)), ["date"])


def _told(
    table: Table, frame: Any, rows: Iterable[int], columns: Sequence[str]
) -> Mapping[int, Mapping[str, str]]:
    """What some rows have in some columns."""
    found = frame.join(table.keep(rows, "wanted"), on="row", how="inner")
    cells = table.rows(found.select("row", *columns))
    return {row: dict(zip(columns, rest, strict=True)) for row, *rest in cells}


def _source_lane(nw: Any) -> Any:
    """The lane of the first source: its publisher's, or the next best name that it has."""
    lane = nw.col("source_archived")
    for name in ("source_url", "source_title", "source_author", "source_publisher"):
        lane = nw.when(nw.col(name) != "").then(nw.col(name)).otherwise(lane)
    return lane


def _row(place: int | Mapping[str, int]) -> int:
    """The row of a place in the order, which is the row where that is the order."""
    return place if isinstance(place, int) else place["row"]


def _first(placed: tuple[int | Mapping[str, int], object, Bunch]) -> tuple[int, ...]:
    place = placed[0]
    return (place,) if isinstance(place, int) else tuple(place[name] for name in _PLACE)


def _moment(placed: tuple[int, object, Bunch]) -> tuple[Any, int]:
    return placed[2].event.date.sort_key, placed[0]
