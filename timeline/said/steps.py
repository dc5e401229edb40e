"""The patterns of rules, translated into steps: what stands next in a text, and what comes after it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import Any, Final

from timeline.folding import fold
from timeline.said.tokens import tokens_of
from timeline.tuples import NamedTuple

_TERM = re.compile(
    r"(?P<tight>\^)?(?P<other>!(?=.))?(?:(?P<name>[a-z_]+\d?):(?=.))?(?P<item>\\?.+?)(?P<optional>(?<!\\)\?)?"
)
# Shapes of numbers: the fewest and the most digits.
_NUMBERS: Mapping[str, tuple[int, int]] = {
    "D1": (1, 1), "D2": (2, 2), "D3": (3, 3), "D4": (4, 4), "D8": (8, 8), "D12": (1, 2), "D34": (3, 4), "NUM": (1, 12),
}  # fmt: skip
ANYWORD: Final = "ANYWORD"
# Shapes of words: whether they begin with a capital letter; None: either.
_LETTERS: Mapping[str, bool | None] = {ANYWORD: None, "NAME": True, "SMALL": False}
ENDINGS: Final = "…"  # where a class keeps the endings of its words
_PLACES = ("_", "^_")  # of the phrase itself, in what must not stand around it
_PHRASE_WIDTH = 8  # tokens of a phrase that must not stand before

WORD, NUMBER, LETTERS, CLASS, PHRASE, CHOICE, OTHER, ANY = range(8)

Code = str | int
"""What a token is to the rules: its word, or how many digits it has."""


class Entry(NamedTuple):
    """Some words of a class: those after the first, their meaning, and which of them all have a capital letter."""

    rest: tuple[str, ...]
    meaning: Any
    capitals: tuple[int, ...]


Words = Mapping[str, list[Entry]]
"""A class: for each first word the entries that begin with it, the longest first."""


class Step(NamedTuple):
    """One item of a pattern, and `then` the step after it (None at the end), where the branches of a choice lead too."""

    kind: int
    what: Any
    name: str
    tight: bool
    optional: bool
    then: "Step | None"


class Guard(NamedTuple):
    """What must not stand before a phrase, in at most so many tokens, together with what must not stand after it.

    A `tight` one holds only where no space stands before the phrase.
    """

    width: int
    before: Step | None
    after: Step | None
    tight: bool


def class_of(meanings: Mapping[Any, str]) -> Words:
    """A class by the words that have each meaning, between commas."""
    table: dict[str, list[Entry]] = defaultdict(list)
    for meaning, texts in meanings.items():
        alone = Entry((), meaning, ())
        for text in texts.split(", "):
            if text.isascii() and text.isalpha():  # as most are: 0.1 µs in place of 3
                table[text.lower()].append(Entry((), meaning, (0,)) if text[0].isupper() else alone)
                continue
            plain = text.replace(" ", "")
            if plain.isascii() and plain.isalpha() and plain.islower():
                first, *rest = text.split()
                table[first].append(Entry(tuple(rest), meaning, ()))
                continue
            if text.startswith(ENDINGS):
                table[ENDINGS].append(Entry((text[1:],), meaning, ()))
                continue
            tokens = tokens_of(text, breaks=True)
            capitals = tuple(at for at, token in enumerate(tokens) if text[token.start].isupper())
            first, *rest = (token.word for token in tokens)
            table[first].append(Entry(tuple(rest), meaning, capitals))
    for entries in table.values():
        if len(entries) > 1:
            entries.sort(key=lambda entry: -len(entry.rest))
    return dict(table)


def steps_of(terms: list[str], words: Callable[[str], Words]) -> Step | None:
    """The first step of a pattern, None when it has no items; `words` gives the class of a name."""
    return _branches(terms, None, words)[0][0]


def _branches(
    terms: list[str], then: Step | None, words: Callable[[str], Words]
) -> tuple[tuple[Step | None, ...], bool]:
    """The branches of the group that the last of the terms ends, which are taken away, and whether it is tight."""
    found: list[Step | None] = []
    first, tight = then, False
    while terms:
        term = terms.pop()
        if term in ("(", "^("):
            tight = term[0] == "^"
            break
        if term in (")", ")?"):
            inner, inner_tight = _branches(terms, first, words)
            first = Step(CHOICE, inner, "", inner_tight, term == ")?", first)
        elif term == "|":
            found.append(first)
            first = then
        else:
            first = _item(term, first, words)
    return (first, *reversed(found)), tight


def _item(term: str, then: Step | None, words: Callable[[str], Words]) -> Step:
    kind, what, name, tight, optional = _parsed(term)
    if kind == OTHER:
        what = _item(what, None, words)
    return Step(
        kind, words(what) if kind == CLASS and isinstance(what, str) else what, name, tight, optional, then
    )


@cache  # the terms of the rules are few, and many stand in many: a third of the time that translating takes
def _parsed(term: str) -> tuple[int, Any, str, bool, bool]:
    """A term: the kind of step, what it is (of a class in the vocabulary its name), its name, tight, optional."""
    match = _TERM.fullmatch(term)
    assert match is not None
    what: Any = match["item"]
    kind = WORD
    if match["other"]:
        kind = OTHER
    elif what == "TOKEN":
        kind = ANY
    elif what[0] == "<" and len(what) > 1:
        kind, what = PHRASE, what[1:-1]
    elif what in _NUMBERS:
        kind, what = NUMBER, _NUMBERS[what]
    elif what in _LETTERS:
        kind, what = LETTERS, _LETTERS[what]
    elif what.isupper() and len(what) > 1:
        kind = CLASS
    elif what[0].isupper():
        kind, what = CLASS, class_of({fold(what): what})
    else:
        what = what.removeprefix("\\")
    return kind, what, match["name"] or "", bool(match["tight"]), bool(match["optional"])


def guards_of(text: str, words: Callable[[str], Words]) -> Iterator[Guard]:
    """The guards of an `unless`: one, or one for each branch when `_` stands in the branches of a group."""
    terms = text.split()
    if not terms:
        return
    if _depths(terms)[next(at for at, term in enumerate(terms) if term in _PLACES)]:
        terms = terms[1:-1]
    at = 0
    for end, depth in enumerate(_depths(terms)):
        if end == len(terms) or (terms[end] == "|" and not depth):
            place = next(each for each in range(at, end) if terms[each] in _PLACES)
            before, after = steps_of(terms[at:place], words), steps_of(terms[place + 1 : end], words)
            yield Guard(_width(before), before, after, terms[place] == "^_")
            at = end + 1


def _depths(terms: list[str]) -> list[int]:
    """In how many groups each term stands, and what follows them."""
    return [0, *accumulate((term in ("(", "^(")) - (term in (")", ")?")) for term in terms)]


def _width(step: Step | None) -> int:
    """The most tokens that the steps from one on can take."""
    if step is None:
        return 0
    if step.kind == CHOICE:
        return max(map(_width, (*step.what, step.then)))
    if step.kind == CLASS:
        own = 1 + max((len(entry.rest) for entries in step.what.values() for entry in entries), default=0)
    else:
        own = _PHRASE_WIDTH if step.kind == PHRASE else int(step.kind != OTHER)
    return own + _width(step.then)


def first_steps(step: Step | None) -> Iterator[Step | None]:
    """The steps that may take the first token from one on; None among them where nothing need follow."""
    while step is not None:
        if step.kind == CHOICE:
            for branch in step.what:
                yield from first_steps(branch)
        elif step.kind != OTHER:
            yield step
        if not step.optional and step.kind != OTHER:
            return
        step = step.then
    yield None


def codes_of(step: Step) -> Iterable[Code]:
    """What the token of a step can be, or its first token; ANYWORD for any word."""
    if step.kind == CLASS:
        return (*step.what, ANYWORD) if ENDINGS in step.what else step.what.keys()
    if step.kind == NUMBER:
        return range(step.what[0], step.what[1] + 1)
    return (ANYWORD if step.kind in (LETTERS, ANY) else step.what,)


def seconds_in(step: Step, code: Code) -> list[str | None]:
    """What must follow a first token in a step, None where nothing need; empty where it does not fit."""
    if step.kind == CLASS:
        return [entry.rest[0] if entry.rest else None for entry in step.what.get(code, ())]
    fits = is_word(code) if step.kind == LETTERS else code in codes_of(step)
    return [None] if fits else []


def is_word(code: Code) -> bool:
    """Whether a token is a word, and no number or mark."""
    return isinstance(code, str) and code.isalpha()
