"""Titles for proposed events: a clause in at most sixteen words."""

import re

from timeline.drafts.actors import people
from timeline.drafts.openings import behind_opening
from timeline.drafts.phrases import antecedent, opens
from timeline.drafts.shortening import TITLE_LENGTH, TITLE_WORDS, plain, shortened
from timeline.drafts.stretches import Clause
from timeline.drafts.subjects import APPOSED, SUBJECT_WORDS, brief, pair, undescribed
from timeline.said.clauses import word_list
from timeline.said.en.tense import past

# Compiled when first used, and kept by `re`: 3 ms that a command without proposals should not pay.
_PREPOSITION = (
    r"(?i:(?:\b(?:on|in|at|since|until|till|by|of|from|before|after|during|for the first time since|through|throughout|to|between|about|around"
    r"|early|late|as of|as from|dated|or|and)\s+)*(?:the\s+)?$)"
)
_BEYOND = r"^(?:['’]s\b|\s*\((?:local time|[A-Z]{3,4})\)|\s+(?:local time|[A-Z][a-z]+ time\b))"
_SUBORDINATING = (
    *("after", "before", "when", "since", "because", "although", "though", "while", "whereas", "if", "once"),
    *("until", "where"),
)
_SUBORDINATE = rf"\b(?:{'|'.join(_SUBORDINATING)})\s+(?=\S)"
_SPEAKING = ("that", "which", "said", "says")
_THAT = rf"\b(?:{'|'.join(_SPEAKING)})\s+(?!to\b|in\b|on\b|at\b)"
_VERBAL = r"\b(?:is|are|was|were|has|have|had|comes?|came|makes?|made|marks?|marked|follows?|followed|takes?|dates|says?|said)\b"
_AUXILIARIES = r"(?:\s+(?:has|have|had|was|were|is|are|been|be|being|will|would|also|had|not|then|later|[a-z]+ly|\w+ to))+\s*$"
# How what is sought by the pattern above can end.
_HELPING = word_list("has have had was were is are been be being will would also not then later to")
_EXAMPLES = ("including", "such as", "among them")
_INCLUDING = (
    rf",?\s+(?:{'|'.join(_EXAMPLES)})"
    r"\s+(?:[^,;]{0,80}(?:,|\band)\s+)?(?P<who>(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})\s+(?:in|on|by)\s+$"
)
_RELATIVE = r",\s+(?:which|who|whose|whom)\b(?:[^,;]*,(?=\s[a-z])|.*$)"
_OCCASION = r"(?<=\w),\s+(?:in|at|during)\s+(?:an?|the|his|her|its|their)\s[^,]{1,40},\s*$"
_TURNED = r"(?:(?!\b(?:on|in|at|after|during|following|by|who|as|while|when|before|late|early|speaking)\b)[^,.;:(\"“”])*"  # who speaks, behind the verb
# What a clause with "that" spells out, and is no object of its verb.
_TOLD_OF = word_list(
    "idea statement claim fact news report reports warning hope hopes view condition belief concern concerns fear fears evidence signs"
    " announcement decision agreement proof accusation accusations allegations doubt day time it now so clear understanding suggestion"
    " says say tells announces confirms stresses warns demands insists denies notes believes think thinks show shows means"
)
_TELLS = r"\b(?:will|would|is|are|was|were|has|have|had|can|may|must)\b"


def title_of(text: str, clause: Clause) -> str:
    """A title of at most sixteen words: who, the verb, and what follows it, without the date."""
    core, mention = clause.core, clause.mention
    if core.said and not core.noun and core.start > clause.start:
        return _spoken(text, clause)
    if core.noun:
        told = shortened(_without(text, _noun_start(text, clause), clause.end, clause.dated))
        if len(told.split()) < 3 and core.aside:
            return shortened(
                text[_noun_start(text, clause) : clause.end]
            )  # "Treaty of 1 June 1998" needs its date
        return told if " " in told else shortened(_without(text, clause.start, clause.end, clause.dated))
    if core.subject is not None:
        begin, stop = core.subject
        head = _bare(_without(text, _subject_start(text, clause, begin), stop, clause.dated))
        head = re.sub(r",?\s+whose\b", "'s", head).replace("s's ", "s' ")
        carried = re.search(
            r"(?:(?:\b(?:and|or|but|that|which|who)|,)\s+|(?=\bto\s))(?P<helped>(?:(?:will|would|has|have|had|was|were|to)\s+)+)$",
            text[stop : core.at],
        )
        helped = carried["helped"] if carried else ""
    else:
        begin = _subject_start(text, clause)
        head = _without(text, begin, core.at, clause.dated)
        if head.rstrip().endswith(","):
            head = re.sub(_OCCASION, " ", head)
        if head.rstrip().endswith("and"):  # "was … and won"
            head = re.sub(r"\s+(?:is|was|are|were)\s(?:(?!\b(?:is|was|are|were)\b).)*\band\s*$", " ", head)
        bare = _bare(head)
        head, helped = bare, head[len(bare) :]
    end, who = clause.end, ""
    told = text[core.at : mention.start] if mention is not None else ""
    if any(word in told for word in _EXAMPLES) and (named := re.search(_INCLUDING, told)):
        end, who = core.at + named.start(), f"{named['who']}: "
    done = _object_before(text, clause, begin)
    rest = _without(text, core.end, end, clause.dated)
    rest = re.sub(_RELATIVE, "", rest) if "," in rest and "wh" in rest else rest
    return _joined(who + head, f"{helped} {core.word}{done}{rest}")


def _bare(head: str) -> str:
    """What stands before a verb without the auxiliaries at its end."""
    last = head.split()[-1:]
    return (
        re.sub(_AUXILIARIES, "", head) if last and (last[0] in _HELPING or last[0].endswith("ly")) else head
    )


def _object_before(text: str, clause: Clause, begin: int) -> str:
    """The object of a verb that stands before its clause: the buoy of "a buoy that Malta laid in May"."""
    core, phrase = clause.core, clause.core.done_to
    led = text[core.start : begin]
    that = led.rstrip().endswith(("that", "which"))
    told = re.search(r"(?P<noun>\w+),?\s+(?:that|which)\s+$", led) if that else None
    if phrase is None and (
        core.subject is not None or told is None or told["noun"] in _TOLD_OF or past(told["noun"])
    ):
        return ""
    alone = re.match(
        r"\s*(?:[,.;]|(?:in|on|at|by|from|near|last|this|under|during|to|with|for)\s|$)", text[core.end :]
    )
    if alone is None and not any(text[core.end : at].isspace() for at, _ in clause.dated):
        return ""
    if phrase is None and told is not None:
        phrase = antecedent(text, core.start, core.start + told.end("noun"), [])
        phrase = phrase if phrase[0] > core.start else None
    return f" {text[slice(*phrase)]}" if phrase is not None else ""


def subject_of(text: str, clause: Clause) -> str:
    """Who or what the clause's verb tells of, in few words; empty for a noun.

    >>> from timeline.drafts.clauses import clauses
    >>> story = "In addition, the British prime minister proposed a truce."
    >>> subject_of(story, clauses(story, 0, len(story), [])[0])
    'British prime minister'
    """
    core = clause.core
    if core.noun:
        return ""
    if core.said and core.start == core.at and core.subject is None:
        return brief(plain(_speaker(text, clause)))
    span = core.subject or (core.at, core.at)
    span = _subject_start(text, clause, core.subject[0] if core.subject else None), span[1]
    told = _bare(_without(text, *span, clause.dated))
    return brief(plain(undescribed(told)))


def _spoken(text: str, clause: Clause) -> str:
    """The title of "…, the spokeswoman said": who says what."""
    core = clause.core
    speaker = _speaker(text, clause)
    told = plain(_without(text, clause.start, core.start, clause.dated).rstrip(" ,"))
    person = next(iter(people(speaker)), None)
    if person is not None and " " in person.name:
        return shortened(f"{person.name.split()[-1]}: {told}")
    who = brief(plain(_bare(speaker)))
    verb = "said" if core.word in ("told", "informed") else core.word  # whom they told is left out
    return shortened(f"{who}: {told}" if who.istitle() and " " not in who else f"{who} {verb}: {told}")


def _speaker(text: str, clause: Clause) -> str:
    """Who speaks: what stands before the verb, or behind one that begins its clause, "said the envoy on Monday"."""
    core = clause.core
    if core.start < core.at:
        return _without(text, core.start, core.at, clause.dated)
    stop = min(
        (begin for begin, _ in (*clause.dated, *clause.others) if begin >= core.end), default=clause.end
    )
    who = re.match(_TURNED, text[core.end : max(stop, core.end)])
    return who[0] if who else ""


def _noun_start(text: str, clause: Clause) -> int:
    """Where the noun's phrase begins: after the last comma, quotation mark, "that" or verb before it."""
    core = clause.core
    begin = core.start if clause.start <= core.start <= core.at else clause.start
    marks = [
        m.end() for m in re.finditer(r"[,;:]\s*|(?<!\w)[\"“]|\bthat\s+(?=the\b|[A-Z])", text[begin : core.at])
    ]
    return begin + marks[-1] if marks else begin


def own_start(text: str, clause: Clause) -> int:
    """Where the words begin that tell what the clause's verb tells: behind those of who says so, or under whose clause it stands."""
    return (
        clause.start
        if clause.core.noun
        else _behind_others(text, clause, clause.start, clause.core.at) or clause.start
    )


def _behind_others(text: str, clause: Clause, start: int, at: int) -> int:
    """Where the last "that" or subordinating word before the subject ends; 0 where none stands there."""
    piece = text[start:at]
    dates = (*clause.dated, *clause.others)  # "that May" tells no clause
    told = [
        m.end()
        for m in (re.finditer(_THAT, piece) if any(word in piece for word in _SPEAKING) else ())
        if not any(begin <= start + m.start() < end for begin, end in dates)
    ]
    if told and piece[told[-1] :].strip():
        start += told[-1]
        return next(
            (end for begin, end in clause.others if not text[start:begin].strip() and begin >= start), start
        )
    under = None
    for match in re.finditer(_SUBORDINATE, piece) if any(word in piece for word in _SUBORDINATING) else ():
        if "," in piece[match.end() :]:
            continue
        sure = match[0].split()[0] in ("when", "because", "although", "though", "whereas", "where")
        ahead = piece[: match.start()]
        if sure or re.search(_VERBAL, ahead) or any(past(word) for word in re.findall(r"[a-z]+", ahead)):
            under = match
    return start + under.end() if under is not None else 0


def _subject_start(text: str, clause: Clause, begin: int | None = None) -> int:
    """Where the verb's subject begins: after a subordinating word, an opening phrase with the date, or the last clause mark."""
    core, mention = clause.core, clause.mention
    start = (
        max(clause.start, core.start if core.start < core.at else clause.start) if begin is None else begin
    )
    at = core.at if core.subject is None else core.subject[1]
    if behind := _behind_others(text, clause, start, at):
        return behind
    opening = (mention is not None and mention.start >= start) and (
        not text[start : mention.start].strip() or opens(text, start, at)
    )
    if mention is not None and opening and mention.end <= at and mention.start - start < 45:
        comma = re.match(r"[^,]{0,30},\s*", text[mention.end : at])
        if comma:
            begun = mention.end + comma.end()
            return begun + behind_opening(text[begun:at], opened=True)
    return start + behind_opening(text[start:at])


def _without(text: str, start: int, end: int, dated: tuple[tuple[int, int], ...]) -> str:
    """The piece of text without the expressions that date it and their prepositions."""
    out, position = "", start
    for begin, finish in dated:
        if not position <= begin < end:
            continue
        # "of last Sunday's vote" keeps its "of", "since the July 2020 raid" its "since"
        owned = re.match(r"['’]s\b", text[finish:end]) or (
            re.match(r" [a-z]", text[finish:end]) and re.search(r"\bthe\s+$", text[position:begin])
        )
        out += re.sub(r"(?:the\s+)?$" if owned else _PREPOSITION, "", text[position:begin]).rstrip() + " "
        position = finish
        if out.rstrip().endswith(",") and re.match(
            r"\s*[,.]|\s*$", text[finish:end]
        ):  # ", in 2009," goes with its commas
            out = out.rstrip()[:-1] + " "
            position += text.startswith(",", finish)
        behind = text[position:end]
        beyond = (
            re.match(_BEYOND, behind) if behind[:1] in "'’" or "(" in behind or " time" in behind else None
        )
        position += beyond.end() if beyond else 0
    return out + text[position:end]


def _joined(subject: str, rest: str) -> str:
    """Subject and predicate as one title; a long subject gives way, so that the verb is always told."""
    told, rest = plain(subject), plain(f"x {rest}")[2:]
    if len(told.split()) + len(rest.split()) > TITLE_WORDS or len(told) + len(rest) >= TITLE_LENGTH:
        told = pair(told) or brief(told if re.search(_TELLS, subject) else plain(undescribed(subject)))
    closed = subject.count(",") == 2 and subject.rstrip().endswith(",")
    short = len(told.split()) <= SUBJECT_WORDS or told == plain(subject)
    apposed = short and "," in told and (closed or re.fullmatch(APPOSED, subject.strip()) is not None)
    return shortened(f"{told}{',' * apposed} {rest}")
