"""Text and lines as the place they go to can carry them: with or without colour, in its encoding, harmless.

Everything that a picture shows of an event passes through `Pen.text`; nothing is ever read as rich markup.
"""

from binascii import crc32
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from timeline.errors import harmless
from timeline.folding import PLAIN_LETTERS
from timeline.views.cells import cut, cut_start, width, wrap, wrap_offsets
from timeline.views.glyphs import ASCII, UNICODE, Glyphs
from timeline.views.ink import Segment, Style, Surface
from timeline.views.options import ViewOptions

Span = tuple[str, Style | None]

DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"

BOLD = Style(bold=True)
DIM = Style(dim=True)
ITALIC = Style(italic=True)
ITALIC_DIM = Style(italic=True, dim=True)
HEADING = Style(bold=True, color="cyan")
DATE = Style(color="cyan")
STATUS = {"draft": Style(bold=True, color="yellow"), "disputed": Style(bold=True, color="red")}
WARNING = Style(color="yellow")
BARS = (Style(color="color(32)"), Style(color="color(136)"), Style(color="color(134)"))

# Readable on black and on white: relative luminance between 0.15 and 0.28, and of the 16 colours none nearest that is black, white or grey.
_ACTOR_COLOURS = (32, 64, 130, 134, 30, 167, 62, 136, 97, 161)
_PLAIN = str.maketrans(
    {
        **PLAIN_LETTERS,
        **{letter.upper(): plain.upper() for letter, plain in PLAIN_LETTERS.items()},
        "ß": "ss",
        "ẞ": "SS",
        **dict.fromkeys("‐‑‒–—―", "-"),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        "…": "...",
        "·": ";",
        "−": "-",
        "×": "x",
        "\N{NO-BREAK SPACE}": " ",
    }
)


class Pen:
    """How to write on a surface: which glyphs, whether in colour, in which encoding."""

    __slots__ = ("ascii", "colour", "encoding", "glyphs", "links", "names")

    def __init__(self, surface: Surface, asked: ViewOptions) -> None:
        self.names = asked.names
        self.colour = surface.colour
        self.links = asked.links and self.colour
        self.ascii = asked.ascii or surface.ascii_only
        self.encoding = "" if not surface.ascii_only or asked.ascii else surface.encoding
        self.glyphs: Glyphs = ASCII if self.ascii else UNICODE

    def text(self, text: str) -> str:
        """The text with nothing in it that could command a terminal, and nothing that the encoding lacks."""
        if text.isascii() and text.isprintable():
            return text
        text = standing(text)
        return _degraded(text, self.encoding) if self.ascii else text

    def actor_style(self, actor: str) -> Style:
        """The colour of an actor under whatever name."""
        known = self.names.known_actor(actor) if self.names else None
        return actor_style(known.name if known else actor)

    def cut(self, text: str, cells: int) -> str:
        """The text cut to a number of cells."""
        return cut(text, cells, self.glyphs.ellipsis)

    def label(self, name: str, cells: int) -> str:
        """A name cut to a number of cells; a path keeps its end, where the name of the file stands."""
        text = self.text(name)
        if "/" in text and " " not in text:
            return cut_start(text, cells, self.glyphs.ellipsis)
        return self.cut(text, cells)

    def labels(self, names: Iterable[str], cells: int) -> dict[str, str]:
        """Each name cut to a number of cells; those that begin alike keep their ends."""
        labels = {name: self.label(name, cells) for name in names}
        seen = Counter(labels.values())
        alike = [name for name, label in labels.items() if seen[label] > 1]
        return labels | {name: cut_start(self.text(name), cells, self.glyphs.ellipsis) for name in alike}

    def wrapped(self, spans: Sequence[Span], cells: int) -> Iterator[list[Span]]:
        """The spans in lines of at most so many cells; no text is one empty line."""
        text = "".join([words for words, _ in spans])
        if len(text) <= cells and width(text) <= cells:
            yield list(spans)
        elif self.colour:
            yield from parts_of(spans, wrap_offsets(text, cells))
        else:
            for line in wrap(text, cells):
                yield [(line, None)]

    def line(self, spans: Iterable[Span]) -> Sequence[Segment]:
        """One line; without colour, a single segment."""
        if self.colour:
            return [*(Segment(text, style) for text, style in spans), Segment("\n")]
        return (Segment("".join([text for text, _ in spans]).rstrip() + "\n"),)


def standing(text: str) -> str:
    """The text with nothing in it that could command a terminal, and that changes nothing which stands before it.

    An accent or joiner at its beginning gets the dotted circle that Unicode shows such characters on (chapter 2.11): so
    no text is without width.
    """
    text = harmless(text)
    return text if not text or width(text[0]) else DOTTED_CIRCLE + text


def parts_of(spans: Sequence[Span], places: Iterable[tuple[int, int]]) -> Iterator[list[Span]]:
    """The parts of the spans between pairs of offsets of their joined text, which ascend: one walk, however many they are."""
    at = offset = 0
    for start, end in places:
        part: list[Span] = []
        while at < len(spans):
            text, style = spans[at]
            first, last = max(start - offset, 0), min(end - offset, len(text))
            if first < last:
                part.append((text[first:last], style))
            if offset + len(text) > end:
                break
            offset += len(text)
            at += 1
        yield part


@lru_cache(maxsize=4096)
def actor_style(name: str) -> Style:
    """The colour of an actor, the same in every picture; colours may be shared and mean nothing by themselves."""
    return Style(
        color=f"color({_ACTOR_COLOURS[crc32(name.encode('utf-8', 'replace')) % len(_ACTOR_COLOURS)]})"
    )


def _degraded(text: str, encoding: str) -> str:
    """The text without what the encoding lacks: plain punctuation, letters without accents, else escapes."""
    if encoding:
        try:
            text.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            pass
        else:
            return text
    text = text.translate(_PLAIN)
    return text if text.isascii() else "".join(_in_ascii(normalize("NFC", text)))


def _in_ascii(text: str) -> Iterator[str]:
    """Each letter without its accents where that is ASCII, else its escape: of the very letter, and of no other one."""
    escaped = False
    for letter in text:
        if not (combining(letter) and not escaped):  # the accent of a letter that is written without
            plain = letter if letter.isascii() else _without_accents(letter).translate(_PLAIN)
            escaped = not plain.isascii() or not plain
            yield letter.encode("ascii", "backslashreplace").decode("ascii") if escaped else plain


def _without_accents(letter: str) -> str:
    return "".join(part for part in normalize("NFKD", letter) if not combining(part))
