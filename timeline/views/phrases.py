"""What several views share: an event's date in lines, its title, its details (who, where, about what), legends."""

from collections.abc import Iterator, Sequence

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.relations import Relations
from timeline.views.cells import width, wrap
from timeline.views.ink import Segment
from timeline.views.options import Shown
from timeline.views.pen import BOLD, DIM, ITALIC, STATUS, WARNING, Pen, Span
from timeline.views.words import date_words, interval_ends, narrowed_words, source_words, tag_words

_MOST_TITLE = 48  # cells of the title of another event
_MOST_BELOW = 3  # lines
_MOST_NAMES = 8  # named in a line: the card names all


def title_spans(shown: Shown, pen: Pen) -> list[Span]:
    """The title, and in words whatever keeps it from being a plain report."""
    event = shown.event
    if not (shown.context or shown.note or event.status):
        return [(pen.text(event.title), BOLD)]
    spans: list[Span] = [(pen.text(event.title), DIM if shown.context else BOLD)]
    if event.status and event.status != "reported":
        spans.append((f" [{event.status}]", DIM if shown.context else STATUS.get(event.status, DIM)))
    if shown.note:
        spans.append((f" [{pen.text(shown.note)}]", WARNING))
    if shown.context:
        spans.append((" [context]", DIM))
    return spans


def detail_groups(event: Event, pen: Pen, *, plain: bool = False) -> list[list[Span]]:
    """Kind, actors, place, tags and source, each a group that stays on one line where it can.

    Every group after the first begins with what joins it to the one before. `plain` leaves the actors uncoloured.
    """
    glyphs = pen.glyphs
    groups: list[list[Span]] = []
    if event.kind:
        groups.append([("", DIM), (pen.text(event.kind), DIM if plain else ITALIC)])
    if event.actors:
        actors: list[Span] = [(glyphs.dot if groups else "", DIM)]
        for number, actor in enumerate(event.actors[:_MOST_NAMES]):
            if number:
                actors.append((", ", DIM))
            actors.append((pen.text(actor), DIM if plain else pen.actor_style(actor)))
        if len(event.actors) > _MOST_NAMES:
            actors.append((f" and {len(event.actors) - _MOST_NAMES} more", DIM))
        groups.append(actors)
    if event.place:
        groups.append([(glyphs.dot if groups else "", DIM), (f"@ {pen.text(event.place)}", DIM)])
    if event.tags:
        tags = pen.text(" ".join(map(tag_words, event.tags[:_MOST_NAMES])))
        if len(event.tags) > _MOST_NAMES:
            tags += f" and {len(event.tags) - _MOST_NAMES} more"
        groups.append([(glyphs.dot if groups else "", DIM), (tags, DIM)])
    if event.sources and (named := pen.text(source_words(event.sources[0]))):
        more = f" (+{len(event.sources) - 1})" if len(event.sources) > 1 else ""
        groups.append([(" " if groups else "", DIM), (f"{glyphs.attribution}{named}{more}", DIM)])
    return groups


def relation_groups(
    one: Shown, relations: Relations, shown: Sequence[Shown], pen: Pen, room: int
) -> Iterator[list[Span]]:
    """What an event follows and precedes, in words: each other event by its title, or by its id where it is not drawn.

    Then what that leaves of its date.
    """
    joint = ""
    for word, others in (("after", relations.after), ("before", relations.before)):
        told = list(others)[:_MOST_NAMES]
        for number, other in enumerate(told, 1):
            name = pen.text(other) if isinstance(other, str) else named(shown[other].event, pen, room - 9)
            text = f"{word} {name}" if number == 1 else name
            if number == len(told) < len(others):
                text += f" and {len(others) - len(told)} more"
            yield [(joint, DIM), (text + "," * (number < len(told)), DIM)]
            joint = " " if number < len(told) else pen.glyphs.dot
    if narrowed := narrowed_words(one.event.date, one.limits):
        yield [(joint, DIM), (pen.text(narrowed), DIM)]


def named(event: Event, pen: Pen, cells: int) -> str:
    """The title of an event as another line names it: between quotation marks, cut where it is long."""
    first, last = pen.glyphs.quotes
    return f"{first}{pen.cut(pen.text(event.title), max(min(cells, _MOST_TITLE), 1))}{last}"


def date_lines(date: EventDate, text: str, cells: int, pen: Pen) -> list[str]:
    """A date, whose words are `text`, in lines of a column: an interval's end begins a line of its own."""
    if len(text) <= cells and width(text) <= cells:
        return [text]
    if date.is_interval and None not in (ends := interval_ends(date)):
        start, end = (pen.text(date_words(part)) for part in ends if part)
        space = "" if width(start) == cells - 1 else " "  # the dash stays with the start where it can
        return [*wrap(f"{start}{space}{pen.glyphs.dash}", cells), *wrap(end, cells)]
    return wrap(text, cells)


def lines_below(aside: str, cells: int) -> list[str]:
    """What stands beside a date, in lines below it; none where they would be many: the card has the words."""
    lines = wrap(aside.strip(), cells) if aside else []
    return lines if len(lines) <= _MOST_BELOW else []


def legend(parts: Sequence[tuple[str, str]], total: str, pen: Pen, cells: int) -> Iterator[Segment]:
    """Lines that say what each glyph means, with the total at their end."""
    line: list[Span] = []
    used = 0
    for glyph, meaning in [*parts, ("", total)] if total else parts:
        words = f"{glyph} {meaning}".strip()
        if used and used + 3 + width(words) > cells:
            yield from pen.line(line)
            line, used = [], 0
        if used:
            line.append(("   ", None))
            used += 3
        if glyph:
            line += [(glyph, BOLD), (" ", None)]
        first, *rest = wrap(meaning, cells - width(glyph) - 1)
        line.append((first, DIM))
        used += width(words)
        for text in rest:
            yield from pen.line(line)
            line, used = [(" " * (width(glyph) + 1) if glyph else "", None), (text, DIM)], cells
    yield from pen.line(line)
