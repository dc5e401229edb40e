"""Records as JSON or YAML have them: those in our own words are taken as they stand, others are rows of a table."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeAlias

from timeline.errors import InvalidData
from timeline.formats.dated import read_dates, understood
from timeline.formats.format import ReadOptions, Row
from timeline.formats.recipe import key
from timeline.formats.rows import RowReader, reader_of
from timeline.formats.synonyms import SYNONYMS, names_of
from timeline.formats.table import Table
from timeline.record import LIST_KEY, SOURCE_DATES, Record, Value
from timeline.said.understood import Understood

_KNOWN_BY = 1_000
"""Records by whose fields the columns are known; a field that comes later is kept as one of the user's own."""

_CALLED = [name for field in ("date", "title") for name in names_of(SYNONYMS[field])]

Stated: TypeAlias = "tuple[int, Record | InvalidData, bool]"
"""A record with its line, and whether our own export wrote it."""


def stated(item: Value, line: int, *, own: bool = False) -> Stated:
    """An item of a list as a record, where it is one."""
    if isinstance(item, dict):
        return line, item, own
    hint = 'write {"date": "2022-03", "title": "…"}'
    return line, InvalidData(f"{line}: must be a JSON object", hint=hint), False


def list_name(value: Value) -> str:
    """Under which name the list of records stands that a mapping holds: ours, or that of its one list of mappings.

    >>> list_name({"events": [], "data": [{}]}), list_name({"data": [{"a": "b"}], "version": "1"}), list_name({"date": "2022"})
    ('events', 'data', '')
    """
    if not isinstance(value, dict) or isinstance(value.get(LIST_KEY), list):
        return LIST_KEY if isinstance(value, dict) else ""
    lists = [
        name for name, one in value.items() if isinstance(one, list) and one and isinstance(one[0], dict)
    ]
    told = {key(name) for name in value} & {key(name) for name in ("date", "title", *_CALLED)}
    return lists[0] if len(lists) == 1 and not told else ""


def of_records(stated: Iterable[Stated], options: ReadOptions) -> Iterator[Row]:
    """Each record; its fields by the mapping that is known or guessed, unless our export wrote it and none is asked for."""
    rows = iter(stated)
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
