"""The words that only Russian running text needs, by class; some stand for those of `words` that are too free there.

A word with a capital letter is meant only where it is written with one: "Марта" is a name, or begins a sentence.
"""

from timeline.said.patterns import Vocabulary
from timeline.said.ru.words import VOCABULARY as TYPED
from timeline.said.ru.words import forms

_STEMS = "дву трё четырё пяти шести семи восьми девяти десяти".split()  # noqa: SIM905 - of lengths in one word
_YEARS = {15: "пятнадцати", 20: "двадцати", 30: "тридцати", 40: "сорока", 50: "пятидесяти", 100: "ста"}
_LONG = {"year": "летн", "month": "месячн", "week": "недельн", "day": "дневн", "hour": "часов"}
_SOFT = ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими")
_HARD = ("ый", "ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое", "ые", "ых", "ыми")
_NOUN = ("", "а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах")
_TEENS = "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
_DOTTED = "г, гг, в, вв, э, н, ч, мин, руб, тыс, нач, сер, кон, янв, фев, мар, апр, июн, июл, авг, сен, сент, окт, ноя, нояб, дек"
_EVERY = {
    "hour": "ежечасн",
    "day": "ежедневн",
    "week": "еженедельн",
    "month": "ежемесячн",
    "quarter": "ежеквартальн",
}
# Behind the stems of "последний" and the like: endings of the plural.
_PLURAL = ("ие", "их", "им", "ими", "ые", "ых", "ым", "ыми")
_DATIVES = "понедельникам вторникам средам четвергам пятницам субботам воскресеньям".split()  # noqa: SIM905
_WEDNESDAY = 2
_NAMED = (3, 5, 8)  # Марта, Май and Август are names too


def _adjective(stem: str) -> str:
    return forms(stem, _SOFT if stem.endswith("летн") else _HARD)


def _long() -> dict[tuple[int, str], str]:
    """Adjectives of a length: двухлетний, трёхдневный."""
    found = {(count, "year"): _adjective(f"{stem}летн") for count, stem in _YEARS.items()}
    for count, stem in enumerate(_STEMS, 2):
        joint = f"{stem}х" if count < 5 else stem
        found |= {(count, unit): _adjective(joint + long) for unit, long in _LONG.items()}
    return found


def _full(name: str) -> dict[int, str]:
    """The words of a class without their abbreviations, some of which are words of their own (ВС, СБ, ср., мар.)."""
    return {
        meaning: ", ".join(word for word in words.split(", ") if len(word) > 3 or word.startswith("ма"))
        for meaning, words in TYPED[name].items()
    }


VOCABULARY: Vocabulary = {
    # --- numbers and lengths
    "ONES": {
        **{number: TYPED["COUNT"][number] for number in range(1, 11)},
        **{number: forms(stem, ("ь", "и", "ью")) for number, stem in enumerate(_TEENS.split(), 11)},
    },
    "TENS": {
        20: "двадцать, двадцати", 30: "тридцать, тридцати", 40: "сорок, сорока", 50: "пятьдесят, пятидесяти",
        60: "шестьдесят, шестидесяти", 70: "семьдесят, семидесяти", 80: "восемьдесят, восьмидесяти", 90: "девяносто, девяноста",
    },
    "MANY": {
        0: "несколько, нескольких, нескольким, несколькими, много, немало", 100: "сто, ста", 2: "пару, пара, пары",
        1.5: "полтора, полторы, полутора",
    },
    "UNIT": {
        **TYPED["UNIT"],
        "second": forms("секунд", ("а", "ы", "у", "", "ам", "ах", "ой")),
        "minute": forms("минут", ("а", "ы", "у", "", "ам", "ах", "ой")),
        "hour": forms("час", _NOUN),
        "day": TYPED["UNIT"]["day"] + ", дни, днем, днями, дням, днях, суткам, сутками",
        "week": TYPED["UNIT"]["week"] + ", неделей, неделям, неделями",
        "month": forms("месяц", (*_NOUN, "ев")),
        "year": "год, года, годом, лет, годам, годами, годы, летами",
        "decade": forms("десятилети", ("е", "я", "ю", "ем", "й", "ям", "ями", "ях")),
        "century": "век, века, веков, веками, столетие, столетия, столетий",
        "quarter": forms("квартал", _NOUN),
    },
    "AND_A_HALF": {"": "с половиной"},
    "A_UNIT": {
        "day": "день, дня, сутки, суток", "week": "неделю, недели", "month": "месяц, месяца", "year": "год, года",
        "hour": "час, часа", "quarter": "квартал, квартала", "decade": "десятилетие, десятилетия",
    },
    "OVER": {"": "за, течение, протяжении"},
    "HALF_UNIT": {"year": "полгода, полугода", "hour": "полчаса, получаса", "century": "полвека, полувека"},
    "LONG": _long(),
    "LONG_UNIT": {unit: _adjective(stem) for unit, stem in (_LONG | {"minute": "минутн"}).items()},
    "KIND": {"": forms("календарн рабоч полн", ("ых", "их", "ые", "ие"))},
    "SOME": {
        "APPROX": "около, примерно, приблизительно, порядка",
        "MORE_THAN": "более, более чем, больше, больше чем, свыше",
        "LESS_THAN": "менее, менее чем, меньше, меньше чем, почти",
        "EQUAL_OR_MORE": "не менее, не менее чем, не меньше, минимум, как минимум, по меньшей мере",
        "EQUAL_OR_LESS": "не более, не более чем, не больше, максимум, до",
    },
    "WAY": {
        -1: forms("последн прошедш минувш предыдущ", _PLURAL),
        1: forms("ближайш следующ предстоящ", _PLURAL),
    },
    "FIRST_LAST": {1: forms("перв", _PLURAL), -1: forms("последн", _PLURAL)},
    "EDGE": {
        0: TYPED["EDGE"][0] + ", первых числах, первые числа",
        1: TYPED["EDGE"][1],
        2: TYPED["EDGE"][2] + ", последних числах, последние числа, двадцатых числах, 20-х числах",
    },
    "AT_DOTS": {"": "с, со, по, на, -, –, (, \n\n"},
    "PLURAL": {"": "дни, дней, недели, недель, месяцы, месяцев, годы, лет, года, десятилетия, часы, часов"},
    "EVERY": {"": forms("кажд", (*_HARD,))},
    "TIMES": {"": "раз, раза"},
    "OFTEN": {
        **{unit: _adjective(stem) + f", {stem}о" for unit, stem in _EVERY.items()},
        "year": _adjective("ежегодн") + ", ежегодно",
    },
    "WEEKDAYS": dict(enumerate(_DATIVES)),
    "VAGUE": {
        -1: "недавно, прошлом, недавнем прошлом, последнее время, недавнее время, давно",
        0: "сейчас, ныне, теперь, настоящее время, настоящий момент, данный момент, наши дни, наше время, нынешнее время",
        1: "скоро, вскоре, будущем, ближайшем будущем, ближайшее время, скором времени, скором будущем, обозримом будущем",
    },
    # --- near another date
    "STEP": {
        -1: forms("прошл прошедш минувш", (*_HARD, *_SOFT)),
        0: TYPED["STEP"][0],
        1: forms("следующ будущ наступающ", (*_SOFT, "ая")),
    },
    "NEXT": {"": forms("следующ", ("ий", "его", "ему"))},
    "SAME": {"": "этот же, этом же, этого же, эту же, этой же, тот же, том же, того же, тому же, тем же, та же, ту же, той же, то же, те же, тех же"},
    "THAT": {"": "тот, том, того, ту, той"},
    "TOLD_STEP": {-1: forms("предыдущ предшествующ", (*_SOFT, "ая")), 1: forms("последующ", (*_SOFT, "ая"))},
    "TOLD_AGO": {-1: "ранее, раньше, до этого, до того", 1: "спустя, позже, позднее, после этого"},
    "EVE": {-1: "накануне", 1: "назавтра"},
    "OF_WHAT": {  # what "накануне" is the eve of, which is not told then
        "": "…ания, …ения, …ции, …тия, саммита, визита, встречи, войны, выборов, переговоров, праздника, праздников, съезда, дня,"
        " поездки, отъезда, приезда, прилета, годовщины, нового, рождества, матча, игр, форума, суда, совета, раунда"
    },
    # --- months, weekdays and seasons in full, those that are names apart
    "FULL_WEEKDAY": {
        day: ", ".join(word for word in words.split(", ") if not word.endswith(("ом", "ой", "ей", "ем")))
        for day, words in _full("WEEKDAY").items()
        if day != _WEDNESDAY
    },
    "WEDNESDAY": {_WEDNESDAY: "среда, среду, среды, среде"},
    "A_PERIOD": {"year": "года, году", "month": "месяца, месяцу", "week": "недели, неделе", "day": "дня"},
    "SURE_MONTH": {month: words for month, words in _full("MONTH").items() if month not in _NAMED},
    "NAMED_MONTH": {month: words for month, words in _full("MONTH").items() if month in _NAMED},
    "SEASON_IN": {21: "весной, весною", 22: "летом", 23: "осенью", 24: "зимой, зимою"},
    "AT_SEASON": {"": "к, ко, до, с, со, на, за, в, во, и, или, начало, начале, начала, конец, конце, конца, середине, эту"},
    "AT_DAY": {"": "в, во, на, к, ко, до, с, со, после, по, и, или, вечером, утром, днем, ночью, вечера, утра, ., (, \n\n"},
    "AT_MONTH": {
        "": "в, во, к, ко, до, с, со, от, по, на, за, и, или, после, между, весь, начале, начала, середине, середины, конце, конца,"
        " начало, середина, конец, началу, концу, прошлого, этого, половине, половину, декаде, неделе, дней, дни, числа"
    },
    # --- the day and its hours
    "PART_OF_DAY": {
        "MO": "утром, утро, утра, утру", "AF": "днем", "EV": "вечером, вечер, вечера, вечеру", "NI": "ночью, ночь, ночи",
    },
    "WEEKEND": {"weekend": "выходные, выходных"},
    "FULL_CENTURY": {100: TYPED["CENTURY"][100].removeprefix("в, вв, "), 1000: TYPED["CENTURY"][1000].removeprefix("тыс, ")},
    "STREET": {"": "ул, улица, улице, улицы, площадь, площади, пл, пр, проспект, им, имени, завод, сквер, бульвар, премия, орден"},
    "GOES_ON": {"": "и, а, но, в, во, на, с, по, до, же, уже, он, она, они, из"},
    "PART_ALONE": {"MO": "утром", "AF": "днем", "EV": "вечером", "NI": "ночью"},
    "HALF": {0: "утра, ночи", 12: "дня, вечера, пополудни"},
    "MIDNIGHT": {"": "полночь, полуночи"},
    "AT_HOUR": {"": "в, во, к, до, с, после, около, примерно"},
    # --- what stands around a date
    "STARTING": {"": "с, со, начиная с, начиная со"},
    "UNTIL": {"": "вплоть до, вплоть по"},
    "PASSED_OVER": {"": "самого, самой"},
    "DOTTED": {"": _DOTTED},
    "SHORTENED": {"": _DOTTED + ", ул, им, пл, пр, просп, проф, акад, ген, обл, др, стр, рис, см, ср, ст, кв, коп, экз, св, пос"},
}  # fmt: skip
