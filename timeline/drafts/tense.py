"""Whether a sentence tells of what has been or of what will be, as far as weekdays and bare months need to know."""

from timeline.drafts.reading import AHEAD, PAST, UNTOLD
from timeline.drafts.tokens import Tokens
from timeline.drafts.word_lists import word_list

_WILL = frozenset(
    word_list(
        "will shall 'll would going scheduled due expected plans planned planning plan intends "
        "slated set expects hopes upcoming deadline aims agreed should must may might can could "
        "forthcoming proposed starts begins pending i'll we'll he'll she'll they'll you'll it'll "
        "expect hope tentatively"
    )
)
_PAST_VERBS = frozenset(
    word_list(
        "was were had did said told met began came went took made gave found held saw fell rose "
        "became left sent spoke wrote won lost led kept brought brought built bought broke chose "
        "drew drove fought flew forgot froze got grew hit hurt knew laid lay met paid put quit "
        "ran read rode sang sank sat sold shook shot shut slept spent stood struck swore taught "
        "thought threw understood withdrew wore withstood sought cut set has have been"
    )
) - {"set", "put", "read", "cut", "quit", "hit"}
_SHIELDED = frozenset(("be", "being", "get"))
_ENDS = frozenset("!?;\n")
_NOT_PAST = frozenset(
    word_list(
        "need red bed hundred indeed speed seed feed shed wed embed exceed proceed succeed naked "
        "wicked sacred united"
    )
)
REACH = 30


def tense(tokens: Tokens, first: int, end: int) -> int:  # noqa: C901, PLR0912 - the sentence is walked once each way
    """PAST, AHEAD or UNTOLD for the expression that is words `first` to `end`: by the nearest verb before it, else after.

    >>> from timeline.drafts.tokens import tokens
    >>> [tense(tokens(t), 4, 5) for t in ("The talks held on Friday", "They will meet on Friday", "Talks between them on Friday")]
    [-1, 1, 0]
    """
    ahead = False
    for index in range(first - 1, max(first - REACH, -1), -1):
        code = tokens.codes[index]
        if code == "\n":
            break
        word = tokens.word(index)
        if word in _ENDS or (word == "." and not _abbreviation(tokens, index)):
            break
        word = word.lower()
        if word in _WILL and word not in ("set", "may", "can"):
            return AHEAD
        if word == "set" and tokens.word(index + 1).lower() in ("to", "for"):
            return AHEAD
        if word in ("may", "can") and tokens.word(index).islower() and code != "\n":
            return AHEAD
        if word == "to" and (
            tokens.word(index + 1).lower() == "be" or tokens.word(index - 1).lower() in ("is", "are")
        ):
            return AHEAD
        if word in ("has", "have") and not (
            tokens.word(index - 1).lower() not in _WILL | {"to"}
            and any(past(tokens.word(index + step).lower()) for step in (1, 2))
        ):
            continue
        if past(word):
            if _shielded(tokens, index):
                ahead = True
                continue
            return AHEAD if ahead else PAST
    if ahead:
        return AHEAD
    for index in range(end, min(end + REACH, len(tokens.codes))):
        word = tokens.word(index)
        if tokens.codes[index] == "\n" or word in _ENDS or (word == "." and not _abbreviation(tokens, index)):
            break
        word = word.lower()
        if word in _WILL and word not in ("set", "may", "can"):
            return AHEAD
        if past(word):
            return PAST
    return UNTOLD


def past(word: str) -> bool:
    """Whether the word looks like a verb in the past tense.

    >>> past("announced"), past("met"), past("need"), past("says")
    (True, True, False, False)
    """
    return word in _PAST_VERBS or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)


def _shielded(tokens: Tokens, index: int) -> bool:
    """Whether a participle follows "to be" or "will be", so that it tells of no past."""
    before = [tokens.word(index - step).lower() for step in (1, 2, 3)]
    return any(word in _SHIELDED for word in before[:2]) and any(
        word in _WILL or word == "to" for word in before
    )


def _abbreviation(tokens: Tokens, index: int) -> bool:
    """Whether a full stop belongs to a shortened word: one letter, or a known title."""
    before = tokens.word(index - 1)
    return len(before) == 1 or before in word_list(
        "Mr Mrs Ms Dr St Gen Sen Rep Gov Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec Inc Co Corp No "
        "vs U.S U.N U.K p.m a.m i.e e.g approx"
    )
