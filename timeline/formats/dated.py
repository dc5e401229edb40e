"""Dates in other people's files: what a program wrote as EDTF is EDTF, and the rest is read as a person types it."""

from timeline.dates.event_date import EventDate
from timeline.errors import DateError, InvalidData
from timeline.formats.format import ReadOptions


def read_cell(text: str, options: ReadOptions, *, line: int, column: str, edtf: bool) -> str:
    """The EDTF of a cell; InvalidData with its line and column where it is no date.

    With `edtf` a program wrote the column, and a code that a person might mean otherwise (`1921-22`) is what EDTF
    says it is. What is not EDTF there has passed through somebody's hands, a spreadsheet's for instance.
    """
    try:
        if edtf:
            try:
                return EventDate.parse(text).text
            except DateError:
                pass
        understood = options.date(text)
    except DateError as error:
        words = error.message.removeprefix("date ")
        sign = "" if words.startswith('"') else ":"
        raise InvalidData(f"{line}: {column}{sign} {words}", hint=error.hint) from None
    if understood.note:
        options.note(f"{line}: {understood.note}")
    return understood.edtf
