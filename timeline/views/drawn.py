"""A picture: lines that are drawn as they are asked for, with a pen for where they go."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from timeline.views.ink import Segment, Surface
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import Pen

if TYPE_CHECKING:  # 15 ms, for those who see colours
    from rich.console import Console, ConsoleOptions, RenderResult


class Drawn:
    """What every view returns: `lines` is given a pen and the width in cells, and yields what it draws. Rich renders it, too."""

    def __init__(self, options: ViewOptions, lines: Callable[[Pen, int], Iterator[Segment]]) -> None:
        self.options = options
        self.lines = lines

    def text(self, width: int, encoding: str = "utf-8") -> Iterator[str]:
        """The picture without colour, in lines of at most `width` cells, as they are drawn."""
        return (segment.text for segment in self._on(Surface(width, encoding)))

    def _on(self, surface: Surface) -> Iterator[Segment]:
        return self.lines(Pen(surface, self.options), surface.width)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from timeline.views.coloured import segments  # noqa: PLC0415 - who prints by rich has it

        colour = console.color_system is not None and not console.no_color
        return segments(self._on(Surface(options.max_width, options.encoding, colour)))


View: TypeAlias = Callable[[Sequence[Shown], ViewOptions], Drawn]
