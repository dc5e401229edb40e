"""The events of a page: as items of its list, and as the data that its scripts read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from timeline.dates.event_date import EventDate
from timeline.dates.wording import wording
from timeline.dates.written import written_beside
from timeline.errors import harmless
from timeline.formats.format import WriteOptions
from timeline.formats.links import web_address
from timeline.formats.timelinejs import html
from timeline.identity import free_id, new_id
from timeline.model import Event, Source
from timeline.naming import NO_NAMES, Named
from timeline.query.claims import rivals
from timeline.query.lanes import lanes_by
from timeline.query.relations import Relations, relations_of
from timeline.record import Value
from timeline.states import state_named
from timeline.views.marks import DOUBT, POINT, SOLID, pieces
from timeline.views.words import sources_words

_INKS = {POINT: 0, DOUBT: 1, SOLID: 2}
_MOST_TOLD = 1_000  # events of which the list says everything to those without scripts
# Of more, the list comes in pieces that are laid out when they are in sight: with one a piece, or none at all, each frame
# took 20 ms longer, or a search half a second.
_A_PIECE = 100


class PageEvents:
    """The events in their order, each under an id that no other has."""

    OWN: ClassVar = (
        *(
            "by",
            "names",
            "when",
            "edtf",
            "days",
            "status",
            "claims",
            "after",
            "before",
            "related",
            "more",
            "quote",
            "lane",
        ),
    )

    def __init__(self, events: Sequence[Event], options: WriteOptions) -> None:
        self.events, self.options = events, options
        self.ids: list[str] = []
        taken: set[str] = set()
        for event in events:
            self.ids.append(free_id(event.id or new_id(event.date.text, event.title), taken))
            taken.add(self.ids[-1])
        self.many = len(events) > _MOST_TOLD
        # The page tells the others by itself.
        by = "" if options.by in ("actor", "tag", "kind", "place") else options.by
        self._lanes_of = lanes_by(by, events, options.names) if by else None
        self._relations = relations_of(events)

    def names(self) -> Mapping[str, Mapping[str, Any]]:
        """By which name each actor and place goes, where that is another than the one that is written, and their other names."""
        known = self.options.names or NO_NAMES
        actors = {actor: known.actor(actor) for event in self.events for actor in event.actors}
        places = {event.place: known.place(event.place) for event in self.events if event.place}
        also = {name: _spellings(known.known_actor(name), name) for name in sorted({*actors.values()})}
        also |= {
            name: _spellings(known.known_place(name)) for name in sorted({*places.values()} - also.keys())
        }
        return {
            "actor": {harmless(name): harmless(to) for name, to in actors.items() if to != name},
            "place": {harmless(name): harmless(to) for name, to in places.items() if to != name},
            "also": {harmless(name): found for name, found in also.items() if found},
        }

    def list_items(self) -> Iterator[str]:
        """Each event as an item: the date, the title, who and where; of not too many what else they say, without scripts."""
        for number, (event, id_) in enumerate(zip(self.events, self.ids, strict=True)):
            if self.many and number and not number % _A_PIECE:
                yield "</ol>\n<ol>\n"
            about = " · ".join(filter(None, (event.place, ", ".join(event.actors))))
            status = "" if event.standing == "reported" else f"[{event.status}] "
            more = "".join(self._told(event)) if not self.many else ""
            when = wording(event.date) + written_beside(event.date, event.date_as_written)
            yield (
                f'<li id="{html(id_)}"><time>{html(when)}</time>'
                f'<a href="#{html(id_)}">{html(status + event.title)}</a>'
                f"{f'<p>{html(about)}</p>' if about else ''}"
                f"{f'<noscript><div class=more>{more}</div></noscript>' if more else ''}</li>\n"
            )

    def _told(self, event: Event) -> Iterator[str]:
        if not self.options.no_summaries:
            yield from (f"<p>{html(line)}</p>" for line in event.summary.splitlines() if line.strip())
        if event.sources:
            yield f"<ul>{''.join(f'<li>{cited}</li>' for cited in _cited(event.sources))}</ul>"

    def values(self) -> Iterator[Mapping[str, Any]]:
        """Each event as JSON-LD: what schema.org has words for, and what only our page knows."""
        for place, event in enumerate(self.events):
            yield {
                "@type": "Event",
                "@id": f"#{self.ids[place]}",
                "name": harmless(event.title),
                **_given(
                    description="" if self.options.no_summaries else _lines(event.summary),
                    startDate=event.date.text if event.date.level == 0 and not event.date.is_interval else "",
                    actor=[*map(harmless, event.actors)],
                    location=harmless(event.place),
                    additionalType=harmless(event.kind),
                    keywords=[*map(harmless, event.tags)],
                    status=event.status,
                    subjectOf=[_source(source) for source in event.sources],
                ),
                "when": harmless(wording(event.date)),
                "edtf": event.date.text,
                "days": _days(event.date),
                **_given(
                    claims=[
                        {
                            "when": harmless(wording(claim.date)),
                            "who": harmless(sources_words(claim.sources)),
                            "days": _days(claim.date),
                        }
                        for claim in rivals(event)
                    ],
                    lane=[*map(harmless, self._lanes_of(event))] if self._lanes_of else [],
                    **self._related(place),
                    more=[*_more(event)],
                ),
            }

    def _related(self, place: int) -> Mapping[str, list[str]]:
        found = self._relations.get(place, Relations())
        return {
            name: [
                f"#{self.ids[other]}" if isinstance(other, int) else harmless(other)
                for other in getattr(found, name)
            ]
            for name in ("after", "before", "related")
        }


def _spellings(known: Named | None, state_name: str = "") -> list[str]:
    """All names of an actor or a place that is known, and of a state with its codes."""
    state = state_named(state_name) if state_name else None
    found = [*known.spellings, known.iso3] if known else []
    found += [*state.names, state.official, state.iso2, state.iso3, *state.cameo] if state else []
    return [*dict.fromkeys(harmless(name) for name in found if name)]


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _lines(text: str) -> str:
    return "\n".join(map(harmless, text.splitlines()))


def _days(date: EventDate) -> list[list[int | None]]:
    """The pieces of a date: ink, first and last day, and whether it is approximate or uncertain."""
    return [[_INKS[piece.ink], piece.first, piece.last, piece.qualifier] for piece in pieces(date)]


def _source(source: Source) -> Mapping[str, Any]:
    return {
        "@type": "CreativeWork",
        **_given(
            name=harmless(source.title),
            publisher=harmless(source.publisher),
            author=harmless(source.author),
            when=harmless(wording(source.date)) if source.date else "",
            url=web_address(source.url) or harmless(source.url),
            archivedAt=web_address(source.archived) or harmless(source.archived),
            quote=_lines(source.quote),
            pagination=harmless(source.at),
            more=[*_more_of(source)],
        ),
    }


def _more(event: Event) -> Iterator[tuple[str, str]]:
    """What else an event says, each with its name."""
    if event.date_as_written:
        yield "As written", harmless(event.date_as_written)
    if event.lat is not None and event.lon is not None:
        precision = f" ({event.place_precision})" if event.place_precision else ""
        yield "Coordinates", f"{event.lat}, {event.lon}{precision}"
    for name, value in event.extra.items():
        yield harmless(name), _value(value)


def _more_of(source: Source) -> Iterator[tuple[str, str]]:
    for name in ("grade", "file", "sha256"):
        if value := getattr(source, name):
            yield name, harmless(value)
    if source.supports:
        yield "supports", harmless(", ".join(source.supports))
    if source.retrieved:
        yield "retrieved", harmless(wording(source.retrieved))
    for name, value in source.extra.items():
        yield harmless(name), _value(value)


def _value(value: Value) -> str:
    return harmless(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _cited(sources: Sequence[Source]) -> Iterator[str]:
    """Each source as HTML: who, the title as a link, when, where, a copy, and the words that support the event."""
    for source in sources:
        title = source.title or source.url or source.archived or source.publisher or "a source without a name"
        parts = [
            html(source.author),
            _link(title, source.url),
            html(source.publisher) if source.title else "",
            html(wording(source.date)) if source.date else "",
            html(source.at),
            _link("archived copy", source.archived) if source.archived else "",
            f"“{html(source.quote)}”" if source.quote else "",
        ]
        yield ", ".join(filter(None, parts))


def _link(text: str, address: str) -> str:
    found = web_address(address)
    return f'<a href="{html(found)}" rel="noopener noreferrer">{html(text)}</a>' if found else html(text)
