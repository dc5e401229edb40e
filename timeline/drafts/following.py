"""When that happened which a text tells without a date, and whose own words tie it to what was told before."""

import re
from collections.abc import Iterator, Sequence

from timeline.dates.calendar import civil_from_days, day_iso
from timeline.drafts.likeness import STEM
from timeline.drafts.proposal import Proposal
from timeline.drafts.shifted import MEASURES
from timeline.drafts.stretches import Clause
from timeline.drafts.verbs import ROOTS, noun_roots
from timeline.tuples import NamedTuple

# An occasion that the text has told before is named again with "the": by which words it may have been told.
_TOLD_AS = {
    "talks meeting summit negotiations consultations discussions session conference gathering": (
        r"talks|meet\w*|met|summit|negotiat\w+|consult\w+|discuss\w+|session|conference|gather\w+|convened"
    ),
    "visit trip tour stay": r"visit\w*|trip|tour\w*|arriv\w+|travel\w+|flew|paid",
    "vote": r"vot\w+|adopt\w+|extend\w*|approv\w+|pass\w+|reject\w+|veto\w+",
    "signing ceremony": r"sign\w+|inked|ceremony|inaugurat\w+|sworn",
    "decision": r"deci\w+",
}
_OCCASIONS = {noun: told for nouns, told in _TOLD_AS.items() for noun in nouns.split()}
_BEGAN = r"\b(?:arriv|travel)(?:s|ed|led)\b|\bflew\b"  # what begins a stay and does not fill it
_STAY = 7  # days for which one stays at most
_OCCASION = (
    r"(?i:(?P<when>after|following|during|at|on the (?:sidelines|margins) of))\s+(?:the|their|his|her|its|that)\s+"
    r"(?P<named>[\w-]+(?:\s+[\w-]+){0,2}?)(?P<rest>\s+(?:in|with|between|at|to)\s[^,.;]{1,50})?(?=[,.;]|$)"
)
_LATER = r"\b(?P<unit>hour|day|week|month|year)s (?:later|afterwards?|after)\b"
_SOON = r"\b(?:(?:shortly|soon|immediately) (?:afterwards?|thereafter|after(?= the\b|[,.;]|\s*$))|in (?:return|response|retaliation|reply|turn)\b(?! (?:to|for)\b))"
_AFTERWARDS = (
    r"\b(?<!no )(?<!or )(?:later|afterwards?|subsequently|thereafter)\b(?! (?:than|this|in|on|next|that)\b)"
)
_ALSO = r"\b(?:also|in addition|moreover)\b"
_BOTH = r"(?:and\s+)?[Tt]he (?:two|three|four) (?:sides|parties|leaders|presidents|premiers|ministers|heads|countries|nations|states|governments|neighbou?rs|delegations)\b"
_OVER = r"\b(?:over|about|after|following) the (?:incident|move|step|action|clash|attack)\b"
_BEFORE_THEN = r"\b(?:has|have|had|having)\s+(?:\w+\s+){0,2}$"  # of any time before
_DATE = r"[\[{]?(\d{4}(?:-\d\d){0,2})(?:T[\d:]+)?~?(?:(?:/|\.\.|,)(\d{4}(?:-\d\d){0,2})~?)?[\]}]?"
_REACH = 30  # events before this one among which an occasion is looked for
_OPENING = 10  # characters before a date that opens its sentence
_NEAR = 3  # events before this one among which its own actors are looked for


class Anchor(NamedTuple):
    """An event told before that has a date of its own: its first and last day or month as text, the first and last day as numbers."""

    proposal: Proposal
    first: str
    last: str
    first_day: int
    last_day: int


class Undated(NamedTuple):
    """An event told without a date: its clause, where its sentence begins, who takes part."""

    clause: Clause
    sentence: int
    actors: tuple[str, ...]


class Tie(NamedTuple):
    """The event before that another leans on, the date which that one has by it, and the words that say so."""

    before: Proposal
    date: str
    words: str


def leaned(text: str, told: Undated, before: Sequence[Proposal], today: int) -> Tie | None:
    """What ties an event to one of those told `before`, and the date that it has by that; None where no words do.

    `today` is the day of writing, after which nothing has happened.
    """
    clause = told.clause
    if re.search(_BEFORE_THEN, text[clause.core.start : clause.core.at]):
        return None
    anchors = tuple(_anchors(before[-_REACH:], today))
    last = anchors[-1] if anchors and anchors[-1].proposal is before[-1] else None
    if last is not None and "\n" in text[last.proposal.end : clause.start]:
        last = None  # another paragraph goes on from nothing by a mere "later"
    return (
        _on_an_occasion(text, told, anchors, today)
        or (last and (_behind(text, clause, last, today) or _joined(text, told, last)))
        or _with_its_actors(text, told, anchors)
    )


def _on_an_occasion(text: str, told: Undated, anchors: Sequence[Anchor], today: int) -> Tie | None:
    """By an occasion that is named again: "During the visit, …", "… after the talks"."""
    clause = told.clause
    opening = re.match(_OCCASION, text[told.sentence : clause.core.at].removeprefix("Speaking "))
    closing = re.search(_OCCASION, text[clause.core.end : clause.end])
    for named in (opening, closing if closing and not closing["rest"] else None):
        anchor = _occasion(text, named["named"], anchors) if named else None
        if named is None or anchor is None:
            continue
        began = re.search(_BEGAN, text[anchor.proposal.start : anchor.proposal.end])
        if named["when"].lower() in ("after", "following"):
            date = _about(anchor, today)
        elif began:
            date = _between(anchor.first_day, min(today, anchor.first_day + _STAY))
        else:
            date = _within(anchor)
        return Tie(anchor.proposal, date, f"{named['when']} the {named['named']}")
    return None


def _behind(text: str, clause: Clause, anchor: Anchor, today: int) -> Tie | None:
    """By words that say how far behind the event just told: "weeks later", "in return", "later"."""
    own = text[min(clause.core.start, clause.start) : clause.end]
    if (vague := re.search(_LATER, own)) is not None:
        return Tie(anchor.proposal, _measured(anchor, vague["unit"], today), vague[0])
    if (soon := re.search(f"{_SOON}|{_OVER}", own)) is not None:
        return Tie(anchor.proposal, _about(anchor, today), soon[0])
    if (behind := re.search(_AFTERWARDS, own)) is not None:
        return Tie(anchor.proposal, _between(anchor.first_day, today), behind[0])
    return None


def _joined(text: str, told: Undated, anchor: Anchor) -> Tie | None:
    """By its subject, both of those just told of, or by a clause of its own sentence with one of its actors.

    Where they met, both did together what they did there.
    """
    core = told.clause.core
    before = text[core.start : core.at].lstrip()
    if (both := re.match(_BOTH, before)) is not None:
        doubt = "" if anchor.proposal.event.kind == ROOTS["04"] else "~"
        return Tie(anchor.proposal, _within(anchor, doubt), both[0])
    mention = anchor.proposal.mention
    opens = (
        mention is not None and 0 <= mention.start - told.sentence < _OPENING
    )  # "Last month, …, and …": of both
    shared = opens or set(told.actors) & set(anchor.proposal.event.actors)
    if shared and told.sentence <= anchor.proposal.start and re.match(r"and\b", before):
        return Tie(anchor.proposal, _within(anchor, "~"), "and")
    return None


def _with_its_actors(text: str, told: Undated, anchors: Sequence[Anchor]) -> Tie | None:
    """By what one of its actors did "also"."""
    clause = told.clause
    also = re.search(_ALSO, text[min(clause.core.start, clause.start) : clause.end])
    for other in anchors[-_NEAR:][::-1] if also else ():
        if also and set(told.actors) & set(other.proposal.event.actors):
            return Tie(other.proposal, _within(other, "~"), also[0])
    return None


def _anchors(told: Sequence[Proposal], today: int) -> Iterator[Anchor]:
    """The events told before that have happened, on a day, in a month or a year, or between two."""
    for proposal in told:
        date = proposal.event.date
        read = re.fullmatch(_DATE, str(date))
        if read and date.first_day is not None and date.last_day is not None and date.first_day <= today:
            yield Anchor(proposal, read[1], read[2] or read[1], date.first_day, min(date.last_day, today))


def _occasion(text: str, named: str, anchors: Sequence[Anchor]) -> Anchor | None:
    """The event that words like "two-day visit" name again, told last."""
    noun = named.rsplit(maxsplit=1)[-1].lower()
    words = _OCCASIONS.get(noun) or (rf"{noun[:STEM]}\w*" if noun in noun_roots() else "")
    return next(
        (
            one
            for one in reversed(anchors)
            if words and re.search(rf"\b(?:{words})\b", text[one.proposal.start : one.proposal.end])
        ),
        None,
    )


def _within(anchor: Anchor, doubt: str = "") -> str:
    """At the time of an event: its day, or one of its days."""
    if anchor.first != anchor.last:
        return f"[{anchor.first}..{anchor.last}]"
    return anchor.first + doubt


def _about(anchor: Anchor, today: int) -> str:
    """Next to an event: its last day, or thereabouts; on the day of writing, that day."""
    return anchor.last if anchor.last == day_iso(today) else f"{anchor.last}~"


def _between(first: int, last: int) -> str:
    return day_iso(first) if first == last else f"[{day_iso(first)}..{day_iso(last)}]"


def _measured(anchor: Anchor, unit: str, today: int) -> str:
    """So many units behind an event, which nobody counted; no more closely than it is dated."""
    least, most = MEASURES[unit]
    first, last = min(anchor.first_day + least, today), min(anchor.last_day + most, today)
    known = anchor.first.count("-")
    if known == 2:
        return _between(first, last)
    if known == 0 or unit in ("hour", "day"):
        return _about(anchor, today)
    months = ["{:04}-{:02}".format(*civil_from_days(day)) for day in (first, last)]
    return months[0] if months[0] == months[1] else f"[{months[0]}..{months[1]}]"
