"""Whether an English clause tells of what has been or of what will be, by the verb nearest to an expression."""

from timeline.said.chart import Chart
from timeline.said.clauses import after, before, ends_sentence, word, word_list
from timeline.said.policies import AHEAD, PAST, UNTOLD

_AHEAD = word_list(
    "will shall ll would going scheduled due expected plans planned planning plan intends slated "
    "expects hopes upcoming deadline aims should must might could forthcoming starts "
    "begins pending expect hope expire expires expiring payable tentatively"
)
# "May" is a month, "can" and "set" are nouns: they look ahead in lower case, or with what follows.
_IN_SMALL_LETTERS = frozenset(("may", "can"))
_PAST = word_list(
    "was were had did said told met began came went took made gave found held saw fell rose became "
    "left sent spoke wrote won lost led kept brought built bought broke chose drew drove fought flew "
    "forgot froze got grew hurt knew laid lay paid ran rode sang sank sat sold shook shot shut slept "
    "spent stood struck swore taught thought threw understood withdrew wore withstood sought "
    "beat blew bore caught dealt fed felt fled foresaw hid meant misled overcame overran oversaw overtook overthrew rang rebuilt "
    "retook rewrote rose shone sprang stole swept swung tore undertook upheld wept withheld woke has "
    "have been"
)
_NO_VERBS = word_list(
    "need red bed hundred indeed speed seed feed shed wed embed exceed proceed succeed naked wicked "
    "sacred united"
)
_AHEAD_OF = {"set": ("to", "for"), "extended": ("to", "until", "till", "through")}
# What is agreed or asked to be done lies ahead of that: "agreed on Thursday to resume talks in March".
BINDS = word_list(
    "agreed decided vowed pledged promised committed asked urged invited ordered voted offered threatened wanted hoped"
)
_NO_INFINITIVE = word_list("the a an its his her their this that these those all both any each another")
_UPTO = frozenset(("by", "until", "till", "through"))
_WHEN = frozenset(("on", "in", "at", "last"))
_SHIELDS = frozenset(("be", "being", "get"))


def tense(chart: Chart, first: int, end: int) -> int:
    """PAST, AHEAD or UNTOLD for the expression that is the tokens `first` to `end`: by the nearest verb before it, else after."""
    shielded = infinitive = False
    for at in before(chart, first):
        one = chart.tokens[at].word
        infinitive = infinitive or _is_infinitive(chart, at)
        if _looks_ahead(chart, at):
            return AHEAD
        if one in ("has", "have") and not _has_been(chart, at):
            continue
        if past(one):
            if _shielded(chart, at):
                shielded = True
                continue
            return AHEAD if shielded or (infinitive and one in BINDS) else PAST
    if shielded:
        return AHEAD
    told_after = UNTOLD if end and ends_sentence(chart, end - 1) else _told_after(chart, end)
    return told_after or (AHEAD if word(chart, first - 1) in _UPTO else UNTOLD)


def _told_after(chart: Chart, end: int) -> int:
    """The tense of the first verb behind an expression."""
    for at in after(chart, end):
        one = chart.tokens[at].word
        if one in _AHEAD:
            return AHEAD
        if past(one):
            return PAST
    return UNTOLD


def told(chart: Chart, at: int) -> int:
    """What the word at a place tells by itself, if it is a verb."""
    return AHEAD if _looks_ahead(chart, at) else PAST if past(chart.tokens[at].word) else UNTOLD


def past(one: str) -> bool:
    """Whether the word looks like a verb in the past tense.

    >>> past("announced"), past("met"), past("need"), past("says")
    (True, True, False, False)
    """
    return one in _PAST or (one.endswith("ed") and len(one) > 3 and one not in _NO_VERBS)


def _looks_ahead(chart: Chart, at: int) -> bool:
    one = chart.tokens[at].word
    if one in _AHEAD:
        return True
    if one in _IN_SMALL_LETTERS:
        return chart.text[chart.tokens[at].start].islower()
    if one in _AHEAD_OF:
        return word(chart, at + 1) in _AHEAD_OF[one]
    if one == "proposed":  # a meeting; what was proposed in December is told
        return word(chart, at + 1) not in _WHEN
    return one == "to" and (word(chart, at + 1) == "be" or word(chart, at - 1) in ("is", "are"))


def _is_infinitive(chart: Chart, at: int) -> bool:
    """Whether a verb's infinitive begins here: "to" before a word in small letters that is none of those before nouns."""
    if chart.tokens[at].word != "to" or at + 1 >= len(chart.tokens):
        return False
    behind = chart.tokens[at + 1]
    return chart.text[behind.start].islower() and behind.word not in _NO_INFINITIVE


def _has_been(chart: Chart, at: int) -> bool:
    """Whether "has" and "have" help a participle, and no verb that looks ahead helps them."""
    return not (word(chart, at - 1) in _AHEAD or word(chart, at - 1) == "to") and any(
        past(word(chart, at + step)) for step in (1, 2)
    )


def _shielded(chart: Chart, at: int) -> bool:
    """Whether a participle follows "to be" or "will be", so that it tells of no past."""
    behind = [word(chart, at - step) for step in (1, 2, 3)]
    return any(each in _SHIELDS for each in behind[:2]) and any(
        each in _AHEAD or each == "to" for each in behind
    )
