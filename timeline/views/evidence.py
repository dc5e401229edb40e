"""Who says when: the dates that the sources of an event give, side by side (contract, section 11)."""

from collections.abc import Iterator, Sequence
from functools import partial

from timeline.counting import counted
from timeline.dates.event_date import EventDate
from timeline.dates.written import written_beside
from timeline.model import Source
from timeline.query.claims import Claim, claims, compatible, date_given
from timeline.views.drawn import Drawn
from timeline.views.glyphs import QUALIFIER_MARKS, mark_of
from timeline.views.ink import Segment
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, ITALIC, Pen, Span
from timeline.views.phrases import title_spans
from timeline.views.words import date_words, source_words

_MEASURE = 96  # cells: longer lines are hard to read


def draw_evidence(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """Each event with every date that it is given, who gives it, and how many agree. It counts, and does not judge."""
    return Drawn(options, partial(_evidence, shown))


def _evidence(shown: Sequence[Shown], pen: Pen, room: int) -> Iterator[Segment]:
    cells = min(room, _MEASURE)
    for number, one in enumerate(shown):
        if number:
            yield from pen.line([])
        for indent, spans in _told(one, pen):
            yield from _wrapped(spans, indent, pen, cells)


def _told(one: Shown, pen: Pen) -> Iterator[tuple[int, list[Span]]]:
    """The lines about an event, each with the cells before it."""
    event = one.event
    mark = pen.glyphs.marks[mark_of(event.date)] + QUALIFIER_MARKS[event.date.qualifier]
    written = written_beside(event.date, event.date_as_written)
    yield 0, [(f"{mark} ", BOLD), *title_spans(one, pen)]
    yield 2, [(_words(event.date, pen), DATE), (pen.text(written), DIM), (f"  {pen.text(event.id)}", DIM)]
    found = claims(event)
    for claim in found:
        own = "the event's own date, " if claim.date == event.date else ""
        yield 2, []
        yield (
            2,
            [
                (_words(claim.date, pen), DATE.strong),
                (f"  {own}{counted(len(claim.sources), 'source')}", DIM),
            ],
        )
        for source in claim.sources:
            yield from _source(source, pen)
    if found and all(claim.date != event.date for claim in found):
        yield 2, []
        yield 2, [(_words(event.date, pen), DATE.strong), ("  the event's own date, no source", DIM)]
    silent = [source for source in event.sources if date_given(event, source) is None]
    if silent:
        yield 2, []
        yield 2, [("gives no date", BOLD), (f"  {counted(len(silent), 'source')}", DIM)]
        for source in silent:
            yield from _source(source, pen)
    yield 2, []
    yield 2, [(_count(found, pen), None)]


def _source(source: Source, pen: Pen) -> Iterator[tuple[int, list[Span]]]:
    """Who says so, when it was published, where in it, how the user grades it; then its words."""
    named = source_words(source) or source.title or source.url or "an unnamed source"
    supports = f"for {', '.join(source.supports)}" if source.supports else ""
    grade = f"grade {source.grade}" if source.grade else ""
    yield 4, [(pen.text(", ".join(filter(None, (named, source.at, grade, supports)))), None)]
    if source.quote:
        first, last = pen.glyphs.quotes
        for line in source.quote.strip(" \n").split("\n"):
            yield 6, [(pen.text(f"{first}{line}{last}"), ITALIC)]


def _count(found: Sequence[Claim], pen: Pen) -> str:
    """What follows from the claims, counted."""
    sources = sum(len(claim.sources) for claim in found)
    if not found:
        return "no source gives a date"
    if sources == 1:
        return "one source only"
    if len(found) == 1:
        return f"agreed: {counted(sources, 'source')} give {_words(found[0].date, pen)}"
    told = f"{counted(sources, 'source')} give {counted(len(found), 'date')}"
    if compatible(found):
        return f"agreed, more or less closely: {told}, and a day lies in all of them"
    return f"contested: {told}, and no day lies in all of them"


def _words(date: EventDate, pen: Pen) -> str:
    return pen.text(date_words(date))


def _wrapped(spans: list[Span], indent: int, pen: Pen, cells: int) -> Iterator[Segment]:
    text = "".join(text for text, _ in spans)
    if not text.strip():
        yield from pen.line([])
        return
    for line in pen.wrapped(spans, max(cells - indent, 8)):
        yield from pen.line([(" " * indent, None), *line])
