"""The marks of paper: filled for what is certain, lighter with a dashed edge for doubt, hollow for a rival date."""

from timeline.views.paper.colours import Colours
from timeline.views.paper.pen import element

RADIUS = 4.5
TIP = 9.0  # how long an arrow is
BAR = 8.0  # how high a span is
_LIGHT = 0.28  # opacity of doubt


def point(x: float, y: float, ink: str, *, radius: float = RADIUS) -> str:
    """A day that is known."""
    return element("circle", cx=x, cy=y, r=radius, fill=ink)


def doubt_point(x: float, y: float, ink: str, *, radius: float = RADIUS) -> str:
    """A day that is not certain, or several that are too close to tell apart."""
    return element(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=ink,
        fill_opacity=_LIGHT,
        stroke=ink,
        stroke_width=1.3,
        stroke_dasharray="2.2 1.6",
    )


def rival_point(x: float, y: float, ink: str, colours: Colours, *, radius: float = RADIUS) -> str:
    """A day that a source gives instead."""
    return element("circle", cx=x, cy=y, r=radius - 0.5, fill=colours.paper, stroke=ink, stroke_width=1.6)


def solid(left: float, right: float, y: float, ink: str) -> str:
    """What lasts, from start to end."""
    return element("rect", x=left, y=y - BAR / 2, width=right - left, height=BAR, rx=1.5, fill=ink)


def doubt(left: float, right: float, y: float, ink: str) -> str:
    """Days on one of which it was."""
    return element(
        "rect",
        x=left,
        y=y - BAR / 2,
        width=right - left,
        height=BAR,
        rx=1.5,
        fill=ink,
        fill_opacity=_LIGHT,
        stroke=ink,
        stroke_width=1,
        stroke_dasharray="3 2",
    )


def rival_span(left: float, right: float, y: float, ink: str, colours: Colours) -> str:
    """Days on one of which it was, as a source has it."""
    return element(
        "rect",
        x=left,
        y=y - BAR / 2 + 1,
        width=right - left,
        height=BAR - 2,
        rx=1.5,
        fill=colours.paper,
        stroke=ink,
        stroke_width=1.4,
        stroke_dasharray="3 2",
    )


def arrow(x: float, y: float, ink: str, *, left: bool, hollow: str = "") -> str:
    """An end that is open or not known: its tip at x."""
    back = x + TIP if left else x - TIP
    points = f"{x:.1f},{y:.1f} {back:.1f},{y - 6:.1f} {back:.1f},{y + 6:.1f}"
    if hollow:
        return element("polygon", points=points, fill=hollow, stroke=ink, stroke_width=1.2)
    return element("polygon", points=points, fill=ink)


def arrow_along(x: float, y: float, ink: str, *, down: bool) -> str:
    """The open end of a bar beside a spine."""
    points = f"{x - 6:.1f},{y:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + (8 if down else -8):.1f}"
    return element("polygon", points=points, fill=ink)


def doubt_arrow(x: float, y: float, ink: str, *, down: bool) -> str:
    """A date of which one bound alone is known: from there on down, or up to there."""
    step = 5 if down else -5
    points = f"{x - 5:.1f},{y - step:.1f} {x + 5:.1f},{y - step:.1f} {x:.1f},{y + step:.1f}"
    return element(
        "polygon", points=points, fill=ink, fill_opacity=_LIGHT, stroke=ink, stroke_dasharray="2.2 1.6"
    )
