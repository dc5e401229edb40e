"""What an abbreviation stands for: the name with these initials that the text told before it."""

import re

from timeline.drafts.actors import is_body
from timeline.drafts.party_words import words_of_parties
from timeline.said.clauses import word_list
from timeline.states import state_named

# One pattern for all: one for each abbreviation would cost a text more than all that is read with it.
_CAPITALISED = r"[A-Z][\w'’-]+"
# What is abbreviated and is nobody.
_NOBODY = word_list(
    "Agreement Treaty Accord Pact Convention Declaration Memorandum Understanding Protocol Plan Programme Program Process Initiative Zone Area"
    " Year Product Act Framework Dialogue System Project Rights Time Corridor Express"
)


def spelled_out(short: str, text: str) -> str:
    """The actor that an abbreviation stands for in a text, told before or beside it; "" where nothing there has its initials.

    In brackets behind its words it is their name; elsewhere these must be a body's.

    >>> spelled_out("RSF", "the army and the paramilitary Rapid Support Forces agreed"), spelled_out("RSF", "Paris Says So")
    ('Rapid Support Forces', '')
    """
    bracketed = text.find(f"({short})")
    if bracketed < 0 and len(short) < 3:
        return ""
    for run in re.finditer(
        rf"{_CAPITALISED}(?:\s+(?:(?:of|the|for|and|on|in)\s+){{0,2}}{_CAPITALISED})+", text
    ):
        words = list(re.finditer(_CAPITALISED, run[0]))
        first = "".join(word[0][0] for word in words).find(short)
        if first < 0:
            continue
        last = words[first + len(short) - 1]
        name = " ".join(run[0][words[first].start() : last.end()].split())
        if run.start() + last.end() + 1 == bracketed:
            return "" if last[0] in _NOBODY else _as_kept(name)
        if len(short) > 2 and is_body(_as_kept(name)):
            return _as_kept(name)
    return ""


def _as_kept(name: str) -> str:
    """The name by which the tables keep an actor."""
    if state := state_named(name):
        return state.name
    return words_of_parties().get(name, name)
