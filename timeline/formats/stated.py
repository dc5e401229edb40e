"""Records as JSON or YAML have them: those in our own words are taken as they stand, others are rows of a table."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeAlias

from timeline.errors import InvalidData
from timeline.formats.dated import read_dates, understood
from timeline.formats.format import ReadOptions, Row
from timeline.formats.rows import RowReader, reader_of
from timeline.formats.shapes import plain
from timeline.formats.table import Table
from timeline.record import SOURCE_DATES, Record, Value
from timeline.said.understood import Understood

_KNOWN_BY = 1_000
"""Records by whose fields the columns are known; a field that comes later is kept as one of the user's own."""

Stated: TypeAlias = "tuple[int, Record | InvalidData, bool]"
"""A record with its line, and whether our own export wrote it."""


def stated(item: Value, line: int, *, own: bool = False) -> Stated:
    """An item of a list as a record, where it is one."""
    if isinstance(item, dict):
        return line, item, own
    hint = 'write {"date": "2022-03", "title": "…"}'
    return line, InvalidData(f"{line}: must be a JSON object", hint=hint), False


def of_records(stated: Iterable[Stated], options: ReadOptions) -> Iterator[Row]:
    """Each record; its fields by the mapping that is known or guessed, unless our export wrote it and none is asked for."""
    rows = iter(stated if options.mapping.fields else map(_plain, stated))
    first = list(islice(rows, _KNOWN_BY))
    ours = not options.mapping.fields
    others = [row for _, row, own in first if isinstance(row, dict) and not (own and ours)]
    known = dict.fromkeys(name for row in others for name in row)
    names = list(known)
    reader: RowReader | None = None
    for line, row, own in chain(first, rows):
        if isinstance(row, InvalidData):
            yield line, row
        elif own and ours:
            yield from _as_it_stands(row, line, options)
        else:
            reader = reader or reader_of(Table(names=names, line=line, exact=True, edtf=True), options)
            later = {name: value for name, value in row.items() if name not in known} if reader.keeps else {}
            for made in reader.read([row.get(name, "") for name in names], line):
                yield line, {**later, **made} if isinstance(made, dict) else made


def _plain(one: Stated) -> Stated:
    line, row, own = one
    return (line, plain(row), own) if isinstance(row, dict) and not own else one


def _as_it_stands(record: Record, line: int, options: ReadOptions) -> Iterator[Row]:
    """A record in our own words, but for its dates: these may have passed through somebody's hands."""

    def read(text: str, *, line: int, column: str, happened: bool) -> Understood:
        return understood(text, options, line=line, column=column, edtf=True, happened=happened)

    try:
        read_dates(record, ("date",), read, line=line)
        sources = record.get("sources")
        for number, source in enumerate(sources if isinstance(sources, list) else (), 1):
            if isinstance(source, dict):
                read_dates(source, SOURCE_DATES, read, line=line, within=f"sources.{number}.")
    except InvalidData as error:
        yield line, error
    else:
        yield line, record
