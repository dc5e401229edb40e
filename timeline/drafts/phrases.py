"""The word that names what happened in a clause, and the phrases before it."""

import re
from collections.abc import Sequence

from timeline.drafts.verbs import FULL_WITH, LIGHT_VERBS
from timeline.drafts.words import list_commas
from timeline.said.clauses import word_list
from timeline.tuples import NamedTuple

# What begins a phrase that stands before its clause.
OPENING = word_list(
    "After Before In On At During Since By Following Despite Under Over Throughout As With For From Until Between Speaking However Meanwhile Earlier Later"
)
_PREPOSITIONS = r"(?i:,|\b(?:in|for|with|on|at|to|by|from|against|between|under|and|that|as|about|over|into|including|since|after|before|until|during|following))\s+"
_PREPOSITIONS_OF = _PREPOSITIONS.replace(
    "to|", r"to(?:\s+[a-z]+(?=\s+(?:the|an?|its|their)\b))?|", 1
).replace("(?:in|", "(?:of|in|", 1)
# A verb in its plain form, behind which its object stands: "must release the envoy", "to set up a post".
_PLAIN_VERB = (
    r"\b(?:(?:must|should|can|could|may|might|shall|will|would)\s+(?:not\s+)?[a-z]+"
    r"|to\s+[a-z]+(?:\s+(?:up|out|off|down))?(?=\s+(?:(?:the|an?|its|their|his|her)\b|[A-Z])))\s+"
)
_BARE_NAME = r"[A-Z][\w'’-]*(?:(?:\s+(?:of|and|the))*\s+[A-Z][\w'’-]*)*\s*"
_OVER = r"\s(?:in|at|near|outside|of|between|with|from|on|by|against)\s+(?:[A-Z]\S*\s+and\s+)?$"
_SOMEWHERE = r"\s(?:in|at|near|outside)\s+$"
_NAME = r"(?P<name>\b[A-Z][\w'’-]{0,24}(?:(?: of| of the| for)? [A-Z][\w'’-]{0,24}){0,5})"


class Core(NamedTuple):
    """The word that names what happened: its place in the text, its CAMEO root, whether it tells that something was said.

    `start` is where its clause begins. `subject` is the stretch of its subject when that stands apart from it: A in
    "A withdrew and blocked", "A, which blocked" and "A, blocked in May,"; `aside` marks the last two, which end at a comma.
    `done_to` is its object where that stands before it: A in "A, which B left". `led_by` is where the word stands that
    puts its clause under another one: "after A left".
    """

    word: str
    start: int
    at: int
    root: str
    said: bool
    noun: bool = False
    subject: tuple[int, int] | None = None
    aside: bool = False
    done_to: tuple[int, int] | None = None
    led_by: int | None = None

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.at + len(self.word)


def is_light(text: str, core: Core) -> bool:
    """Whether a verb leaves it to a noun to say what happened: "a visit took place", but not "the envoy took part"."""
    return core.word.lower() in LIGHT_VERBS and re.match(FULL_WITH, text[core.at : core.at + 40]) is None


def opens(text: str, start: int, end: int) -> bool:
    """Whether words begin as a phrase does that stands before its clause: "In May"."""
    word = re.compile(r"\w+").match(text, start, end)
    return word is not None and word[0] in OPENING


def noun_phrase_before(
    text: str, start: int, end: int, before: Sequence[Core], *, of: bool = False
) -> tuple[int, int]:
    """The noun phrase that ends at `end`: all from `start`, or what follows the last verb or preposition (`of` among them or not).

    >>> story = "Japan rejected the draft of the treaty"
    >>> story[slice(*noun_phrase_before(story, 0, len(story), []))]
    'Japan rejected the draft of the treaty'
    >>> story[slice(*noun_phrase_before(story, 0, len(story), [Core("rejected", 0, 6, "12", False)]))]
    'the draft of the treaty'
    """
    verb = next((c for c in reversed(before) if not c.noun and start <= c.at < end), None)
    start = verb.end if verb is not None else _behind_opening(text, start, end)
    piece = text[start:end]
    listed = list_commas(piece)
    cut = [
        m.end()
        for m in re.finditer(_PREPOSITIONS_OF if of else _PREPOSITIONS, piece)
        if m.start() not in listed
    ]
    cut = sorted((*cut, *(m.end() for m in re.finditer(_PLAIN_VERB, piece))))
    cut = [
        at for at in cut if not re.match(r"(?:its|their|his|her)\b", piece[at:])
    ]  # what that belongs to comes before
    if verb is not None and cut:
        start += cut[-1]
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _behind_opening(text: str, start: int, end: int) -> int:
    """Where the words begin behind a short phrase before them and its comma, if one opens them."""
    phrase = re.compile(r"\w+ [^,]{1,60},\s+").match(text, start, end) if opens(text, start, end) else None
    return phrase.end() if phrase else start


def antecedent(text: str, start: int, end: int, before: Sequence[Core]) -> tuple[int, int]:
    """What a relative clause that begins at `end` tells of: the phrase before it, or the name that this describes.

    >>> story = "Serbia recognised Kosovo, the former province that"
    >>> story[slice(*antecedent(story, 0, story.index("that"), [Core("recognised", 0, 7, "05", said=False)]))]
    'Kosovo'
    >>> story = "Malta mourned a raid at a port in Gozo that"
    >>> story[slice(*antecedent(story, 0, story.index("that"), [Core("mourned", 0, 6, "", said=False)]))]
    'a raid at a port in Gozo '
    """
    verb = Core("", start, start, "", said=False)
    begin, end = noun_phrase_before(text, start, end, [verb, *before])
    if text.startswith("that", end) and (over := _over_name(text, start, begin, end, [verb, *before])):
        return over, end
    owned = re.search(r".*\b(?<!of )(?:the|an?|its|their|his|her)\s+(?=[^,]*$)", text[begin:end])
    described = begin if owned is None else begin + owned.end()
    named = re.search(rf"{_NAME},\s+(?:(?:the|an?)\s+)?$", text[start:described])
    if named is not None:
        return start + named.start("name"), start + named.end("name")
    return (described, end)


def _over_name(text: str, start: int, begin: int, end: int, before: Sequence[Core]) -> int | None:
    """Where the phrase begins to which a bare name and the places before it belong: the clause behind them is not the name's.

    No "that" tells of a bare name, and where something was is not who did it: "a raid at a port in Gozo that" is of the raid.
    """
    if not re.fullmatch(_BARE_NAME, text[begin:end]):
        return None
    over = re.search(_OVER, text[start:begin])
    found = None
    while over is not None:
        found = noun_phrase_before(text, start, start + over.start(), before)[0]
        owned = re.search(r".*\bof (?=(?:the|an?) )", text[found : start + over.start()])
        found += owned.end() if owned else 0
        over = re.search(_SOMEWHERE, text[start:found])
    return found
