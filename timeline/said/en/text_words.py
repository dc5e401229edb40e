"""The words that only English running text needs, by class; some stand for those of `words` that are too free there.

A word with a capital letter is meant only where it is written with one: "May" and not "may".
"""

from collections.abc import Mapping

from timeline.said.en.words import CARDINALS
from timeline.said.en.words import VOCABULARY as TYPED
from timeline.said.patterns import Vocabulary
from timeline.said.values import APPROXIMATE

# Months that are also a verb, or a name.
_VERB_MONTHS = {3: "March", 5: "May"}
_NAME_MONTHS = {1: "Jan", 3: "Mar", 4: "april", 6: "june", 8: "august", 12: "Dec"}
_SHORT_DAYS = {0: "Mon", 2: "Wed", 4: "Fri", 5: "Sat", 6: "Sun"}
_LONGER = {
    "hour": "hour, hours, hr, hrs",
    "minute": "minute, minutes, mins",
    "second": "seconds, secs, moments",
}
_ONE = ("week", "month", "year", "decade", "century", "fortnight")
_AT_TIME = (
    "in, on, since, by, until, till, before, after, during, from, to, of, through, between, and, for, last, next, this, every,"
    " around, about, late, early, mid, or"
)


def _without(meanings: Mapping[int, str], taken: Mapping[int, str]) -> dict[int, str]:
    """The words that have a meaning, but those that stand elsewhere."""
    rest = {
        meaning: [
            word for word in words.split(", ") if word not in taken.get(meaning, "").lower().split(", ")
        ]
        for meaning, words in meanings.items()
    }
    return {meaning: ", ".join(words) for meaning, words in rest.items() if words}


def _one(words: str, at: int) -> str:
    return words.split(", ")[at]


VOCABULARY: Vocabulary = {
    # --- numbers and lengths
    "ONES": dict(enumerate(CARDINALS, 1)),
    "SCALE": {100: "hundred", 1000: "thousand", 1_000_000: "million", 12: "dozen"},
    "MANY": {
        0: "a few, few, several, many, numerous, a few dozen",
        2: "a couple, a couple of, couple, couple of",
        0.5: "half a, half an",
    },
    "ONE": {1: "one, a, an, a single, a full, a whole, an entire, a good"},
    "KIND": {
        "": "straight, consecutive, full, whole, long, working, business, calendar, trading, school, more, solid"
    },
    "UNIT": {**TYPED["UNIT"], **_LONGER, "millennium": "millennium, millennia", "weekend": "weekend, weekends",
             "half": "semester, semesters"},
    "A_UNIT": {unit: _one(TYPED["UNIT"][unit], 0) for unit in _ONE} | {"hour": "hour"},
    "PLURAL": {unit: _one(TYPED["UNIT"][unit], 1) for unit in ("day", *_ONE)} | {"hour": "hours", "minute": "minutes"},
    "SOME": {
        "APPROX": "about, around, approximately, roughly, circa, c, ca, some, close to",
        "MORE_THAN": "more than, over, well over, just over",
        "LESS_THAN": "less than, fewer than, under, just under, nearly, almost",
        "EQUAL_OR_MORE": "at least, no less than, not less than",
        "EQUAL_OR_LESS": "at most, no more than, up to, as long as, as many as",
        "": "just, only, barely",
    },
    "LENGTHY": {1: "- long"},
    "AGED": {"": "old, long, of age"},
    "WAY": {-1: "last, past, previous, preceding", 1: "next, coming, ensuing, upcoming",
            0: "following, first, final, subsequent, other, recent"},
    "FIRST_LAST": {1: "first, opening", -1: "last, final, closing"},
    "AND_A_HALF": {0.5: "and a half, and half"},
    "LED": {"": "the, a, an, these, those"},
    "OVER": {"": "for, over, within, throughout"},
    "FOR": {"": "for, of, in, after, over, within, take, took"},
    "SUCH": {"": "such, what, once, twice, times"},
    "EVERY": {1: "every, each, per", 2: "every other"},
    "PER": {"": "a, an, per, every, each"},
    "OFTEN": {
        (1, "day"): "daily, nightly", (1, "week"): "weekly", (1, "month"): "monthly", (1, "year"): "yearly, annual, annually",
        (1, "hour"): "hourly", (1, "quarter"): "quarterly", (2, "week"): "fortnightly, biweekly", (6, "month"): "semiannual",
        (2, "year"): "biennial",
    },
    "WEEKDAYS": {0: "mondays", 1: "tuesdays", 2: "wednesdays", 3: "thursdays", 4: "fridays", 5: "saturdays", 6: "sundays"},
    # --- neither here nor there
    "VAGUE_WORD": {0: "currently, nowadays, presently", -1: "recent, recently, lately"},
    "VAGUE": {
        0: "the present day, the present time, the present moment, at present, this moment, these days, the time being,"
           " right now, at this time",
        -1: "recent past, the recent past, the distant past, the not too distant past, recent years, recent months,"
            " recent weeks, recent days, recent times, recent decades, the recent years, the past years, the recent months,"
            " the past months, the recent weeks, the past weeks, the recent days, the past days, the past decades, the old days,"
            " the other day, not long ago, long ago, a long time ago, some time ago, a while ago, a short time ago, times past,"
            " earlier times, former times, past years, past months, past weeks, past days, past decades",
        1: "the near future, the foreseeable future, the immediate future, the not too distant future, the distant future,"
           " the very near future, the future, near future, future, the coming years, the coming months, the coming weeks,"
           " the coming days, the next few years, coming years, coming months, coming weeks, coming days, coming decades",
    },
    # --- near another date
    # How far away, and from what: the day itself, or the date told last; what is coming is the next to come.
    "STEP": {
        (-1, ""): "last", (0, ""): "this, the current, the present, current, present, this very", (1, ""): "next",
        (1, "near"): "coming, upcoming, this coming, this upcoming", (-1, "last"): "previous, preceding, prior",
        (1, "last"): "following, subsequent, ensuing, succeeding", (0, "last"): "same, that same, that very, that, very same, the said",
    },
    "PAST": {(-1, ""): "past, this past"},
    "DAY": {"day": "day"},
    "WEEK": {"week": "week"},
    "MONTH_YEAR": {"month": "month", "year": "year"},
    "LONE_SEASON": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    "SPAN": {"period": "period", "time": "time"},
    "PROGRAMME": {"": "This Week, This Morning, Newsnight"},
    "SORT": {"": "calendar, working, fiscal, financial, coming"},
    "PERIOD": {**TYPED["PERIOD"], "half": "semester", "fortnight": "fortnight", "millennium": "millennium"},
    "BESIDE": {
        (2, ""): "after next", (-2, ""): "before last", (-1, "last"): "previous, preceding, prior, earlier", (1, "last"): "following, later",
    },
    "ASIDE": {-1: "before", 1: "after"},
    "STOP": {"": "., ,, ;, :, ), ?, !, \n\n, and, but, when, in, by, on"},
    "NEARBY": {**TYPED["NEARBY"], 0: "today", 1: "tomorrow, tmrw"},
    "TOLD_AGO": {
        -1: "earlier, previously, prior, beforehand, in advance, before that, before this, back",
        1: "later, afterwards, from then, after that, after this, thereafter",
    },
    "AWAY": {-1: "before, prior to", 1: "after, from, following, later than"},
    "LATER": {0: "earlier", 2: "later"},
    "EDGE": {0: "early, very early", 1: "mid", 2: "late, very late"},
    "EDGES": {
        0: "beginning, start, outset, onset, dawn, turn, opening, early part, earlier part",
        1: "middle, midpoint, middle part",
        2: "end, close, late part, later part, latter part",
    },
    "LAST": {-1: "last, final, latter", 1: "former"},
    "FISCAL": {"": "fiscal, financial"},
    "ABOUT": {APPROXIMATE: TYPED["ABOUT"][APPROXIMATE]},
    "CHRIST": {"BC": "bc, bce", "AD": "AD, CE"},
    "AD": {"AD": "AD, CE"},
    "SURE_MONTH": _without(_without(TYPED["MONTH"], _VERB_MONTHS), _NAME_MONTHS),
    "VERB_MONTH": _VERB_MONTHS,
    "NAME_MONTH": _NAME_MONTHS,
    "CAPITAL_MONTH": {month: words.title() for month, words in TYPED["MONTH"].items()},
    "SURE_DAY": _without(TYPED["WEEKDAY"], _SHORT_DAYS),
    "SHORT_DAY": _SHORT_DAYS,
    # --- the day and its hours
    "PART_OF_DAY": {
        "MO": "morning, dawn, sunrise", "AF": "afternoon", "EV": "evening, dusk, sunset", "NI": "night, nightfall, overnight",
        "MI": "midday, lunchtime", "DT": "daytime",
    },
    "AT": {"": "@, at, around, about, from, by"},
    "ZONE": {
        "Z": "utc, gmt, Z", "+03:00": "MSK", "+09:00": "JST", "+01:00": "CET, BST", "+02:00": "CEST, EET", "-05:00": "EST, CDT",
        "-04:00": "EDT", "-06:00": "CST, MDT", "-07:00": "MST, PDT", "-08:00": "PST", "+10:00": "AEST",
    },
    "FRACTION": {30: "half", 15: "quarter"},
    "PAST_TO": {1: "past", -1: "to"},
    "HALF_OF_DAY": {0: "morning", 12: "afternoon, evening"},
    "OCLOCK": {"": "o'clock, oclock"},
    # --- what stands around a date, or tells that it is none
    "ONWARDS": {"": "onwards, onward, and later, and after, and onwards"},
    "FROM_ON": {"": "on"},
    "OPEN": {"": "present, ongoing, open"},
    "DATED": {"": "is from, are from, was from, were from, dates from, dated from, dating from"},
    "AT_TIME": {"": _AT_TIME},
    "AT_YEAR": {"": f"{_AT_TIME}, throughout, circa, c, the, /, -, (, as, at, into, than, ., ,, ;, :, \n\n, ca, –"},
    "AT_SEASON": {"": ":, (, in, by, since, until, during, of, last, this, early, late, mid, every, for, to, and, -"},
    "VERBAL": {"": "may be, may have, may not, may also"},
    "SOMETIME": {"": "sometime, sometime in, sometime around"},
    "AT_SPELLED": {"": "in, since, by, of, until, from, before, after"},
    "AT_THAT": {"": "at, by, since, until, from, in, during, before, after, about"},
    "TIME": {"time": "time"},
    "INSIDE": {"": "in, of, for, during, on, over, through, throughout, within"},
    "OF_NUMBER": {"": "than, to, of, over, about, for, as, at, nearly, almost, some, around"},
    "GOES_ON": {"": "of, that, when, after, before, to, will, they, he, we, -, '"},
    "NO_PLURAL": {"": "as, was, its, his, this, has, is, elections, previous, us, hours, plus"},
    "PLURALS": {"": "…s, people, men, women, percent"},
    "COUNTED": {
        "": "people, men, women, troops, soldiers, miles, km, kilometres, kilometers, metres, meters, feet, points, dollars,"
            " euros, pounds, yen, tons, tonnes, percent, per, %, jobs, workers, employees, cars, vehicles, aircraft, tanks, ships,"
            " planes, guns, deaths, casualties, prisoners, million, billion, thousand, rubles, roubles, votes, seats, delegates,"
            " members, students, houses, civilians, refugees, shares, units, copies, words, pages, cavalry, infantry, rifles,"
            " francs, hectares, acres, degrees, hours, minutes, seconds, times, rpm, mph, kph, mm, cm, m, kg, g, lb, lbs, ft, hp"
    },
    "GAME": {"": "game, match, race"},
    "SHARE": {"": "%, percent, per, points, million, billion"},
    "NUMBERED": {"": "page, pages, p, room, section, article, chapter, line, resolution, no, number, flight, route"},
    "STREET": {
        "": "Avenue, Street, Road, Boulevard, Lane, Drive, Square, Place, Way, Highway, Terrace, Court, Ave, St, Rd, Blvd"
    },
    "TITLE": {"": "mr, mrs, ms, dr, gen, sen, gov"},
    "SHORTENED": {
        "": "mr, mrs, ms, dr, gen, sen, gov, rep, jr, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec, mon, tue,"
            " tues, wed, weds, thu, thur, thurs, fri, sat, sun, inc, co, corp, no, vs, approx, ca, yrs, hrs, mins, secs, cent,"
            " st, ave, rd, blvd, am, pm, bc, ad, ce, bce"
    },
    "NO_MONTH": {"": "i, we, you, he, she, it, they, not, have, be, the, also, day, said, says"},
    "MARCHES": {"": "to, against, on"},
    "NO_SEASON": {
        "": "offensive, games, olympics, camp, school, house, palace, war, onion, break, water, street, time, back"
    },
    "AT_PART": {"": "at, by, in, before, after, until, since, of, during, from, this, late, early, on"},
    "AT_FALL": {"": "in, during, by, since, until, throughout"},
    "AT_NEW_YEAR": {"": "before, after, since, until, by, at"},
    "GLUED": {"": "-, –, /, to, and, or, until, through"},
    "NO_PART": {"": "sky, club, school, watch, fighter, shift, life, post, ', times, news"},
}  # fmt: skip
