"""The sources of events as a bibliography has them: each once, under a key of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from timeline.dates.calendar import civil_from_days
from timeline.folding import fold
from timeline.formats.format import Carries, fields
from timeline.identity import free_id
from timeline.model import Event, Source

_not_key = re.compile(r"[^a-z0-9]+")

CARRIES = Carries(fields=fields(sources="title publisher author date url archived retrieved"))


def references(events: Iterable[Event]) -> Mapping[str, Source]:
    """Each source by its key, once, whatever words of it or place in it the events cite."""
    found: dict[tuple[str, ...], Source] = {}
    for event in events:
        for source in event.sources:
            same = (
                source.author,
                source.title,
                source.publisher,
                str(source.date),
                source.url,
                source.archived,
            )
            first = found.setdefault(same, source)
            found[same] = replace(first, retrieved=first.retrieved or source.retrieved)
    keyed: dict[str, Source] = {}
    for source in found.values():
        keyed[free_id("-".join(_key(source)) or "source", keyed)] = source
    return keyed


def _key(source: Source) -> Iterator[str]:
    """The last word of a name, the year, and the first word of the title, as far as they have Latin letters."""
    yield from _words(source.author or source.publisher)[-1:]
    if source.date is not None and source.date.first_day is not None:
        yield str(abs(civil_from_days(source.date.first_day)[0]))
    yield from _words(source.title)[:1]


def _words(text: str) -> list[str]:
    return _not_key.sub(" ", fold(text)).split()
