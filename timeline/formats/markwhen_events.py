"""The events of a markwhen document as records: its dates, titles, tags, properties and descriptions."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from timeline.counting import counted
from timeline.dates.event_date import EventDate
from timeline.errors import DateError, InvalidData
from timeline.formats.format import ReadOptions
from timeline.formats.json_values import json_value
from timeline.formats.markwhen_text import JOINER, guarded, said
from timeline.formats.stated import Stated
from timeline.record import Record, Value

NAMES = {"place": "location", "after": "follows", "before": "precedes"}  # "before: x" would be an event
_FIELDS = {name: field for field, name in NAMES.items()}

# What stands before the colon of an event: numbers and the words of dates, of which markwhen knows only English ones.
_colon = re.compile(r":(?=\s|\Z)")
_LONGEST = 120  # characters of what stands before it
_words = re.compile(r"[^\W\d_]+")
_KNOWN = frozenset(
    _words.findall(
        "t z x y e q s now today yesterday tomorrow to and or from by before after until since circa c ca about mid early late "
        "st nd rd th am pm ad bc bce ce utc gmt spring summer autumn fall winter century every other for times "
        "second seconds minute minutes hour hours day days week weeks month months year years decade decades "
        "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
        "october november december mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"
    )
)
_parted = re.compile(r"(?:\s+[/–—-]\s*|\s*[/–—-]\s+|\s+to\s+)")
_slashes = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_several = re.compile(r"([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})[-–]([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})")
_moments = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z+-]{1,30})[/-]([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z+-]{1,30})"
)
_property = re.compile(r"([^\W\d][\w.-]{0,60}):\s+(\S.*)")
_section = re.compile(r"(?:section|group)\b|#{1,6}\s", re.IGNORECASE)
_section_end = re.compile(r"end\s?(?:section|group)\b", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class _Event:
    line: int
    head: str
    rest: str
    properties: dict[str, Value] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    open: bool = True  # to properties


def stated_events(
    lines: Iterable[str], options: ReadOptions, shown: Callable[[str], str]
) -> Iterator[Stated]:
    """The record of each event; sections are counted, and told. `shown` says what our export writes for a date in EDTF."""
    texts = ((number, line.strip().removeprefix("\ufeff")) for number, line in enumerate(lines, 1))
    first, order = _after_header(texts)
    sections = events = 0
    event: _Event | None = None
    for number, text in chain(first, texts):
        if head := _is_event(text):
            events += 1
            if event:
                yield _stated(event, order, shown)
            event = _Event(line=number, head=head[0], rest=head[1])
        elif _section.match(text):
            sections += 1
        elif event and not text.startswith("//") and not _section_end.match(text):
            _add(event, text)
    if event:
        yield _stated(event, order, shown)
    if sections:
        options.note(f"1: not taken: {counted(sections, 'section')}")
    if not events:
        options.note("1: no line begins with a date and a colon")


def _after_header(texts: Iterator[tuple[int, str]]) -> tuple[list[tuple[int, str]], str]:
    """The first line below the header, if there is one, and which of day and month the header says stands first."""
    order, fenced = "", False
    for at, (number, text) in enumerate(texts):
        if text == "---" and (fenced or at == 0):
            fenced = not fenced
        elif not fenced and (_is_event(text) or _section.match(text)):
            return [(number, text)], order
        else:
            order = _day_order(text) or order
    return [], order


def _is_event(text: str) -> tuple[str, str] | None:
    """The date and the rest of a line that begins an event: only numbers, signs and words of dates stand before its colon."""
    colon = _colon.search(text, 0, _LONGEST)
    if not colon:
        return None
    head = text[: colon.start()].removeprefix("- ").removeprefix("* ").strip()
    words = [word.lower() for word in _words.findall(head)]
    told = any(sign.isdigit() for sign in head) or words in (["now"], ["today"])
    return (head, text[colon.end() :].strip()) if told and _KNOWN.issuperset(words) else None


def _add(event: _Event, text: str) -> None:
    found = _property.fullmatch(text) if event.open else None
    if found and found[1] not in event.properties:
        event.properties[found[1]] = _value(found[2])
        return
    event.open = False
    event.text.append(text)


def _value(text: str) -> Value:
    """The value of a property, which is YAML on one line: as our export writes it, or a text, or a list of texts."""
    text = text.replace(f"#{JOINER}", "#")
    try:
        return json_value(text, 1) if text[0] in '"[{' else text
    except InvalidData:
        if text[0] == "[" and text[-1] == "]":
            return [item.strip().strip("\"'") for item in text[1:-1].split(",") if item.strip()]
        return text


def _stated(event: _Event, order: str, shown: Callable[[str], str]) -> Stated:
    title, tags = said(event.rest)
    record: Record = {_FIELDS.get(name, name): value for name, value in event.properties.items()}
    edtf, whole, summary = (record.pop(name, "") for name in ("edtf", "title", "summary"))
    # What was changed in the line since it was written is what counts, and not the property that says it in full.
    if isinstance(whole, str) and whole and said(guarded(whole))[0] == title:
        title = whole
    words = "\n".join(event.text).strip()
    plain = "\n".join(line.replace(JOINER, "") for line in words.split("\n"))
    if (
        isinstance(summary, str)
        and summary
        and plain in ("", said(guarded(summary))[0], guarded(summary).replace(JOINER, ""))
    ):
        plain = summary
    there = record.get("tags", [])
    given = there if isinstance(there, list) else [there]
    record["tags"] = [*given, *(tag for tag in dict.fromkeys(tags) if tag not in given)]
    more: Record = {"summary": plain} if plain else {}
    date = (
        {"date": edtf}
        if isinstance(edtf, str) and edtf and _shown(edtf, shown) == event.head
        else _dated(event.head, order)
    )
    if not record["tags"]:
        del record["tags"]
    return event.line, {**date, "title": title, **more, **record}, False


def _shown(edtf: str, shown: Callable[[str], str]) -> str:
    try:
        return shown(EventDate.parse(edtf).text)
    except DateError:
        return ""


def _dated(head: str, order: str) -> Record:
    """A date, or a beginning and an end; until now is without an end. Dates with slashes are in the order of the header."""
    try:
        return {"date": EventDate.parse(head).text}
    except DateError:
        pass
    found = _several.fullmatch(head) or _moments.fullmatch(head)
    parts = [*found.groups()] if found else _parted.split(head, maxsplit=1)
    start, end = (_in_order(part.strip(), order) for part in (*parts, "")[:2])
    return {"date": start, "end": ".." if end.lower() == "now" else end} if end else {"date": start}


def _in_order(text: str, order: str) -> str:
    found = _slashes.fullmatch(text) if order else None
    if not found:
        return text
    first, second, year = found.groups()
    day, month = (first, second) if order == "d" else (second, first)
    return f"{year}-{int(month):02}-{int(day):02}"


def _day_order(text: str) -> str:
    """Which of day and month stands first in dates with slashes, where the header says it."""
    name, colon, value = text.partition(":")
    if not colon or name.strip() != "dateFormat":
        return ""
    return {"d/m/y": "d", "m/d/y": "m"}.get(value.strip().strip("\"'").lower(), "")
