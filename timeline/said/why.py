"""What was taken for granted, as values, and the one place that puts them into words. No code reads these words."""

from collections.abc import Sequence
from typing import Literal

from timeline.errors import shown
from timeline.said.frozen import Frozen

On = Literal["dateline", "told", "day"]
"""What a date leans on: the dateline, the date told last, or the day told in full where there is no dateline."""


class Took(Frozen):
    """Something that the words left open was taken: a `year` or `month` from the day, a `century` by a habit."""

    what: Literal["year", "century"]


class Coarser(Frozen):
    """An interval cannot begin or end with these words, and holds the longer period that they are a part of."""

    words: str


class Converted(Frozen):
    """The words are those of another calendar."""

    calendar: str


class Leant(Frozen):
    """One of many of a kind (a weekday, a month) was taken: the `lean` is a word of `timeline.said.policies`."""

    kind: str
    lean: str
    on: On


class Moved(Frozen):
    """So many units after what it leans on, before it when negative; None when nobody counted."""

    count: int | None
    unit: str
    on: On


class Unanchored(Frozen):
    """It leans on a date, and there is none: no `dateline`, or no day or month in what was told."""

    wants: Literal["dateline", "date"]


class Weekday(Frozen):
    """A weekday stands beside the date: it `fits`, it was `sought` in other years, or it is `another` than the text names."""

    is_: Literal["fits", "sought", "another"]


class Measured(Frozen):
    """It is no date of the calendar: a length, something that comes again, a time without measure, a fiscal year."""

    kind: Literal["length", "often", "vague", "fiscal", "hour"]


class Shaped(Frozen):
    """The words around a date say on which side of it the moment lies, or join it to its neighbour."""

    side: Literal["since", "until", "before", "not before", "after", "by", "day", "range", "between", "or"]


Why = Took | Coarser | Converted | Leant | Moved | Unanchored | Weekday | Measured | Shaped

_ON = {"dateline": "the dateline", "told": "the date told last", "day": "the day told in full"}
_LEANS = {
    "latest": "the latest {kind} up to {on}",
    "before": "the {kind} before {on}",
    "nearest": "the {kind} nearest to {on}",
    "next": "the first {kind} from {on} on",
    "after": "the {kind} after {on}",
    "own": "the {kind} of {on}",
    "week after": "the {kind} of the week after {on}",
    "week told": "the {kind} of the week told before",
    "told": "the {kind} in the year of {on}",
}
_MEASURED = {
    "length": "a length of time",
    "often": "again and again",
    "vague": "said without measure",
    "fiscal": "fiscal year, which begins when its country says",
    "hour": "no hour is told",
}
_SHAPED = {
    "since": "since then",
    "until": "until then",
    "before": "before then",
    "not before": "then or later",
    "after": "after then",
    "by": "by then",
    "day": "that day",
    "range": "from one date to another",
    "between": "between two dates",
    "or": "one of two dates",
}
_WEEKDAYS = {
    "fits": "its weekday fits",
    "sought": "the nearest year in which that date has that weekday",
    "another": "its weekday is not the one the text names",
}


def because(whys: Sequence[Why]) -> str:
    """The reasons of a date in a text, for its reader.

    >>> because([Leant(kind="weekday", lean="latest", on="dateline"), Shaped(side="since")])
    'the latest weekday up to the dateline; since then'
    """
    return "; ".join(dict.fromkeys(_because(why) for why in whys)) or "as the text names it"


def _because(why: Why) -> str:
    match why:
        case Leant():
            return _LEANS[why.lean].format(kind=why.kind, on=_ON[why.on])
        case Moved():
            return _moved(why)
        case Unanchored():
            return "there is no dateline" if why.wants == "dateline" else "there is no date to lean on"
        case Weekday():
            return _WEEKDAYS[why.is_]
        case Measured():
            return _MEASURED[why.kind]
        case Shaped():
            return _SHAPED[why.side]
        case Converted():
            return f"by the {why.calendar} calendar"
        case Coarser():
            return f"an interval cannot begin or end with {shown(why.words)}"
        case Took():
            return f"its {why.what} is the likeliest"


def _moved(why: Moved) -> str:
    on = _ON[why.on]
    if why.count is None:
        return f"nobody counted the {why.unit}s from {on}"
    if not why.count:
        return on if why.unit == "day" else f"the {why.unit} of {on}"
    side = "after" if why.count > 0 else "before"
    many = abs(why.count)
    return f"the {why.unit} {side} {on}" if many == 1 else f"{many} {why.unit}s {side} {on}"


def _plain(why: Why) -> bool:
    """Whether words say it to everyone: how far away a day is, which weekday and which month of the year is meant."""
    return isinstance(why, Moved) or (isinstance(why, Leant) and (why.kind == "weekday" or why.lean == "own"))


def told(text: str, edtf: str, whys: Sequence[Why]) -> str | None:
    """What the reader of a typed date is told of it; None when nothing was taken for granted but a day near to today.

    >>> told("7 Feb", "2023-02-07", [Took(what="year")])
    'took "7 Feb" as 2023-02-07'
    """
    if all(map(_plain, whys)):
        return None
    coarser = [shown(why.words) for why in whys if isinstance(why, Coarser)]
    calendars = dict.fromkeys(why.calendar for why in whys if isinstance(why, Converted))
    by = f", by the {' and the '.join(calendars)} calendar" if calendars else ""
    ends = f": an interval cannot begin or end with {' or '.join(coarser)}" if coarser else ""
    return f"took {shown(text)} as {edtf}{by}{ends}"
