"""What a view is given: the events to draw, and what the user asked of the drawing."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from timeline.model import Event
from timeline.tuples import NamedTuple

if TYPE_CHECKING:  # 6 ms, for collections that name somebody
    from timeline.naming import Names
    from timeline.query.narrowing import Limits


# What some options of the drawing can be; the first is what they are when nothing is asked for.
WORDS: Mapping[str, tuple[str, ...]] = {"scale": ("broken", "linear"), "labels": ("fit", "all", "none")}


class Shown(NamedTuple):
    """An event in a picture. `context`: not chosen itself, but a neighbour of one that is.

    `note` is a word about the event in this picture, such as what a comparison found. `limits` are the days between which
    it can have begun, where events that it follows or precedes say so. `times` is how many events it stands for where they are
    only counted, and `lanes` how many of these stand in each lane, where that is counted, too.
    """

    event: Event
    context: bool = False
    note: str = ""
    limits: "Limits | None" = None
    times: int = 1
    lanes: Mapping[str, int] = {}


class ViewOptions(NamedTuple):
    """What the user asked of the drawing; each view reads what concerns it.

    `by` names what the lanes are (`actor`, `tag`, `kind`, `place`, `source`, `status`, `file`, or any other field), `per` the bucket (`day` to
    `decade`); None lets the view choose. `gaps` is how many silences are listed, `columns` names those of a table. `top` is how many lanes are
    drawn at most, the fullest; `labels` what stands beside a mark in them: titles that fit, or numbers for all, with a key. `today` is a day number. `ordered_by` and `reversed` tell how the
    events come: pictures say nothing about time between neighbours that are not in the order of time.
    `ascii` asks for plain ASCII, which an encoding may also need. `links` makes URLs clickable where colour is on.
    `unbroken` asks a line of its own of each event, however long: what reads it is a program.
    `names` tells which actors and places are one.
    """

    by: str | None = None
    per: str | None = None
    scale: Literal["broken", "linear"] = "broken"
    gaps: int = 10
    columns: tuple[str, ...] = ()
    top: int | None = None
    labels: Literal["fit", "all", "none"] = "fit"
    today: int | None = None
    ascii: bool = False
    links: bool = False
    unbroken: bool = False
    ordered_by: str = "date"
    reversed: bool = False
    names: "Names | None" = None

    @property
    def chronological(self) -> bool:
        """Whether the events come in the order of time, forwards or backwards."""
        return self.ordered_by == "date"
