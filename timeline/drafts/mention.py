"""An expression of time in a text, and what it was understood to mean."""

from timeline.dates.periods import Period
from timeline.said.values import Value
from timeline.said.why import Unanchored, Why
from timeline.tuples import NamedTuple

_PLAIN = ("start", "end", "text", "type", "value", "mod", "edtf", "anchor", "reason")


class Mention(NamedTuple):
    """One expression of time: where it stands, what TIMEX3 makes of it, and the date we would store.

    `start` and `end` count characters of the text. `type` is DATE, TIME, DURATION or SET; `value` and `mod` are
    TIMEX3's; `edtf` is None for what is no date; `anchor` is the date it was resolved against, when it needed one.
    `said` are its words as a value, `period` the piece of the calendar behind it, `tense` that of its clause (-1 past,
    0 untold, 1 ahead), and `whys` the values that `reason` puts into words.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    edtf: str | None
    anchor: str | None
    reason: str
    said: Value
    period: Period | None
    tense: int
    whys: tuple[Why, ...]

    @property
    def needs_anchor(self) -> bool:
        """Whether it could not be resolved for want of a dateline."""
        return self.anchor is None and any(isinstance(why, Unanchored) for why in self.whys)

    def to_plain(self) -> dict[str, str | int | None]:
        """What a program may read of it, in the order of the fields; an absent value is null."""
        return {name: getattr(self, name) for name in _PLAIN}
