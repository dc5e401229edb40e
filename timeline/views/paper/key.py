"""The key below a picture, and the line that says whose words it rests on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from xml.sax.saxutils import escape

from timeline.tuples import NamedTuple
from timeline.views.options import Shown
from timeline.views.paper.letters import line_height, width, wrap
from timeline.views.paper.pen import Sheet, address, element, plain, text, written
from timeline.views.paper.sheets import Block, room
from timeline.views.words import source_words

_SIZE = 10.5
_GAP, _BETWEEN = 6, 18
_MOST_CREDITS = 12


class Sign(NamedTuple):
    """A row of a key: elements drawn from x = 0 around y = 0, how wide they are, and what they mean."""

    drawn: str
    width: float
    words: str


def key(signs: Iterable[Sign], total: str, sheet: Sheet) -> Block:
    """What each sign means, and at the end the total."""
    step, parts = line_height(_SIZE) + 3, []
    x = y = 0.0
    for drawn, wide, words in [*signs, Sign("", 0, total)]:
        if x and words is total:
            x, y = 0.0, y + step
        head = wide + _GAP if wide else 0.0
        lines = wrap(words, max(room(sheet) - head, 60), _SIZE)
        if not lines:
            continue
        taken = head + max(width(line, _SIZE) for line in lines)
        if x and x + taken > room(sheet):
            x, y = 0.0, y + step
        if drawn:
            parts.append(f'<g transform="translate({x:.1f},{y + line_height(_SIZE) / 2:.1f})">{drawn}</g>')
        parts.append(text(x + head, y, lines, _SIZE, sheet.colours.muted))
        x += taken + _BETWEEN
        if len(lines) > 1:
            x, y = 0.0, y + step + (len(lines) - 1) * line_height(_SIZE)
    return Block(y + (step if x else 0), "".join(parts))


def credit(shown: Iterable[Shown], sheet: Sheet) -> Block:
    """Whose words the picture rests on: each source once, with its address, as far as a line or two tell."""
    sources = [source for one in shown for source in one.event.sources]
    found = {words: source for source in reversed(sources) if (words := source_words(source))}
    if not found:
        return Block(0, "")
    counts = Counter(filter(None, map(source_words, sources)))
    if len(found) > _MOST_CREDITS:  # whose words, and how often: no longer when
        counts = Counter(filter(None, (source_words(replace(source, date=None)) for source in sources)))
        found = {}
    names = [name for name, _ in counts.most_common(_MOST_CREDITS)] if not found else list(reversed(found))
    lines: list[list[str]] = [[]]
    used, space = 0.0, width(" ", _SIZE)
    more = [f"and {len(counts) - len(names):,} more"] if len(counts) > len(names) else []
    for at, name in enumerate(["Sources:" if len(counts) > 1 else "Source:", *names, *more]):
        words = plain(name) + (f" ({counts[name]:,})" if not found and name in counts else "")
        words += ";" if 0 < at < len(names) + len(more) else ""
        link = address(found[name].url or found[name].archived) if name in found and sheet.links else ""
        pieces = wrap(words, room(sheet), _SIZE)
        for piece in pieces:
            if used and (piece is not pieces[0] or used + space + width(piece, _SIZE) > room(sheet)):
                lines.append([])
                used = 0.0
            lines[-1].append(
                element("a", escape(piece), href=link, target="_blank", rel="noopener")
                if link
                else escape(piece)
            )
            used += space + width(piece, _SIZE)
    step = line_height(_SIZE)
    parts = [
        written(0, 4 + at * step, " ".join(line), _SIZE, sheet.colours.muted) for at, line in enumerate(lines)
    ]
    return Block(4 + step * len(lines), "".join(parts))
