"""Whose talks, agreement or truce it is that a clause tells of without naming anybody: those whom the text told of it with."""

import re

from timeline.drafts.references import Parties, reference
from timeline.drafts.stretches import Clause

_SAME = (  # what one text calls by several words
    r"talks|negotiations|consultations",
    r"agreement|accord|pact|treaty|deal",
    r"truce|cease-?fire|pause in (?:the )?fighting",
)
_SIGNS = ("talks", "negot", "consult", "agree", "accord", "pact", "treaty", "deal", "truce", "cease", "pause")
_MATTER = (
    rf"\s*(?:[Tt]he (?:[a-z-]+ ){{0,2}}?|(?=[Tt]alks|[Nn]egotiations))(?i:(?P<matter>{'|'.join(_SAME)}))\b"
)
_AGREED = r"\bagreed (?:that|on|to)\b"
_BROKERED = r"\b(?:(?:brokered|mediated|facilitated|hosted) by|mediat(?:ors?|ion)|proposed)\b"  # by those who are no party to it
_BACK = 5  # sentences before the clause's own, and then the two that open the text
_OPENING = 2


def parties_to(clause: Clause, parties: Parties) -> tuple[str, ...]:
    """The two parties to what a clause has as its subject, of the nearest sentence that tells of it with both; () where none does.

    What two agree on in the words before it is theirs.
    """
    text, core = parties.text, clause.core
    *before, (start, _) = parties.sentences
    begin = core.start
    if agreed := re.search(_AGREED, text[start : core.at]):
        begin = start + agreed.end()
    subject = text[slice(*core.subject)] if core.subject else text[begin : core.at]
    low = subject.lower()
    found = re.match(_MATTER, subject) if any(sign in low for sign in _SIGNS) else None
    if found is None:
        return ()
    if agreed and (named := parties.named_together(start, begin)):
        return named
    words = next(words for words in _SAME if re.fullmatch(words, found["matter"], re.IGNORECASE))
    last = len(before)
    nearest = [*range(last - 1, max(-1, last - 1 - _BACK), -1), *range(min(_OPENING, last))]
    for at in dict.fromkeys(nearest):
        stretch = before[at]
        if re.search(rf"\b(?:{words})\b", text[slice(*stretch)]):
            if not re.search(_BROKERED, text[slice(*stretch)]) and (
                named := parties.named_together(*stretch)
            ):
                return named
            if plural := reference().search(text, *stretch):
                return parties._replace(sentences=before[: at + 1]).meant(plural)
    return ()
