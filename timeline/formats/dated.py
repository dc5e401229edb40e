"""Dates in other people's files: what a program wrote as EDTF is EDTF, and the rest is read as a person types it."""

from collections.abc import Iterable, MutableMapping
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.errors import DateError, InvalidData
from timeline.formats.format import ReadOptions
from timeline.said.understood import Understood


def read_dates(  # noqa: PLR0913 (where the row stands is part of each message)
    row: MutableMapping[str, Any],
    names: Iterable[str],
    options: ReadOptions,
    *,
    line: int,
    edtf: bool,
    within: str = "",
) -> None:
    """Make EDTF of the dates in a row, in place; the words of another calendar are kept as `date_as_written`."""
    for name in names:
        if isinstance(text := row.get(name), str) and text:
            understood = _understood(text, options, line=line, column=within + name, edtf=edtf)
            row[name] = understood.edtf
            if name == "date" and understood.as_written:
                row.setdefault("date_as_written", understood.as_written)


def _understood(text: str, options: ReadOptions, *, line: int, column: str, edtf: bool) -> Understood:
    """What a cell says; InvalidData with its line and column where it is no date.

    With `edtf` a program wrote the column, and a code that a person might mean otherwise (`1921-22`) is what EDTF
    says it is. What is not EDTF there has passed through somebody's hands, a spreadsheet's for instance.
    """
    try:
        if edtf:
            try:
                return Understood(edtf=EventDate.parse(text).text)
            except DateError:
                pass
        happened = column == "date" or column.endswith("event_date")
        understood = (options.date if happened else options.published or options.date)(text)
    except DateError as error:
        words = error.message.removeprefix("date ")
        sign = "" if words.startswith('"') else ":"
        raise InvalidData(f"{line}: {column}{sign} {words}", hint=error.hint) from None
    if understood.note:
        options.note(f"{line}: {understood.note}")
    return understood
