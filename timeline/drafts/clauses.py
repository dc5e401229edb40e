"""A sentence taken apart far enough to see what happened: for each date its clause, and the words to quote."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.dates.event_date import EventDate
from timeline.drafts.cores import cores, words_of
from timeline.drafts.governing import governing
from timeline.drafts.mention import Mention
from timeline.drafts.phrases import Core
from timeline.drafts.verbs import LIGHT_VERBS, deeds

LONGEST_QUOTE = 260  # characters
_GOES_ON = r"(?:,|;|\band\b)\s*(?:(?:also|then|later|will|would|has|have|had|was|were|is|are|be)\s+)*$"
_TURN = r"[\s,;]*(?:\b(?:and|but|while)\b)?\s*(?:\balso\b)?\s*$"

Span = tuple[int, int]


class Clause(NamedTuple):
    """What one event is told with: its core, its stretch of the sentence, the words to quote, and the expression that dates it.

    `dated` are the stretches of the text that say the date: both ends of a range, and a wider date that says the same.
    """

    core: Core
    start: int
    end: int
    quote: tuple[int, int]
    mention: Mention | None
    dated: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[int, int], ...] = ()  # where the sentence says other dates


def clauses(text: str, start: int, end: int, dated: Sequence[Mention]) -> list[Clause]:
    """The clauses of a sentence that tell an event: one for each dated expression, or, without any, one for each verb we know."""
    words = [
        word for word in words_of(text, start, end) if not any(m.start <= word[0] < m.end for m in dated)
    ]
    found = cores(text, words, start)
    if not dated:
        known = [core for core in found if (core.root or core.word in deeds()) and not core.noun]
        return [_clause(text, (start, end), core, None, found) for core in known]
    ranges = ranged(text, dated)
    out: list[Clause] = []
    for mention, span in ranges:
        core = governing(text, mention, found, start, end)
        if core is not None:
            others = tuple(other for _, other in ranges if other != span)
            made = _clause(text, (start, end), core, span, found)
            out.append(made._replace(mention=mention, dated=(span,), others=others))
    return _shared(text, _narrowest(out))


def _shared(text: str, found: list[Clause]) -> list[Clause]:
    """The clauses with one verb for two dates cut apart: "visited Sofia on Saturday and Skopje last Wednesday"."""
    out: list[Clause] = []
    for clause in found:
        before = out[-1] if out else None
        if (
            before is None
            or before.core.at != clause.core.at
            or before.dated[-1][0] < clause.core.at
            or _listed(text, clause)
        ):
            out.append(clause)
            continue
        last = before.dated[-1]
        joint = re.match(r",?\s+(?:and|but)\b", text[last[1] : clause.dated[0][0]])
        if joint is None:
            out.append(clause)
            continue
        told = last[1] + joint.end()
        rest = re.sub(
            r"\b(?:on|in|at|from|between|by|since|early|late|last|the|again)\b|\W",
            "",
            text[told : clause.dated[0][0]],
        )
        skipped = ((clause.core.end, told),) if rest else (*before.dated[:-1], (last[0], told))
        out[-1] = before._replace(end=last[1])
        out.append(clause._replace(dated=(*skipped, *clause.dated)))
    return out


def ranged(text: str, dated: Sequence[Mention]) -> list[tuple[Mention, tuple[int, int]]]:
    """The expressions with the stretch that each takes; the two ends of a range are one."""
    out: list[tuple[Mention, tuple[int, int]]] = []
    for mention in dated:
        if out:
            first, (begin, finish) = out[-1]
            if (
                first.edtf == mention.edtf
                and 0 <= mention.start - finish < 8
                and "\n" not in text[finish : mention.start]
            ):
                out[-1] = first, (begin, mention.end)
                continue
        out.append((mention, (mention.start, mention.end)))
    return out


def _narrowest(found: list[Clause]) -> list[Clause]:
    """The clauses without those that date the same core more widely: of "last year … in June 2019" the month stays."""
    out: list[Clause] = []
    for clause in found:
        twin = next(
            (n for n, other in enumerate(out) if other.core.at == clause.core.at and _touch(other, clause)),
            None,
        )
        if twin is None:
            out.append(clause)
            continue
        spans = (*out[twin].dated, *clause.dated)
        same = _days(out[twin]) == _days(clause)
        finer = (
            "T" in (clause.mention.edtf or "")
            if same and clause.mention is not None
            else _holds(out[twin], clause)
        )
        narrow = clause if finer else out[twin]
        out[twin] = narrow._replace(dated=tuple(sorted(spans)))
    return out


def _listed(text: str, clause: Clause) -> bool:
    """Whether the dates are those of examples: "nine states, including Panama in 2017 and …"."""
    return (
        re.search(r"\b(?:including|such as|among them)\b", text[clause.core.at : clause.dated[0][0]])
        is not None
    )


def _days(clause: Clause) -> tuple[int | None, int | None]:
    date = EventDate.parse(clause.mention.edtf or "") if clause.mention is not None else None
    return (date.first_day, date.last_day) if date is not None else (None, None)


def _holds(wide: Clause, narrow: Clause) -> bool:
    """Whether one date lies within the other, both bounded."""
    first, last = _days(wide)
    begin, finish = _days(narrow)
    if first is None or last is None or begin is None or finish is None:
        return False
    return first <= begin and finish <= last


def _touch(one: Clause, other: Clause) -> bool:
    return _holds(one, other) or _holds(other, one)


def _clause(text: str, sentence: Span, core: Core, dated: Span | None, found: list[Core]) -> Clause:
    """The stretch of the sentence that belongs to the core, and the words to quote; `dated` is where its date stands."""
    start = sentence[0]
    finish = _finish(text, sentence, core, dated, found)
    core = _of_what_it_tells(text, core, found)
    begin = start
    if dated is not None:
        begin = max(begin, text.rfind(";", start, min(core.at, dated[0])) + 1)
        begin += len(text[begin:finish]) - len(text[begin:finish].lstrip())
    if core.subject is not None and not core.aside:
        begin = core.at
    elif core.subject is not None:
        begin = core.subject[0]
    elif not core.noun and (not core.said or core.start > start) and _coordinate(text, start, core, dated):
        begin = core.start
    turned = re.match(r"(?:(?:and|but|while)\s+)", text[begin:finish])
    begin += turned.end() if turned and begin > start else 0
    quote = _quote(text, begin, finish, core, dated)
    return Clause(core=core, start=begin, end=finish, quote=quote, mention=None)


def _coordinate(text: str, start: int, core: Core, dated: Span | None) -> bool:
    """Whether the core's clause is one of its own: ", and the two armies clashed", with its date inside."""
    return (
        core.start > start
        and re.match(r"(?:and|but|while)\b", text[core.start : core.at]) is not None
        and (dated is None or dated[0] >= core.start)
    )


def _finish(text: str, sentence: Span, core: Core, dated: Span | None, found: list[Core]) -> int:
    """Where the core's clause ends: at the next verb that goes on, the next clause, the speaker, or a semicolon."""
    start, end = sentence
    told = dated[1] if dated is not None else start
    reach = max(core.end, told)
    verbs = [c for c in found if not c.noun and c.at > core.at]
    goes_on = [
        c.at
        for c in verbs
        if (c.root or c.subject) and c.at > told and re.search(_GOES_ON, text[core.at : c.at])
    ]
    next_clauses = [
        c.start for c in verbs if c.start >= reach and re.match(r"(?:and|but|while)\b", text[c.start : c.at])
    ]
    finish = min([*goes_on, *next_clauses], default=end)
    if finish < end:
        finish = start + len(re.sub(_TURN, "", text[start:finish]))
    reduced = re.search(r",[\"”]?\s+(?=(?:held|signed|adopted|issued|published)\b)", text[core.at : finish])
    if reduced and dated is not None and told <= core.at + reduced.start():
        finish = core.at + reduced.start()
    speaker = next((c for c in verbs if c.said and c.start > core.at and told <= c.start), None)
    finish = min(finish, speaker.start) if speaker is not None else finish
    if core.noun and core.aside:
        return reach
    if core.aside:
        comma = re.search(r",(?!\d)", text[reach:finish])
        finish = reach + comma.start() if comma else finish
    if told > core.at and re.match(r",\s+(?:and|but|while)\s", text[told:finish]):
        finish = told
    semicolon = text.find(";", reach, finish)
    return semicolon if semicolon >= 0 else finish


def _of_what_it_tells(text: str, core: Core, found: list[Core]) -> Core:
    """The core with the kind of what it announces, and of the noun that a light verb tells: "a visit took place"."""
    told = next(
        (c for c in found if core.said and not core.noun and c.at > core.at and c.root not in ("", "01")),
        None,
    )
    if (
        told is not None
        and not told.noun
        and " that " in text[core.at : told.at]
        and "," not in text[core.at : told.at]
    ):
        return core._replace(root=told.root)
    if core.word.lower() in LIGHT_VERBS and not core.root:
        noun = next((c for c in found if c.noun and core.start <= c.at < core.at), None)
        return core._replace(root=noun.root) if noun else core
    return core


def _quote(text: str, begin: int, finish: int, core: Core, dated: Span | None) -> tuple[int, int]:
    """The words to quote: the clause, or the part of a long one around its core and date."""
    low = min(core.at, dated[0] if dated else core.at)
    high = max(core.end, dated[1] if dated else core.at)
    start, end = min(begin, low), max(finish, high)
    if end - start > LONGEST_QUOTE:
        commas = [m.end() for m in re.finditer(r"[,;:]\s+|[\"“]", text[begin:low])]
        start = begin + commas[-1] if commas else start
        after = re.search(r"[,;.]|\s\(", text[high : min(high + 120, finish)])
        end = high + after.start() if after else min(high + 120, max(finish, high))
        if end < finish and not after:
            end = start + len(text[start:end].rsplit(" ", 1)[0])
    piece = text[start:end]
    start += len(piece) - len(
        re.sub(r"^[\s\"“]*(?![\s\"“])(?:[-•#>]+\s+(?!\s))*[\s\"“]*", "", piece)
    )  # nor a list's mark
    end -= len(piece) - len(piece.rstrip(' "”,;'))
    return start, max(end, start + 1)
