"""The words of a sentence, and which of them are verbs that tell what happened."""

import re
from functools import cache

from timeline.drafts.verbs import NEUTRAL_VERBS, noun_roots, verb_roots
from timeline.said.clauses import word_list
from timeline.said.en.tense import past

# Present-tense forms that are no plural noun.
_THIRD_PERSON = word_list(
    "says tells announces declares signs meets rejects withdraws condemns agrees warns urges denies accuses expels imposes suspends"
    " ratifies closes opens begins resumes recalls leaves joins refuses summons expires enters becomes takes ends lasts travels"
)
# Past forms that do not end in -ed, beside those that `tense` knows.
IRREGULAR = word_list(
    "arose arisen begun broken chosen drawn driven fallen frozen given grown gone known risen rose seen shown shrank spoken stolen sunk sworn"
    " taken thrown undergone undertook undertaken won withdrawn written overthrew overthrown forbade forbidden"
)
_AFTER_AUXILIARY = word_list(
    "set put cut hit spread shut cast read split run come"
)  # past forms that look plain
_PARTICLES = word_list("up out off aside down")
AUXILIARY = word_list("is are was were be been being has have had having")
# Words that make a following participle describe a noun: "of occupied land".
_BEFORE_ADJECTIVE = word_list(
    "the a an its their his her this these those of with in on for by against over from to some many more most no any all"
    " behind amid without within among between into upon per toward towards"
)
_ADJECTIVES = word_list(
    "allied armed limited detailed related so-called unprecedented united unrelated advanced"
)
AFTER_PARTICIPLE = word_list(
    "on in at by for during via between from under with after before since until to near over through as into last earlier about"
)
SUBORDINATING = word_list(
    "after before when as who which that while since because although though until if where"
)
_DUE = word_list(
    "is are due expected scheduled set slated likely about"
)  # before "to" and what is to be done
MODALS = word_list("will would to")


_ADJECTIVE = r"[a-z-]{2,20}(?:ic|al|ary|ive)"
_CAPITAL = r"[A-Z][\w'’-]{1,20}"
_BODY = r"(?:Office|Ministry|Department|Committee|Commission|Agency|Organi[sz]ation|Council|Bureau|Authority|Directorate|Secretariat|Affairs)"
_LIST_COMMA = (
    rf"(?:(?<=ic)|(?<=al)|(?<=ary)|(?<=ive)),(?= {_ADJECTIVE}(?:, {_ADJECTIVE}){{0,3}},? (?:and|or) {_ADJECTIVE} [a-z])"
    rf"|(?<=[a-z]),(?= {_CAPITAL}(?:, {_CAPITAL}){{0,2}},? and (?:{_CAPITAL} ){{1,2}}{_BODY}\b)"
)

Word = tuple[int, int, str]


@cache
def _word() -> re.Pattern[str]:
    # A class in which more than two marks stand, and one of them beyond Latin-1, takes 2 M instructions to compile.
    return re.compile(r"[^\W\d_][\w'-]*(?:’[\w'-]*)*|\d+(?:[.,:]\d+)*|[,;:()\"]|[“”]")


@cache
def _list_comma() -> re.Pattern[str]:
    return re.compile(_LIST_COMMA)


def list_commas(text: str, start: int = 0, end: int | None = None) -> frozenset[int]:
    """Where the commas stand that part no clauses: of "an economic, commercial and financial ban", "the Trade, Energy and Labour Office"."""
    end = len(text) if end is None else end
    comma = text.find(",", start, end)
    if comma < 0 or (text.find(" and ", comma, end) < 0 and text.find(" or ", comma, end) < 0):
        return frozenset()
    return frozenset(mark.start() for mark in _list_comma().finditer(text, start, end))


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a stretch of the text, each with its place; no commas of lists."""
    listed = list_commas(text, start, end)
    return [(m.start(), m.end(), m[0]) for m in _word().finditer(text, start, end) if m.start() not in listed]


def verb_at(words: list[Word], number: int) -> bool:
    """Whether the word is a verb at first sight, so that its subject was told before: ", and closed today"."""
    word = words[number][2] if number < len(words) else ""
    if word in _AFTER_AUXILIARY:  # "and set up an office", "and cut ties" may be nouns
        return number + 1 < len(words) and words[number + 1][2] in _PARTICLES
    return past(word) or word in IRREGULAR or word in _THIRD_PERSON or word in AUXILIARY or word in MODALS


def is_verb(text: str, words: list[Word], number: int) -> bool:
    """Whether the word tells, as a verb, what happened or will: no plain present, and no participle before its noun."""
    begin, end, word = words[number]
    low = word.lower()
    before = words[number - 1][2].lower() if number else ""
    if not (before == "to" or low in _verbs() or past(low)):
        return False
    last_two = (before, words[number - 2][2].lower() if number > 1 else "")
    touching = not number or not text[words[number - 1][1] : begin].strip()
    helped = any(w in AUXILIARY for w in last_two)
    known = low in verb_roots() or low in NEUTRAL_VERBS
    ahead = known and before != "the" and any(w in MODALS for w in last_two)
    if before == "to" and touching and number > 1 and words[number - 2][2] in _DUE and low.isalpha():
        return word.islower()
    if (
        (before in _BEFORE_ADJECTIVE and touching and not ahead)
        or before.endswith(("'s", "’s"))
        or (word[0].isupper() and number)
        or (low in _ADJECTIVES and not helped)
        or low == "dated"
    ):
        return False
    return (
        ahead
        or past(low)
        or low in IRREGULAR
        or (low in _AFTER_AUXILIARY and (helped or (low == "set" and text[end : end + 4] == " up ")))
        or (low in _THIRD_PERSON and before not in ("the", "a", "of", "in", "for"))
        or (known and low.endswith("ing") and helped)
        or _plural_verb(text, words, number)
    )


@cache
def _verbs() -> frozenset[str]:
    """What may be a verb, beside the past: nine words of ten are none."""
    return IRREGULAR | _AFTER_AUXILIARY | _THIRD_PERSON | NEUTRAL_VERBS | verb_roots().keys()


def is_adverb(word: str) -> bool:
    """Whether the word says how something was done; Italy does not."""
    return word.endswith("ly") and word.islower()


def _plural_verb(text: str, words: list[Word], number: int) -> bool:
    """Whether a plain form is a verb in the present after a plural: "the ministers meet in May"."""
    begin, end, word = words[number]
    if not number or word not in verb_roots() or word in noun_roots() or word.endswith(("s", "ed", "ing")):
        return False
    before = words[number - 1]
    following = words[number + 1] if number + 1 < len(words) else (end, end, "")
    return (
        before[2].endswith("s")
        and before[2].islower()
        and len(before[2]) > 3
        and not text[before[1] : begin].strip()
        and (
            following[2] in AFTER_PARTICIPLE
            or following[2] in _BEFORE_ADJECTIVE
            or bool(text[end : following[0]].strip())
        )
    )


def described_by(text: str, words: list[Word], number: int) -> bool:
    """Whether a participle after a comma only describes: it has no object, but a preposition or a date after it."""
    end = words[number][1]
    after = words[number + 1] if number + 1 < len(words) else (end, end, "")
    return after[2].lower() in AFTER_PARTICIPLE or bool(text[end : after[0]].strip())
