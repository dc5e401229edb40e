"""The year of a dateline that prints none: what the text bounds it by, and which weekday something was said on."""

import re
from dataclasses import dataclass, replace

from timeline.dates.calendar import weekday
from timeline.dates.periods import Period
from timeline.drafts.dateline_why import (
    OLDEST,
    UNDATED,
    Bound,
    DatelineWhy,
    Earliest,
    NoSuchDay,
    Only,
    Several,
    Unbounded,
    dated_because,
)
from timeline.drafts.english_words import ANYDAY
from timeline.drafts.mention import Mention
from timeline.drafts.reading import AHEAD, PAST
from timeline.drafts.tense import past, tense
from timeline.drafts.tokens import tokens
from timeline.drafts.word_lists import word_list

_CLOSE = (
    1  # years between the newest date told and the dateline, beyond which the year is worth a second look
)
_SAYING = frozenset(
    word_list(
        "said told announced stated declared added noted stressed reported confirmed warned "
        "claimed argued insisted remarked commented explained emphasized emphasised pointed wrote "
        "tweeted spoke recalled replied answered asserted vowed denied called urged"
    )
)
_SAYING_NOUNS = frozenset(
    ["statement", "briefing", "interview", "conference", "speech", "address", "remarks", "comments"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a text says it was written.

    `day` is None when no date is found or its year cannot be told; then `month_day` may hold what is printed and
    `candidates` the years that fit. `start` and `end` are the printed date's place in the text, both 0 when there is none.
    """

    day: Period | None = None
    place: str = ""
    publisher: str = ""
    why: DatelineWhy = UNDATED
    start: int = 0
    end: int = 0
    month_day: tuple[int, int] | None = None
    candidates: tuple[int, ...] = ()

    @property
    def reason(self) -> str:
        """Why it is taken for the day, or why none is, in words."""
        return dated_because(self.why)

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
        return replace(base, day=Period.day(year, month, day), why=why)
    except ValueError:
        return replace(base, why=NoSuchDay(month=month, day=day, year=year))


def inferred(
    base: Dateline, text: str, mentions: tuple[Mention, ...], named: str, today: int | None
) -> Dateline:
    """The dateline in the earliest year that fits what the text tells; without a year where several fit equally.

    `named` is the weekday that the dateline prints, if any.
    """
    month, day = base.month_day or (1, 1)
    newest = _newest_past(text, mentions, today)
    latest = Period("day", today).year if today is not None else newest[0].year + 1 if newest else None
    if latest is None:
        return replace(base, why=Unbounded())
    first = newest[0].year if newest else latest - OLDEST
    years = [
        year
        for year in range(first, latest + 1)
        if _exists(year, month, day)
        and (today is None or day_index(year, month, day) <= today)
        and (newest is None or day_index(year, month, day) >= newest[0].first_day)
    ]
    said = (ANYDAY.get(named), named) if named else _said_weekday(text, mentions)
    bound = Bound(words=newest[1] if newest else "")
    if said and said[0] is not None:
        reach = (0,) if named else (0, 1)
        fitting = [year for year in years if (weekday(day_index(year, month, day)) - said[0]) % 7 in reach]
        if fitting and newest:
            loose = fitting[0] - newest[0].year > _CLOSE
            why = Earliest(
                year=fitting[0],
                bound=bound,
                weekday=said[0],
                after=weekday(day_index(fitting[0], month, day)) != said[0],
                words=said[1],
                others=tuple(fitting[1:]) if loose else (),
            )
            return replace(dated(base, fitting[0], why), candidates=tuple(fitting))
        years = fitting or years
    if len(years) == 1:
        return replace(dated(base, years[0], Only(year=years[0], bound=bound)), candidates=tuple(years))
    return replace(base, why=Several(years=tuple(years), bound=bound), candidates=tuple(years))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        Period.day(year, month, day)
    except ValueError:
        return False
    return True


def _newest_past(text: str, mentions: tuple[Mention, ...], today: int | None) -> tuple[Period, str] | None:
    """The newest date with its year that the text tells of as past: a day, or a month or year that a past tense tells of."""
    best: tuple[Period, str] | None = None
    for mention in mentions:
        if mention.anchor is not None or mention.type not in ("DATE", "TIME"):
            continue
        match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)", mention.value)
        if not match:
            continue
        year, month, day = match.groups()
        period = (
            Period.day(int(year), int(month), int(day))
            if day
            else Period.of_month(int(year), int(month))
            if month
            else Period("year", int(year))
        )
        if (today is not None and period.first_day > today) or (
            best and period.first_day <= best[0].first_day
        ):
            continue
        told = tense_at(text, mention)
        if told == PAST or (told != AHEAD and day is not None):
            best = period, mention.text
    return best


def _said_weekday(text: str, mentions: tuple[Mention, ...]) -> tuple[int, str] | None:
    """The first weekday on which the text says that something was said."""
    for mention in mentions:
        name = mention.text.split()[0].rstrip(".,")
        if not mention.value.startswith("XXXX-WXX-") and name not in ANYDAY and name.lower() not in ANYDAY:
            continue
        if mention.type == "SET" or (name.lower() not in ANYDAY and name not in ANYDAY):
            continue
        start, window = _window(text, mention)
        cut = tokens(window)
        first = next((i for i, at in enumerate(cut.starts) if at >= mention.start - start), 0)
        if tense(cut, first, first + 1) != PAST:
            continue
        before = [word.lower() for word in (cut.word(i) for i in range(max(first - 14, 0), first))]
        after = [cut.word(i).lower() for i in range(first + 1, first + 4)]
        verbs = [word for word in before if past(word) or word in _SAYING]
        verb = next(
            (word for word in reversed(verbs) if word not in ("was", "were", "had", "has", "have", "been")),
            "",
        )
        if verb in _SAYING or set(before[-3:]) & _SAYING_NOUNS or (not verb and set(after) & _SAYING):
            words = [cut.word(i) for i in range(max(first - 14, 0), first)]
            since = next(
                (i for i in range(len(words) - 1, -1, -1) if words[i].lower() == verb), len(words) - 3
            )
            quoted = " ".join((*words[max(since, len(words) - 5) :], mention.text))
            return ANYDAY.get(name, ANYDAY.get(name.lower(), 0)), quoted
    return None


def tense_at(text: str, mention: Mention) -> int:
    """The tense of the sentence around a mention."""
    start, window = _window(text, mention)
    cut = tokens(window)
    first = next((i for i, at in enumerate(cut.starts) if at >= mention.start - start), 0)
    end = next((i for i, at in enumerate(cut.starts) if at >= mention.end - start), len(cut.codes))
    return tense(cut, first, end)


def _window(text: str, mention: Mention) -> tuple[int, str]:
    start = max(mention.start - 300, 0)
    return start, text[start : mention.end + 300]
