"""What pictures say of events in words: dates, sources, counts, headings."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.dates.calendar import civil_from_days
from timeline.dates.edtf_values import Interval, Point
from timeline.dates.event_date import EventDate
from timeline.dates.names import month_name, year_name, years_name
from timeline.dates.wording import wording
from timeline.model import Source
from timeline.query.spelling import spelled

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits

# Dates repeat: those of sources, those of an interval's ends.
date_words = lru_cache(maxsize=1 << 14)(wording)


@lru_cache(maxsize=1 << 10)
def interval_ends(date: EventDate) -> tuple[EventDate | None, EventDate | None]:
    """The two ends of an interval as dates of their own; None for an open or unknown end.

    >>> interval_ends(EventDate("1950~/.."))
    (EventDate('1950~'), None)
    """
    start, _, end = date.text.partition("/")
    return tuple(None if text in ("", "..") else EventDate(text) for text in (start, end))  # type: ignore[return-value]


def source_words(source: Source) -> str:
    """A source in a few words: who published it, and when.

    >>> source_words(Source(publisher="TASS", date=EventDate("2023-02-10")))
    'TASS, 10 Feb 2023'
    """
    name = _who(source)
    if source.date is None:
        return name
    return f"{name}, {date_words(source.date)}" if name else date_words(source.date)


def sources_words(sources: Sequence[Source]) -> str:
    """Several sources in a few words: the first that has a name, and how many more.

    >>> sources_words((Source(), Source(publisher="TASS"), Source(author="N. N.")))
    'TASS and 2 more'
    >>> sources_words((Source(date=EventDate("2018")),)), sources_words((Source(),))
    ('a source of 2018', 'an unnamed source')
    """
    known = next(filter(_who, sources), sources[0])
    name = source_words(known) if _who(known) else _unnamed(known)
    return f"{name} and {len(sources) - 1} more" if len(sources) > 1 else name


@lru_cache(maxsize=1 << 14)
def tag_words(tag: str) -> str:
    """A tag as pictures show it: after the `#` stands what finds it in a query, with quotes where it needs them.

    >>> tag_words("peace-treaty"), tag_words("peace treaty")
    ('#peace-treaty', '#"peace treaty"')
    """
    return "#" + spelled(tag)


def heading(date: EventDate) -> str:
    """The year under which a date stands; a decade or a century is a heading of its own.

    >>> [heading(EventDate(text)) for text in ("2022-03", "195X~", "156X-12-25", "XXXX-12")]
    ['2022', '1950s', '1560s', 'unknown year']
    """
    day = date.first_day if date.first_day is not None else date.last_day
    if day is None:
        return ""
    if date.level:
        value = date.value
        start = value.start if isinstance(value, Interval) else value
        if isinstance(start, Point) and "X" in start.year:
            return date_words(EventDate(start.year))
        if isinstance(start, Point) and "S" in start.year:
            return years_name(civil_from_days(start.first_day)[0], civil_from_days(start.last_day)[0])
    return year_name(civil_from_days(day)[0])


def narrowed_words(date: EventDate, limits: "Limits | None") -> str:
    """What is left of a date within the limits of its event, and why; nothing where that is all of it.

    The reasons are the words by which a query asks for the events that set the limits.

    >>> from timeline.query.narrowing import Limits
    >>> [narrowed_words(EventDate("1970"), limits) for limits in (Limits(first=79), Limits(last=79))]
    ['not before 21 Mar 1970, by follows', 'not after 21 Mar 1970, by leads-to']
    """
    left = limits.of(date) if limits else None
    if left is None:
        return ""
    first, last = left
    later, earlier = first != date.first_day, last != date.last_day
    begin, end = ("" if day is None else day_name(day) for day in (first, last))
    if later and earlier:
        told = f"on {begin}" if first == last else f"between {begin} and {end}"
        return f"{told}, by follows and leads-to"
    return f"not before {begin}, by follows" if later else f"not after {end}, by leads-to" if earlier else ""


def narrowed_beside(date: EventDate, limits: "Limits | None") -> str:
    """The same in brackets, after a space."""
    words = narrowed_words(date, limits)
    return f" ({words})" if words else ""


def day_name(day: int) -> str:
    """A day number as people write the day."""
    year, month, number = civil_from_days(day)
    return f"{number} {month_name(month)} {year_name(year)}"


def _who(source: Source) -> str:
    return source.publisher or source.author or source.title or _host(source.url)


def _unnamed(source: Source) -> str:
    return f"a source of {date_words(source.date)}" if source.date else "an unnamed source"


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
