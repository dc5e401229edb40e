"""One event on an axis of paper: its pieces, each where its days are, and the place of what is said beside it."""

from dataclasses import dataclass, field

from timeline.dates.event_date import EventDate
from timeline.query.claims import Claim
from timeline.views.marks import DOUBT, POINT, SOLID, Piece, pieces
from timeline.views.options import Shown
from timeline.views.paper import shapes
from timeline.views.paper.colours import Colours
from timeline.views.paper.pen import days_data, group
from timeline.views.paper.scale import Scale

NARROWEST = (
    9.0  # pixels of a span; of what is narrower doubt is drawn as a point, and what lasts as wide as this
)


@dataclass(slots=True)
class Mark:
    """A date of an event, its own or a rival one, and how far its drawing reaches."""

    shown: Shown
    date: EventDate
    claim: Claim | None
    scale: Scale
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        spans = [self._reach(piece) for piece in pieces(self.date, self.shown.limits)]
        self.left, self.right = min(span[0] for span in spans), max(span[1] for span in spans)

    def _reach(self, piece: Piece) -> tuple[float, float]:
        left, right = self.scale.span(piece.first, piece.last)
        if _is_point(piece, right - left):
            middle = (left + right) / 2
            return middle - shapes.RADIUS - 1, middle + shapes.RADIUS + 1
        return left, right

    def drawn(self, y: float, ink: str, colours: Colours, used: set[str]) -> str:
        """Its pieces around y; `used` remembers what a key has to explain."""
        ink = colours.muted if self.shown.context else ink
        parts = sorted(
            pieces(self.date, self.shown.limits), key=lambda piece: (DOUBT, SOLID, POINT).index(piece.ink)
        )
        return "".join([self._piece(piece, y, ink, colours, used) for piece in parts])

    def _piece(self, piece: Piece, y: float, ink: str, colours: Colours, used: set[str]) -> str:
        left, right = self.scale.span(piece.first, piece.last)
        doubt = piece.ink == DOUBT or bool(piece.qualifier)
        small = _is_point(piece, right - left)
        if (
            small and piece.ink == SOLID and not doubt and not self.claim
        ):  # what lasts is no day, however short
            left, right, small = _widened(left, right)
        span = "" if small or self.claim else " span"
        used.add(("rival" if self.claim else "doubt" if doubt else "solid" if span else "point") + span)
        if small:
            middle = (left + right) / 2
            drawn = (
                shapes.rival_point(middle, y, ink, colours)
                if self.claim
                else shapes.doubt_point(middle, y, ink)
                if doubt
                else shapes.point(middle, y, ink)
            )
        else:
            # An open end is the tip of an arrow: the span ends where that begins.
            start, end = left + shapes.TIP * (piece.first is None), right - shapes.TIP * (piece.last is None)
            drawn = (
                shapes.rival_span(start, end, y, ink, colours)
                if self.claim
                else shapes.doubt(start, end, y, ink)
                if doubt
                else shapes.solid(start, end, y, ink)
            )
        if None in (piece.first, piece.last):
            used.add("open")
            hollow = colours.paper if doubt or self.claim else ""
            if piece.first is None:
                drawn += shapes.arrow(left, y, ink, left=True, hollow=hollow)
            if piece.last is None:
                drawn += shapes.arrow(right, y, ink, left=False, hollow=hollow)
        return group(drawn, data=days_data(piece.first, piece.last))


def _is_point(piece: Piece, wide: float) -> bool:
    """Whether it is drawn as a point: one day, however wide the axis has it, or days that are too close to tell apart."""
    return wide < NARROWEST or piece.ink == POINT


def _widened(left: float, right: float) -> tuple[float, float, bool]:
    """The edges of a span that is too narrow to be seen, grown around its middle; and that it is no point."""
    middle = (left + right) / 2
    return middle - NARROWEST / 2, middle + NARROWEST / 2, False
