"""The words of a sentence that name what happened: its verbs and event nouns, each with its clause and subject."""

import re

from timeline.drafts.phrases import Core, noun_phrase_before
from timeline.drafts.verb_subjects import done_to, part, with_subject
from timeline.drafts.verbs import BARE_STATES, SPEECH, noun_roots, verb_roots
from timeline.drafts.words import AUXILIARY, SUBORDINATING, Word, is_verb, verb_at
from timeline.said.clauses import word_list
from timeline.tuples import NamedTuple

_OWNED = word_list("its their his her the all both")
_OF_WHICH = word_list("which whom who")
_BEFORE_NOUNS = word_list("the a an its his her their")
_UNDER = word_list("after before when while because although though until where as since once whereas")
_MAYBE = word_list("after before until as since")  # those that may stand before a mere noun
_LENGTH = (
    r"(?:,?\s+(?:just|only|nearly|almost|about|some|less|more|than|barely))*"
    r"(?:,?\s+(?:an?|few|several|many|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+))*"
    r",?\s+(?:(?:minute|hour|day|week|month|year|decade)s?|shortly|soon|immediately|long|even|just|only|ever)\s+$"
)
_TURNS = word_list("and but while")
_SPEAKERS = word_list(
    "the a an one two his her its their officials diplomats analysts witnesses lawmakers sources state local he she they"
)
# What begins the words that are said, behind a verb of speech.
_TELLS_ON = word_list("that it he she they its his her their there this these those the a an we i")
_WHOM = word_list("told informed")
_STATES = word_list("would will was were is are has have had could may might must remains remain stays stay")
_TELL = _STATES | {"that"}


class _Place(NamedTuple):
    """Where in its sentence a word stands: its clause, the clause around a relative one, and what that tells of."""

    clause: int
    outer: int
    antecedent: tuple[int, int] | None = None
    led_by: int | None = None


def cores(text: str, words: list[Word], start: int) -> list[Core]:
    """Every verb and event noun of a sentence that begins at `start`, in order."""
    out: list[Core] = []
    place = _Place(start, start)
    for number, (begin, _, word) in enumerate(words):
        if (
            word in ("and", "but")
            and out
            and _after_date(text, words, number)
            and not verb_at(words, number + 1)
        ):
            place = _Place(begin, begin)
        if word in ',;:"“”':
            place = _past_mark(text, words, number, place, out)
            continue
        if word.lower() in _UNDER and number + 1 < len(words) and _subordinate(text, words, number):
            place = place._replace(
                clause=words[number + 1][0], antecedent=None, led_by=start + _led_from(text[start:begin])
            )
            continue
        if word in SPEECH and _turned(text, words, number, place, out):
            place = _Place(begin, begin)
        core = _core(text, words, number, place.clause, out)
        if core is None:
            continue
        if not core.noun and core.subject is None and place.antecedent is not None:
            core = _of_antecedent(text, words, number, core, place)
        if core.start == place.clause:
            core = core._replace(led_by=place.led_by)
        part(text, words, number, core, out)
    return out


def _of_antecedent(text: str, words: list[Word], number: int, core: Core, place: _Place) -> Core:
    """The verb of a relative clause, with whom it tells of."""
    begin, end = place.antecedent or (place.clause, place.clause)
    core = core._replace(aside=place.clause != place.outer)
    if core.start == place.clause and text.startswith("whose", core.start):
        return core._replace(subject=(begin, core.at))  # "Malta, whose envoy left": the envoy is Malta's
    own = _own_subject(words, number, core.start) if core.start == place.clause else None
    return core._replace(subject=own or (begin, end), done_to=(begin, end) if own else None)


def _own_subject(words: list[Word], number: int, clause: int) -> tuple[int, int] | None:
    """Who did what the relative clause tells, where that is not its antecedent: Malta in "the accord, which Malta left"."""
    led = next((at for at, (begin, _, _) in enumerate(words) if begin == clause), number)
    who = words[led + 1 : number]
    named = (
        bool(who) and words[led][2] in _OF_WHICH and (who[0][2][0].isupper() or who[0][2] in _BEFORE_NOUNS)
    )
    return (who[0][0], words[number][0]) if named else None


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
    if following in _TURNS and told and not verb_at(words, number + 2):
        return _Place(after, after)
    quoted = any(mark in '"”' for _, _, mark in words[:number])
    stated = any(low in _STATES for begin, _, low in words[:number] if begin >= place.clause)
    if (told or quoted or stated) and _speaks_next(words, number + 1):
        return _Place(after, after)
    if place.led_by is not None and told:
        main = any(c.start == place.outer and not c.noun for c in out)
        back = place.outer if main or verb_at(words, number + 1) else after
        return _Place(back, place.outer if back == place.outer else after)
    if place.antecedent is not None and (told or verb_at(words, number + 1)):
        return place._replace(clause=place.outer)
    return place


def _subordinate(text: str, words: list[Word], number: int) -> bool:
    """Whether a clause of its own begins behind the word: "after Malta left", but not "after the talks", "as part of"."""
    word = words[number][2].lower()
    before = words[number - 1][2].lower() if number else ""
    if before in ("such", "so") or (word == "while" and before == ","):
        return False
    for at in range(number + 1, min(number + 12, len(words))):
        if words[at][2] in ',;:"“”' or words[at][2].lower() in SUBORDINATING:
            return False
        if is_verb(text, words, at) or words[at][2] in AUXILIARY:
            return (
                at > number + 1
                and words[at - 1][2] != "to"
                and not (word in _MAYBE and done_to(text, words, at))
            )
    return False


def _led_from(before: str) -> int:
    """Where what leads a clause begins, if its conjunction follows: with "two days" before "after Malta left"."""
    length = re.search(_LENGTH, before)
    return length.start() if length else len(before)


def _core(text: str, words: list[Word], number: int, clause: int, out: list[Core]) -> Core | None:
    """The core that the word is, if it is one."""
    begin, _, word = words[number]
    low = word.lower()
    if low in noun_roots() and _is_noun(words, number):
        root = noun_roots()[low]
        return Core(word, clause, begin, root, root == "01", noun=True)
    if low in BARE_STATES or not is_verb(text, words, number):
        return None
    core = Core(word, clause, begin, verb_roots().get(low, ""), low in SPEECH and not _does(words, number))
    return with_subject(text, words, number, core, out)


def _is_noun(words: list[Word], number: int) -> bool:
    """Whether the word of an event is a noun: "talks", and no verb that looks like one, as in "to visit", "will visit"."""
    low = words[number][2].lower()
    before = words[number - 1][2].lower() if number else ""
    return (
        (before != "to" or low.endswith("s"))
        and not (before == "," and low.endswith("ing"))
        and not (low in verb_roots() and before in ("will", "would", "not"))
    )


def _does(words: list[Word], number: int) -> bool:
    """Whether "recalled" tells of an envoy called home rather than of words: its object is somebody's."""
    behind = words[number + 1][2].lower() if number + 1 < len(words) else ""
    return words[number][2].lower() == "recalled" and behind in _OWNED


def _turned(text: str, words: list[Word], number: int, place: _Place, out: list[Core]) -> bool:
    """Whether the verb of speech stands before who speaks, behind what they said: "…,” said the envoy"."""
    end = words[number][1]
    before, behind = words[number - 1 : number], words[number + 1 : number + 2]
    if _does(words, number) or not before or not behind or before[0][2] not in ',"”':
        return False
    told = any(c.start == place.clause and not c.noun for c in out)
    quoted = any(mark in '"”' for _, _, mark in words[:number])
    who = behind[0][2]
    return (
        (told or quoted) and not text[end : behind[0][0]].strip() and (who[0].isupper() or who in _SPEAKERS)
    )


def _speaks_next(words: list[Word], number: int) -> bool:
    """Whether "…, the spokeswoman said" begins here: a speech verb after one word at least, before any comma."""
    if verb_at(words, number):
        return False  # whose subject was told before
    for count, (_, _, word) in enumerate(words[number : number + 14]):
        if word in ',;:"“”' or word.lower() in SUBORDINATING or (not count and word.lower() in SPEECH):
            return False
        if word.lower() in SPEECH:
            behind = [low.lower() for _, _, low in words[number + count + 1 :]]
            if word.lower() in _WHOM:  # its object is whom they told: "told a briefing"
                ends = next((at for at, low in enumerate(behind) if low in ',;:."“”'), len(behind))
                return _TELL.isdisjoint(behind[:ends])
            return not behind or behind[0] not in _TELLS_ON
    return False
