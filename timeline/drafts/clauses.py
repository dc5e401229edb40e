"""A sentence taken apart far enough to see what happened: for each date its clause, and the words to quote."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from timeline.dates.event_date import EventDate
from timeline.drafts.cores import cores
from timeline.drafts.governing import governing
from timeline.drafts.mention import Mention
from timeline.drafts.phrases import Core
from timeline.drafts.reporting import NOT_YET, STANDS
from timeline.drafts.shifted import beside
from timeline.drafts.stretches import LONGEST_QUOTE, Clause, Span, clause_of
from timeline.drafts.verbs import deeds
from timeline.drafts.words import words_of
from timeline.said.en.tense import BINDS, past

_JOINED = r"(?:and|but|while)\b"
_TOLD_ON = r"(?:and|but|or) (?:that|which|who|whose)\b"  # what goes on with the words of the clause before


def clauses(text: str, start: int, end: int, dated: Sequence[Mention]) -> list[Clause]:
    """The clauses of a sentence that tell an event: one for each dated expression, or, without any, one for each verb we know."""
    words = words_of(text, start, end)
    for mention in dated:
        words = [word for word in words if not mention.start <= word[0] < mention.end]
    found = cores(text, words, start)
    if not dated:
        return [clause_of(text, (start, end), core, None, found) for core in _known(text, found)]
    ranges = ranged(text, dated)
    out: list[Clause] = []
    for mention, span in ranges:
        core = governing(text, mention, found, start, end)
        if core is not None:
            others = tuple(other for _, other in ranges if other != span)
            made = clause_of(text, (start, end), core, span, found)
            out.append(made._replace(mention=mention, dated=(span,), others=others))
    return _with_fellows(text, (start, end), _shared(text, _narrowest(out)), found)


def _known(text: str, found: list[Core]) -> list[Core]:
    """The verbs that we know. Those of a clause under another one vouch for its verb: "was revived after Malta paid"."""
    known = [core for core in found if (core.root or core.word in deeds()) and not core.noun]
    known = [core for core in known if not _leads_to_words(core, found)]
    known = list(dict.fromkeys(_teller(text, found, core) for core in known))
    main = [core for core in known if core.led_by is None]
    over = [
        core for core in found if not core.noun and not core.aside and core.led_by is None and past(core.word)
    ]
    return main or over[: len(known)] or known


def _leads_to_words(core: Core, found: list[Core]) -> bool:
    """Whether what stands between commas only leads to what its subject said: "the envoy, asked about the raid, said"."""
    return core.aside and any(
        one.said
        and not one.aside
        and one.at > core.at
        and (one.start, one.subject) == (core.start, core.subject)
        for one in found
    )


def _teller(text: str, found: list[Core], core: Core) -> Core:
    """The verb by which somebody says what the core tells: a charge is theirs, "the envoy countered that Malta broke the truce"."""
    for one in found:
        if one.at >= core.at:
            break
        if not text.startswith(" that ", one.end) or one.noun or one.root or one.word in deeds():
            continue
        if past(one.word) and one.start == core.start:
            return one._replace(said=True)
    return core


def _with_fellows(text: str, sentence: Span, told: list[Clause], found: list[Core]) -> list[Clause]:
    """The clauses with those of the verbs that share their subject, and so their date: "expelled the envoy on Monday and closed the border"."""
    out: list[Clause] = list(told)
    for core in found:
        if core.noun or any(clause.core.at == core.at for clause in told) or not _done(text, core):
            continue
        before = (one for one in reversed(told) if one.core.at < core.at and _fellow(one.core, core))
        behind = (one for one in told if _fellow(core, one.core) and _one_occasion(text, core, one))
        if (one := next(chain(before, behind), None)) is not None:
            out.append(_dated_as(one, clause_of(text, sentence, core, None, found)))
    out += _under(text, sentence, out, found)
    out += _untold(text, sentence, out, found)
    return sorted(_vouched_for(text, sentence[0], out), key=lambda clause: clause.core.at)


def _vouched_for(text: str, start: int, told: list[Clause]) -> Iterator[Clause]:
    """The clauses without who only vouches for the others: "Malta has closed the border, officials said on Monday" tells of the border.

    It was closed by then. A speaker's own words are theirs.
    """
    tags = [
        one
        for one in told
        if one.core.said
        and one.core.start > start
        and not re.match(_JOINED, text[one.core.start : one.core.at])
        and not re.search(r"[“”\"]", text[start : one.core.start])
    ]
    for clause in told:
        behind = next((tag for tag in tags if tag.core.start > clause.core.at), None)
        if clause in tags:
            if not any(
                other not in tags and other.core.at < clause.core.start and not other.core.aside
                for other in told
            ):
                yield clause
        elif clause.mention is None and behind is not None and not clause.core.said:
            quote = clause.quote[0], behind.dated[-1][1]
            yield clause._replace(mention=behind.mention, others=behind.dated, told_by=True, quote=quote)
        else:
            yield clause


def _untold(text: str, sentence: Span, told: list[Clause], found: list[Core]) -> Iterator[Clause]:
    """The first verb of each clause of which no date of the sentence tells: "Malta, which joined in 2004, refused"."""
    done = {clause.core.start for clause in told if not clause.core.aside and not clause.core.noun}
    firsts = {
        (core.start, core.at) for core in found if not core.noun and not core.said and core.led_by is None
    }
    ahead = {clause.core.subject for clause in told if not clause.core.noun and not past(clause.core.word)}
    bound = {clause.core.subject for clause in told}  # "agreed to meet in May" is told by the meeting
    for core in found:
        joined = core.root not in ("", "01") and (core.subject in firsts or (core.start, core.at) in ahead)
        if (
            core.noun
            or core.aside
            or core.led_by is not None
            or (core.start in done and not (joined and _done(text, core)))
            or any(one.core.at == core.at for one in told)
            or re.match(_TOLD_ON, text[core.start : core.at])
        ):
            continue
        done.add(core.start)
        if core.word in BINDS and _bound(core, told, bound):
            continue
        before = text[core.start : core.at]
        speaks = core.said and core.start > sentence[0] and not re.match(_JOINED, before)
        stands = past(core.word) and re.search(STANDS, before)
        if (core.root or core.word in deeds()) and not speaks and not stands:
            yield clause_of(text, sentence, core, None, found)


def _under(text: str, sentence: Span, told: list[Clause], found: list[Core]) -> Iterator[Clause]:
    """The deeds of clauses under a dated one that say how they lie to it: "in May, when envoys visited Rome", "a day after Malta left"."""
    for core in found:
        known = (core.root not in ("", "01") or core.word in deeds()) and past(core.word)
        if not known or core.noun or core.led_by is None or any(one.core.start == core.start for one in told):
            continue
        over = next((one for one in reversed(told) if one.mention and one.core.at < core.led_by), None)
        speaks = over and any(one.said and over.core.at < one.at < core.led_by for one in found)
        over = None if speaks else over  # "…, the envoy said, hours after": of another clause
        mention = beside(text[core.led_by : core.start], over.mention) if over and over.mention else None
        if over is not None and mention is not None:
            yield clause_of(text, sentence, core, None, found)._replace(mention=mention, start=core.start)


def _bound(core: Core, told: list[Clause], subjects: set[Span | None]) -> bool:
    """Whether a verb is told by what it binds somebody to do: "agreed to meet in May" by the meeting."""
    does = (one.core for one in told if one.core.start == core.start and one.core.at > core.at)
    return (core.start, core.at) in subjects or any(not one.noun and not past(one.word) for one in does)


def _fellow(one: Core, other: Core) -> bool:
    """Whether the second verb tells, in the same clause, of those whom the first one tells of."""
    return (
        other.subject is not None
        and other.subject == (one.subject or (one.start, one.at))
        and other.start == one.start
        and not (one.aside or other.aside)
    )


def _one_occasion(text: str, core: Core, behind: Clause) -> bool:
    """Whether the day told at the end of a clause is that of the verb before its last, too: "met and signed an accord on Monday"."""
    between = text[core.end : behind.core.at]
    joined = re.search(r"\b(?:and|but)\s+(?:then\s+|also\s+)?$", between) and "," not in between
    day = (
        behind.mention is not None
        and behind.mention.period is not None
        and behind.mention.period.unit == "day"
    )
    return bool(joined) and day and behind.dated[0][0] > behind.core.at


def _dated_as(one: Clause, made: Clause) -> Clause:
    """The clause with the date of another, and a quote that holds it."""
    assert one.mention is not None
    begin, end = min(one.quote[0], made.quote[0]), max(made.quote[1], one.dated[-1][1])
    if end - begin > LONGEST_QUOTE:
        begin = min(one.dated[0][0], made.quote[0])
    return made._replace(mention=one.mention, dated=one.dated, others=one.others, quote=(begin, end))


def _done(text: str, core: Core) -> bool:
    """Whether a verb tells a deed that was done."""
    known = core.root not in ("", "01") or core.word in deeds()
    return known and re.search(NOT_YET, text[core.start : core.at]) is None


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
