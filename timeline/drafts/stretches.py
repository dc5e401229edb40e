"""The stretch of a sentence that belongs to the word that tells an event, and the words to quote."""

import re

from timeline.drafts.mention import Mention
from timeline.drafts.phrases import Core
from timeline.drafts.verbs import LIGHT_VERBS
from timeline.tuples import NamedTuple

LONGEST_QUOTE = 260  # characters
_GOES_ON = r"(?:,|;|\band\b)\s*(?:(?:also|then|later|will|would|has|have|had|was|were|is|are|be)\s+)*$"
_TURN = r"[\s,;]*(?:\b(?:and|but|while)\b)?\s*(?:\balso\b)?\s*$"
# What a noun of action is done to, behind its date: "the expulsion in May of two envoys who".
_OF_WHOM = r"\s+of\s(?:(?!\s(?:who|which|that|whose|after|before|when|and|but|while|[a-z]+ed)\b)[^,;.:()])+"

Span = tuple[int, int]


class Clause(NamedTuple):
    """What one event is told with: its core, its stretch of the sentence, the words to quote, and the expression that dates it.

    `dated` are the stretches of the text that say the date: both ends of a range, and a wider date that says the same.
    With `told_by`, the expression dates who tells of it: it had happened by then.
    """

    core: Core
    start: int
    end: int
    quote: tuple[int, int]
    mention: Mention | None
    dated: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[int, int], ...] = ()  # where the sentence says other dates
    told_by: bool = False


def clause_of(text: str, sentence: Span, core: Core, dated: Span | None, found: list[Core]) -> Clause:
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
    under = [c.led_by for c in verbs if c.led_by is not None and c.led_by >= reach]
    finish = min([*goes_on, *next_clauses, *under], default=end)
    if finish < end:
        finish = start + len(re.sub(_TURN, "", text[start:finish]))
    told_of = text[core.at : finish]
    reduced = "," in told_of and re.search(
        r",[\"”]?\s+(?=(?:held|signed|adopted|issued|published)\b)", told_of
    )
    if reduced and dated is not None and told <= core.at + reduced.start():
        finish = core.at + reduced.start()
    speaker = next((c for c in verbs if c.said and c.start > core.at and told <= c.start), None)
    finish = min(finish, speaker.start) if speaker is not None else finish
    if core.noun and core.aside:
        whom = re.match(_OF_WHOM, text[told:end]) if dated is not None else None
        return told + whom.end() if whom else reach
    if core.aside or _set_off(text, core):
        comma = re.search(r",(?!\d)", text[reach:finish])
        finish = reach + comma.start() if comma else finish
    if told > core.at and re.match(r",\s+(?:and|but|while)\s", text[told:finish]):
        finish = told
    semicolon = text.find(";", reach, finish)
    return semicolon if semicolon >= 0 else finish


def _set_off(text: str, core: Core) -> bool:
    """Whether the clause tells more of a word before its comma: "the court, where Malta sued in May, is to rule"."""
    return core.led_by is not None and re.match(r"where\b", text[core.led_by :]) is not None


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
    if not piece[:1].isalnum():  # as most begin
        start += len(piece) - len(
            re.sub(r"^[\s\"“]*(?![\s\"“])(?:[-•#>]+\s+(?!\s))*[\s\"“]*", "", piece)
        )  # nor a list's mark
    end -= len(piece) - len(piece.rstrip(' "”,;'))
    return start, max(end, start + 1)
