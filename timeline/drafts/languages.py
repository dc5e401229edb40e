"""Whether a text is in the language that the rules read."""

import re

from timeline.drafts.word_lists import word_list

_SAMPLE = 4000  # characters
_ENOUGH = 30  # words, below which nothing is told
_COMMON = frozenset(
    word_list("the of to and that with by at from be has said were had its he for is it have")
)


def looks_english(text: str) -> bool:
    """Whether every tenth word at least is one of the commonest English ones; a short text is given the benefit.

    >>> looks_english("Le ministre a déclaré que les négociations avec le Japon " * 5), looks_english("The talks of the day " * 9)
    (False, True)
    """
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    if len(words) < _ENOUGH and letters < _ENOUGH * 8:
        return True
    return sum(word in _COMMON for word in words) * 10 >= len(words)
