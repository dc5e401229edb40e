"""The words that only French running text needs, by class; a class of typed dates that stands here too is another there."""

from timeline.said.fr.words import VOCABULARY as TYPED
from timeline.said.patterns import Vocabulary


def _in_full(name: str) -> dict[int, str]:
    """The words of a class without their abbreviations, some of which are words of their own (mer, sept, jeu)."""
    return {meaning: words.partition(", ")[0] for meaning, words in TYPED[name].items()}


VOCABULARY: Vocabulary = {
    "THE": {"": "le, la, l', les"},
    "MANY": {0: "plusieurs, quelques"},
    "LED": {"": "les, ces"},
    "UNIT": {**TYPED["UNIT"], "second": "seconde, secondes", "minute": "minute, minutes", "hour": "heure, heures"},
    "FULL_MONTH": _in_full("MONTH"),
    "FULL_WEEKDAY": _in_full("WEEKDAY"),
    "WEEKDAYS": {number: f"{word}s" for number, word in _in_full("WEEKDAY").items()},
    "STEP": {-1: "dernier, derniere, passe, passee, ecoule, ecoulee", 1: "prochain, prochaine, a venir, qui vient"},
    "STEPS": {
        -1: "derniers, dernieres, passes, passees, ecoules, ecoulees", 1: "prochains, prochaines, a venir, qui viennent",
    },
    "TOLD_STEP": {-1: "precedent, precedente, d'avant", 1: "suivant, suivante, d'apres"},
    "NEARBY": {-2: "avant-hier", -1: "hier", 0: "aujourd'hui", 1: "demain", 2: "apres-demain"},
    "LATER": {-1: "plus tot, auparavant", 1: "plus tard"},
    "NEXT_TO": {-1: "avant", 1: "apres"},
    "SOME": {
        "MORE_THAN": "plus de, plus d'", "LESS_THAN": "moins de, moins d'", "EQUAL_OR_MORE": "au moins",
        "EQUAL_OR_LESS": "au plus, jusqu'a", "APPROX": "environ, pres de, pres d', a peu pres, quelque, bientot",
    },
    "ABOUT": {doubt: words.replace(" c,", "") for doubt, words in TYPED["ABOUT"].items()},
    "OR": {"": "ou, ou bien, soit"},
    "NOON": {12: "midi", 24: "minuit"},
    "PART_OF_DAY": {
        "MO": "matin, au matin, matinee, dans la matinee, aube, a l'aube",
        "AF": "apres-midi, dans l'apres-midi, en fin d'apres-midi, en debut d'apres-midi",
        "EV": "soir, au soir, soiree, dans la soiree, en soiree, en fin de soiree", "NI": "nuit, dans la nuit",
    },
    "EVERY": {"": "chaque, tous les, toutes les"},
    "OFTEN": {
        "day": "quotidien, quotidienne, quotidiens, quotidiennes, quotidiennement",
        "week": "hebdomadaire, hebdomadaires, hebdomadairement",
        "month": "mensuel, mensuelle, mensuels, mensuelles, mensuellement",
        "quarter": "trimestriel, trimestrielle, trimestriels, trimestrielles",
        "year": "annuel, annuelle, annuels, annuelles, annuellement",
    },
    "VAGUE": {
        -1: "recemment, dernierement, autrefois, jadis, naguere, il y a peu, il y a longtemps, le passe, un passe recent",
        0: "actuellement, maintenant, desormais, a present, pour l'instant, pour le moment, de nos jours, a l'heure actuelle",
        1: "bientot, prochainement, sous peu, l'avenir, un proche avenir, un avenir proche, dans les prochains jours",
    },
    # --- what stands around a date, or tells that it is none
    "COUNTED": {
        "": "hommes, femmes, personnes, soldats, euros, dollars, francs, roubles, tonnes, km, kg, m, ha, metres, kilometres,"
            " hectares, exemplaires, voix, sieges, morts, blesses, emplois, %, pour cent, milliards, millions",
    },
    "PLURALS": {"": "…s, …x"},
    # Short words that end so: a year may stand before them.
    "NO_PLURAL": {
        "": "les, des, ses, ces, mes, nos, leurs, aux, dans, sans, sous, puis, mais, pas, plus, alors, lors, tous, vers,"
            " apres, depuis, plusieurs, ils, elles, nous, vous, deux, six, dix, tandis",
    },
    "OF_NUMBER": {"": "de, d, les, des, quelque, ces, ses, aux, pres, environ, a, pour, et, un"},
    "AT_YEAR": {
        "": "en, depuis, an, annee, fin, debut, mi, jusqu'en, jusqu'a, vers, circa, ca, environ, avant, apres, entre, de, du, a, et, ou, (, -,"
            " –, /, ,, ., :, \n\n",
    },
    "NUMBERED": {"": "resolution, article, numero, n°, no, page, vol, decret, code, chapitre, loi"},
    "AT_STREET": {"": "rue, place, avenue, boulevard, square, pont, stade, quai, station, lycee"},
    "SEASONED": {"": "l, ', le, la, au, du, ce, cet, cette, en, un, debut, fin, mi, -"},
    "AT_HOUR": {
        "": "a, vers, avant, apres, des, entre, jusqu, et, de, matin, soir, h, ', hui, hier, demain, lundi, mardi, mercredi,"
            " jeudi, vendredi, samedi, dimanche",
    },
    "PUT_AN_END": {"": "mis, met, mettre, mettra, mettait, mit, mettant, prend, prendra, prendre, pris, prit, sans"},
    "STOP": {"": "., ,, ;, :, ), !, ?, \n\n, et, mais, ou, a, au, pour, dans, en, par, sur, afin, lors, avec, »"},
    "INSIDE": {"": "dans, pendant, durant, de"},
    "GOES_ON": {"": "de, du, d, des, qui, que, ou, -, et demie"},
    "NOUN_OF": {"": "de, du, d, des"},
    "PASSED_OVER": {"": "le, la, l, ', au, en, a"},
    "STARTING": {"": "depuis, a partir de, a partir du, a partir d', a compter de, a compter du"},
    "FROM": {},
}  # fmt: skip
