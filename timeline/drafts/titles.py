"""Titles for proposed events: a clause in at most twelve words."""

import re

from timeline.drafts.actors import named
from timeline.drafts.clauses import Clause
from timeline.drafts.mention import Mention
from timeline.drafts.word_lists import word_list
from timeline.states import state_named

TITLE_WORDS = 12
_TAIL = frozenset(
    word_list(
        "the a an of in on at by to for with and or that its his her their from as into over "
        "between which who is was were be been has have had not due"
    )
)
# Compiled when first used, and kept by `re`: 3 ms that a command without proposals should not pay.
_OPENING = (
    r"(?i:^(?:however|moreover|meanwhile|in addition|also|but|and|as for|according to [^,]{1,60}),?\s+)"
)
_ARTICLE = r"(?i:\b(?:the|an?) (?=\w))"
_PREPOSITION = r"(?i:(?:\b(?:on|in|at|since|until|till|by|of|from|before|after|during|for the first time since|through|to|between|about|around|early|late)\s+)?(?:the\s+)?$)"


def title_of(text: str, clause: Clause) -> str:
    """A title of at most twelve words: who, the verb, and what follows it, without the date."""
    core, mention = clause.core, clause.mention
    if core.said and not core.noun and core.start > clause.start:
        speaker = _without(text, core.start, clause.end, clause.dated)
        told = _without(text, clause.start, core.start, None).rstrip(" ,")
        person = next(
            (
                a
                for a in named(speaker)
                if a.name in speaker
                and not state_named(a.name)
                and a.end - a.start == len(a.name)
                and " " in a.name
            ),
            None,
        )
        words = speaker[speaker.find(person.name) if person else 0 :].split()
        return _short(
            f"{' '.join(words[:8]).rstrip(' .,;:')}: {told}", limit=TITLE_WORDS + (1 if len(words) > 6 else 0)
        )
    subject = max(clause.start, core.start if core.start < core.at else clause.start)
    piece = text[subject : clause.end]
    if core.subject is not None:
        subject_words = re.sub(
            r"(?:\s+(?:has|have|had|was|were|is|are|been|be|will|would))+\s*$", "", text[slice(*core.subject)]
        )
        return _short(
            f"{subject_words} {_without(text, core.at, clause.end, clause.dated)}", limit=TITLE_WORDS
        )
    if core.noun:
        subject = _phrase_start(text, clause.start, core.at)
    else:
        subject = _subject_start(text, subject, core.at, mention)
    piece = _without(text, subject, clause.end, clause.dated)
    return _short(piece, limit=TITLE_WORDS)


def _phrase_start(text: str, start: int, at: int) -> int:
    """Where the noun's phrase begins: after the last comma, quotation mark, "that" or verb before it."""
    marks = [m.end() for m in re.finditer(r"[,;:]\s*|(?<!\w)[\"“]|\bthat\s+(?=the\b|[A-Z])", text[start:at])]
    return start + marks[-1] if marks else start


def _subject_start(text: str, start: int, at: int, mention: Mention | None) -> int:
    """Where the verb's subject begins: after an opening phrase with the date, or after the last clause mark."""
    told = [m.end() for m in re.finditer(r"\b(?:that|which)\s+", text[start:at])]
    if told:
        return start + told[-1]
    piece = text[start:at]
    if mention is not None and mention.end <= at and mention.start - start < 45:
        comma = re.match(r"[^,]{0,30},\s*", text[mention.end : at])
        if comma:
            return mention.end + comma.end()
    opening = re.match(
        r"(?:After|Before|In|On|At|During|Since|By|Following|Despite|Under) [^,]{1,60},\s+", piece
    )
    return start + opening.end() if opening else start


def _without(text: str, start: int, end: int, dated: tuple[int, int] | None) -> str:
    """The piece of text without the expression that dates it and its preposition."""
    if dated is None or not start <= dated[0] < end:
        return text[start:end]
    head = re.sub(_PREPOSITION, "", text[start : dated[0]])
    return f"{head} {text[dated[1] : end]}"


def _short(piece: str, *, limit: int) -> str:
    """The piece in few words: no quotation marks, articles or brackets; cut where it does not hurt."""
    piece = re.sub(r"\bmade (?:it )?clear that\b", "made clear", piece)
    piece = re.sub(r"\([^()]{0,80}\)|/[A-Z]{2,10}/", " ", piece)
    piece = " ".join(re.sub(r"[\"“”«»]", "", piece).split()).strip(" ,;.:-–—")
    while True:
        stripped = re.sub(_OPENING, "", piece)
        if stripped == piece:
            break
        piece = stripped
    piece = re.sub(_ARTICLE, "", piece)
    piece = re.sub(r"\s+([,;:.])", r"\1", piece)
    words = piece.split()
    if len(words) > limit:
        words = words[:limit]
        comma = next((n for n in range(len(words) - 1, 4, -1) if words[n].endswith((",", ";"))), None)
        if comma is not None and comma >= 6:
            words = words[: comma + 1]
    while len(words) > 2 and words[-1].lower().strip(",;:") in _TAIL:
        words.pop()
    title = " ".join(words).strip(" ,;.:-–—")
    return title[:1].upper() + title[1:]
