"""The headline of an article, where its text has one."""

import re
from collections.abc import Iterable

from timeline.drafts.article import Setup
from timeline.drafts.dateline import body_start
from timeline.drafts.likeness import STEM
from timeline.drafts.sentences import sentences
from timeline.drafts.shortening import in_own_words, shortened
from timeline.drafts.verbs import ROOTS
from timeline.folding import fold
from timeline.model import Event

_ALIKE = 0.6  # share of the words of the shorter title that the other has
_NEW = 31  # days for which what has happened is news
_SHARED = 2  # actors and other words of a headline by which a sentence is known to tell the same


def headline_of(text: str, setup: Setup) -> str:
    r"""The headline: the first line of four words or more that ends like no sentence and holds no dateline.

    >>> from timeline.drafts.article import set_up
    >>> headline_of("All news\n\nTalks resume in Geneva after a year\n\nGENEVA, May 6, 2021. They met.", set_up("", today=None))
    'Talks resume in Geneva after a year'
    """
    offset = 0
    for line in text[:4000].splitlines(keepends=True):
        words = re.sub(r"[*_`]{1,3}(?=\w)|(?<=\w)[*_`]{1,3}", "", line.strip().lstrip("# "))
        if setup.dateline.end and offset <= setup.dateline.start < offset + len(line):
            offset += len(line)
            if ". " in line or "—" in line or "(" in line:
                return ""
            continue
        offset += len(line)
        if 4 <= len(words.split()) <= 30 and words[-1] not in ".!?:;,":
            return re.sub(
                r"^(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|FACTBOX|EXCLUSIVE)(?: \d+)?-", "", words
            )  # a wire's slug
    return ""


def opening_of(text: str, setup: Setup) -> str:
    """What to call an article without a headline: its first sentence, in few words.

    >>> from timeline.drafts.article import set_up
    >>> opening_of("OSLO (NPA) — The two states agreed.", set_up("", today=None))
    'Two states agreed'
    """
    for start, end in sentences(text[:4000]):
        begin = body_start(text, start, end, setup.dateline)
        if len(text[begin:end].split()) >= 3:
            return (shortened if setup.language == "en" else in_own_words)(text[begin:end])
    return ""


def retold(headline: Event, lead: Iterable[tuple[Event, bool]]) -> bool:
    """Whether an event of an article's first sentences is what its headline tells: it is made of those, of their actors and words.

    `headline` has the article's day; beside each event of the lead stands whether it has no more than that, either: then the
    two are one only where they are told in one set of words, as a deed. What lies further back than news does is background.
    """
    words, day = _stems(headline.title), headline.date.last_day
    for one, undated in lead:
        others = _stems(one.title)
        both = set(headline.actors) & set(one.actors)
        alike = len(words & others) >= _ALIKE * max(_SHARED, min(len(words), len(others)))
        known = len(both) + len((words & others) - _stems(" ".join(both))) >= _SHARED
        recent = one.date.last_day is None or day is None or day - one.date.last_day < _NEW
        if (alike and one.kind != ROOTS["01"]) if undated else (known and recent):
            return True
    return False


def _stems(title: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w+", fold(title)) if len(word) > 3}
