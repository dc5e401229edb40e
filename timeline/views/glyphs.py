"""The characters that pictures are drawn with, in Unicode and in ASCII, and which of them stands for which date.

The emptier the circle, the less closely the date is known. `~`, `?` and `%` beside it are EDTF's own marks.
"""

from collections.abc import Mapping

from timeline.dates.event_date import EventDate
from timeline.tuples import NamedTuple

MEANINGS: Mapping[str, str] = {
    "day": "day",
    "month": "month",
    "season": "season or quarter",
    "year": "year",
    "wide": "decade or longer",
    "one-of": "one of several dates",
    "all-of": "several dates",
    "before": "on or before",
    "after": "on or after",
    "interval": "interval",
    "context": "context, not chosen itself",
}
RIVAL_MEANING = "date that a source gives instead"
QUALIFIER_MARKS = (" ", "~", "?", "%")  # by Qualifier
QUALIFIER_MEANINGS = ("", "approximate", "uncertain", "approximate and uncertain")


class Glyphs(NamedTuple):  # a dataclass of so many fields takes a millisecond longer to import
    """One set of drawing characters; `marks` has one for each key of MEANINGS, all are one cell wide."""

    marks: Mapping[str, str]
    rival: str  # a date that a source gives instead
    rival_span: str  # the days on one of which it lies, in lanes
    ellipsis: str
    dot: str  # between the parts of a line
    attribution: str  # before the source
    quotes: tuple[str, str]
    dash: str  # between the ends of a period
    rule: str
    spine: str
    pause: str  # the spine between two events
    step: str  # where the name of a column stands above it
    joint: str  # where an interval's end meets the spine
    bar: str
    bar_top: str
    bar_bottom: str
    bar_across: str
    bar_crossed: str
    bar_from_ever: str
    bar_for_ever: str
    block: str
    shade: str
    part_blocks: str  # eighths of a block, from one to seven; "" where there are none
    stroke: str  # an interval in lanes
    stroke_from_ever: str
    stroke_for_ever: str
    break_marks: str
    axis: str
    axis_start: str
    axis_end: str
    axis_tick: str
    doubtful: str  # a point whose date is approximate or uncertain
    doubt_from_ever: str
    doubt_for_ever: str
    today: str
    today_mark: str
    many: str  # more than nine in one column


UNICODE = Glyphs(
    marks=dict(zip(MEANINGS, "●◐◔○◌◇◈◁▷◆·", strict=True)),
    rival="□",
    rival_span="╌",
    ellipsis="…",
    dot=" · ",
    attribution="— ",
    quotes=("“", "”"),
    dash="–",
    rule="─",
    spine="│",
    pause="┊",
    step="┌",
    joint="┤",
    bar="┃",
    bar_top="┏",
    bar_bottom="┗",
    bar_across="━",
    bar_crossed="╂",
    bar_from_ever="▲",
    bar_for_ever="▼",
    block="█",
    shade="░",
    part_blocks="▏▎▍▌▋▊▉",
    stroke="━",
    stroke_from_ever="◀",
    stroke_for_ever="▶",
    break_marks="╱╱",
    axis="─",
    axis_start="├",
    axis_end="┤",
    axis_tick="┬",
    doubtful="◎",
    doubt_from_ever="◁",
    doubt_for_ever="▷",
    today="┆",
    today_mark="▼",
    many="◉",
)
ASCII = Glyphs(
    marks=dict(zip(MEANINGS, "*+xoO/&<>#.", strict=True)),
    rival="D",
    rival_span="-",
    ellipsis="...",
    dot="; ",
    attribution="-- ",
    quotes=('"', '"'),
    dash="-",
    rule="-",
    spine="|",
    pause=":",
    step=",",
    joint="+",
    bar="|",
    bar_top=",",
    bar_bottom="`",
    bar_across="-",
    bar_crossed="|",
    bar_from_ever="^",
    bar_for_ever="v",
    block="#",
    shade=":",
    part_blocks="",
    stroke="=",
    stroke_from_ever="<",
    stroke_for_ever=">",
    break_marks="//",
    axis="-",
    axis_start="|",
    axis_end="|",
    axis_tick="+",
    doubtful="@",
    doubt_from_ever="{",
    doubt_for_ever="}",
    today="!",
    today_mark="!",
    many="#",
)

_MARK_OF_PRECISION = {
    "time": "day",
    "decade": "wide",
    "century": "wide",
    "millennium": "wide",
    "range": "wide",
}


def mark_of(date: EventDate) -> str:
    """Which mark, a key of MEANINGS, shows how closely the date is known.

    Unspecified digits make a date as wide as its bounds: a day in 2022 is known to the year.

    >>> [mark_of(EventDate(text)) for text in ("2018", "195X", "2022-03-21", "2022-XX-XX", "[..2017]", "1950~/..")]
    ['year', 'wide', 'day', 'year', 'before', 'interval']
    """
    kind = date.kind
    if kind == "interval" or (kind in ("day", "month") and "X" not in date.text):
        return kind
    if kind in ("one-of", "all-of"):
        if date.open_start != date.open_end:
            return "before" if date.open_start else "after"
        return kind
    precision = date.precision
    return _MARK_OF_PRECISION.get(precision, precision)
