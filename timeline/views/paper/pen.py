"""The pen for paper: elements of SVG as text, every word of an event's escaped, nothing that a page would have to obey.

All that is said of a shape stands in attributes of its own: no style element or attribute, no id, no script, so that
several pictures may stand in one page, and under any content security policy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from timeline.views.paper.colours import DARK, LIGHT, Colours
from timeline.views.paper.letters import ASCENT, line_height
from timeline.views.pen import standing

FONT = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
_RESERVED = "%:/?#@!$&'()*+,;=~[]"  # RFC 3986, 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a picture is drawn on: its width and the greatest height of a page, in pixels of 1/96 inch.

    Without a height all is one page. `links` makes the sources' addresses links.
    """

    title: str = ""
    caption: str = ""
    dark: bool = False
    width: int = 750
    height: int | None = None
    links: bool = True

    @property
    def colours(self) -> Colours:
        """The colours of its paper."""
        return DARK if self.dark else LIGHT


def plain(text: str) -> str:
    """The text of an event as a picture may hold it: no control characters, and none that XML refuses."""
    return standing(text)


def element(name: str, inside: str = "", **attributes: object) -> str:
    """An element; of an attribute's name `_` is `-` or, at its end, nothing. None stands for no attribute."""
    parts = [
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(value if isinstance(value, str) else number(value))}"
        for key, value in attributes.items()
        if value is not None
    ]
    return f"<{name}{''.join(parts)}>{inside}</{name}>" if inside else f"<{name}{''.join(parts)}/>"


def text(  # noqa: PLR0913 - what a text looks like
    x: float,
    y: float,
    lines: Sequence[str],
    size: float,
    fill: str,
    *,
    bold: bool = False,
    italic: bool = False,
    anchor: str | None = None,
) -> str:
    """Lines of text, the first with its top at y; a reader that copies them finds a space between."""
    step = line_height(size)
    base = y + (step - size * 1.17) / 2 + ASCENT * size
    # A space between lines, for those who copy them; behind a line that ends at x it would move its end.
    between = "" if anchor else " "
    return element(
        "text",
        between.join(
            element("tspan", escape(line), x=float(x), y=base + at * step) for at, line in enumerate(lines)
        ),
        font_size=size,
        fill=fill,
        font_weight="bold" if bold else None,
        font_style="italic" if italic else None,
        text_anchor=anchor,
    )


def written(x: float, y: float, inside: str, size: float, fill: str) -> str:
    """One line of text, with its top at y, that is made of elements."""
    base = y + (line_height(size) - size * 1.17) / 2 + ASCENT * size
    return element("text", inside, x=float(x), y=base, font_size=size, fill=fill)


def group(inside: str, *, title: str = "", link: str = "", data: Mapping[str, object] | None = None) -> str:
    """Elements that are one thing, with a title that is shown when one points at it, and the address they lead to."""
    inside = (element("title", escape(title)) if title else "") + inside
    attributes = {f"data_{key}": value for key, value in (data or {}).items()}
    inside = element("g", inside, **attributes) if title or attributes else inside
    return element("a", inside, href=link, target="_blank", rel="noopener") if link else inside


def moved(inside: str, x: float, y: float) -> str:
    """Elements moved right and down."""
    return (
        element("g", inside, transform=f"translate({number(float(x))},{number(float(y))})") if inside else ""
    )


def days_data(first: int | None, last: int | None) -> dict[str, object]:
    """The days that a mark stands for, for those who read it back; nothing for a bound that is open or not known."""
    return {"first": "" if first is None else first, "last": "" if last is None else last}


def number(value: object) -> str:
    """A number in at most two decimals.

    >>> number(1.50), number(2.0), number(10)
    ('1.5', '2', '10')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def address(url: str) -> str:
    """The address of a source as a link may have it; "" where it is none of the web."""
    return quote(url, safe=_RESERVED) if url.lower().startswith(("http://", "https://")) else ""
