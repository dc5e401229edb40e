"""A text with marked parts, in paragraphs that are wrapped and indented: an article with what was found in it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from timeline.tuples import NamedTuple
from timeline.views.drawn import Drawn
from timeline.views.ink import Segment, Style
from timeline.views.options import ViewOptions
from timeline.views.pen import BOLD, DIM, HEADING, Pen

_STYLES: Mapping[str, Style | None] = {"": None, "strong": BOLD, "found": HEADING, "aside": DIM}
_LEAST = 20  # cells that a line has, however far it is indented


class Paragraph(NamedTuple):
    """Texts one after another, each with what it is: `""`, `strong`, `found` or `aside`; and how far they are indented."""

    parts: tuple[tuple[str, str], ...] = ()
    indent: int = 0


def draw_paragraphs(paragraphs: Sequence[Paragraph], options: ViewOptions) -> Drawn:
    """The paragraphs, one under the other; one without text is a blank line."""
    return Drawn(options, partial(_lines, paragraphs))


def _lines(paragraphs: Sequence[Paragraph], pen: Pen, cells: int) -> Iterator[Segment]:
    for one in paragraphs:
        spans = [(pen.text(text), _STYLES[what]) for text, what in one.parts if text]
        for line in pen.wrapped(spans, max(cells - one.indent, _LEAST)):
            yield from pen.line([(" " * one.indent, None), *line] if line else [])
