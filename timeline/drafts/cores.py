"""The words of a sentence that name what happened: its verbs and event nouns, each with its clause and subject."""

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from timeline.drafts.phrases import OPENING_WORDS, Core, antecedent, noun_phrase_before
from timeline.drafts.verbs import BARE_STATES, NEUTRAL_VERBS, SPEECH, noun_roots, verb_roots
from timeline.said.clauses import word_list
from timeline.said.en.tense import past

# Present-tense forms that are no plural noun.
_THIRD_PERSON = word_list(
    "says tells announces declares signs meets rejects withdraws condemns agrees warns urges denies accuses expels imposes suspends"
    " ratifies closes opens begins resumes recalls leaves joins refuses summons expires enters becomes takes"
)
# Past forms that do not end in -ed, beside those that `tense` knows.
_IRREGULAR = word_list(
    "arose arisen begun broken chosen drawn driven fallen frozen given grown gone known risen rose seen shown shrank spoken stolen sunk sworn"
    " taken thrown undergone undertook undertaken won withdrawn written overthrew overthrown forbade forbidden"
)
_AFTER_AUXILIARY = word_list(
    "set put cut hit spread shut cast read split run come"
)  # past forms that look plain
_AUXILIARY = word_list("is are was were be been being has have had having")
# Words that make a following participle describe a noun: "of occupied land".
_BEFORE_ADJECTIVE = word_list(
    "the a an its their his her this these those of with in on for by against over from to some many more most no any all"
)
_ADJECTIVES = word_list(
    "allied armed limited detailed related so-called unprecedented united unrelated advanced"
)
_AFTER_PARTICIPLE = word_list(
    "on in at by for during via between from under with after before since until to near over through as into last earlier"
)
_SUBORDINATING = word_list(
    "after before when as who which that while since because although though until if where"
)
_OWNED = word_list("its their his her the all both")
_MODALS = word_list("will would to")
_ADVERBS = word_list("first last then later also once twice")
_TURNS = word_list("and but while")
_RELATIVE = word_list("that which who")


Word = tuple[int, int, str]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'’-]*|\d+(?:[.,:]\d+)*|[,;:()“”\"]")


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a stretch of the text, each with its place."""
    return [(m.start(), m.end(), m[0]) for m in _word().finditer(text, start, end)]


class _Place(NamedTuple):
    """Where in its sentence a word stands: its clause, the clause around a relative one, and what that tells of."""

    clause: int
    outer: int
    antecedent: tuple[int, int] | None = None


def cores(text: str, words: list[Word], start: int) -> list[Core]:
    """Every verb and event noun of a sentence that begins at `start`, in order."""
    out: list[Core] = []
    place = _Place(start, start)
    for number, (begin, _, word) in enumerate(words):
        if (
            word in ("and", "but")
            and out
            and _after_date(text, words, number)
            and not _verb_at(words, number + 1)
        ):
            place = _Place(begin, begin)
        if word in ',;:"“”':
            place = _past_mark(text, words, number, place, out)
            continue
        core = _core(text, words, number, place.clause, out)
        if core is None:
            continue
        if not core.noun and core.subject is None and place.antecedent is not None:
            begin_of, end_of = place.antecedent
            if text.startswith("whose", place.clause) and core.start == place.clause:
                end_of = core.at  # "Malta, whose envoy left": the envoy is Malta's
            core = core._replace(subject=(begin_of, end_of), aside=place.clause != place.outer)
        out.append(core)
    return out


def _after_date(text: str, words: list[Word], number: int) -> bool:
    """Whether a date, which is no word here, stands between the word and the one before: "on July 16 and Ethiopia followed"."""
    return number > 0 and bool(text[words[number - 1][1] : words[number][0]].strip())


def _past_mark(text: str, words: list[Word], number: int, place: _Place, out: list[Core]) -> _Place:
    """Where the words after a comma, colon, semicolon or quotation mark stand."""
    begin, end, mark = words[number]
    after = words[number + 1][0] if number + 1 < len(words) else end
    following = words[number + 1][2].lower() if number + 1 < len(words) else ""
    told = any(c.start == place.clause and not c.noun for c in out)
    if mark != ",":
        fresh = mark in ";:" or (mark != "“" and _speaks_next(words, number + 1))
        return _Place(after, after) if fresh else place
    if following in ("who", "which", "whose"):
        return place._replace(clause=after, antecedent=noun_phrase_before(text, place.clause, begin, out))
    if following in _TURNS and told and not _verb_at(words, number + 2):
        return _Place(after, after)
    if place.antecedent is not None and (told or _verb_at(words, number + 1)):
        return place._replace(clause=place.outer)
    quoted = any(mark in '"”' for _, _, mark in words[:number])
    return _Place(after, after) if (told or quoted) and _speaks_next(words, number + 1) else place


def _verb_at(words: list[Word], number: int) -> bool:
    """Whether the word is a verb at first sight, so that its subject was told before: ", and closed today"."""
    word = words[number][2] if number < len(words) else ""
    return past(word) or word in _IRREGULAR or word in _THIRD_PERSON or word in _AUXILIARY or word in _MODALS


def _core(text: str, words: list[Word], number: int, clause: int, out: list[Core]) -> Core | None:
    """The core that the word is, if it is one."""
    begin, _, word = words[number]
    low = word.lower()
    verbs, nouns = verb_roots(), noun_roots()
    before = words[number - 1][2].lower() if number else ""
    if (
        low in nouns
        and before != "to"
        and not (before == "," and low.endswith("ing"))
        and not (low in verbs and before in ("will", "would", "not"))
    ):
        return Core(word, clause, begin, nouns[low], nouns[low] == "01", noun=True)
    if low in BARE_STATES or not _is_verb(text, words, number):
        return None
    core = Core(word, clause, begin, verbs.get(low, ""), low in SPEECH and not _does(words, number))
    return _with_subject(text, words, number, core, out)


def _is_verb(text: str, words: list[Word], number: int) -> bool:
    """Whether the word tells, as a verb, what happened or will: no plain present, and no participle before its noun."""
    begin, end, word = words[number]
    low = word.lower()
    before, *_ = last_two = [words[number - step][2].lower() for step in (1, 2) if number >= step] or [""]
    helped = any(w in _AUXILIARY for w in last_two)
    known = low in verb_roots() or low in NEUTRAL_VERBS
    ahead = known and before != "the" and any(w in _MODALS for w in last_two)
    touching = not number or not text[words[number - 1][1] : begin].strip()
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
        or low in _IRREGULAR
        or (low in _AFTER_AUXILIARY and (helped or (low == "set" and text[end : end + 4] == " up ")))
        or (low in _THIRD_PERSON and before not in ("the", "a", "of", "in", "for"))
        or (known and low.endswith("ing") and helped)
        or _plural_verb(text, words, number)
    )


def _does(words: list[Word], number: int) -> bool:
    """Whether "recalled" tells of an envoy called home rather than of words: its object is somebody's."""
    behind = words[number + 1][2].lower() if number + 1 < len(words) else ""
    return words[number][2].lower() == "recalled" and behind in _OWNED


def _with_subject(text: str, words: list[Word], number: int, core: Core, out: list[Core]) -> Core:
    """The verb with its subject, where that stands apart from it."""
    before, *rest = [words[number - step][2].lower() for step in (1, 2) if number >= step] or [""]
    first = next((c for c in out if c.start == core.start and not c.noun), None)
    lightly = before in _ADVERBS or _adverb(words[number - 1][2])
    near = list(takewhile(lambda w: w[2] != ",", reversed(words[:number])))
    owner = next((w[0] for w in near if w[2] == "whose" and w[0] > core.start), None)
    if owner is not None and not any(c.at > owner and not c.noun for c in out):
        phrase = noun_phrase_before(text, core.start, owner, out, of=True)
        return core._replace(subject=(phrase[0], core.at), aside=True)
    relative = _relative(words, number)
    if relative is not None and relative != core.start:
        return core._replace(subject=antecedent(text, core.start, relative, out), aside=True)
    apart = before == "," or (rest == [","] and lightly)
    comma = next((w[0] for w in reversed(words[:number]) if w[2] == ","), core.at)
    if first is None:
        aside = apart and not core.said and _set_apart(text, core.start, comma, words, number)
        return core._replace(subject=(core.start, comma), aside=True) if aside else core
    shared = core._replace(subject=first.subject or (core.start, first.at))
    if before == "," and first.aside:
        return shared
    helped = lightly or before in _MODALS or before in _AUXILIARY
    if before in ("and", "or", "then") or (helped and rest in (["and"], ["or"])):
        return shared
    if not apart or not _described_by(text, words, number):
        return core
    phrase = noun_phrase_before(text, core.start, comma, out)
    if any(phrase[0] <= begin < comma for begin, _, _ in words):
        return core._replace(subject=phrase, aside=True)
    return shared  # nothing but a date stands there: "circulated in March, amended in May"


def _adverb(word: str) -> bool:
    return word.endswith("ly") and word.islower()  # Italy is none


def _relative(words: list[Word], number: int) -> int | None:
    """Where the "that", "which" or "who" stands that a verb follows, with its auxiliaries."""
    at = number - 1
    while at > 0 and (words[at][2] in _AUXILIARY or words[at][2] in _MODALS or _adverb(words[at][2])):
        at -= 1
    return words[at][0] if at > 0 and words[at][2] in _RELATIVE else None


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
            following[2] in _AFTER_PARTICIPLE
            or following[2] in _BEFORE_ADJECTIVE
            or bool(text[end : following[0]].strip())
        )
    )


def _described_by(text: str, words: list[Word], number: int) -> bool:
    """Whether a participle after a comma only describes: it has no object, but a preposition or a date after it."""
    end = words[number][1]
    after = words[number + 1] if number + 1 < len(words) else (end, end, "")
    return after[2].lower() in _AFTER_PARTICIPLE or bool(text[end : after[0]].strip())


def _set_apart(text: str, clause: int, comma: int, words: list[Word], number: int) -> bool:
    """Whether the clause's first verb stands between commas: "Its award, delivered on Monday, gave …"."""
    return (
        _described_by(text, words, number)
        and bool(text[clause:comma].strip())
        and not re.match(OPENING_WORDS, text[clause:comma])
        and any(word == "," for _, _, word in words[number + 1 :])
    )


def _speaks_next(words: list[Word], number: int) -> bool:
    """Whether "…, the spokeswoman said" begins here: a speech verb after one word at least, before any comma."""
    for count, (_, _, word) in enumerate(words[number : number + 14]):
        if word in ',;:"“”' or word.lower() in _SUBORDINATING or (not count and word.lower() in SPEECH):
            return False
        if word.lower() in SPEECH:
            return True
    return False
