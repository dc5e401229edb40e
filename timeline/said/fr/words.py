"""The words of French dates, by class: for each meaning the words that have it, between commas.

Case, accents and full stops do not count, so that "à" is the verb "a" and "dès" the article "des". The classes are
those of English, and a few that French has alone.
"""

from timeline.said.common import REPUBLICAN_MONTHS
from timeline.said.patterns import Vocabulary
from timeline.said.values import APPROXIMATE, UNCERTAIN

_ONES = (  # noqa: SIM905
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
).split()
_ORDINALS = (  # noqa: SIM905
    "deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme"
    " quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme"
).split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_OF = "de, du, d', de la, de l', en, dans, dans la, dans le, au mois de, du mois de, du mois d', de l'an, de l'annee, l'annee, an"
_ROMAN = "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split()  # noqa: SIM905


def _numbers() -> dict[int, str]:
    """The words for numbers up to a hundred: from soixante and quatre-vingt on people count to nineteen."""
    found = dict(enumerate(_ONES, 1)) | {80: "quatre-vingts", 100: "cent"}
    for tens, word in _TENS.items():
        found.setdefault(tens, word)
        for number, one in enumerate(_ONES if tens >= 60 else _ONES[:9], 1):
            joint = " et " if one in ("un", "onze") and tens < 80 else "-"
            found[tens + number] = f"{word}{joint}{one}"
    return {number: f"{words}, {words.replace('-', ' ')}" for number, words in found.items()}


_NUMBERS = _numbers()

VOCABULARY: Vocabulary = {
    "MONTH": {
        1: "janvier, janv, jan", 2: "fevrier, fevr, fev", 3: "mars", 4: "avril, avr", 5: "mai", 6: "juin",
        7: "juillet, juil, juill", 8: "aout", 9: "septembre, sept, sep", 10: "octobre, oct", 11: "novembre, nov",
        12: "decembre, dec",
    },
    "WEEKDAY": {
        0: "lundi, lun", 1: "mardi, mar", 2: "mercredi, mer", 3: "jeudi, jeu", 4: "vendredi, vend, ven", 5: "samedi, sam",
        6: "dimanche, dim",
    },
    "SEASON": {21: "printemps", 22: "ete", 23: "automne", 24: "hiver"},
    "CARDINAL": {number: _NUMBERS[number] for number in range(2, 32)},
    "COUNT": _NUMBERS | {1: "un, une"},
    "ORDINAL": dict(enumerate(_ORDINALS, 2))
    | {1: "premier, premiere", 2: "deuxieme, second, seconde", 21: "vingt et unieme"},
    "ROMAN_ORDINAL": {number: f"{roman}e, {roman}eme, {roman} e, {roman}" for number, roman in enumerate(_ROMAN, 2)}
    | {1: "ier, ire, i er"},
    "TH": {"": "er, re, e, eme, nd, nde"},
    "DECADE": {
        20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "soixante-dix",
        80: "quatre-vingt, quatre-vingts", 90: "quatre-vingt-dix",
    },
    "CENTURY": {100: "siecle, siecles, s", 1000: "millenaire, millenaires"},
    "UNIT": {
        "day": "jour, jours", "week": "semaine, semaines", "month": "mois", "year": "an, ans, annee, annees",
        "decade": "decennie, decennies", "century": "siecle, siecles",
    },
    "PERIOD": {
        "day": "jour, journee", "week": "semaine", "weekend": "week-end, weekend", "month": "mois", "quarter": "trimestre",
        "year": "an, annee", "decade": "decennie", "century": "siecle",
    },
    "STEP": {
        -1: "dernier, derniere, passe, passee, precedent, precedente, d'avant",
        1: "prochain, prochaine, suivant, suivante, d'apres, qui vient",
    },
    "WEEK": {"": "semaine"},
    "THIS": {0: "ce, cet, cette, ce mois de"},
    "NEARBY": {-2: "avant-hier", -1: "hier", 0: "aujourd'hui, maintenant", 1: "demain", 2: "apres-demain"},
    "WEEKS_ON": {1: "en huit, en 8", 2: "en quinze, en 15"},
    "BESIDE": {-2: "avant-veille", -1: "veille", 1: "lendemain", 2: "surlendemain"},
    "IN": {1: "dans"},
    "AWAY": {-1: "avant", 1: "apres, a partir de, a partir du, a partir d'"},
    "ALONE": {-1: "avant, plus tot, auparavant", 1: "apres, plus tard"},
    "EARLIER": {-1: "plus tot", 1: "plus tard"},
    "EDGE": {0: "debut, commencement", 1: "mi, milieu", 2: "fin"},
    "PIECES": {2: "moitie", 3: "tiers", 4: "quart"},
    "PARTS": {2: "semestre", 4: "trimestre"},
    "LAST": {-1: "dernier, derniere"},
    "OF": {"": _OF},
    "DAY_OF": {"": _OF},
    "ABOUT": {
        APPROXIMATE: "vers, environ, env, circa, ca, c, autour de, autour du, autour d', aux alentours de, aux alentours du,"
                     " aux environs de, aux environs du, approximativement, a peu pres",
        UNCERTAIN: "probablement, peut-etre, sans doute, possiblement, vraisemblablement, probable",
    },
    "AFTERWARDS": {
        APPROXIMATE: "approximatif, approximative, date approximative", UNCERTAIN: "incertain, incertaine, date incertaine",
    },
    "ISH": {APPROXIMATE: "ou a peu pres"},
    "CHRIST": {
        "BC": "av j-c, avant j-c, av jc, avant jc, av j c, avant jesus-christ, avant le christ, avant notre ere, av n e,"
              " avant l'ere commune, aec",
        "AD": "ap j-c, apr j-c, apr jc, apres j-c, ap jc, apres jc, ap j c, apres jesus-christ, de notre ere,"
              " de l'ere commune, ec",
    },
    "AH": {"": "ah, de l'hegire, hegire"},
    "OS": {"": "ancien style, vieux style, calendrier julien, julien, os"},
    "NS": {"": "nouveau style, calendrier gregorien, gregorien, ns"},
    "ZONE": {"Z": "utc, gmt, tu, z"},
    "CITY_TIME": {"+03:00": "heure de moscou"},
    "HALF": {0: "du matin", 12: "de l'apres-midi, du soir"},
    "IDLE": {
        "": "le, la, les, l', en, au, aux, a, de, du, d', dans, durant, pendant, courant, courant de, au cours de, an,"
            " annee, mois de, mois d', date de, date du, decennie, matin du, matinee du, apres-midi du, soir du, soiree du,"
            " journee du",
    },
    "PART_OF_DAY": {
        "MO": "matin, au matin, dans la matinee", "AF": "apres-midi, dans l'apres-midi",
        "EV": "soir, au soir, dans la soiree", "NI": "nuit, dans la nuit",
    },
    "NOON": {12: "midi"},
    "IN_YEAR": {"": "an, de l'an"},
    "AT": {"": "a"},
    "FROM": {"": "du, de, d', des, depuis, a partir de, a partir du, a partir d'"},
    "SINCE": {"": "depuis, a partir de, a partir du, a partir d', a compter de, a compter du, a compter d'"},
    "UPTO": {"": "a, au, aux, jusqu'a, jusqu'au, jusqu'aux, jusqu'en"},
    "UNTIL": {"": "jusqu'a, jusqu'au, jusqu'aux, jusqu'en, jusque"},
    "OPEN": {"": "ce jour, nos jours, maintenant, present, en cours"},
    "UNKNOWN": {"": "inconnu, inconnue, ?"},
    "ONWARDS": {"": "et au-dela, et apres"},
    "THROUGHOUT": {"": "tout au long de, tout au long du, tout, toute, pendant tout, pendant toute, durant toute"},
    "BETWEEN": {"": "entre"},
    "BEFORE": {"": "avant, anterieur a, anterieur au, anterieure a, anterieure au, pre"},
    "AFTER": {"": "apres, posterieur a, posterieur au, posterieure a, posterieure au, post"},
    "BY": {"": "au plus tard, pas apres, pas plus tard que, d'ici, d'ici a, avant ou en"},
    "NOT_BEFORE": {"": "au plus tot, pas avant, pas plus tot que, en ou apres"},
    "OR_LATER": {"": "ou apres, ou plus tard, au plus tot"},
    "OR_EARLIER": {"": "ou avant, ou plus tot, au plus tard"},
    "OR": {"": "ou, ou bien"},
    "AND": {"": "et"},
    "BUT": {"": "mais"},
    "EITHER": {"": "ou"},
    "NIGHT": {"": "nuit"},
    "FEAST": {
        "christmas": "noel, jour de noel", "christmas eve": "veille de noel, reveillon de noel",
        "new year day": "jour de l'an, nouvel an, premier de l'an", "new year eve": "saint-sylvestre, reveillon du nouvel an",
        "epiphany": "epiphanie", "may day": "fete du travail", "all saints day": "toussaint", "candlemas": "chandeleur",
        "michaelmas": "saint-michel", "easter": "paques, dimanche de paques", "easter monday": "lundi de paques",
        "good friday": "vendredi saint", "maundy thursday": "jeudi saint", "palm sunday": "dimanche des rameaux, rameaux",
        "ash wednesday": "mercredi des cendres", "ascension day": "ascension, jeudi de l'ascension",
        "pentecost": "pentecote, dimanche de pentecote", "whit monday": "lundi de pentecote",
    },
    "ISLAMIC_MONTH": {
        1: "mouharram, muharram", 2: "safar", 3: "rabia al awal, rabi al-awwal", 4: "rabia ath-thani, rabi al-thani",
        5: "joumada al oula, joumada al-oula", 6: "joumada ath-thania, joumada al-thania", 7: "rajab, radjab",
        8: "chaabane, chaaban", 9: "ramadan", 10: "chawwal, chaoual", 11: "dhou al qi'da, dhou al-qi'da",
        12: "dhou al-hijja, dhou al hijja",
    },
    "REPUBLICAN_MONTH": REPUBLICAN_MONTHS | {13: "jours complementaires, jour complementaire, sansculottides"},
}  # fmt: skip
