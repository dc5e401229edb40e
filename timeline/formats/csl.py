"""CSL-JSON (Zotero, pandoc, citation processors): the sources of the events, each once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from timeline.dates.event_date import EventDate
from timeline.dates.forms import DOUBT, INTERVAL, forms_of
from timeline.dates.wording import wording
from timeline.errors import DateError, InvalidData, harmless
from timeline.formats.bibliography import Entry, sources_of
from timeline.formats.dated import joined
from timeline.formats.days import parts_of
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.json import json_list, lines_of
from timeline.formats.json_values import json_value
from timeline.formats.links import web_address
from timeline.formats.references import CARRIES, references
from timeline.formats.text import opened
from timeline.model import Event, Source
from timeline.record import Value

# Citation processors read HTML in a text; a sign that nobody sees (WORD JOINER) makes that none.
_tag = re.compile(r"<(?=[A-Za-z/])")
_NUMBERED = frozenset((DOUBT, INTERVAL))
_TAKEN = frozenset(
    (
        *("id", "type", "title", "author", "editor", "container-title", "publisher", "issued", "accessed"),
        *("URL", "DOI", "note", "archive_location"),
    )
)


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """A list of items."""
    return json_list(_item(key, source) for key, source in references(events).items())


def _item(key: str, source: Source) -> dict[str, Any]:
    address = web_address(source.url)
    item = {
        "id": key,
        "type": "webpage" if address else "document",
        "title": _text(source.title),
        "author": [{"literal": _text(source.author)}] if source.author.strip() else [],
        "container-title": _text(source.publisher),
        "issued": _date(source.date) if source.date else {},
        "URL": address,
        "note": "" if address else _text(source.url),
        "archive_location": web_address(source.archived) or _text(source.archived),
        "accessed": _date(source.retrieved) if source.retrieved else {},
    }
    return {name: value for name, value in item.items() if value}


def _date(date: EventDate) -> dict[str, Any]:
    """Numbers where days, months or years are meant, about or not; words for all else."""
    forms = forms_of(date)
    if not forms <= _NUMBERED:
        return {"literal": wording(date)}
    first, last = parts_of(date)
    parts = [[*first]] if first == last else [[*first], [*last]]
    return {"date-parts": parts, **({"circa": True} if DOUBT in forms else {})}


def _text(text: str) -> str:
    return _tag.sub("<\u2060", harmless(" ".join(text.split())))


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The source that each item is; InvalidData for what is no list of items."""
    with opened(stream, options) as file:
        text = file.read()
    yield from sources_of(_entries(text), options)


def _entries(text: str) -> Iterator[tuple[int, Entry | InvalidData]]:
    value = json_value(text, 1)
    items = value if isinstance(value, list) else [value]
    for line, item in zip(lines_of(text, "", len(items)), items, strict=True):
        if not isinstance(item, dict):
            yield line, InvalidData(f"{line}: no item", hint='an item is {"id": "…", "title": "…"}')
            continue
        said = {
            "title": _one(item, "title"),
            "author": "; ".join(_names(item.get("author", "")) or _names(item.get("editor", ""))),
            "publisher": _one(item, "container-title") or _one(item, "publisher"),
            "date": _days(item.get("issued", "")),
            "url": _one(item, "URL") or _one(item, "note"),
            "doi": _one(item, "DOI"),
            "archived": _one(item, "archive_location"),
            "retrieved": _days(item.get("accessed", "")),
        }
        yield line, Entry(_one(item, "id"), said, item.keys() - _TAKEN)


def _one(item: Mapping[str, Value], name: str) -> str:
    value = item.get(name, "")
    return value.replace("\u2060", "") if isinstance(value, str) else ""


def _names(value: Value) -> list[str]:
    """The names of people as they are written, or family name first."""
    people = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return [
        _one(one, "literal") or ", ".join(filter(None, (_one(one, "family"), _one(one, "given"))))
        for one in people
    ]


def _days(value: Value) -> str:
    """A date of numbers as EDTF, or its words."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    about = "~" if value.get("circa") else ""
    try:
        days = (
            [joined([*map(str, one), "", ""][:3]) for one in parts if one] if isinstance(parts, list) else []
        )
    except DateError:
        days = []
    return "/".join(f"{day}{about}" for day in days) or _one(value, "raw") or _one(value, "literal")


FORMAT = Format(write=write, read=read, sources=True, carries=CARRIES)
