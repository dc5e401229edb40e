"""The words of English dates: what each one stands for. Lower case, without full stops."""

from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
WEEKDAY_NAMES: Final = tuple(name.capitalize() for name in WEEKDAYS if name.endswith("day"))

# EDTF's sub-year groupings: seasons 21-24, quarters 33-36, halves 40-41.
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
FIRST_QUARTER: Final = 33
FIRST_HALF: Final = 40
FIRST_MONTHS: Final = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}

_SMALL = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS: Final = {word: number for number, word in enumerate(_SMALL.split(), start=1)} | {"a": 1, "an": 1}
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_FIRST_NINE = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS: Final = {
    word: number for number, word in enumerate(f"{_FIRST_NINE} {_TEENS} twentieth".split(), start=1)
} | {"thirtieth": 30}
TENS: Final = {"twenty": 20, "thirty": 30}  # "twenty-first"
UNITS: Final = {
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks", "fortnight", "fortnights"), "week"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years", "decade", "decades", "century", "centuries"), "year"),
}
UNIT_LENGTHS: Final = {
    "fortnight": 2,
    "fortnights": 2,
    "decade": 10,
    "decades": 10,
    "century": 100,
    "centuries": 100,
}

APPROXIMATE: Final = frozenset(["c", "ca", "circa", "about", "around", "approx", "approximately", "roughly"])
UNCERTAIN: Final = frozenset(["probably", "possibly", "maybe", "perhaps", "likely", "presumably"])
BEFORE_CHRIST: Final = frozenset({"bc", "bce"})
AFTER_CHRIST: Final = frozenset({"ad", "ce"})
ZONES: Final = frozenset({"utc", "gmt", "z"})

EARLY: Final = frozenset({"early", "start", "beginning"})
MIDDLE: Final = frozenset({"mid", "middle"})
LATE: Final = frozenset({"late", "end"})

# Words that may stand before a date and say nothing about it.
IDLE: Final = frozenset(["the", "on", "in", "at", "during", "sometime"])
UP_TO: Final = frozenset(["to", "until", "till", "til", "through", "thru"])
OPEN_ENDS: Final = frozenset(["now", "present", "ongoing"])
ONWARDS: Final = frozenset(["onwards", "onward", "on"])

# Words before a date that make more of it than a date; what each means to `english`.
OPENERS: Final = {
    ("between",): "between",
    ("from",): "from",
    ("before",): "before",
    ("prior", "to"): "before",
    ("earlier", "than"): "before",
    ("after",): "after",
    ("later", "than"): "after",
    ("since",): "since",
    ("until",): "until",
    ("till",): "until",
    ("up", "to"): "until",
    ("throughout",): "throughout",
    ("by",): "by",
    ("on", "or", "before"): "by",
    ("in", "or", "before"): "by",
    ("no", "later", "than"): "by",
    ("not", "later", "than"): "by",
    ("not", "after"): "by",
    ("on", "or", "after"): "not before",
    ("in", "or", "after"): "not before",
    ("no", "earlier", "than"): "not before",
    ("not", "earlier", "than"): "not before",
    ("not", "before"): "not before",
}
