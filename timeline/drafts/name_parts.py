"""Whether a state's word in a text is part of another name, and so no actor."""

import re

_OTHER_NAME = (
    r"(?:\b(?:Northern|Southern|Eastern|Western|Central|Inner|Outer|New|[Aa]nti|[Pp]ost|[Pp]ro|[Oo]ne)[ -])$"
)
_ONCE_OF = r" (?:republics?|states?|bloc|colony|colonies|territor(?:y|ies)|satellites?)\b"
_HELD_THERE = r" (?i:summit|agreements?|accords?|treaty|conference|declaration|protocol|process|format|convention|round|pact|memorandum)\b"


def in_a_name(text: str, start: int, end: int, *, capital: bool) -> bool:
    """Whether a state's word is part of another name: of a part of the world, of what was, or of an event at a capital.

    >>> [in_a_name(text, text.index(name), text.index(name) + len(name), capital=name == "Washington") for text, name in (
    ...     ("Northern Ireland voted", "Ireland"), ("former Soviet republics", "Soviet"),
    ...     ("the Washington summit", "Washington"), ("Washington agreed", "Washington"))]
    [True, True, True, False]
    """
    before = text[max(0, start - 16) : start]
    if re.search(_OTHER_NAME, before) or (
        re.search(r"[Ff]ormer $", before) and re.match(_ONCE_OF, text[end : end + 24])
    ):
        return True
    return capital and re.match(_HELD_THERE, text[end : end + 24]) is not None
