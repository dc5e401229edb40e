"""What an abbreviation stands for: the name with these initials that the text told before it."""

import re

from timeline.drafts.actors import is_body
from timeline.drafts.party_words import party_words
from timeline.said.clauses import word_list
from timeline.states import state_named

_SMALL = r"(?:(?:of|the|for|and|on|in)\s+){0,2}"
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
    words = rf"\s+{_SMALL}".join(rf"{letter}[\w'’-]+" for letter in short)
    if found := re.search(rf"(?<!\w){words}(?= \({short}\))", text):
        name = " ".join(found[0].split())
        return "" if name.rpartition(" ")[2] in _NOBODY else _as_kept(name)
    if len(short) < 3:
        return ""
    names = (" ".join(match[0].split()) for match in re.finditer(rf"(?<!\w){words}(?!\w)", text))
    return next((_as_kept(name) for name in names if is_body(_as_kept(name))), "")


def _as_kept(name: str) -> str:
    """The name by which the tables keep an actor."""
    if state := state_named(name):
        return state.name
    return next((kept for start, end, kept in party_words(name) if end - start == len(name)), name)
