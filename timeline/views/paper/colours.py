"""The colours of pictures: on white and on dark paper, each with a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""

from binascii import crc32
from collections.abc import Iterable

from timeline.tuples import NamedTuple


class Colours(NamedTuple):
    """`ink` for what counts, `muted` for what explains, `rule` and `band` for lines that carry no meaning alone."""

    paper: str
    ink: str
    muted: str
    rule: str
    band: str
    inks: tuple[str, ...]


LIGHT = Colours(
    paper="#ffffff",
    ink="#1a2027",
    muted="#56616d",
    rule="#d5dbe1",
    band="#f3f5f7",
    inks=(
        *("#1f5fa8", "#a14a00", "#1b7340", "#9a2a74", "#00697a", "#6a45b5"),
        *("#b0302b", "#66640a", "#445a78", "#80502f"),
    ),
)
DARK = Colours(
    paper="#14191f",
    ink="#e8edf2",
    muted="#9dabb8",
    rule="#36414c",
    band="#1c232b",
    inks=(
        *("#7db5f5", "#f0a860", "#6fcf97", "#f08cc8", "#5cc8d6", "#b8a0f5"),
        *("#f58f8a", "#cfc75a", "#a9bdd8", "#d8a886"),
    ),
)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def inks_of(names: Iterable[str], colours: Colours) -> dict[str, str]:
    """An ink for each name: the same in every picture where it can be, and never that of one of the three before."""
    inks: dict[str, str] = {}
    last: list[str] = []
    for name in names:
        at = crc32(name.encode("utf-8", "replace"))
        ink = next(
            ink
            for step in range(len(colours.inks))
            if (ink := colours.inks[(at + step) % len(colours.inks)]) not in last
        )
        inks[name] = ink
        last = [*last[-2:], ink]
    return inks


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
