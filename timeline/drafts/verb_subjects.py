"""Whom or what a verb tells of, where that stands apart from it."""

from itertools import takewhile

from timeline.drafts.phrases import Core, antecedent, noun_phrase_before, opens
from timeline.drafts.verbs import BARE_STATES
from timeline.drafts.words import (
    AFTER_PARTICIPLE,
    AUXILIARY,
    IRREGULAR,
    MODALS,
    SUBORDINATING,
    Word,
    described_by,
    is_adverb,
    verb_at,
)
from timeline.said.clauses import word_list
from timeline.said.en.tense import past

_ADVERBS = word_list("first last then later also once twice")
_HELPS = AUXILIARY | MODALS | BARE_STATES | word_list("and or but not")
_JOINING = word_list("and but or that what to than as whether how why")
# Verbs that need no object, or leave it out: their past is told without one.
_INTRANSITIVE = word_list(
    "met talked agreed arrived traveled travelled flew returned went came voted rallied marched protested fought clashed withdrew left resumed"
    " opened closed began started ended continued expired collapsed rose fell died gathered convened spoke joined cooperated acceded apologized"
    " apologised resigned surrendered conceded complained appealed called insisted landed lapsed failed broke entered moved served remained"
    " happened acted appeared belonged competed consisted contributed declined dropped emerged escaped fled headed increased intervened lasted lived"
    " looked objected occurred participated passed played pointed pulled pushed reacted referred relied responded retired ruled ran sat stood"
    " stopped struck succeeded suffered took turned visited waited walked warned worked won lost stepped signed objected paid hoped hit"
)
_APPOSED = word_list("a an the one on in at under with once formerly now long then both all")
_PRONOUNS = word_list("it he she they")
RELATIVE = word_list("that which who")


def with_subject(text: str, words: list[Word], number: int, core: Core, out: list[Core]) -> Core:
    """The verb with its subject, where that stands apart from it."""
    before, *rest = [word.lower() for word in _before(text, words, number)] or [""]
    first = next((c for c in out if c.start == core.start and not c.noun and not _within(c)), None)
    lightly = before in _ADVERBS or is_adverb(words[number - 1][2])
    near = list(takewhile(lambda w: w[2] != ",", reversed(words[:number])))
    owner = next((w[0] for w in near if w[2] == "whose" and w[0] > core.start), None)
    if owner is not None and not any(c.at > owner and not c.noun for c in out):
        phrase = noun_phrase_before(text, core.start, owner, out, of=True)
        return core._replace(subject=(phrase[0], core.at), aside=True)
    relative = _relative(words, number)
    if relative is not None and relative != core.start:
        return core._replace(subject=antecedent(text, core.start, relative, out), aside=True)
    if (behind := _of_which_it(words, number)) is not None:
        phrase = antecedent(text, core.start, behind, out)
        return core._replace(subject=(phrase[0], core.at), aside=True)
    apart = before == "," or (rest == [","] and lightly)
    if apart and (comma := _apposition(text, words, number, core.start, out)):
        return core._replace(subject=(core.start, comma))
    comma = next((w[0] for w in reversed(words[:number]) if w[2] == ","), core.at)
    if first is None:
        aside = apart and not core.said and _set_apart(text, core.start, comma, words, number)
        return core._replace(subject=(core.start, comma), aside=True) if aside else core
    last = next(c for c in reversed(out) if c.start == core.start and not c.noun and not _within(c))
    aside = (
        last.aside and "," not in text[last.at : core.at]
    )  # "the ship, built in Malta and delivered in May, sailed"
    shared = core._replace(subject=first.subject or (core.start, first.at), aside=aside)
    if before == "," and first.aside:
        return shared
    helped = lightly or before in MODALS or before in AUXILIARY
    if before in ("and", "or", "then") or (helped and rest in (["and"], ["or"])):
        return shared
    if not apart or not described_by(text, words, number):
        return shared if apart and not first.said and _listed(words, number) else core
    phrase = noun_phrase_before(text, core.start, comma, out)
    if any(phrase[0] <= begin < comma for begin, _, _ in words):
        return core._replace(subject=phrase, aside=True)
    return shared  # nothing but a date stands there: "circulated in March, amended in May"


def _before(text: str, words: list[Word], number: int) -> list[str]:
    """The two words before one, a date and its preposition left out: of "and on Monday invited" the "and"."""
    at = number - 1
    if (
        at > 0
        and words[at][2] in ("on", "in", "late", "early")
        and text[words[at][1] : words[number][0]].strip()
    ):
        at -= 1
    return [words[back][2] for back in (at, at - 1) if back >= 0]


def _listed(words: list[Word], number: int) -> bool:
    """Whether the verb stands in a list that a later one closes: "condemned the raid, recalled its envoy and closed the border"."""
    for at in range(number + 1, len(words)):
        if words[at][2] == ";" or words[at][2] in RELATIVE:
            return False
        if words[at][2] == "and" and (
            verb_at(words, at + 1)
            or (at + 1 < len(words) and is_adverb(words[at + 1][2]) and verb_at(words, at + 2))
        ):
            return True
    return False


def _apposition(text: str, words: list[Word], number: int, clause: int, out: list[Core]) -> int:
    """Where what describes the verb's subject begins, behind its comma: "Malta, in the union since 2004, refused"; 0 where nothing does."""
    if opens(text, clause, len(text)):
        return 0
    for at, (begin, _, word) in enumerate(words[: number - 1]):
        if word == "," and begin > clause:
            first = words[at + 1][2]
            described = first in _APPOSED or first.endswith("ing")
            return begin if described and not any(clause <= c.at < begin and not c.noun for c in out) else 0
    return 0


def _within(core: Core) -> bool:
    """Whether the verb tells of a word in the midst of the clause: "a visit that ended on Friday"."""
    return core.aside and core.subject is not None and core.subject[0] > core.start


def _relative(words: list[Word], number: int) -> int | None:
    """Where the "that", "which" or "who" stands that a verb follows, with its auxiliaries."""
    at = number - 1
    while at > 0 and (words[at][2] in AUXILIARY or words[at][2] in MODALS or is_adverb(words[at][2])):
        at -= 1
    return words[at][0] if at > 0 and words[at][2] in RELATIVE else None


def _of_which_it(words: list[Word], number: int) -> int | None:
    """Where the comma stands, if the verb tells of a pronoun behind a preposition and "which": "the list, to which it was added"."""
    at = number - 1
    while at > 0 and (words[at][2] in AUXILIARY or words[at][2] in MODALS or is_adverb(words[at][2])):
        at -= 1
    led = at > 2 and words[at][2] in _PRONOUNS and words[at - 1][2] in ("which", "whom")
    return words[at - 3][0] if led and words[at - 3][2] == "," else None


def _set_apart(text: str, clause: int, comma: int, words: list[Word], number: int) -> bool:
    """Whether the clause's first verb stands between commas: "Its award, delivered on Monday, gave …"."""
    return (
        described_by(text, words, number)
        and bool(text[clause:comma].strip())
        and not opens(text, clause, comma)
        and _closed(words, number)
    )


def _closed(words: list[Word], number: int) -> bool:
    """Whether a comma closes what the word began, and the clause's verb follows it."""
    comma = next((at for at in range(number + 1, len(words)) if words[at][2] == ","), len(words))
    behind = comma + 1 + (comma + 1 < len(words) and is_adverb(words[comma + 1][2]))
    if verb_at(words, behind):
        return True
    present = words[behind][2] if behind + 1 < len(words) else ""
    return present.endswith("s") and present.islower() and words[behind + 1][2] in AFTER_PARTICIPLE


def part(text: str, words: list[Word], number: int, core: Core, out: list[Core]) -> None:
    """Put the core behind those before it. Of two verbs in one clause that nothing joins, one is a participle, which describes a noun.

    What is done to something is told without an object: "envoys expelled by Malta returned", "Malta freed an envoy jailed in 2013".
    """
    told = next((n for n in range(len(out) - 1, -1, -1) if not out[n].noun), None)
    if core.noun or told is None or core.subject is not None or not _unjoined(words, number, out[told], core):
        out.append(core)
        return
    one = next(at for at, (begin, _, _) in enumerate(words) if begin == out[told].at)
    if out[told].subject is None and done_to(text, words, one):
        out[told] = out[told]._replace(subject=(core.start, out[told].at), aside=True)
        out.append(core)
    elif done_to(text, words, number, sure=True):
        out.append(core._replace(subject=antecedent(text, core.start, core.at, out), aside=True))
    else:
        out.append(core)


def _unjoined(words: list[Word], number: int, one: Core, other: Core) -> bool:
    """Whether nothing between two bare verbs of a clause, no mark, conjunction or helping word, makes room for both."""
    between = [word for begin, _, word in words[:number] if one.at < begin]
    bare = (
        past(other.word)
        and (past(one.word) or one.word in IRREGULAR)
        and not one.said
        and one.start == other.start
    )
    return (
        bare
        and not any(
            word in ',;:"“”' or word.lower() in _JOINING or word.lower() in SUBORDINATING for word in between
        )
        and words[number - 1][2] not in _HELPS
    )


def done_to(text: str, words: list[Word], number: int, *, sure: bool = False) -> bool:
    """Whether a verb that does something to something tells so without an object, behind its noun, and is no more than a participle.

    Behind another verb it is `sure` to be one, if it can: "of breaking a truce agreed in May".
    """
    word, before = words[number][2], words[number - 1][2].lower() if number else ""
    return (
        past(word)
        and (word.endswith("ed") if sure else word not in _INTRANSITIVE)
        and before not in _HELPS
        and not is_adverb(before)
        and described_by(text, words, number)
    )
