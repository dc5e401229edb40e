"""CSL-JSON (Zotero, pandoc, citation processors): the sources of the events, each once."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.dates.forms import DOUBT, INTERVAL, forms_of
from timeline.dates.wording import wording
from timeline.errors import harmless
from timeline.formats.days import parts_of
from timeline.formats.format import Format, WriteOptions
from timeline.formats.json import json_list
from timeline.formats.links import web_address
from timeline.formats.references import CARRIES, references
from timeline.model import Event, Source

# Citation processors read HTML in a text; a sign that nobody sees (WORD JOINER) makes that none.
_tag = re.compile(r"<(?=[A-Za-z/])")
_NUMBERED = frozenset((DOUBT, INTERVAL))


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


FORMAT = Format(write=write, carries=CARRIES)
