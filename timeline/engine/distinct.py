"""What the fields of rows are, worked out once for all rows that have the same cells, by the steps that read a row."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from timeline.engine.planned import LISTED, TEXTS, Field, Plan
from timeline.engine.raw import cell_read, column, table_of
from timeline.errors import InvalidData
from timeline.folding import fold
from timeline.formats.csv import days_of
from timeline.formats.json_values import json_text
from timeline.formats.parquet_table import ORDER, days_and_order, earliest, latest, quoted
from timeline.mapping import SOURCE
from timeline.model import Event
from timeline.record import Record, Value, parse_date

_plain = re.compile(r"[ !#-\[\]-~]*")  # what JSON writes as it is
DAYS = ("earliest", "latest", "earliest_day", "latest_day", *ORDER)


class ForPythonError(Exception):
    """What cells say is more than an engine keeps: their rows are read as all others."""


class Distinct:
    """Tables of what cells stand for."""

    def __init__(self, connection: Any, folder: Path, plan: Plan, noted: list[str]) -> None:
        self._connection, self._folder, self._plan, self._noted = connection, folder, plan, noted
        self._width = len(plan.reader.table.names)

    def field(self, name: str, field: Field) -> None:
        """What a field is: its text or list, that folded where it is not of ASCII, and as JSON where that is another."""
        inner = name.removeprefix(SOURCE)
        kind = "VARCHAR[]" if name in LISTED else "VARCHAR"
        types = {
            "value": kind,
            "folded": kind,
            "json": "VARCHAR",
            "first": "BIGINT",
            "last": "BIGINT",
        }

        def made(cells: Sequence[Value]) -> dict[str, Any]:
            record: Record = {}
            for step in field.steps:
                step(cells, 0, record)
            return _said(inner, record, of_source=field.of_source)

        self._table(table_of(name), field.places, types, made, field.begun)

    def dates(self, places: Sequence[int]) -> None:
        """When events happened, by their dates and when they were seen."""
        reader, field = self._plan.reader, self._plan.fields["date"]
        types = {
            **dict.fromkeys(("day", "value", *DAYS[:2]), "VARCHAR"),
            **dict.fromkeys(DAYS[2:], "BIGINT"),
        }

        def made(cells: Sequence[Value]) -> dict[str, Any]:
            record: Record = {}
            for step in field.steps:
                step(cells, 0, record)
            if record.keys() != {"date"}:
                raise ForPythonError
            day = text = str(record["date"])
            if reader.triage:
                text = reader.triage.doubted(day, cells, 0, reader.dating.silent)
            date = parse_date(text)
            return {
                "day": day,
                "value": date.text,
                **dict(zip(DAYS[:2], days_of(date), strict=True)),
                **days_and_order(date),
            }

        self._table("of_date", places, types, made)

    def told(self, name: str, places: Sequence[int]) -> None:
        """What coded rows say of a source, a target or a code."""
        triage = self._plan.reader.triage
        assert triage

        def made(cells: Sequence[Value]) -> dict[str, Any]:
            text = triage.said(name, cells)
            if not _plain.fullmatch(text):
                raise ForPythonError
            return {"value": text, "mutual": triage.mutual(text)}

        self._table(f"of_{name}", places, {"value": "VARCHAR", "mutual": "BOOLEAN"}, made)

    def _table(
        self,
        name: str,
        places: Sequence[int],
        types: Mapping[str, str],
        made: Callable[[Sequence[Value]], dict[str, Any]],
        begun: str = "",
    ) -> None:
        columns = [column(at) for at in places]
        read = ", ".join(cell_read(at, begun) for at in places)
        found = self._connection.execute(f"SELECT DISTINCT {read} FROM raw").fetchall()  # noqa: S608 - ours, or quoted
        clean = self._plan.reader.cleaned
        rows = []
        cells: list[Value] = [""] * self._width
        for given in found:
            for at, cell in zip(places, given, strict=True):
                cells[at] = clean(cell)
            self._noted.clear()
            try:
                said = {"bad": any(cell.lstrip()[:1] == "'" for cell in given), **made(cells)}
            except (InvalidData, ForPythonError):
                said = {"bad": True}
            if self._noted:
                said = {"bad": True}
            rows.append({**dict(zip(columns, given, strict=True)), **said})
        load(
            self._connection,
            self._folder,
            name,
            {**dict.fromkeys(columns, "VARCHAR"), "bad": "BOOLEAN", **types},
            rows,
        )


def load(
    connection: Any, folder: Path, name: str, types: Mapping[str, str], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Make a table of rows, or add them to one that is there; by way of a file, which is the quickest without another library."""
    path = folder / f"{name}.jsonl"
    longest = 1 << 24
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            line = json.dumps(row)
            longest = max(longest, len(line) + 1)
            file.write(f"{line}\n")
    columns = ", ".join(f"'{column}': '{type_}'" for column, type_ in types.items())
    declared = ", ".join(f"{column} {type_}" for column, type_ in types.items())
    connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({declared})")
    connection.execute(
        f"INSERT INTO {name} SELECT {', '.join(types)} FROM read_json({quoted(path)}, "  # noqa: S608 - quoted, or ours
        f"format = 'newline_delimited', columns = {{{columns}}}, maximum_object_size = {longest})"
    )
    path.unlink()


def _said(name: str, record: Record, *, of_source: bool) -> dict[str, Any]:
    """What a record says in one of its fields; ForPythonError where that is more than an engine keeps."""
    value = record.get(name, [] if name in LISTED and not of_source else "")
    if record.keys() - {name}:
        raise ForPythonError
    if not value:
        return {"value": value}
    if of_source and name == "date":
        date = parse_date(str(value))
        return {"value": date.text, "first": earliest(date), "last": latest(date), **_written(date.text)}
    if of_source or name not in (*TEXTS, *LISTED, "lat", "lon", "place_precision"):
        if not isinstance(value, str):
            raise ForPythonError
        return {"value": value, **_written(value)}
    told = {"title": "-", **record, "date": "2000"}
    value = Event.from_record(told).to_record()[name]
    if name == "title" and value != str(value).strip():
        raise ForPythonError
    if isinstance(value, list):
        if len({*value}) < len(value):
            raise ForPythonError
        texts = [*map(str, value)]
        folded = None if all(map(str.isascii, texts)) else [*map(fold, texts)]
        return {"value": value, "folded": folded, "json": json_text(value)}
    assert isinstance(value, str)
    return {"value": value, "folded": None if value.isascii() else fold(value), **_written(value)}


def _written(text: str) -> dict[str, str]:
    """A text as JSON has it between quotation marks, where that is not the text."""
    return {} if _plain.fullmatch(text) else {"json": json_text(text)[1:-1]}
