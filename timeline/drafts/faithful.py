"""Whether a title can be what its clause says: one that says something else is worse than the clause itself."""

import re

from timeline.drafts.phrases import Core
from timeline.drafts.words import words_of
from timeline.said.clauses import word_list

# It begins with what should follow a subject, or a verb follows what described its subject.
_HEADLESS = word_list("will would has have had is are was were be been which who whom whose to")
_TWO_VERBS = r"\b[a-z]{3,}ed (?:had|has|have|was|were|will|would)\b"
_BARE = word_list("In At On By During Under With From For Through")


def faithful(title: str, core: Core) -> bool:
    """Whether a title tells who did what, and by the verb of its clause.

    >>> refused = Core("refused", 0, 10, "12", said=False)
    >>> [faithful(title, refused) for title in ("Malta refused offer", "Will refuse offer", "In Malta", "Malta left")]
    [True, False, False, False]
    """
    first = re.match(r"\w*", title)
    opens = first[0] if first else ""
    bare = opens in _BARE and not {",", ":"} & {*title}  # a phrase that only says when, where or how
    if core.noun or core.said:
        return not bare
    headless = opens.lower() in _HEADLESS or title.lower().startswith("that,")
    if bare or headless or ("ed " in title and re.search(_TWO_VERBS, title)):
        return False
    verb = core.word.lower()
    return verb in title.lower().split() or any(
        word.lower() == verb for _, _, word in words_of(title, 0, len(title))
    )
