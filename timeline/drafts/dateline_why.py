"""Why a text is taken to be of its day, as values, and the one place that puts them into words. No code reads the words."""

from typing import Literal, TypeAlias

from timeline.dates.calendar import WEEKDAY_NAMES
from timeline.said.frozen import Frozen

OLDEST = 30  # years that an article without any full date may be old
_LISTED = 4  # years that are named where several fit


class Undated(Frozen):
    """The text has no dateline, and nobody gave it one."""


UNDATED = Undated()


class Printed(Frozen):
    """The text prints the day: in its dateline, in a header, or in a dateline that takes its year from a header."""

    where: Literal["dateline", "header", "both"]


Where = Literal["page", "front matter", "name", "folder"]
"""What else tells when a text was written: its page, its front matter, the name of its file, other articles of its folder."""


class OfPage(Frozen):
    """The day is that of the text's page, or what stands for it, since the text gives none or only one without a year (`yearless`)."""

    yearless: bool
    where: Where = "page"


class YearOf(Frozen):
    """The text prints a day without its year, which is that of another day, `where` stands, a month away at most."""

    year: int
    where: Where


class Given(Frozen):
    """Whoever reads the text gave the day, instead of another that the text has, in ISO's order."""

    instead_of: str = ""


class NoSuchDay(Frozen):
    """The dateline's day is none of its year."""

    month: int
    day: int
    year: int


class Bound(Frozen):
    """What the year of a dateline without one is not before: the day that the text tells of in these `words`, if in any."""

    words: str = ""


class Unbounded(Frozen):
    """The dateline has no year, and nothing says which are too late."""


class Recent(Frozen):
    """The year in which the dateline's day is that `weekday` (Monday 0), or the day `after` it, and close behind what it tells.

    `words` are those that name the weekday.
    """

    year: int
    bound: Bound
    weekday: int
    after: bool
    words: str


class Only(Frozen):
    """The one year that fits."""

    year: int
    bound: Bound


class Several(Frozen):
    """The dateline has no year, and these all fit, or none does."""

    years: tuple[int, ...]
    bound: Bound


_STATED = {
    "page": "the page's own date",
    "front matter": "the date in its front matter",
    "name": "the day in the file's name",
    "folder": "the other articles of the folder",
}
DatelineWhy: TypeAlias = (
    Undated | Printed | OfPage | YearOf | Given | NoSuchDay | Unbounded | Recent | Only | Several
)


def dated_because(why: DatelineWhy) -> str:
    """The reason in words.

    >>> dated_because(Several(years=(2017, 2018), bound=Bound(words="1 May 2016")))
    'the dateline has no year, and several fit: 2017, 2018'
    >>> dated_because(Several(years=(2017,), bound=Bound(words="1 May 2016")))
    'the dateline has no year, and one fits, which a weekday alone does not make sure: 2017'
    """
    match why:
        case Undated():
            return "no dateline"
        case Printed():
            return {
                "dateline": "the dateline",
                "header": "the header's date",
                "both": "the dateline, its year from the header",
            }[why.where]
        case OfPage() | YearOf():
            return _stated(why)
        case Given():
            return f"given, instead of the text's {why.instead_of}" if why.instead_of else "given"
        case NoSuchDay():
            return f"the dateline's {why.month:02d}-{why.day:02d} is no day of {why.year}"
        case Unbounded():
            return "the dateline has no year, and nothing in the text bounds it"
        case Recent():
            return _recent(why)
        case Only():
            return f"year inferred: {why.year} is the only year, {_bound(why.bound)} and not after today, that fits"
        case Several():
            return f"the dateline has no year, and {_several(why)}"


def _stated(why: OfPage | YearOf) -> str:
    what = _STATED[why.where]
    if isinstance(why, OfPage):
        return f"{what}, since the {'dateline has no year' if why.yearless else 'text gives none'}"
    return (
        f"{'year inferred from' if why.where in ('name', 'folder') else 'the dateline, its year from'} {what}"
    )


def _bound(bound: Bound) -> str:
    return f"not before {bound.words}" if bound.words else f"of the last {OLDEST} years"


def _recent(why: Recent) -> str:
    name = WEEKDAY_NAMES[why.weekday]
    when = f"the day after a {name}" if why.after else f"a {name}"
    return (
        f'year inferred: in {why.year} its day is {when}, as "{why.words}" asks, less than a year after'
        f" {why.bound.words}, the newest day told"
    )


def _several(why: Several) -> str:
    if not why.years:
        return f"none fits {_bound(why.bound)}"
    if len(why.years) == 1:
        return f"one fits, which a weekday alone does not make sure: {why.years[0]}"
    return f"several fit: {'… ' * (len(why.years) > _LISTED)}{', '.join(map(str, why.years[-_LISTED:]))}"
