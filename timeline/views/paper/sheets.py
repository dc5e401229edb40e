"""Blocks that follow one another down a page, and the pages that they fill."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.sax.saxutils import escape

from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.letters import line_height, wrap
from timeline.views.paper.pen import FONT, Sheet, element, moved, plain, text

MARGIN = 24
_TITLE, _CAPTION, _SMALL = 20, 13, 10.5


@dataclass(frozen=True, slots=True)
class Block:
    """What no page cuts: elements drawn from its own top, `height` high. `again` is drawn too where it begins a page.

    A `bare` one stands below the others, on nothing that lies behind them.
    """

    height: float
    inside: str
    again: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing before it has pages. Each page has the `head`, some blocks, and the `foot`; lengths in pixels.

    `behind` draws what lies behind blocks of a height. `what` names it for those who do not see it.
    """

    what: str
    blocks: Sequence[Block]
    head: Block = Block(0, "")
    foot: Sequence[Block] = ()
    behind: Callable[[float], str] = field(default=lambda _: "")


Draw: TypeAlias = Callable[[Sequence[Shown], ViewOptions, Sheet], Picture]


def room(sheet: Sheet) -> float:
    """How wide blocks are."""
    return sheet.width - 2 * MARGIN


def prose(words: str, sheet: Sheet, *, size: float = _SMALL, bold: bool = False, below: float = 4) -> Block:
    """A paragraph."""
    lines = wrap(words, room(sheet), size, bold=bold)
    fill = sheet.colours.ink if bold else sheet.colours.muted
    return Block(line_height(size) * len(lines) + below, text(0, 0, lines, size, fill, bold=bold))


def pages(picture: Picture, sheet: Sheet, credit: Block, description: str) -> list[str]:
    """The picture as whole SVG texts, one a page."""
    top = [prose(plain(sheet.title), sheet, size=_TITLE, bold=True, below=6)] if sheet.title else []
    top += [prose(plain(sheet.caption), sheet, size=_CAPTION, below=8)] if sheet.caption else []
    foot = [Block(12, ""), *picture.foot, *([credit] if credit.height else [])]
    taken = 2 * MARGIN + sum(block.height for block in (*top, picture.head, *foot))
    filled = _filled(picture.blocks, None if sheet.height is None else sheet.height - taken - 16)
    return [
        _page(picture, sheet, (top, blocks, foot), description, (at, len(filled)))
        for at, blocks in enumerate(filled, 1)
    ]


def _filled(blocks: Sequence[Block], height: float | None) -> list[list[Block]]:
    """The blocks of each page: as many as fit, one at least."""
    filled: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if height is not None and filled[-1] and used + block.height > height:
            filled.append([])
            used = 0.0
        filled[-1].append(block)
        used += block.height
    return filled


def _page(
    picture: Picture,
    sheet: Sheet,
    parts: tuple[Sequence[Block], Sequence[Block], Sequence[Block]],
    description: str,
    which: tuple[int, int],
) -> str:
    top, blocks, foot = parts
    at, pages_ = which
    of = f"page {at} of {pages_}" if pages_ > 1 else ""
    if of:
        words = text(room(sheet), 4, [of], _SMALL, sheet.colours.muted, anchor="end")
        foot = [*foot, Block(line_height(_SMALL) + 4, words)]
    body = sum(block.height for block in blocks if not block.bare)
    y = float(MARGIN)
    inside = []
    for block in top:
        inside.append(moved(block.inside, MARGIN, y))
        y += block.height
    if body:
        inside.append(moved(picture.behind(body), MARGIN, y + picture.head.height))
        inside.append(moved(picture.head.inside, MARGIN, y))
        y += picture.head.height
    for number, block in enumerate(blocks):
        inside.append(moved((block.again if number == 0 and at > 1 else "") + block.inside, MARGIN, y))
        y += block.height
    for block in foot:
        inside.append(moved(block.inside, MARGIN, y))
        y += block.height
    height = round(y + MARGIN)
    name = ", ".join(filter(None, (plain(sheet.title) or picture.what, of)))
    paper = element("rect", width=sheet.width, height=height, fill=sheet.colours.paper)
    content = "\n".join(filter(None, inside))
    linked = "<a href=" in content
    return (
        element(
            "svg",
            f"\n{element('title', escape(name))}{element('desc', escape(description))}\n{paper}\n{content}\n",
            xmlns="http://www.w3.org/2000/svg",
            width=sheet.width,
            height=height,
            viewBox=f"0 0 {sheet.width} {height}",
            # An image hides what is inside it from screen readers, links too: one with links is a group.
            role="group" if linked else "img",
            font_family=FONT,
        )
        + "\n"
    )
