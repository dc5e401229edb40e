"""Pictures to paste: a drawing as an SVG, an HTML page or plain text, the same bytes every time."""

import re
from binascii import crc32
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import PurePath

from rich.cells import split_graphemes
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme

from timeline.errors import UsageError, shown

# Black on white, for a page; the colours keep a contrast of at least 4 to 1.
_COLOURS = [
    *((33, 37, 41), (192, 28, 40), (28, 122, 60), (154, 103, 0)),
    *((26, 95, 180), (145, 65, 172), (0, 111, 128), (94, 92, 100)),
]
_PAPER = TerminalTheme((255, 255, 255), (33, 37, 41), _COLOURS, _COLOURS)

# rich's own frame loads a font from the network and draws the buttons of a window: neither belongs in a report.
# Its clip paths cut the feet of the letters in the last line, and that line's own it does not define: no line is
# wider than asked, so nothing needs them.
# DejaVu's box drawing is 1.164 em high and 0.602 em wide: at 21 px it fills the lines of 24.4 px without gaps.
_CELL_WIDTH = 21 * 0.602 / 20
_CLIPPED = re.compile(r' clip-path="[^"]*"')
_SVG = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: 21px "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre; }}
{styles}
</style>
<rect width="{width}" height="{height}" fill="#ffffff"/>
<g transform="translate({terminal_x}, 24)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def svg(drawing: RenderableType, cells: int) -> str:
    """The drawing as an SVG image that needs nothing from elsewhere."""
    console = _console(cells, colour=True)
    console.print(_Spread(drawing), crop=False, end="")
    text = console.export_text(clear=False)
    name = f"t{crc32(text.encode('utf-8', 'replace')):08x}"  # several may stand in one page
    image = console.export_svg(theme=_PAPER, code_format=_SVG, font_aspect_ratio=_CELL_WIDTH, unique_id=name)
    return _CLIPPED.sub("", image)


def html(drawing: RenderableType, cells: int) -> str:
    """The drawing as an HTML page."""
    console = _console(cells, colour=True)
    console.print(drawing, crop=False, end="")
    return console.export_html(theme=_PAPER)


def plain(drawing: RenderableType, cells: int) -> str:
    """The drawing as text without any colour."""
    out = StringIO()
    _console(cells, colour=False, file=out).print(drawing, crop=False, end="")
    return out.getvalue()


PICTURES: Mapping[str, Callable[[RenderableType, int], str]] = {".svg": svg, ".html": html, ".txt": plain}


def check_name(path: str) -> None:
    """Refuse, with a UsageError, a file whose ending no picture has."""
    if PurePath(path).suffix.lower() not in PICTURES:
        raise UsageError(
            f"{shown(path)} is not the name of a picture", hint=f"end it in {', '.join(PICTURES)}"
        )


def picture(drawing: RenderableType, path: str, cells: int) -> str:
    """The drawing in the form that the path's ending asks for."""
    check_name(path)
    return PICTURES[PurePath(path).suffix.lower()](drawing, cells)


def _console(cells: int, *, colour: bool, file: StringIO | None = None) -> Console:
    # Everything that rich would ask the environment is said here.
    return Console(
        file=file or StringIO(),
        width=cells,
        height=25,
        record=colour,
        color_system="truecolor" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        _environ={},
    )


class _Spread:
    """A drawing in pieces that an SVG can place: rich gives each segment its own x, but only one to all of its text.

    Spaces at the ends (which some readers drop) and characters that are not one cell wide come by themselves.
    """

    def __init__(self, drawing: RenderableType) -> None:
        self.drawing = drawing

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for text, style, _ in console.render(self.drawing, options):
            for piece in _pieces(text):
                yield Segment(piece, style)


def _pieces(text: str) -> Iterator[str]:
    start = run = 0
    for first, last, size in [] if text.isascii() else split_graphemes(text)[0]:
        if size == last - first:
            run = last
            continue
        yield from _without_outer_spaces(text[start:run])
        yield text[first:last]
        start = run = last
    yield from _without_outer_spaces(text[start:])


def _without_outer_spaces(text: str) -> Iterator[str]:
    core = text.strip(" ")
    before = text.index(core)
    yield from filter(None, (text[:before], core, text[before + len(core) :]))
