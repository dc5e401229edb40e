"""What months mean, with and without a day, when their year must be found."""

from timeline.dates.periods import Period
from timeline.drafts.english_words import ANYMONTH
from timeline.drafts.numerals import ordinal
from timeline.drafts.reading import AHEAD, PAST, UNTOLD, Found, Reading, Setting, dated
from timeline.drafts.resolve_calendar import _YEAR_PREPOSITIONS, month_key
from timeline.drafts.word_lists import word_list

_NOT_MONTHS_AFTER = frozenset(
    ("i", "we", "you", "he", "she", "it", "they", "not", "have", "be", "the", "also", "day")
)


def month_day(found: Found, setting: Setting) -> Reading | None:
    """A day and a month: the year is the one that fits the tense, near the dateline; in narrative the year told last."""
    month, day = ANYMONTH[month_key(found)], ordinal(found.words("day"))
    if day is None or not 1 <= day <= 31:
        return None
    if found.after() in ("%", "percent", "per", "points", "million", "billion") or (
        found.word("day") == "second" and not found.match.start("day")
    ):
        return None
    return on_day_of_month(month, day, found, setting)


def on_day_of_month(month: int, day: int, found: Found, setting: Setting) -> Reading | None:
    """The nearest day of that month and number which the tense allows."""
    here = setting.here
    unknown = f"XXXX-{month:02d}-{day:02d}"
    if here is None:
        return Reading(value=unknown, reason="no year is named, and there is no dateline")
    if setting.narrative:
        year = narrative_year(month, setting)
        return _leaning(year, month, day, here, f"{here.value} is the date told last")
    tense = setting.tense(found.tokens, found.first, found.end)
    candidates = []
    for year in (here.year - 1, here.year, here.year + 1):
        try:
            candidates.append(Period.day(year, month, day))
        except ValueError:
            continue
    if not candidates:
        return None
    if tense == AHEAD:
        fitting = [c for c in candidates if c.last_day >= here.first_day][:1]
        why = "the first such day from the dateline on, in the future tense"
    elif tense == PAST or here.unit != "day":
        fitting = [c for c in candidates if c.first_day <= here.last_day][-1:]
        why = "the latest such day up to the dateline"
    else:
        fitting = [min(candidates, key=lambda c: abs(c.index - here.first_day))]
        why = "the such day nearest to the dateline".replace("the such", "such a")
    return dated(fitting[0], why, anchor=here) if fitting else None


def _leaning(year: int, month: int, day: int, here: Period, reason: str) -> Reading | None:
    try:
        return dated(Period.day(year, month, day), "year of the date told last", anchor=here)
    except ValueError:
        return Reading(value=f"XXXX-{month:02d}-{day:02d}", reason=reason)


def narrative_year(month: int, setting: Setting) -> int:
    """The year a story means by a month alone: the one told last, or the next when months run on past December."""
    here = setting.here
    if here is None:
        raise ValueError("nothing told yet")
    told = here if here.unit in ("day", "month") else None
    if told and told.month >= 10 and month <= 3 and told.month - month >= 8:
        return told.year + 1
    return here.year


def bare_month(found: Found, setting: Setting) -> Reading | None:
    """A month alone: the latest up to the dateline, or the first from it on in the future tense."""
    name, before = month_key(found), found.before()
    if before == "." and found.before(2) in ("mr", "mrs", "ms", "dr", "gen", "sen", "gov"):
        return None
    if name in ("May", "March") and (found.after() in _NOT_MONTHS_AFTER or found.after()[:1].isupper()):
        return None
    if found.tokens.codes[found.end : found.end + 1] == "W" and found.before() not in PREPOSITIONS_OF_TIME:
        return None  # April Smith, August Strindberg
    if (
        name in ("jan", "April", "april", "june", "August", "august", "may", "march", "May", "March")
        and found.before() not in PREPOSITIONS_OF_TIME | _YEAR_PREPOSITIONS
    ):
        previous = found.tokens.codes[found.first - 1 : found.first]
        if previous == "W" or name in ("jan", "may", "march"):
            return None
    if (
        name in ("March", "May", "April", "June", "August")
        and found.tokens.word(found.first - 1)[:1].isupper()
        and before not in PREPOSITIONS_OF_TIME | _YEAR_PREPOSITIONS
    ):
        return None  # the Long March
    if name in ("March", "May") and (
        before in ("the", "a", "'s")
        or (found.after() in ("to", "against") and before not in PREPOSITIONS_OF_TIME | {"-"})
    ):
        return None  # a march, or its like
    return month_near(ANYMONTH[name], found, setting)


def is_month(word: str) -> bool:
    """Whether the word, in whatever case, may be a month.

    >>> is_month("june"), is_month("may"), is_month("juno")
    (True, True, False)
    """
    return word.lower() in ANYMONTH or word.capitalize() in ANYMONTH


PREPOSITIONS_OF_TIME = frozenset(
    word_list(
        "in on since by until till before after during from to late early mid of through between "
        "and for last next this every around about"
    )
)


def month_near(month: int, found: Found, setting: Setting) -> Reading:
    """The month of that name which the tense and the words around allow."""
    here = setting.here
    if here is None:
        return Reading(value=f"XXXX-{month:02d}", reason="no year is named, and there is no dateline")
    if setting.narrative:
        return dated(
            Period.of_month(narrative_year(month, setting), month), "year of the date told last", anchor=here
        )
    now = (
        here.within("month")
        if here.unit in ("day", "week", "weekend", "month")
        else Period.of_month(here.year, 12)
    )
    tense = setting.tense(found.tokens, found.first, found.end)
    back = now.shift(-((now.index - (month - 1)) % 12))
    if found.before() in ("by", "until", "till") and tense == UNTOLD:
        tense = AHEAD
    if tense == AHEAD and found.before() != "since":
        return dated(
            back if back == now else back.shift(12),
            "the first such month from the dateline on, in the future tense",
            anchor=here,
        )
    return dated(back, "the latest such month up to the dateline", anchor=here)
