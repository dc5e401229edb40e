"""How wide a text is in a picture, and breaking it into lines.

Nobody knows which font a reader has. The table has the widest of those that the pictures ask for, so that a text takes
at most the room that it is given here: 8 % less in Arial. What the table lacks is taken to be as wide as it can be.
"""

from functools import lru_cache
from unicodedata import combining, east_asian_width, normalize

from timeline.views.paper.widths import BOLD, REGULAR

ASCENT, DESCENT = 0.93, 0.24  # of the size, above and below the line that letters stand on
_LINE = 1.32  # from line to line
_SLACK = 1e-6  # sums of the same advances differ by their order
_LETTER, _WIDE = 1000, 1400  # of a letter, and of a sign such as an emoji, that the table lacks
_TABLES = tuple(
    {letter: advance for advance, letters in table.items() for letter in letters} for table in (REGULAR, BOLD)
)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text of a size is at most, in the units of the size.

    >>> width("il", 10) < width("mw", 10) < width("mw", 10, bold=True)
    True
    """
    table = _TABLES[bold]
    try:
        return sum([table[letter] for letter in text]) * size / 1000
    except KeyError:
        return sum([_advance(letter, bold=bold) for letter in text]) * size / 1000


def line_height(size: float) -> float:
    """How far lines of a size stand apart."""
    return round(size * _LINE, 1)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than the room, broken at spaces, inside a word only where it is too long.

    >>> wrap("peace treaty talks", 90, 12)
    ['peace treaty', 'talks']
    """
    lines: list[str] = []
    line, used = "", 0.0
    space = width(" ", size, bold=bold)
    for word in text.split():
        wide = width(word, size, bold=bold)
        if line and used + space + wide <= room + _SLACK:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        while wide > room + _SLACK and len(word) > 1:
            end = _fitting(word, room, size, bold=bold)
            if end == len(word):
                break
            lines.append(word[:end])
            word = word[end:]  # noqa: PLW2901 - what is left of it
            wide = width(word, size, bold=bold)
        line, used = word, wide
    return [*lines, line] if line else lines


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in as few lines as the room allows, all of about the same length."""
    lines = wrap(text, room, size, bold=bold)
    least, most = 0.0, room
    while len(lines) > 1 and most - least > size / 2:
        middle = (least + most) / 2
        narrower = wrap(text, middle, size, bold=bold)
        # A word that is broken where it was whole before is no gain.
        if len(narrower) == len(lines) and " ".join(narrower) == " ".join(lines):
            lines, most = narrower, middle
        else:
            least = middle
    return lines


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of it as leaves room for an ellipsis."""
    if width(text, size, bold=bold) <= room:
        return text
    return text[: _fitting(text, room - width("…", size, bold=bold), size, bold=bold)].rstrip() + "…"


def _fitting(text: str, room: float, size: float, *, bold: bool) -> int:
    """How many letters fit, at least one; what has no width stays with the letter before it."""
    used, end = 0.0, 0
    for letter in text:
        used += width(letter, size, bold=bold)
        if used > room and end:
            break
        end += 1
    return end


@lru_cache(maxsize=1 << 12)
def _advance(letter: str, *, bold: bool) -> int:
    table = _TABLES[bold]
    if letter in table:
        return table[letter]
    if combining(letter):
        return 0
    base = normalize("NFD", letter)[0]
    if base in table:
        return table[base]
    if ord(letter) > 0xFFFF:
        return _WIDE
    return _LETTER if east_asian_width(letter) in "WF" else _LETTER + 100 * bold
