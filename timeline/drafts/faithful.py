"""Whether a title can be what its clause says: one that says something else is worse than the clause itself."""

import re

from timeline.drafts.phrases import Core
from timeline.drafts.words import words_of

# It begins with what should follow a subject, or a verb follows what described its subject.
_HEADLESS = r"(?:will|would|has|have|had|is|are|was|were|be|been|which|who|whom|that,|whose|to)(?!\w)"
_TWO_VERBS = r"\b[a-z]{3,}ed (?:had|has|have|was|were|will|would)\b"
_BARE = r"(?:In|At|On|By|During|Under|With|From|For|Through)\b[^,:]*$"  # a phrase that only says when, where or how


def faithful(title: str, core: Core) -> bool:
    """Whether a title tells who did what, and by the verb of its clause.

    >>> refused = Core("refused", 0, 10, "12", said=False)
    >>> [faithful(title, refused) for title in ("Malta refused offer", "Will refuse offer", "In Malta", "Malta left")]
    [True, False, False, False]
    """
    if core.noun or core.said:
        return re.match(_BARE, title) is None
    wrong = re.match(rf"(?i:{_HEADLESS})|{_BARE}", title) or re.search(_TWO_VERBS, title)
    told = (word.lower() for _, _, word in words_of(title, 0, len(title)))
    return wrong is None and core.word.lower() in told
