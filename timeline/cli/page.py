"""A page of Markdown as a terminal shows it: no colours that a background could swallow, commands for links."""

import re
from collections.abc import Iterator
from typing import ClassVar

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement, TableElement
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from timeline.views.glyphs import ASCII, UNICODE

_WIDEST = 100  # columns: longer lines of prose are hard to follow
# rich writes code in cyan on black and titles in magenta: unreadable on some screens.
_THEME = Theme(
    {
        "markdown.h1": "bold",
        "markdown.h2": "bold",
        "markdown.h3": "italic",
        "markdown.code": "bold",
        "markdown.code_block": "none",
        "markdown.item.bullet": "none",
        "markdown.item.number": "none",
        "markdown.table.header": "bold",
        "markdown.table.border": "dim",
        "markdown.link_url": "underline",
    }
)

_BULLET = "•"  # rich's, of a list

# A text in a picture that is cut short: in ASCII the mark is two cells wider, for which two letters go.
_fenced = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_cut = re.compile(r"\w\w…")
# Comments, and pictures that no terminal shows.
_unseen = re.compile(r"^(?:<!--.*?-->|!\[.*)\n", re.MULTILINE)
_link = re.compile(r"\[([^\]]+)\]\((?:docs/)?([a-z-]+)\.md(?:#timeline-([a-z]+)|#[^)]*)?\)")


class Page:
    """A page of the documentation. A link to another page becomes the command that shows it.

    With `ascii`, what is drawn is drawn in ASCII, in the page's examples too; letters stay letters.
    """

    def __init__(self, text: str, *, ascii: bool = False) -> None:  # noqa: A002 - as ViewOptions has it
        self._text = _link.sub(_as_command, _unseen.sub("", text))
        self._ascii = ascii
        if ascii:
            self._text = _in_ascii(self._text)

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> RenderResult:
        """The page, line by line, without spaces at their ends."""
        options = options.update(width=min(options.max_width, _WIDEST))
        if self._ascii:
            options.encoding = "ascii"  # by which rich chooses how to draw a table
        with screen.use_theme(_THEME):
            page = _Markdown(self._text, hyperlinks=False)
            lines = screen.render_lines(page, options)
        for line in lines:
            yield from (
                Segment(one.text.replace(_BULLET, "-"), one.style) if self._ascii else one
                for one in _trimmed(line)
            )
            yield Segment.line()


def _in_ascii(text: str) -> str:
    """The text with ASCII for each character that pages and pictures are drawn with."""
    text = _fenced.sub(lambda code: _cut.sub(ASCII.ellipsis, code[0]), text)
    return text.translate({ord(drawn): plain for drawn, plain in _drawn()})


def _drawn() -> Iterator[tuple[str, str]]:
    """Each such character, and what stands for it; where two are one, the last counts."""
    for drawn, plain in zip(UNICODE, ASCII, strict=True):
        if isinstance(drawn, str) and isinstance(plain, str) and len(drawn.strip()) == 1:
            yield drawn.strip(), plain.strip()
    yield from zip(UNICODE.break_marks, ASCII.break_marks, strict=True)
    yield from zip(UNICODE.quotes, ASCII.quotes, strict=True)
    yield from zip(UNICODE.marks.values(), ASCII.marks.values(), strict=True)
    yield from ((part, ASCII.block) for part in UNICODE.part_blocks)
    yield "⇥", "<Tab>"


def _as_command(link: re.Match[str]) -> str:
    return f"{link[1]} (`timeline help {link[3] or link[2]}`)"


def _trimmed(line: list[Segment]) -> Iterator[Segment]:
    """The line without the spaces with which rich fills it up."""
    while line and not line[-1].text.strip():
        line = line[:-1]
    yield from line[:-1]
    if line:
        yield Segment(line[-1].text.rstrip(), line[-1].style)


class _Code(CodeBlock):
    """What is typed and printed, indented and as it stands: no colours of its own."""

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Text(str(self.text).rstrip(), overflow="fold"), (0, 0, 0, 2))


class _Heading(Heading):
    """A title, at the left."""

    LEVEL_ALIGN: ClassVar = {}


class _Table(TableElement):
    """A table whose first column keeps its words together while that leaves room for the others."""

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> RenderResult:
        if self.header is None or self.header.row is None or self.body is None:
            return
        titles, *lines = [[cell.content for cell in row.cells] for row in (self.header.row, *self.body.rows)]
        widest = max(line[0].cell_len for line in [titles, *lines])
        table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False, style="markdown.table.border")
        for place, title in enumerate(titles):
            whole = place == 0 and widest * 2 < options.max_width
            table.add_column(title, no_wrap=whole, header_style="markdown.table.header", overflow="fold")
        for line in lines:
            table.add_row(*line)
        yield table


class _Markdown(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "fence": _Code,
        "code_block": _Code,
        "heading_open": _Heading,
        "table_open": _Table,
    }
