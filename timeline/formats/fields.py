"""What is made of the cells of one field: a text, a list, a date, a source, or fields of the user's own."""

import re
from collections.abc import Callable, Sequence

from timeline.errors import DateError, InvalidData, shown
from timeline.folding import fold
from timeline.formats.dated import CODES, Dating, joined, lasting, precise, read_dates
from timeline.formats.json_values import json_value
from timeline.formats.recipe import Part, as_text
from timeline.mapping import LISTS
from timeline.record import SLUG, SOURCE_DATES, Record, Value, source_of

Step = Callable[[Sequence[Value], int, Record], None]
"""Puts what a row says of one field into its record, given the row's cells and line; InvalidData where it cannot."""

_slug = re.compile(SLUG)
_no_slug = re.compile(r"[^a-z0-9:._-]+")
_decimal_comma = re.compile(r"[+-]?[0-9]{1,3},[0-9]{1,20}")


def put(record: Record, name: str, value: Value) -> None:
    """Set a field; a name with a full stop means one in a mapping: `imported.row`."""
    if "." not in name:
        record[name] = value
        return
    head, _, rest = name.partition(".")
    if not head or not rest:
        record[name] = value
        return
    inner = record.setdefault(head, {})
    if isinstance(inner, dict):
        put(inner, rest, value)


def default(record: Record, name: str, value: Value) -> None:
    """Set a field where nothing is said of it, and add what a list lacks."""
    head, dot, rest = name.partition(".")
    there = record.get(head)
    if dot and isinstance(there, dict):
        default(there, rest, value)
    elif there is None:
        put(record, name, value)
    elif isinstance(there, list) and isinstance(value, list):
        record[name] = [*there, *(item for item in value if item not in there)]


def slug(text: str) -> str:
    """An id made of what another program, or a person, calls a row.

    >>> slug("ukr123"), slug("RUS/2022 No. 5"), slug("événement")
    ('ukr123', 'rus-2022-no.-5', 'evenement')
    """
    if _slug.fullmatch(text):
        return text
    return _no_slug.sub("-", fold(text)).strip("-._:")


def number(text: str) -> str:
    """A number with a decimal comma as one with a point."""
    return text.replace(",", ".") if _decimal_comma.fullmatch(text) else text


def one_line(text: str) -> str:
    """A text whose lines are one."""
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


# What a field of other people's tables goes through, besides blanks at its ends.
KINDS: dict[str, Callable[[str], str]] = {"id": slug, "title": one_line, "lat": number, "lon": number}


def text_step(name: str, parts: Sequence[Part], change: Callable[[str], str] | None = None) -> Step:
    """A field of one text; of several parts those that say something, with commas between them."""
    if len(parts) == 1:
        cell = parts[0].cell

        def step(cells: Sequence[Value], _line: int, record: Record) -> None:
            if value := cell(cells):
                put(record, name, change(value) if change and isinstance(value, str) else value)

        return step

    def joining(cells: Sequence[Value], _line: int, record: Record) -> None:
        texts = [text for part in parts if (text := as_text(part.cell(cells)))]
        if texts:
            put(record, name, ", ".join(texts))

    return joining


def list_step(name: str, parts: Sequence[Part], split: Callable[[Value], list[Value]]) -> Step:
    """A field that is a list: the items of all its parts, each once."""

    def step(cells: Sequence[Value], _line: int, record: Record) -> None:
        if len(parts) == 1:
            items = _items(parts[0], cells, split)
        else:
            items = _once([item for part in parts for item in _items(part, cells, split)])
        if items:
            put(record, name, items)

    return step


def _items(part: Part, cells: Sequence[Value], split: Callable[[Value], list[Value]]) -> list[Value]:
    """The items that a part of a recipe makes; what stands around the column in a template stands around each of them."""
    value = (part.inner or part.cell)(cells)
    if not value:
        return []
    before, after = part.frame
    if not part.inner or not (before or after):
        return split(value)
    return [f"{before}{as_text(item)}{after}" for item in split(value)]


def _once(items: Sequence[Value]) -> list[Value]:
    once: list[Value] = []
    for item in items:
        if item not in once:
            once.append(item)
    return once


# What people write for an end that has not come, in the languages of dates.
_LASTING = frozenset(
    (
        *(
            "present",
            "the present",
            "now",
            "ongoing",
            "today",
            "current",
            "continuing",
            "à ce jour",
            "en cours",
        ),
        *(
            "présent",
            "aujourd'hui",
            "настоящее время",
            "по настоящее время",
            "н.в.",
            "сейчас",
            "продолжается",
        ),
    )
)


class DateStep:
    """A date: of one column or of several, to an end where that says something, as exact as a column of precisions says."""

    def __init__(
        self, dating: Dating, date: Sequence[Part], end: Sequence[Part], precision: Sequence[Part]
    ) -> None:
        self.dating, self.date, self.end, self.precision = dating, date, end, precision
        self.called = {id(parts): _called(parts) for parts in (date, end)}
        self.meanings = {**CODES, **dating.options.mapping.precision}

    def __call__(self, cells: Sequence[Value], line: int, record: Record) -> None:
        """Read the date of a row into its record."""
        start = self._read(self.date, cells, line, record)
        if not start:
            return
        end = self._last(cells, line)
        word = self._precision(cells, line) if self.precision else ""
        if word:
            start, end = precise(start, word), precise(end, word)
        try:
            record["date"] = lasting(start, end, between=word == "between") if end else start
        except DateError as error:
            message = f"{line}: {_called(self.date)} {shown(start)} and {_called(self.end)} {shown(end)} are no time"
            raise InvalidData(message, hint=error.hint or "an end comes after its beginning") from None

    def _last(self, cells: Sequence[Value], line: int) -> str:
        texts = [text for part in self.end if (text := as_text(part.cell(cells)).strip())]
        if len(texts) == 1 and texts[0].casefold() in _LASTING:
            return ".."
        return self._read(self.end, cells, line, {}) if texts else ""

    def _read(self, parts: Sequence[Part], cells: Sequence[Value], line: int, record: Record) -> str:
        values = [part.cell(cells) for part in parts]
        if len(values) == 1 and isinstance(values[0], str):  # most: a third of the time
            texts = [values[0].strip()]
        else:
            texts = [as_text(text).strip() for value in values for text in _year_first(value)]
        if not any(texts):
            return ""
        column = self.called[id(parts)]
        try:
            text = ".." if ".." in texts else texts[0] if len(texts) == 1 else joined(texts)
        except DateError as error:
            raise InvalidData(f"{line}: {column}: {error.message}", hint=error.hint) from None
        if text == "..":
            return text
        found = self.dating.date(text, line=line, column=column)
        if found.as_written:
            record.setdefault("date_as_written", found.as_written)
        return found.edtf

    def _precision(self, cells: Sequence[Value], line: int) -> str:
        code = "".join(as_text(part.cell(cells)) for part in self.precision).strip()
        word = self.meanings.get(code.lower(), "")
        if code and not word:
            known = ", ".join(self.meanings)
            message = f"{line}: {_called(self.precision)} {shown(code)} is no precision"
            raise InvalidData(message, hint=f"one of: {known}; a preset may say what others mean")
        return word


def _year_first(value: Value) -> Sequence[Value]:
    """The parts of a date that is an object: its year, month and day."""
    return [value.get(name, "") for name in ("year", "month", "day")] if isinstance(value, dict) else [value]


def date_step(name: str, parts: Sequence[Part], dating: Dating) -> Step:
    """A date of a source."""

    def step(cells: Sequence[Value], line: int, record: Record) -> None:
        text = " ".join(text for part in parts if (text := as_text(part.cell(cells)).strip()))
        if text:
            happened = name == "event_date"
            record[name] = dating.date(text, line=line, column=_called(parts), happened=happened).edtf

    return step


def constant_step(name: str, texts: Sequence[str]) -> Step:
    """A field of which nothing is read."""
    value: Value = [*texts] if name in LISTS else texts[-1]

    def step(_cells: Sequence[Value], _line: int, record: Record) -> None:
        default(record, name, value)

    return step


def sources_step(
    parts: Sequence[Part], dating: Dating, split: Callable[[Value], list[Value]], field: str = ""
) -> Step:
    """Sources: a JSON list, an address or a title, or several of these; or of each its `field` alone."""

    def step(cells: Sequence[Value], line: int, record: Record) -> None:
        found: list[Value] = []
        for part in parts:
            value = part.cell(cells)
            if isinstance(value, str) and value.startswith(("[", "{")):
                value = json_value(value, line)
            if isinstance(value, dict):
                value = [value]
            items = split(value) if value else []
            found += [{field: item} for item in items] if field else items
        for at, source in enumerate(found, 1):
            if isinstance(source, dict):
                read_dates(source, SOURCE_DATES, dating.date, line=line, within=f"sources.{at}.")
        if found:
            record["sources"] = found

    return step


def extra_step(parts: Sequence[Part]) -> Step:
    """Fields without a column, as a JSON object."""

    def step(cells: Sequence[Value], line: int, record: Record) -> None:
        for part in parts:
            if text := part.cell(cells):
                value = json_value(text, line) if isinstance(text, str) else text
                if not isinstance(value, dict):
                    raise InvalidData(f"{line}: extra must be a JSON object", hint='write {"field": "value"}')
                record.update(value)

    return step


def with_first_source(record: Record, first: Record) -> None:
    """Say of the first source of a record what columns of its own say; a source without any other is one."""
    if not first:
        return
    sources = record.get("sources")
    items = list(sources) if isinstance(sources, list) else []
    named = source_of(items[0]) if items else {}
    record["sources"] = [{**(named if isinstance(named, dict) else {}), **first}, *items[1:]]


def _called(parts: Sequence[Part]) -> str:
    """The columns of a field, as a message names them."""
    return "+".join(name for part in parts for name in part.columns)
