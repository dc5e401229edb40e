"""The year of a dateline that prints none: what the text bounds it by, and which weekday something was said on."""

from collections.abc import Callable
from typing import TypeAlias

from timeline.dates.calendar import WEEKDAY_NAMES, weekday
from timeline.dates.periods import Period
from timeline.drafts.dateline_why import (
    OLDEST,
    UNDATED,
    Bound,
    DatelineWhy,
    NoSuchDay,
    OfPage,
    Only,
    Recent,
    Several,
    Unbounded,
    Where,
    YearOf,
    dated_because,
)
from timeline.drafts.mention import Mention
from timeline.said.policies import AHEAD, PAST
from timeline.tuples import NamedTuple

DAYS_A_YEAR = 365
_NEAR = 31  # days between a dateline and the day that its page, file or folder gives

SaidOn: TypeAlias = "tuple[int, str] | None"
"""The weekday (Monday 0) on which something was said, and the words that say so."""


class Dateline(NamedTuple):
    """Where and when a text says it was written.

    `day` is None when no date is found or its year cannot be told; then `month_day` may hold what is printed and
    `candidates` the years that fit. `start` and `end` are the printed date's place in the text and `body` where it goes on
    behind the dateline or header, all 0 when there is none.
    """

    day: Period | None = None
    place: str = ""
    publisher: str = ""
    why: DatelineWhy = UNDATED
    start: int = 0
    end: int = 0
    body: int = 0
    month_day: tuple[int, int] | None = None
    candidates: tuple[int, ...] = ()

    @property
    def reason(self) -> str:
        """Why it is taken for the day, or why none is, in words."""
        return dated_because(self.why)

    @property
    def inferred(self) -> bool:
        """Whether the year is none that the text or its page gives."""
        guessed = isinstance(self.why, YearOf) and self.why.where in ("name", "folder")
        return self.day is not None and (guessed or isinstance(self.why, Only | Recent))

    @property
    def offered(self) -> str:
        """The day in the latest year that fits, in ISO's order, to be asked about; "" where none does."""
        if self.month_day is None or not self.candidates:
            return ""
        return Period.day(self.candidates[-1], *self.month_day).value

    @property
    def ambiguous(self) -> bool:
        """Whether the text prints a day and a month whose year only its reader can tell."""
        return self.day is None and self.month_day is not None


def day_index(year: int, month: int, day: int) -> int:
    """The day number of a date, of the 28th where the month is too short."""
    try:
        return Period.day(year, month, day).index
    except ValueError:
        return Period.day(year, month, 28).index


def dated(base: Dateline, year: int, why: DatelineWhy) -> Dateline:
    """The dateline in a year, and why in that one."""
    month, day = base.month_day or (1, 1)
    try:
        return base._replace(day=Period.day(year, month, day), why=why)
    except ValueError:
        return base._replace(why=NoSuchDay(month=month, day=day, year=year))


def dated_by(base: Dateline, stated: int, where: Where) -> Dateline:
    """The dateline with what else tells of its day, a day number: a year near which the printed day lies, or the day itself.

    What only surrounds the text (`name`, `folder`) gives a day that is printed no more than its year.
    """
    if base.month_day is None:
        return (
            base
            if where == "folder"
            else base._replace(day=Period("day", stated), why=OfPage(yearless=False, where=where))
        )
    year = Period("day", stated).year
    away, nearest = min(
        (abs(day_index(one, *base.month_day) - stated), one) for one in (year - 1, year, year + 1)
    )
    if away <= _NEAR:
        return dated(base, nearest, YearOf(year=nearest, where=where))
    if where in ("name", "folder"):
        return base
    return base._replace(day=Period("day", stated), why=OfPage(yearless=True, where=where))


def inferred(
    base: Dateline,
    mentions: tuple[Mention, ...],
    printed: int | None,
    said: Callable[[], SaidOn],
    today: int | None,
) -> Dateline:
    """The dateline in the only year that fits what the text tells; without a year where several do, each a candidate.

    It is no earlier than the newest day or month that the text tells of as past, and no later than today; its day is the
    weekday that the dateline prints (`printed`) or on which something was said (`said`), or the day after. Of several
    years the first is taken where that newest day lies less than a year back and no other date is newer: news tells what
    is new. A weekday on which something was said chooses none of several years alone, and a year alone bounds nothing: it is
    told as background, and is as often ahead of the article.
    """
    month, day = base.month_day or (1, 1)
    newest = _newest_past(mentions, today)
    latest = Period("day", today).year if today is not None else newest[0].year + 1 if newest else None
    if latest is None:
        return base._replace(why=Unbounded())
    first = max(newest[0].year, latest - OLDEST) if newest else latest - OLDEST
    years = [
        year
        for year in range(first, latest + 1)
        if _exists(year, month, day)
        and (today is None or day_index(year, month, day) <= today)
        and (newest is None or day_index(year, month, day) >= newest[0].first_day)
    ]
    on = said() if printed is None else (printed, WEEKDAY_NAMES[printed])
    bound = Bound(words=newest[1] if newest else "")
    reach = (0,) if printed is not None else (0, 1)
    fitting = [year for year in years if on and (weekday(day_index(year, month, day)) - on[0]) % 7 in reach]
    asked = base._replace(
        why=Several(years=tuple(fitting or years), bound=bound), candidates=tuple(fitting or years)
    )
    if newest is None or (on is not None and not fitting):
        return asked
    if on and fitting[0] == years[0] and _is_news(newest[0], day_index(years[0], month, day), mentions):
        after = weekday(day_index(years[0], month, day)) != on[0]
        why = Recent(year=years[0], bound=bound, weekday=on[0], after=after, words=on[1])
        return dated(asked, years[0], why)
    only = years if printed is None else fitting
    if len(only) == 1:
        return dated(asked, only[0], Only(year=only[0], bound=bound))
    return asked


def _is_news(newest: Period, day: int, mentions: tuple[Mention, ...]) -> bool:
    """Whether the newest day told is less than a year back, and no year that is not ahead is newer than it."""
    years = (
        mention.period.year
        for mention in mentions
        if mention.period is not None and mention.anchor is None and mention.tense != AHEAD
    )
    return day - newest.first_day < DAYS_A_YEAR and max(years, default=newest.year) <= newest.year


def _exists(year: int, month: int, day: int) -> bool:
    try:
        Period.day(year, month, day)
    except ValueError:
        return False
    return True


def _newest_past(mentions: tuple[Mention, ...], today: int | None) -> tuple[Period, str] | None:
    """The newest day, or month of which a past tense tells, that the text names with its year and not as ahead."""
    best: tuple[Period, str] | None = None
    for mention in mentions:
        period = mention.period
        if mention.anchor is not None or mention.type not in ("DATE", "TIME") or period is None:
            continue
        if period.unit not in ("day", "month") or mention.tense == AHEAD:
            continue
        if period.unit == "month" and mention.tense != PAST:
            continue
        if (today is None or period.first_day <= today) and (
            best is None or period.first_day > best[0].first_day
        ):
            best = period, mention.text
    return best
