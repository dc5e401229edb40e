"""The longest silences between events, listed."""

from collections.abc import Iterator, Sequence
from functools import partial

from timeline.counting import counted
from timeline.dates.calendar import day_iso, days_from_civil
from timeline.dates.elapsed import elapsed
from timeline.dates.event_date import EventDate
from timeline.query.silence import Silence, silences
from timeline.views.cells import width, wrap
from timeline.views.drawn import Drawn
from timeline.views.ink import Segment
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, Pen, Span
from timeline.views.words import date_words, day_name

_LEAST_TITLE = 12  # cells: with less beside its date, a title stands below
DAYS_A_YEAR = 365.2425
FIRST_DAY, LAST_DAY = days_from_civil(-9999, 1, 1), days_from_civil(9999, 12, 31)


def draw_silences(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """The longest silences between the events, overall or in each lane that `options.by` makes; context breaks none."""
    events = [one.event for one in shown if not one.context]
    found = silences(events, options.gaps, options.by, options.names)
    number = sum(one.times for one in shown if not one.context)
    return Drawn(options, partial(_lines, found, number))


def _lines(found: Sequence[Silence], events: int, pen: Pen, cells: int) -> Iterator[Segment]:
    """The longest first; each with its length, its days, and the events on either side."""
    if not events:
        return
    lengths = [silence_length(silence) for silence in found]
    longest = max(map(len, lengths), default=0)
    for silence, length in zip(found, lengths, strict=True):
        for spans in _silence(silence, length.ljust(longest), pen, cells):
            yield from pen.line(spans)
    yield from pen.line([(f"{counted(len(found), 'silence')} between {counted(events, 'event')}", DIM)])


def _silence(silence: Silence, length: str, pen: Pen, cells: int) -> Iterator[list[Span]]:
    days = pen.text(silence_days(silence))
    spans: list[Span] = [(length, BOLD)]
    if width(length) + 2 + width(days) > cells:
        yield spans
        spans = []
        *above, days = wrap(days, cells - 2)  # far years are long
        for text in above:
            yield [(f"  {text}", DATE)]
    spans.append((f"  {days}", DATE))
    used = sum(width(text) for text, _ in spans)
    if silence.lane is not None:
        lane = pen.text(silence.lane)
        if used + 2 + min(width(lane), _LEAST_TITLE) > cells:
            yield spans
            spans, used = [], 0
        spans.append((f"  {pen.label(lane, cells - used - 2)}", None))
    yield spans
    for word, event in (("after ", silence.before), ("before", silence.after)):
        start = f"  {word} {pen.text(date_words(event.date))}  "
        title = pen.text(event.title)
        if width(start) + min(width(title), _LEAST_TITLE) > cells:
            for text in wrap(start.strip(), cells - 2):
                yield [(f"  {text}", DIM)]
            start = "         "
        yield [(start, DIM), (pen.cut(title, cells - width(start)), None)]


def silence_length(silence: Silence) -> str:
    """How long it lasts, from the start of its first day to the start of the day after its last."""
    if _writable(silence):
        return elapsed(EventDate(day_iso(silence.first_day)), EventDate(day_iso(silence.last_day + 1)))
    return f"about {counted(round(silence.days / DAYS_A_YEAR), 'year')}"


def silence_days(silence: Silence) -> str:
    """Its days in words."""
    if _writable(silence):
        return date_words(EventDate(f"{day_iso(silence.first_day)}/{day_iso(silence.last_day)}"))
    return f"{day_name(silence.first_day)} – {day_name(silence.last_day)}"


def _writable(silence: Silence) -> bool:
    """Whether EDTF can write its days: years of more than four digits have none."""
    return silence.first_day >= FIRST_DAY and silence.last_day < LAST_DAY
