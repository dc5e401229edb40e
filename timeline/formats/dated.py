"""Dates in other people's files: what a program wrote as EDTF is EDTF, and the rest is read as a person types it."""

import re
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.errors import DateError, InvalidData, shown
from timeline.formats.format import ReadOptions
from timeline.record import parse_date
from timeline.said.understood import Understood

PRECISIONS = ("day", "month", "year", "decade", "century", "approximate", "uncertain", "between")
"""What a column of precisions can say: how much of the date counts, `~`, `?`, or one moment from the date to the end."""

# ACLED's 1 to 3 and Wikidata's 7 to 11, which no two data sets use otherwise without saying so in a preset.
CODES = {
    **{word: word for word in PRECISIONS},
    "1": "day",
    "2": "approximate",
    "3": "month",
    "7": "century",
    "8": "decade",
    "9": "year",
    "10": "month",
    "11": "day",
    "week": "approximate",
}

# The directives of strptime that say part of a date or a time of day, as patterns; %b, in English, is for the one reader.
DIRECTIVES = {
    "Y": r"(?P<Y>-?[0-9]{4})",
    "m": r"(?P<m>[0-9]{1,2})",
    "d": r"(?P<d>[0-9]{1,2})",
    "H": r"(?P<H>[0-9]{1,2})",
    "M": r"(?P<M>[0-9]{2})",
    "S": r"(?P<S>[0-9]{2})",
    "%": "%",
}

_start = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T[0-9:.Z+-]{1,40})?)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """How the cells of dates are read; `form` is a date format as a pattern."""

    options: ReadOptions
    edtf: bool
    form: re.Pattern[str] | None = None

    @property
    def silent(self) -> "Dating":
        """The same, which tells nothing of what was taken for granted."""
        return replace(self, options=replace(self.options, note=lambda _text: None))

    def date(self, text: str, *, line: int, column: str, happened: bool = True) -> Understood:
        """What a cell says; InvalidData with its line and column where it is no date."""
        if self.form:
            return Understood(edtf=_formed(text, self.form, line=line, column=column))
        return understood(text, self.options, line=line, column=column, edtf=self.edtf, happened=happened)


def date_format(text: str) -> re.Pattern[str]:
    """A format of `strptime` as a pattern; InvalidData where it has no year, or a directive that is none of `DIRECTIVES`.

    >>> date_format("%d.%m.%Y").fullmatch("3.4.2012")["m"]
    '4'
    """
    pieces = re.split("%(.)", text)
    names = pieces[1::2]
    if "Y" not in names or len({*names}) < len(names) or not {*names} <= DIRECTIVES.keys():
        known = " ".join(f"%{name}" for name in DIRECTIVES)
        raise InvalidData(
            f"{shown(text)} is no date format", hint=f"%Y once, and of {known} what else there is"
        )
    parts = [re.escape(piece) if at % 2 == 0 else DIRECTIVES[piece] for at, piece in enumerate(pieces)]
    return re.compile("".join(parts))


def _formed(text: str, form: re.Pattern[str], *, line: int, column: str) -> str:
    try:
        return _edtf(text, form)
    except DateError:
        message = f"{line}: {column} {shown(text)} is no date of the format"
        raise InvalidData(message, hint="--date-format says how dates are written here") from None


@lru_cache(maxsize=4096)
def _edtf(text: str, form: re.Pattern[str]) -> str:
    """A date in a format, remembered: the rows of one file have few days, and each takes 7 µs."""
    found = form.fullmatch(text)
    said = found.groupdict() if found else {}
    parts = [f"{int(said[name]):02}" for name in ("m", "d") if said.get(name)]
    clock = ":".join(f"{int(said.get(name) or 0):02}" for name in "HMS") if "H" in said else ""
    return EventDate.parse("-".join([said.get("Y") or "", *parts]) + (f"T{clock}" if clock else "")).text


def joined(parts: Sequence[str]) -> str:
    """The columns of one date as one text: a year, a month and a day in either order, or whatever they say, in words.

    DateError where a day has no month.

    >>> joined(["750", "3", ""]), joined(["21", "3", "2022"]), joined(["-44", "3", "15"]), joined(["2022-03-21", "15:00"])
    ('0750-03', '2022-03-21', '-0044-03-15', '2022-03-21 15:00')
    """
    dates = [part for part in parts if ":" not in part]
    clock = [part for part in parts if ":" in part]
    while len(dates) > 3 and not dates[-1]:
        dates.pop()
    if not _is_year(dates[0]):
        dates.reverse()
    year, month, day = (*dates, "", "")[:3]
    if len(dates) > 3 or not _is_year(year) or not (month + day or "0").isdecimal():
        return " ".join(part for part in parts if part)
    if day and not month:
        raise DateError(
            f'date "{year}" has a day, {shown(day)}, and no month',
            hint="fill in the month, or leave both out",
        )
    sign, digits = ("-", year[1:]) if year.startswith("-") else ("", year)
    text = "-".join([f"{sign}{digits:0>4}", *(f"{part:0>2}" for part in (month, day) if part)])
    return " ".join([text, *clock])


def _is_year(text: str) -> bool:
    return len(text) > 2 and text.removeprefix("-").isdecimal()


def lasting(start: str, end: str, *, between: bool = False) -> str:
    """An event from one date to another, or, `between`, at one moment of that time; DateError where there is none.

    >>> lasting("2022-03-21", "2022-03-25"), lasting("1914", "..",), lasting("2012-01-01", "2012-02-22", between=True)
    ('2022-03-21/2022-03-25', '1914/..', '[2012-01-01..2012-02-22]')
    """
    if not end or start == end:
        return start
    first, last = (
        text.partition("T")[0] for text in (start, end)
    )  # an interval has no times of day (EDTF, level 0)
    if first == last:
        return start
    return parse_date(f"[{first}..{last}]" if between else f"{first}/{last}").text


def precise(date: str, precision: str) -> str:
    """A date with no more than is known of it, by one of `PRECISIONS`; one in other words than numbers stays as it is.

    >>> [precise("1855-02-07T00:00:00Z", word) for word in ("day", "month", "decade", "approximate")]
    ['1855-02-07', '1855-02', '185X', '1855-02-07~']
    """
    found = _start.fullmatch(date)
    if not found or precision == "between":
        return date
    year, *rest = [str(part) for part in found.groups() if part]
    day = "-".join([year, *rest])
    known = {
        "month": "-".join([year, *rest[:1]]),
        "year": year,
        "decade": year[:-1] + "X",
        "century": year[:-2] + "XX",
    }
    return known.get(precision, day) + {"approximate": "~", "uncertain": "?"}.get(precision, "")


def read_dates(
    row: MutableMapping[str, Any],
    names: Iterable[str],
    read: Callable[..., Understood],
    *,
    line: int,
    within: str = "",
) -> None:
    """Make EDTF of the dates in a row, in place; the words of another calendar are kept as `date_as_written`."""
    for name in names:
        if isinstance(text := row.get(name), str) and text:
            happened = name == "event_date" or not within
            read_as = read(text, line=line, column=within + name, happened=happened)
            row[name] = read_as.edtf
            if name == "date" and read_as.as_written:
                row.setdefault("date_as_written", read_as.as_written)


def understood(  # noqa: PLR0913 (where the text stands is part of each message)
    text: str, options: ReadOptions, *, line: int, column: str, edtf: bool, happened: bool = True
) -> Understood:
    """What a text says; InvalidData with its line and column where it is no date.

    It says when something `happened`, or else when a source came out or was fetched.

    With `edtf` a program wrote the column, and a code that a person might mean otherwise (`1921-22`) is what EDTF
    says it is. What is not EDTF there has passed through somebody's hands, a spreadsheet's for instance.
    """
    try:
        if edtf:
            try:
                # messydates writes a set of dates, of which one is meant, without its brackets.
                bare = ".." in text and "/" not in text and text[:1] not in "[{"
                return Understood(edtf=parse_date(f"[{text}]" if bare else text).text)
            except DateError:
                pass
        found = (options.date if happened else options.published or options.date)(text)
    except DateError as error:
        words = error.message.removeprefix("date ")
        sign = "" if words.startswith('"') else ":"
        raise InvalidData(f"{line}: {column}{sign} {words}", hint=error.hint) from None
    if found.note:
        options.note(f"{line}: {found.note}")
    return found
