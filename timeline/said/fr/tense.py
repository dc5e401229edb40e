"""Whether a French clause tells of what has been or of what will be, by the verb nearest to an expression."""

from timeline.said.chart import Chart
from timeline.said.clauses import after, before, ends_sentence, word, word_list
from timeline.said.policies import AHEAD, PAST, UNTOLD

# Words are lower-cased but keep their accents here: "été" is no "ete", nor "prévue" a "prevue".
_AHEAD = word_list(
    "va vont doit doivent pourrait pourraient prévu prévus prévue prévues attendu attendus attendue attendues "
    "programmé programmée compte comptent espère espèrent entend entendent envisage envisagent prévoit prévoient "
    "apprête apprêtent échéance expire expirent reporté reportée repoussé repoussée ajourné ajournée"
)
_PAST = word_list("fut furent eut eurent fit firent dit vint vinrent prit prirent mit mirent mourut naquit")
# Participles that the endings do not tell, each with all its own.
_STEMS = (
    "fait dit mis pris remis promis permis compris appris repris tenu venu revenu devenu reçu élu rendu perdu vendu connu "
    "reconnu vu dû voulu conclu mort ouvert offert détruit conduit produit construit écrit inscrit décrit rejoint atteint "
    "acquis admis commis soumis transmis parti sorti fini choisi réuni saisi subi suivi établi entretenu obtenu maintenu "
    "paru disparu battu abattu défendu suspendu répondu interdit démis"
)
_PARTICIPLES = frozenset(stem + ending for stem in _STEMS.split() for ending in ("", "e", "s", "es"))
_PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées")
_IMPERFECT_ENDINGS = ("ait", "aient")
_TOLD_ENDINGS = ("èrent", "irent", "urent", "inrent", "nça", "rça")
_FUTURE_ENDINGS = ("ra", "ront")
_CONDITIONAL_ENDINGS = ("erait", "eraient", "drait", "draient", "vrait", "vraient", "urait", "uraient")
_INFINITIVE_ENDINGS = ("er", "ir", "dre", "ttre", "être", "faire")
# What ends so and is no such verb.
_NO_VERBS = word_list(
    "extra ultra infra contra para front affront caméra opéra choléra été fait lait trait retrait portrait extrait "
    "souhait parfait bienfait forfait attrait plaît connaît paraît naît disparaît satisfait sait février janvier hier "
    "dernier premier fier cher hiver mer fer papier dossier avenir"
)
_HELP_PAST = word_list(
    "a ont ai avons ayant avoir est sont étant avait avaient était étaient fut furent aurait auraient"
)
_HELP_AHEAD = word_list("être sera seront serait seraient soit soient aura auront")
_BEFORE_NOUNS = word_list(
    "le la l les un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos en par avec sans sous haute"
)
_BEFORE_INFINITIVES = word_list("de d à a pour se s va vont doit doivent devrait devraient peut pourrait")
_HELP_REACH = 4  # words between a participle and what helps it: "a été, dit-on, signé"
_INFINITIVE_REACH = 4  # words between an infinitive and the date that is its own


def tense(chart: Chart, first: int, end: int) -> int:
    """PAST, AHEAD or UNTOLD for the expression that is the tokens `first` to `end`: by the nearest verb before it, else after."""
    for at in before(chart, first):
        found = told(chart, at)
        if found:
            return found
        if first - at <= _INFINITIVE_REACH and _is_infinitive(chart, at):
            return AHEAD
    if end and not ends_sentence(chart, end - 1):
        for at in after(chart, end):
            found = told(chart, at)
            if found:
                return found
    return UNTOLD


def told(chart: Chart, at: int) -> int:
    """What the word at a place tells by itself, if it is a verb."""
    one = _spelled(chart, at)
    if one in _AHEAD:
        return AHEAD
    if one in _NO_VERBS or not one.islower():
        return UNTOLD
    if one in _PARTICIPLES or (one.endswith(_PARTICIPLE_ENDINGS) and len(one) > 3):
        return _helped(chart, at)
    if one in ("aurait", "auraient"):
        return UNTOLD
    if one.endswith(_CONDITIONAL_ENDINGS) or (one.endswith(_FUTURE_ENDINGS) and len(one) > 3):
        return AHEAD
    told = one in _PAST or one.endswith(_TOLD_ENDINGS) or (one.endswith(_IMPERFECT_ENDINGS) and len(one) > 4)
    return PAST if told else UNTOLD


def _helped(chart: Chart, at: int) -> int:
    """What a participle tells by the verb that helps it: of the past, but after "être" and "sera"; a noun tells nothing."""
    for step in range(1, _HELP_REACH + 1):
        one = _spelled(chart, at - step)
        if one in _HELP_AHEAD:
            return AHEAD
        if one in _HELP_PAST:
            return PAST
    return UNTOLD if word(chart, at - 1) in _BEFORE_NOUNS else PAST


def _is_infinitive(chart: Chart, at: int) -> bool:
    """Whether an infinitive stands there that says what is to be done: "appelé à voter", "décidé de se réunir"."""
    one = _spelled(chart, at)
    return (
        one.endswith(_INFINITIVE_ENDINGS)
        and one not in _NO_VERBS
        and word(chart, at - 1) in _BEFORE_INFINITIVES
    )


def _spelled(chart: Chart, at: int) -> str:
    if not 0 <= at < len(chart.tokens):
        return ""
    token = chart.tokens[at]
    return chart.text[token.start : token.end].rstrip(".")
