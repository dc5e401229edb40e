"""A sentence taken apart far enough to see what happened: the verb or noun that names an event, and its clause."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.drafts.mention import Mention
from timeline.drafts.tense import past
from timeline.drafts.verbs import BARE_STATES, SPEECH, noun_roots, verb_roots
from timeline.drafts.word_lists import word_list

_THIRD_PERSON = frozenset(  # where the plural of no noun is meant
    word_list(
        "says tells announces declares signs meets rejects withdraws condemns agrees warns urges denies accuses expels imposes suspends"
        " ratifies closes opens begins resumes recalls leaves joins refuses summons"
    )
)
_WEAK = frozenset(
    word_list("made took gave got came went saw found kept let used put set did had was were been need based")
)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,:]*|[,;:()“”\"]")


class Core(NamedTuple):
    """The word that names what happened: its place in the text, its CAMEO root, whether it tells that something was said."""

    word: str
    start: int
    at: int
    root: str
    said: bool
    noun: bool = False
    subject: tuple[int, int] | None = None  # of "A withdrew and blocked": A, for the second verb


class Clause(NamedTuple):
    """What one event is told with: its core, its stretch of the sentence, the words to quote, and the expression that dates it."""

    core: Core
    start: int
    end: int
    quote: tuple[int, int]
    mention: Mention | None
    dated: tuple[int, int] | None = None  # the words of the date, both ends of a range


def clauses(text: str, start: int, end: int, dated: Sequence[Mention]) -> list[Clause]:
    """The clauses of a sentence that tell an event: one for each dated expression, or, without any, one for each verb we know."""
    words = [(m.start(), m.end(), m[0]) for m in _word().finditer(text, start, end)]
    words = [word for word in words if not any(m.start <= word[0] < m.end for m in dated)]
    cores = _cores(words, start)
    if not dated:
        known = [core for core in cores if core.root and not core.noun]
        return [_clause(text, start, end, core, None, cores) for core in known]
    out: list[Clause] = []
    for number, mention in enumerate(dated):
        core = _governing(text, mention, cores, start)
        if core is not None and not any(
            c.core.at == core.at and c.mention is not None and c.mention.edtf == mention.edtf for c in out
        ):
            made = _clause(text, start, end, core, mention, cores)
            out.append(made._replace(dated=(mention.start, _end_of_date(text, dated[number:]))))
    return out


def _end_of_date(text: str, dated: Sequence[Mention]) -> int:
    """Where the first expression ends, or the second when the two make one range."""
    first, *rest = dated
    if (
        rest
        and rest[0].edtf == first.edtf
        and 0 <= rest[0].start - first.end < 8
        and "\n" not in text[first.end : rest[0].start]
    ):
        return rest[0].end
    return first.end


def _cores(words: list[tuple[int, int, str]], start: int) -> list[Core]:
    """Every verb and event noun of the sentence, each with the start of its clause."""
    verbs, nouns = verb_roots(), noun_roots()
    out: list[Core] = []
    clause = start
    for number, (begin, _, word) in enumerate(words):
        low = word.lower()
        if word in ",;:" or word in '"“”':
            following = words[number + 1][2].lower() if number + 1 < len(words) else ""
            if word in ";:" or following in ("and", "but", "while", "who", "which"):
                clause = words[number + 1][0] if number + 1 < len(words) else begin
            elif word != "“" and following not in '"“”' and _speaks_next(words, number + 1):
                clause = words[number + 1][0]
            continue
        before = words[number - 1][2].lower() if number else ""
        if (
            low in nouns
            and before != "to"
            and not (low in verbs and before in ("will", "would", "to", "not"))
        ):
            out.append(
                Core(word=word, start=clause, at=begin, root=nouns[low], said=nouns[low] == "01", noun=True)
            )
            continue
        is_past = past(low) or (low in _THIRD_PERSON and before not in ("the", "a", "of", "in", "for"))
        progressive = (
            low in verbs
            and low.endswith("ing")
            and any(
                words[number - step][2].lower() in ("is", "are", "was", "were", "been")
                for step in (1, 2)
                if number >= step
            )
        )
        ahead = (
            low in verbs
            and any(
                words[number - step][2].lower() in ("will", "would", "to")
                for step in (1, 2)
                if number >= step
            )
            and before != "the"
        )
        if low in BARE_STATES or not (is_past or progressive or ahead):
            continue
        if before in ("the", "a", "an", "its", "their") or (word[0].isupper() and number):
            continue
        first = next((c for c in out if c.start == clause and not c.noun), None)
        shared = first is not None and (before in ("and", "then") or words[number - 2][2].lower() == "and")
        subject = (clause, first.at) if shared and first is not None else None
        out.append(
            Core(
                word=word,
                start=clause,
                at=begin,
                root=verbs.get(low, ""),
                said=low in SPEECH,
                subject=subject,
            )
        )
    return out


def _speaks_next(words: list[tuple[int, int, str]], number: int) -> bool:
    """Whether "…, the spokeswoman said" begins here: a speech verb within the next words, before any comma."""
    for _, _, word in words[number : number + 12]:
        if word in ',;:"“”':
            return False
        if word.lower() in SPEECH:
            return True
    return False


def _governing(text: str, mention: Mention, cores: list[Core], start: int) -> Core | None:
    """The verb or noun that the expression dates."""
    named = re.search(
        r"(?P<noun>\w+) (?:of|dated|from|on)\s+(?:the\s+)?$",
        text[max(start, mention.start - 60) : mention.start],
    )
    if named:
        noun = next((c for c in cores if c.noun and c.word == named["noun"]), None)
        if noun and noun.at < mention.start and mention.start - noun.at < 60:
            saying = next((c for c in cores if c.said and not c.noun and 0 < noun.at - c.at < 30), None)
            return saying or noun
    verbs = [c for c in cores if not c.noun and c.word.lower() not in _WEAK] or [
        c for c in cores if not c.noun
    ]
    left = [c for c in verbs if c.at < mention.start and ";" not in text[c.at : mention.start]]
    right = [c for c in verbs if c.at > mention.start and ";" not in text[mention.start : c.at]]
    between = text[left[-1].at : mention.start] if left else ""
    opening = not text[start : mention.start].strip() or (
        len(text[start : mention.start].split()) <= 6 and not left
    )
    if (
        left
        and not opening
        and re.search(r"[,\"”]\s*$|\w\s+$", text[start : left[-1].at])
        and _reduced(text, left[-1])
    ):
        noun = next((c for c in reversed(cores) if c.noun and 0 < left[-1].at - c.at < 90), None)
        if noun is not None:
            return noun._replace(start=noun.at, said=False)
    if left and not opening and not re.search(r"[;]|\b(?:and|but) (?:in|on|since|by)\s*$", between):
        return left[-1]
    known = [c for c in right if c.root] or right
    if known:
        return known[0]
    nouns = [c for c in cores if c.noun]
    if left:
        return left[-1]
    return min(nouns, key=lambda c: abs(c.at - mention.start)) if nouns else None


def _reduced(text: str, core: Core) -> bool:
    """Whether a participle describes the noun before it: "the rally, held in Tokyo"."""
    return core.word.lower() in (
        "held",
        "signed",
        "adopted",
        "reached",
        "concluded",
        "issued",
        "published",
        "ratified",
        "convened",
        "hosted",
    ) and bool(re.search(r"(?:,|,[\"”]|[\"”,])\s*$", text[max(0, core.at - 4) : core.at]))


def _clause(  # noqa: PLR0913, PLR0917 - the sentence, and what was found in it
    text: str, start: int, end: int, core: Core, mention: Mention | None, cores: list[Core]
) -> Clause:
    """The stretch of the sentence that belongs to the core, and the words to quote."""
    later = [
        c
        for c in cores
        if c.at > core.at
        and not c.noun
        and (c.root or c.subject)
        and re.search(r"(?:,|;|\band\b)\s*(?:also\s+)?$", text[core.at : c.at])
    ]
    finish = min([c.at for c in later if mention is None or c.at > mention.end], default=end)
    if finish < end:
        finish = start + len(re.sub(r"[\s,;]*(?:and|but)?\s*(?:also)?\s*$", "", text[start:finish]))
    told = next(
        (c for c in cores if core.said and not core.noun and c.at > core.at and c.root not in ("", "01")),
        None,
    )
    if (
        told is not None
        and not told.noun
        and " that " in text[core.at : told.at]
        and "," not in text[core.at : told.at]
    ):
        core = core._replace(root=told.root)  # an announcement that talks cease is of the kind of the ceasing
    reduced = re.search(r",[\"”]?\s+(?=(?:held|signed|adopted|issued|published)\b)", text[core.at : finish])
    if reduced and mention is not None and mention.end <= core.at + reduced.start():
        finish = core.at + reduced.start()
    speaker = next((c for c in cores if c.said and not c.noun and c.at > core.at and c.start > core.at), None)
    if speaker is not None and (mention is None or mention.end <= speaker.start):
        finish = min(finish, speaker.start)
    semicolon = text.find(";", max(core.at, mention.end if mention is not None else core.at), finish)
    finish = semicolon if semicolon >= 0 else finish
    begin = start
    if mention is not None:
        begin = max(begin, text.rfind(";", start, min(core.at, mention.start)) + 1)
        begin += len(text[begin:finish]) - len(text[begin:finish].lstrip())
    if core.subject is not None:
        begin = core.at
    quote_start, quote_end = begin, finish
    if quote_end - quote_start > 260:
        low = min(core.at, mention.start if mention else core.at)
        high = max(core.at + len(core.word), mention.end if mention else core.at)
        commas = [m.end() for m in re.finditer(r"[,;:]\s+|[\"“]", text[begin:low])]
        quote_start = begin + commas[-1] if commas else begin
        after = re.search(r"[,;.]|\s\(", text[high : min(high + 120, finish)])
        quote_end = high + after.start() if after else min(high + 120, finish)
        if quote_end < finish and not after:
            quote_end = quote_start + len(text[quote_start:quote_end].rsplit(" ", 1)[0])
    piece = text[quote_start:quote_end]
    quote_start += len(piece) - len(piece.lstrip(' "“'))
    quote_end -= len(piece) - len(piece.rstrip(' "”,;'))
    return Clause(
        core=core,
        start=begin,
        end=finish,
        quote=(quote_start, max(quote_end, quote_start + 1)),
        mention=mention,
    )
