"""The English words that time expressions are made of, by class; nothing here knows how they are used.

A word may stand in several classes. A key with a capital is matched as written only ("May" the month, "may" the
verb); all others in any case. `MEANINGS` gives the number a word stands for within its class.
"""

from timeline.drafts.word_lists import word_list

_MONTHS = word_list("january february march april may june july august september october november december")
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_CARDINALS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_ORDINALS = word_list(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

MONTH = {name.capitalize() if name in ("march", "may") else name: n for n, name in enumerate(_MONTHS, 1)}
MONTH |= {
    "jan": 1,
    "feb": 2,
    "Mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
}
MONTH |= {"Dec": 12, "DEC": 12}
ABBREVIATED = dict.fromkeys(
    ("jan", "feb", "Mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "Dec", "DEC"), 0
)
DOUBTFUL_MONTH = {"may": 5, "march": 3, "mar": 3, "dec": 12}  # a month only beside a day or a year
WEEKDAY = {name: n for n, name in enumerate(_WEEKDAYS)}
SHORT_WEEKDAY = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "Sat": 5,
    "Sun": 6,
}
WEEKDAYS = {name + "s": n for n, name in enumerate(_WEEKDAYS)}
ONES = {name: n for n, name in enumerate(_CARDINALS)}
TENS = {name: 10 * n for n, name in enumerate(_TENS, 2)}
SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINAL = {name: n for n, name in enumerate(_ORDINALS)} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50}
NINETIES = {name[:-1] + "ies": 10 * n for n, name in enumerate(_TENS, 2)}
SEASON = {"spring": 1, "summer": 2, "autumn": 3, "winter": 4}
FALL = {"fall": 3}
PART = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "dawn": "MO",
    "daytime": "DT",
    "dusk": "EV",
}
PART |= {
    "mornings": "MO",
    "afternoons": "AF",
    "evenings": "EV",
    "nights": "NI",
    "lunchtime": "MI",
    "nightfall": "NI",
    "sunrise": "MO",
}
PART |= {"sunset": "EV", "overnight": "NI"}
UNIT = {
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "weekend": "weekend",
}
UNIT |= {
    "quarter": "quarter",
    "hour": "hour",
    "minute": "minute",
    "fortnight": "fortnight",
    "millennium": "millennium",
}
UNIT |= {"semester": "half", "yr": "year"}
UNITS = {word + "s": unit for word, unit in UNIT.items() if word not in ("century", "millennium")}
UNITS |= {"centuries": "century", "millennia": "millennium", "mins": "minute", "hrs": "hour"}
SECONDS = {"seconds": "second", "secs": "second"}
MOMENT = {"moments": "second"}
FREQUENCY = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}
FREQUENCY |= {
    "quarterly": "P1Q",
    "biennial": "P2Y",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "nightly": "P1D",
    "semiannual": "P6M",
}
ZONE = dict.fromkeys(
    word_list("utc gmt z est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist jst hkt aest"),
    "",
)
ZONE |= {
    "UTC": "Z",
    "GMT": "Z",
    "Z": "Z",
    "Utc": "Z",
    "MSK": "+03:00",
    "JST": "+09:00",
    "CET": "+01:00",
    "CEST": "+02:00",
}
ZONE |= {
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
}
ZONE |= {"PDT": "-07:00", "BST": "+01:00", "EET": "+02:00", "EEST": "+03:00", "AEST": "+10:00"}
MERIDIEM = {"am": 0, "pm": 12, "a.m.": 0, "p.m.": 12, "a.m": 0, "p.m": 12}
ERA = {"bc": -1, "bce": -1, "b.c.": -1, "b.c.e.": -1, "b.c": -1, "AD": 1, "ce": 1, "a.d.": 1, "CE": 1}
DOTTED_ERA = {name: n for name, n in ERA.items() if "." in name}
START = dict.fromkeys(("early", "beginning", "start"), "START")
END = dict.fromkeys(("late", "end", "close", "turn"), "END")
EARLY_LATE = {"early": "START", "late": "END", "mid": "MID", "middle": "MID"}
PRESENT = dict.fromkeys(("now", "currently", "nowadays", "presently", "current"), "PRESENT_REF")
FORMER = dict.fromkeys(("former",), "PAST_REF")
PAST = dict.fromkeys(("recent", "recently", "lately"), "PAST_REF")
FUTURE = dict.fromkeys(("soon",), "FUTURE_REF")
ROMAN_QUARTER = {f"q{n}": n for n in range(1, 5)} | {f"{n}q": n for n in range(1, 5)}
HALF_YEAR = {"h1": 1, "h2": 2, "1h": 1, "2h": 2}
APPROXIMATE = dict.fromkeys(
    ("about", "around", "approximately", "roughly", "circa", "c", "ca", "some"), "APPROX"
)
APPROXIMATE |= {
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "over": "MORE_THAN",
    "just": "",
    "only": "",
    "barely": "",
}
DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tmrw": 1}
THIS = {"this": 0, "current": 0}
LAST = {"last": -1}
NEXT = {"next": 1, "upcoming": 1, "coming": 1}
PREVIOUS = {"previous": -1, "preceding": -1, "prior": -1, "past": -1}
FOLLOWING = {"following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1}
EVERY = dict.fromkeys(("every", "each", "per"), "EACH")

WORDNUM = ONES | TENS | SCALE
ANYMONTH = MONTH | DOUBTFUL_MONTH
ANYDAY = WEEKDAY | SHORT_WEEKDAY
ANYSEASON = SEASON | FALL
ANYUNIT = UNIT | UNITS | SECONDS
PLURAL = dict(UNITS)
THISLIKE = THIS | LAST | NEXT
AHEAD = NEXT | FOLLOWING
CLASSES = {
    name: table
    for name, table in globals().items()
    if name.isupper() and not name.startswith("_") and isinstance(table, dict)
}
