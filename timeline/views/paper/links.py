"""Where the links of a picture are, for a PDF, whose drawer leaves them out."""

import re
import xml.etree.ElementTree as ET  # the texts parsed are our own
from collections.abc import Iterator

from timeline.tuples import NamedTuple
from timeline.views.paper.letters import ASCENT, DESCENT, width

_SVG = "{http://www.w3.org/2000/svg}"
_moved = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")


class Link(NamedTuple):
    """An address, and the box of what leads there: left, top, right, bottom, in pixels from the top left."""

    address: str
    box: tuple[float, float, float, float]


def links_of(svg: str) -> Iterator[Link]:
    """The links of a page that lead from an event: its mark and its title are one box."""
    for element, x, y in _walk(ET.fromstring(svg), 0, 0):  # noqa: S314 - our own text
        if element.tag == f"{_SVG}a":
            corners = [
                corner for child, left, top in _walk(element, x, y) for corner in _corners(child, left, top)
            ]
            if corners:
                across, down = zip(*corners, strict=True)
                yield Link(element.attrib["href"], (min(across), min(down), max(across), max(down)))


def _walk(element: ET.Element, x: float, y: float) -> Iterator[tuple[ET.Element, float, float]]:
    """Every element inside, and how far its own coordinates are moved: what is turned holds no link."""
    if moved := _moved.match(element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    yield element, x, y
    for child in element:
        yield from _walk(child, x, y)


def _corners(element: ET.Element, x: float, y: float) -> Iterator[tuple[float, float]]:
    """The outermost points of a mark that is round, or of a text."""
    if element.tag == f"{_SVG}circle":
        middle, radius = (
            (float(element.attrib["cx"]), float(element.attrib["cy"])),
            float(element.attrib["r"]),
        )
        yield x + middle[0] - radius, y + middle[1] - radius
        yield x + middle[0] + radius, y + middle[1] + radius
    if element.tag == f"{_SVG}text":
        size, bold = float(element.attrib["font-size"]), element.get("font-weight") == "bold"
        for line in element.iter(f"{_SVG}tspan"):
            wide = width(line.text or "", size, bold=bold)
            left = float(line.attrib["x"]) - {"end": wide, "middle": wide / 2}.get(
                element.get("text-anchor", ""), 0
            )
            base = float(line.attrib["y"])
            yield x + left, y + base - ASCENT * size
            yield x + left + wide, y + base + DESCENT * size
