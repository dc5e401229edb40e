"""How many terminal cells a text takes, and cutting, padding and wrapping by cells instead of characters.

Most text of a picture is one cell a character, and a set answers that faster than any table (0.1 µs a word);
rich's table of Unicode widths is asked about the rest: CJK, emoji, combining and zero-width characters.
Lengths here are in cells, offsets in characters.
"""

from collections.abc import Iterator

# Latin, Greek, Cyrillic, dashes, quotation marks and the ellipsis, arrows, box drawing, blocks and shapes.
_NARROW = (
    *((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x2010, 0x2027), (0x2030, 0x205E)),
    *((0x2190, 0x21FF), (0x2500, 0x25FC)),
)
_is_narrow = frozenset(chr(code) for first, last in _NARROW for code in range(first, last + 1)).issuperset


def width(text: str) -> int:
    """How many cells the text takes.

    >>> width("treaty"), width("条約"), width("e\u0301")
    (6, 4, 1)
    """
    return len(text) if text.isascii() or _is_narrow(text) else _asked_of_rich(text)


def _asked_of_rich(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - 1 ms, for text that is not narrow

    return cell_len(text)


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """The characters as a reader sees them: where each starts and ends, and how many cells it takes.

    >>> graphemes("e\u0301条")
    [(0, 2, 1), (2, 3, 2)]
    """
    from rich.cells import split_graphemes  # noqa: PLC0415 - as above

    return split_graphemes(text)[0]


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text, or as much of it as leaves room for an ellipsis in `cells` cells.

    >>> cut("peace treaty", 12), cut("peace treaty", 8), cut("平和条約", 6)
    ('peace treaty', 'peace t…', '平和…')
    """
    if width(text) <= cells:
        return text
    room = cells - len(ellipsis)
    if room < 0:
        return ellipsis[: max(cells, 0)]
    return text[: _fitting(text, 0, room)].rstrip() + ellipsis


def cut_start(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text, or as much of its end as leaves room for an ellipsis in `cells` cells.

    >>> cut_start("long/path/kyodo.yaml", 12), cut_start("tass.yaml", 12)
    ('…/kyodo.yaml', 'tass.yaml')
    """
    if width(text) <= cells:
        return text
    start = len(text)
    while start and width(text[start - 1 :]) + len(ellipsis) <= cells:
        start -= 1
    return cut(ellipsis + text[start:], cells, "")


def pad(text: str, cells: int) -> str:
    """The text with spaces after it up to `cells` cells. A joiner that ends it would join the first of them: it goes.

    >>> pad("条約", 6)
    '条約  '
    """
    text = text.rstrip("\u200d")
    return text + " " * (cells - width(text))


def pad_left(text: str, cells: int) -> str:
    """The text with spaces before it up to `cells` cells."""
    return " " * (cells - width(text)) + text


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells` cells, broken at spaces, inside a word only where it is too long.

    A character wider than a line still gets a line of its own, when a line is one cell.

    >>> wrap("peace treaty talks", 12)
    ['peace treaty', 'talks']
    """
    if len(text) <= cells and text.isascii():
        return [text]
    return [text[start:end] for start, end in wrap_offsets(text, cells)]


def wrap_offsets(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """Where each line of the wrapped text starts and ends; the spaces at a break belong to no line."""
    narrow = text.isascii() or _is_narrow(text)
    start, length = 0, len(text)
    while True:
        limit = min(start + cells, length) if narrow else _fitting(text, start, cells)
        if limit >= length:
            yield start, length
            return
        end = text.rfind(" ", start + 1, limit + 1)
        if end <= start or text[start:end].isspace():
            end = max(limit, start + 1)
        yield start, len(text[:end].rstrip(" ")) if text[end - 1] == " " else end
        start = end
        while start < length and text[start] == " ":
            start += 1
        if start >= length:
            return


def _fitting(text: str, start: int, cells: int) -> int:
    """The offset after the last character, from `start`, that still ends within `cells` cells."""
    if text.isascii() or _is_narrow(text):
        return min(start + cells, len(text))
    # As many characters as cells are enough to look at, but for those without width: twice as many, then all.
    for piece in (text[start : start + 2 * cells + 8], text[start:]):
        used, spans = 0, graphemes(piece)
        for first, _, size in spans[:-1] if len(piece) < len(text) - start else spans:
            used += size
            if used > cells:
                return start + first
    return len(text)
