"""What was taken for granted, as values, and the one place that puts them into words. No code reads these words."""

from collections.abc import Sequence
from typing import Literal

from timeline.errors import shown
from timeline.said.frozen import Frozen


class Took(Frozen):
    """Something that the words left open was taken: a `year` or `month` from the day, a `century` by a habit."""

    what: Literal["year", "century"]


class Coarser(Frozen):
    """An interval cannot begin or end with these words, and holds the longer period that they are a part of."""

    words: str


class Converted(Frozen):
    """The words are those of another calendar."""

    calendar: str


Why = Took | Coarser | Converted


def told(text: str, edtf: str, whys: Sequence[Why]) -> str | None:
    """What the reader of a typed date is told of it; None when nothing was taken for granted.

    >>> told("7 Feb", "2023-02-07", [Took(what="year")])
    'took "7 Feb" as 2023-02-07'
    """
    if not whys:
        return None
    coarser = [shown(why.words) for why in whys if isinstance(why, Coarser)]
    calendars = dict.fromkeys(why.calendar for why in whys if isinstance(why, Converted))
    by = f", by the {' and the '.join(calendars)} calendar" if calendars else ""
    ends = f": an interval cannot begin or end with {' or '.join(coarser)}" if coarser else ""
    return f"took {shown(text)} as {edtf}{by}{ends}"
