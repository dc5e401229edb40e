"""Pictures in colour, as rich writes them."""

from collections.abc import Iterable, Iterator
from functools import cache

from rich import segment, style

from timeline.views.ink import Segment, Style


def segments(picture: Iterable[Segment]) -> Iterator[segment.Segment]:
    """The segments of a picture as those of rich."""
    for text, ink in picture:
        yield segment.Segment(text, _style(ink) if ink else None)


@cache
def _style(ink: Style) -> style.Style:
    return style.Style(
        bold=ink.bold or None,
        dim=ink.dim or None,
        italic=ink.italic or None,
        color=ink.color or None,
        link=ink.link or None,
    )
