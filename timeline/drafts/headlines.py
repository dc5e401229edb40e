"""The headline of an article, where its text has one."""

import re

from timeline.drafts.article import Setup
from timeline.drafts.dateline import body_start
from timeline.drafts.sentences import sentences
from timeline.drafts.shortening import in_own_words, shortened


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
