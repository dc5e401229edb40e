"""Read a picture back: where each text and each mark stands, with all the groups around it counted in."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from math import cos, radians, sin
from typing import NamedTuple

from timeline.views.paper.letters import ASCENT, DESCENT, width

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]


class Words(NamedTuple):
    """A line of text, and the corners of the box that it takes at most."""

    text: str
    corners: tuple[Point, ...]


class Place(NamedTuple):
    """A mark: its data, and the left and right edge of what is drawn."""

    data: Mapping[str, str]
    left: float
    right: float


def root_of(svg: str) -> ET.Element:
    """The root of a picture, which is XML and has one."""
    return ET.fromstring(svg)


def words_of(svg: str) -> list[Words]:
    """Every line of text."""
    return [words for element, at in _walk(root_of(svg), _Frame()) for words in _lines(element, at)]


def marks_of(svg: str) -> list[Place]:
    """Every group that stands for days."""
    found = []
    for element, at in _walk(root_of(svg), _Frame()):
        data = {
            key.removeprefix("data-"): value
            for key, value in element.attrib.items()
            if key.startswith("data-")
        }
        if "first" in data:
            edges = [at.place(x, 0)[0] for child in element for x in _edges(child)]
            found.append(Place(data, min(edges), max(edges)))
    return found


def axis_of(svg: str) -> list[tuple[float, float]]:
    """The left and right end of each stretch of an axis, as its lines are drawn."""
    return [
        (at.place(float(line.attrib["x1"]), 0)[0], at.place(float(line.attrib["x2"]), 0)[0])
        for line, at in _walk(root_of(svg), _Frame())
        if line.tag == f"{SVG}line"
        and line.attrib["y1"] == line.attrib["y2"]
        and line.get("stroke-width") == "1.2"
    ]


def overlapping(words: list[Words]) -> list[tuple[str, str]]:
    """The pairs of lines whose boxes share more than a hair."""
    boxes = sorted(words, key=lambda one: min(y for _, y in one.corners))
    found = []
    for at, one in enumerate(boxes):
        bottom = max(y for _, y in one.corners)
        for other in boxes[at + 1 :]:
            if min(y for _, y in other.corners) >= bottom:
                break
            if not _apart(one.corners, other.corners):
                found.append((one.text, other.text))
    return found


class _Frame(NamedTuple):
    """How far elements are moved, and turned by how many degrees."""

    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0

    def place(self, x: float, y: float) -> Point:
        angle = radians(self.turn)
        return self.x + x * cos(angle) - y * sin(angle), self.y + x * sin(angle) + y * cos(angle)

    def inside(self, element: ET.Element) -> "_Frame":
        frame = self
        for name, numbers in re.findall(r"(\w+)\(([^)]*)\)", element.get("transform", "")):
            values = [float(value) for value in numbers.split(",")]
            if name == "translate":
                x, y = frame.place(*values)
                frame = _Frame(x, y, frame.turn)
            else:
                assert name == "rotate"
                frame = _Frame(frame.x, frame.y, frame.turn + values[0])
        return frame


def _walk(element: ET.Element, frame: _Frame) -> Iterator[tuple[ET.Element, _Frame]]:
    frame = frame.inside(element)
    yield element, frame
    for child in element:
        yield from _walk(child, frame)


def _lines(element: ET.Element, at: _Frame) -> Iterator[Words]:
    if element.tag != f"{SVG}text":
        return
    size, bold = float(element.attrib["font-size"]), element.get("font-weight") == "bold"
    spans = element.findall(f"{SVG}tspan")
    lines = [(span, span.text or "") for span in spans] or [(element, "".join(element.itertext()))]
    for holder, text in lines:
        wide = width(text, size, bold=bold)
        x, y = float(holder.attrib["x"]), float(holder.attrib["y"])
        x -= {None: 0.0, "middle": wide / 2, "end": wide}[element.get("text-anchor")]
        top, bottom = y - ASCENT * size, y + DESCENT * size
        yield Words(
            text, tuple(at.place(*c) for c in ((x, top), (x + wide, top), (x + wide, bottom), (x, bottom)))
        )


def _edges(element: ET.Element) -> Iterator[float]:
    number = {key: float(value) for key, value in element.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
    if element.tag == f"{SVG}circle":
        yield from (number["cx"] - number["r"], number["cx"] + number["r"])
    elif element.tag == f"{SVG}rect":
        yield from (number["x"], number["x"] + number["width"])


def _apart(one: tuple[Point, ...], other: tuple[Point, ...]) -> bool:
    """Whether a line along an edge of one of the boxes separates them (the theorem of separating axes)."""
    for box in (one, other):
        for (x1, y1), (x2, y2) in ((box[0], box[1]), (box[1], box[2])):
            length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
            across = (x2 - x1) / length, (y2 - y1) / length
            spans = [[x * across[0] + y * across[1] for x, y in corners] for corners in (one, other)]
            if max(spans[0]) <= min(spans[1]) + 0.05 or max(spans[1]) <= min(spans[0]) + 0.05:
                return True
    return False
