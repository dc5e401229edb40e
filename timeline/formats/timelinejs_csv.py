"""TimelineJS (Knight Lab): the rows of its spreadsheet, as CSV, with formulas defused."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.formats.format import Carries, Format, WriteOptions
from timeline.formats.timelinejs import CARRIES as OF_JSON
from timeline.formats.timelinejs import slides
from timeline.model import Event

COLUMNS = (
    *(
        "Year",
        "Month",
        "Day",
        "Time",
        "End Year",
        "End Month",
        "End Day",
        "End Time",
        "Display Date",
        "Headline",
    ),
    *("Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"),
)
_formula = re.compile(r"[=+\-@\t\r']")


def write(events: Iterable[Event], options: WriteOptions) -> Iterator[str]:
    """The header, then one row an event."""
    yield _row(dict.fromkeys(COLUMNS, ""), names=True)
    for one in slides(events, options):
        yield _row(_cells(one))


def _cells(one: dict[str, Any]) -> dict[str, Any]:
    start, end = one["start_date"], one.get("end_date", {})
    time = f"{start['hour']:02}:{start['minute']:02}:{start['second']:02}" if "hour" in start else ""
    return {
        **{name.capitalize(): start.get(name, "") for name in ("year", "month", "day")},
        **{f"End {name.capitalize()}": end.get(name, "") for name in ("year", "month", "day")},
        "Time": time,
        "Display Date": _reference(one["display_date"]),
        "Headline": _reference(one["text"]["headline"]),
        "Text": _reference(one["text"]["text"]),
        "Group": _defused(one.get("group", "")),
    }


def _reference(html: str) -> str:
    """HTML that no spreadsheet runs: what would begin a formula, as a reference."""
    return f"&#{ord(html[0])};{html[1:]}" if _formula.match(html) else html


def _defused(text: str) -> str:
    return f"'{text}" if _formula.match(text) else text


def _row(cells: dict[str, Any], *, names: bool = False) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(
        COLUMNS if names else [cells.get(name, "") for name in COLUMNS]
    )
    return line.getvalue()


FORMAT = Format(
    write=write,
    carries=Carries(fields=OF_JSON.fields - {"id"}, dates=OF_JSON.dates, left_out=OF_JSON.left_out),
)
