"""What years mean, and which numbers are none."""

from itertools import takewhile

from timeline.dates.periods import Period
from timeline.drafts.numerals import spelled_year
from timeline.drafts.reading import Found, Reading, Setting, dated
from timeline.drafts.resolve_calendar import _YEAR_PREPOSITIONS, with_era, year_of
from timeline.drafts.word_lists import word_list

# Nouns after a bare four-digit number that make it a count; "2,000" never comes here.
_COUNTED = frozenset(
    word_list(
        "people men women troops soldiers miles km kilometres kilometers metres meters feet "
        "points dollars euros pounds yen tons tonnes percent per % jobs workers employees cars "
        "vehicles aircraft tanks ships planes guns deaths casualties prisoners million billion "
        "thousand rubles roubles votes seats delegates members students houses civilians refugees "
        "shares units copies words pages cavalry infantry rifles francs hectares acres degrees "
        "hours minutes seconds times rpm mph kph mm cm m kg g lb lbs ft hp"
    )
)

_NUMBERED = frozenset(
    (
        "page",
        "pages",
        "p",
        "room",
        "section",
        "article",
        "chapter",
        "line",
        "resolution",
        "no",
        "number",
        "flight",
        "route",
    )
)


# What an address ends in: a number before a name and one of these is a house.
_STREETS = frozenset(
    word_list("Avenue Street Road Boulevard Lane Drive Square Place Way Highway Terrace Court Ave St Rd Blvd")
)


def bare_year(found: Found, setting: Setting) -> Reading | None:  # noqa: C901 - each way a number is no year
    """Four figures that are a year by the words around them."""
    word, before, after = found.word("year"), found.before(), found.after()
    if not word[0].isdigit():
        year = year_of(setting, (word,))
        return (
            None
            if year is None
            else dated(Period("year", year), "year of two figures, near the dateline", explicit=True)
        )
    year = int(word)
    codes = found.tokens.codes
    joined = found.first > 0 and found.tokens.ends[found.first - 1] == found.tokens.starts[found.first]
    if joined and before in ("$", "€", "£", "¥", "#", ".", "/", "&", "_", "=", "+", ":", "@"):
        return None
    if joined and before in ("-", "–") and codes[found.first - 2 : found.first - 1] in ("W", "w"):
        return None  # MH-1999
    if codes[found.first - 1 : found.first] == "W" and codes[found.end : found.end + 1] == "W":
        return None  # the Russell 2000 Index
    named = takewhile(lambda word: word[:1].isupper(), (found.tokens.word(found.end + at) for at in range(5)))
    if not _STREETS.isdisjoint(list(named)[1:]):
        return None  # 1600 Pennsylvania Avenue
    if before in _NUMBERED or (
        year < 1600 and before != "the" and codes[found.end : found.end + 1] == "w" and after.endswith("s")
    ):
        return None
    if after in _COUNTED or before in ("$", "€", "£", "no", "number", "flight", "usd", "eur"):
        return None
    if (
        after in (".", ":", "/")
        and found.tokens.word(found.end + 1)[:1].isdigit()
        and found.tokens.starts[found.end] == found.tokens.ends[found.end - 1]
        and found.tokens.starts[found.end + 1] == found.tokens.ends[found.end]
    ):
        return None
    plain = before in _YEAR_PREPOSITIONS or not before or codes[found.first - 1] in "\n.,("
    here = setting.dateline.year if setting.dateline else 2030
    if year > max(here + 200, 2200):
        return None
    if (
        before
        in ("than", "to", "of", "over", "about", "for", "as", "at", "nearly", "almost", "some", "around")
        and codes[found.end : found.end + 1] == "w"
        and after.endswith("s")
        and after not in ("as", "was", "its", "his", "this", "has", "is", "elections")
    ):
        return None
    if before in ("than", "over", "nearly", "almost", "some", "exactly") and year < 1500:
        return None
    if not plain and (
        year < 1500 or (codes[found.end : found.end + 1] == "w" and after.endswith("s") and year <= 1600)
    ):
        return None
    return dated(Period("year", year), "year", explicit=True)


def spelled_alone(found: Found, _setting: Setting) -> Reading | None:
    """A year in words, where a year may stand."""
    year = spelled_year(found.words("year"))
    if (
        year is None
        or not 1000 <= year <= 2100
        or found.before() not in ("in", "since", "by", "of", "until", "from", "before", "after")
    ):
        return None
    if found.tokens.codes[found.end : found.end + 1] in ("w", "W") and found.after().endswith("s"):
        return None
    return dated(Period("year", year), "year", explicit=True)


def said_year(found: Found, setting: Setting) -> Reading | None:
    """A number called a year."""
    year = year_of(setting, found.words("year"))
    return (
        None
        if year is None or found.after() in ("old", "olds")
        else dated(Period("year", year), "year", explicit=True)
    )


def fiscal_year(found: Found, setting: Setting) -> Reading | None:
    """A fiscal year, whose months differ by country: TIMEX3 writes FY, EDTF has no word for it."""
    year = year_of(setting, found.words("year"))
    return (
        None
        if year is None
        else Reading(
            value=f"FY{year}", reason="fiscal year, which begins when its country says", explicit=True
        )
    )


def era_year(found: Found, _setting: Setting) -> Reading | None:
    """A year BC or AD."""
    year = with_era(int(found.word("year")), found)
    return dated(Period("year", year), "year BC" if year < 1 else "year AD", explicit=True)


def three_digit_year(found: Found, setting: Setting) -> Reading | None:
    """Three figures, a year only where the story is at such years already."""
    told, year = setting.last_explicit, int(found.word("year"))
    if (
        not setting.narrative
        or told is None
        or told.year >= 1000
        or found.before() not in ("in", "by", "since", "of", "from", "until", "to", "(")
    ):
        return None
    if found.tokens.codes[found.end : found.end + 1] in ("w", "W") and found.after() not in (
        "the",
        "a",
        "and",
    ):
        return None
    return dated(
        Period("year", 1 - year if told.year < 1 else year), "year, in the era told last", anchor=told
    )
