"""A picture: lines that are drawn when rich renders them, with a pen for where they go."""

from collections.abc import Callable, Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

from timeline.views.options import ViewOptions
from timeline.views.pen import Pen


class Drawn:
    """What every view returns: `lines` is given a pen and the width in cells, and yields what it draws."""

    def __init__(self, options: ViewOptions, lines: Callable[[Pen, int], Iterator[Segment]]) -> None:
        self.options = options
        self.lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(Pen(console, options, self.options), options.max_width)
