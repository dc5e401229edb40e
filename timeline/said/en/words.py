"""The words of English dates, by class: for each meaning the words that have it, between commas.

Case, accents and full stops do not count. Classes that `timeline.said.joins` and `timeline.said.common` ask for have
the same name in every language.
"""

from timeline.said.patterns import Vocabulary
from timeline.said.values import APPROXIMATE, UNCERTAIN

_ONES = (
    "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen,"
    " seventeen, eighteen, nineteen"
)
_FIRSTS = (
    "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth,"
    " fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth"
)
_TENS = dict(
    zip(
        range(20, 100, 10),
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        strict=True,
    )
)
_UNITS = ("day", "week", "fortnight", "month", "year", "decade")
# Feasts of which people say no more than the name that they have among us (`timeline.dates.feasts`).
_FEASTS = (
    "christmas eve, epiphany, bastille day, independence day, victory day, may day, earth day, groundhog "
    "day, united nations day, human rights day, europe day, nowruz, labor day, labour day, memorial day, "
    "columbus day, black friday, cyber monday, orthodox christmas, orthodox easter monday, orthodox good "
    "friday, orthodox palm sunday, orthodox pentecost, boxing day, halloween, candlemas, michaelmas, "
    "easter monday, good friday, maundy thursday, palm sunday, ash wednesday, ascension day, whit monday"
)
CARDINALS, _ORDINALS = _ONES.split(", "), _FIRSTS.split(", ")

VOCABULARY: Vocabulary = {
    "MONTH": {
        1: "january, jan",
        2: "february, feb, febr",
        3: "march, mar",
        4: "april, apr",
        5: "may",
        6: "june, jun",
        7: "july, jul",
        8: "august, aug",
        9: "september, sept, sep",
        10: "october, oct",
        11: "november, nov",
        12: "december, dec",
    },
    "WEEKDAY": {
        0: "monday, mon",
        1: "tuesday, tues, tue",
        2: "wednesday, weds, wed",
        3: "thursday, thurs, thur, thu",
        4: "friday, fri",
        5: "saturday, sat",
        6: "sunday, sun",
    },
    "SEASON": {21: "spring", 22: "summer", 23: "autumn, fall", 24: "winter"},
    "COUNT": dict(enumerate(CARDINALS, 1)) | {1: "one, a, an"},
    "ORDINAL": dict(enumerate(_ORDINALS, 1)) | {30: "thirtieth"},
    "TENS": _TENS,
    "TH": {"": "st, nd, rd, th"},
    "DECADE": {tens: word.removesuffix("y") + "ies" for tens, word in _TENS.items()},
    "CENTURY": {100: "century, centuries, cent, c", 1000: "millennium"},
    "UNIT": {unit: f"{unit}, {unit}s" for unit in _UNITS} | {"century": "century, centuries"},
    "PERIOD": {
        unit: unit for unit in ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
    },
    "WEEK": {"": "week"},
    "STEP": {-1: "last, previous", 0: "this", 1: "next, coming"},
    "PAST": {-1: "past"},
    "NEARBY": {
        -2: "day before yesterday",
        -1: "yesterday",
        0: "today, now",
        1: "tomorrow",
        2: "day after tomorrow",
    },
    "AGO": {-1: "ago", 1: "from now, from today, hence"},
    "IN": {1: "in"},
    "AWAY": {-1: "before", 1: "after, from"},
    "EARLIER": {-1: "earlier", 1: "later"},
    "EDGE": {0: "early, start, beginning", 1: "mid, middle", 2: "late, end"},
    "HALVES": {2: "half", 3: "third", 4: "quarter"},
    "LAST": {-1: "last, final, latter"},
    "ABOUT": {
        APPROXIMATE: "c, ca, circa, about, around, approx, approximately, approximate, roughly",
        UNCERTAIN: "probably, possibly, maybe, perhaps, likely, presumably",
    },
    "AFTERWARDS": {UNCERTAIN: "uncertain"},
    "ISH": {APPROXIMATE: "ish, or so"},
    "CHRIST": {"BC": "bc, bce", "AD": "ad, ce"},
    "AD": {"AD": "ad, ce"},
    "AH": {"": "ah"},
    "OS": {"": "os, old style"},
    "NS": {"": "ns, new style"},
    "ZONE": {"Z": "utc, gmt, z"},
    "CITY_TIME": {"+03:00": "moscow time, msk"},
    "HALF": {0: "am", 12: "pm"},
    "IDLE": {
        "": "the, on, in, at, during, sometime, some time, dated, year, the decade of, decade of, decade of the, the month of, the year of,"
        " the morning of, the afternoon of, the evening of, morning of, afternoon of, evening of"
    },
    "PART_OF_DAY": {"MO": "morning", "AF": "afternoon", "EV": "evening"},
    "NOON": {12: "noon"},
    "DAY_OF": {"": "of, of the"},
    "OF": {"": "of, of the, in, in the"},
    "IN_YEAR": {"": "an, year"},
    "AT": {"": "at"},
    "FROM": {"": "from"},
    "SINCE": {"": "since"},
    "STARTING": {"": "since, starting, beginning, effective, starting from"},
    "THE": {"": "the"},
    "MOST": {"": "most, first, last, only, best, worst, least, …est"},
    "WITHIN": {"": "in, on"},
    "THROUGH": {"": "through, thru"},
    "PASSED_OVER": {"": "the, at, least, about, around, early, late, as"},
    "UPTO": {"": "to, until, till, til, through, thru"},
    "UNTIL": {"": "until, till, up to, through"},
    "OPEN": {"": "now, present, ongoing, open"},
    "UNKNOWN": {"": "unknown, ?"},
    "ONWARDS": {"": "onwards, onward, on, and later, and after, and onwards"},
    "THROUGHOUT": {"": "throughout"},
    "BETWEEN": {"": "between, betw"},
    "BEFORE": {"": "before, prior to, earlier than, pre"},
    "AFTER": {"": "after, later than, post"},
    "BY": {"": "by, on or before, in or before, no later than, not later than, not after"},
    "NOT_BEFORE": {"": "on or after, in or after, no earlier than, not earlier than, not before"},
    "OR_LATER": {"": "or later, or after"},
    "OR_EARLIER": {"": "or earlier, or before"},
    "OR": {"": "or"},
    "AND": {"": "and"},
    "BUT": {"": "but"},
    "EITHER": {"": "either"},
    "BOTH": {"": "both"},
    "NIGHT": {"": "night of, night of the, overnight, overnight on"},
    "FEAST": {name: name for name in _FEASTS.split(", ")}
    | {
        "christmas": "christmas, christmas day, xmas",
        "new year day": "new year's day, new years day, new year day, the new year, new year's",
        "new year eve": "new year's eve, new years eve",
        "armistice day": "armistice day, remembrance day",
        "valentine day": "valentine's day, valentine day",
        "st patrick": "st patrick's day, saint patrick's day, st patrick's, saint patrick",
        "veterans day": "veterans day, veterans' day",
        "april fools day": "april fools' day, april fools day",
        "international women day": "international women's day, international women day",
        "martin luther king day": "martin luther king day, martin luther king jr day",
        "presidents day": "presidents day, presidents' day",
        "mother day": "mother's day",
        "father day": "father's day",
        "orthodox easter": "orthodox easter, orthodox easter sunday",
        "all saints day": "all saints' day, all saints day",
        "easter": "easter, easter sunday, easter day",
        "pentecost": "pentecost, whit sunday",
        "thanksgiving": "thanksgiving, thanksgiving day",
    },
    "ISLAMIC_MONTH": {
        1: "muharram",
        2: "safar",
        3: "rabi i, rabi al-awwal, rabi' al-awwal, rabi' i",
        4: "rabi ii, rabi al-thani, rabi' al-thani, rabi' ii",
        5: "jumada i, jumada al-awwal, jumada al-ula",
        6: "jumada ii, jumada al-thani, jumada al-akhira",
        7: "rajab",
        8: "sha'ban, shaban",
        9: "ramadan",
        10: "shawwal",
        11: "dhu al-qa'da, dhu al-qadah, dhu'l-qa'da",
        12: "dhu al-hijja, dhu al-hijjah, dhu'l-hijja",
    },
}
