"""Everything that is known about each event, sources and quotes in full."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from timeline.model import Event, Source
from timeline.query.relations import Relations, relations_of
from timeline.record import Value
from timeline.views.cells import pad, width
from timeline.views.drawn import Drawn
from timeline.views.glyphs import QUALIFIER_MARKS, mark_of
from timeline.views.ink import Segment, Style
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, STATUS, Pen, Span
from timeline.views.phrases import title_spans
from timeline.views.words import date_words, narrowed_words, tag_words

_LABEL = 10
# What a card shows of a source in ways of their own; any other field follows with its name.
_DRAWN = frozenset(("title", "publisher", "author", "date", "url", "archived", "quote", "event_date"))
_MEASURE = 96  # cells: longer lines are hard to read
_LINK = ("http://", "https://")


def draw_cards(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """One card an event, with every field it has, and what other events in the picture say of it."""
    return Drawn(options, partial(_cards, shown))


def _cards(shown: Sequence[Shown], pen: Pen, room: int) -> Iterator[Segment]:
    cells = min(room, _MEASURE + _LABEL + 2)
    relations = relations_of([one.event for one in shown])
    for number, one in enumerate(shown):
        if number:
            yield from pen.line([])
        related = {
            name: [
                other if isinstance(other, str) else _name(shown[other].event) for other in getattr(own, name)
            ]
            for own in [relations.get(number, Relations())]
            for name in ("after", "before", "related")
        }
        for spans in _Card(one, related, pen, cells).lines():
            yield from pen.line(spans)


class _Card:
    """The lines of one event."""

    def __init__(self, shown: Shown, related: Mapping[str, Sequence[str]], pen: Pen, cells: int) -> None:
        self.shown = shown
        self.related = related
        self.pen = pen
        self.cells = cells
        self.room = max(cells - _LABEL - 2, 8)

    def lines(self) -> Iterator[list[Span]]:
        event = self.shown.event
        yield from self._head(event)
        words = date_words(event.date)
        stated = "" if words == event.date.text else f" ({event.date.text})"
        yield from self._field("date", [(self.pen.text(words), DATE), (self.pen.text(stated), DIM)])
        yield from self._text("", narrowed_words(event.date, self.shown.limits), DIM)
        yield from self._text("written", event.date_as_written)
        yield from self._text("id", event.id, DIM)
        yield from self._text("summary", event.summary)
        yield from self._field("actors", self._names(event.actors))
        yield from self._text("place", _place(event))
        yield from self._text("kind", event.kind)
        yield from self._text("tags", " ".join(map(tag_words, event.tags)))
        if event.status:
            yield from self._text("status", event.status, STATUS.get(event.status))
        for name, ids in self.related.items():
            yield from self._text(name, ", ".join(ids))
        for number, source in enumerate(event.sources, 1):
            label = "source" if len(event.sources) == 1 else f"source {number}"
            for spans in self._source(source):
                for line in self._field(label, spans):
                    yield line
                    label = ""
        yield from self._extra(event.extra)
        if event.origin is not None:
            yield from self._text("from", f"{event.origin.path}:{event.origin.line}", DIM)

    def _head(self, event: Event) -> Iterator[list[Span]]:
        glyphs = self.pen.glyphs
        mark = glyphs.marks["context" if self.shown.context else mark_of(event.date)]
        spans: list[Span] = [
            (mark + QUALIFIER_MARKS[event.date.qualifier] + " ", BOLD),
            *title_spans(self.shown, self.pen),
        ]
        yield from self.pen.wrapped(spans, self.cells)
        yield [(glyphs.rule * self.cells, DIM)]

    def _names(self, actors: Sequence[str]) -> list[Span]:
        spans: list[Span] = []
        for number, actor in enumerate(actors):
            spans.append((self.pen.text(actor), self.pen.actor_style(actor)))
            if number < len(actors) - 1:
                spans.append((", ", DIM))
        return spans

    def _source(self, source: Source) -> Iterator[list[Span]]:
        pen = self.pen
        who = [source.publisher, source.author, date_words(source.date) if source.date else ""]
        yield [(pen.text(source.title), None)]
        yield [(pen.text(", ".join(part for part in who if part)), None)]
        if source.quote:
            first, last = pen.glyphs.quotes
            quote = source.quote.strip(" \n")
            for line in _lines(f"{first}{quote}{last}"):
                yield [(pen.text(line), Style(italic=True))]
        if source.event_date:
            yield [("gives the date ", DIM), (pen.text(date_words(source.event_date)), DATE)]
        for label, url in (("", source.url), ("archived ", source.archived)):
            if url:
                text = pen.text(url)
                linked = pen.links and url.isascii() and text == url and url.startswith(_LINK)
                yield [(label, DIM), (text, Style(dim=True, link=url) if linked else DIM)]
        for name, value in source.to_record().items():
            if name in _DRAWN:
                continue
            yield [(f"{pen.text(name)}: ", DIM), (pen.text(_inline(value)), None)]

    def _extra(self, extra: Mapping[str, Value]) -> Iterator[list[Span]]:
        for name, value in extra.items():
            label = self.pen.text(name)
            if width(label) < _LABEL:
                yield from self._text(label, value if isinstance(value, str) else _inline(value))
            else:
                yield from self._field("", [(label + ": ", DIM), (self.pen.text(_inline(value)), None)])

    def _text(self, label: str, text: str, style: Style | None = None) -> Iterator[list[Span]]:
        for line in _lines(text):
            yield from self._field(label, [(self.pen.text(line), style)])
            label = ""

    def _field(self, label: str, spans: list[Span]) -> Iterator[list[Span]]:
        if not any(text for text, _ in spans):
            return
        for line in self.pen.wrapped(spans, self.room):
            yield [("  " + pad(label, _LABEL), DIM), *line]
            label = ""


def _name(event: Event) -> str:
    """What an event is called on the card of another: its id, or its title where it has none."""
    return event.id or f"“{event.title}”"


def _lines(text: str) -> list[str]:
    return text.strip("\n").split("\n") if text else []


def _place(event: Event) -> str:
    degrees = [
        f"{name} {number:g}"
        for name, number in (("lat", event.lat), ("lon", event.lon))
        if number is not None
    ]
    about = ", ".join(filter(None, (*degrees, event.place_precision)))
    return f"{event.place} ({about})" if event.place and about else event.place or about


def _inline(value: Value) -> str:
    """A value of an unknown field on one line.

    >>> _inline({"level": "3", "by": ["a", "b"]})
    'level: 3; by: a, b'
    """
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(_inline(item) for item in value)
    return "; ".join(f"{name}: {_inline(item)}" for name, item in value.items())
