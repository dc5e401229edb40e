"""What an abbreviation stands for: the name with these initials that the text told before it."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.drafts.actors import is_body
from timeline.drafts.party_words import words_of_parties
from timeline.said.clauses import word_list
from timeline.states import state_named

# One pattern for all: one for each abbreviation would cost a text more than all that is read with it.
# A class with both apostrophes and the hyphen takes 1 M instructions each time.
_WORD = r"[A-Z](?:[\w'-]|’)+"
_RUN = rf"{_WORD}(?:\s+(?:(?:of|the|for|and|on|in)\s+){{0,2}}{_WORD})+"
# What is abbreviated and is nobody.
_NOBODY = word_list(
    "Agreement Treaty Accord Pact Convention Declaration Memorandum Understanding Protocol Plan Programme Program Process Initiative Zone Area"
    " Year Product Act Framework Dialogue System Project Rights Time Corridor Express"
)


def spelled_out(short: str, text: str, end: int | None = None) -> str:
    """The actor that an abbreviation of two letters or more stands for in a text up to a place, told there before or beside it; "" where nothing there has its initials.

    In brackets behind its words it is their name; elsewhere these must be a body's.

    >>> spelled_out("RSF", "the army and the paramilitary Rapid Support Forces agreed"), spelled_out("RSF", "Paris Says So")
    ('Rapid Support Forces', '')
    """
    end = len(text) if end is None else end
    bracketed = text.find(f"({short})", 0, end)
    if bracketed < 0 and len(short) < 3:
        return ""
    for start in _runs(text).get(short[:2], ()):
        if start >= end:
            break
        run = re.compile(_RUN).match(text, start, end)
        words = [*re.compile(_WORD).finditer(text, run.start(), run.end())] if run else []
        first = "".join(word[0][0] for word in words).find(short)
        if first < 0:
            continue
        last = words[first + len(short) - 1]
        name = " ".join(text[words[first].start() : last.end()].split())
        if last.end() + 1 == bracketed:
            return "" if last[0] in _NOBODY else _as_kept(name)
        if len(short) > 2 and is_body(_as_kept(name)):
            return _as_kept(name)
    return ""


@lru_cache(maxsize=1)
def _runs(text: str) -> Mapping[str, Sequence[int]]:
    """Where runs of capitalised words begin, by any two initials in them that follow each other: looked for once a text."""
    runs: dict[str, list[int]] = {}
    for run in re.finditer(_RUN, text):
        initials = [word[0][0] for word in re.finditer(_WORD, run[0])]
        for two in dict.fromkeys(map("".join, pairwise(initials))):
            runs.setdefault(two, []).append(run.start())
    return runs


def _as_kept(name: str) -> str:
    """The name by which the tables keep an actor."""
    if state := state_named(name):
        return state.name
    return words_of_parties().get(name, name)
