"""Titles for proposed events: a clause in at most sixteen words."""

import re
from collections.abc import Collection

from timeline.drafts.actors import people
from timeline.drafts.clauses import Clause
from timeline.drafts.phrases import OPENING_WORDS, antecedent
from timeline.drafts.subjects import APPOSED, SUBJECT_WORDS, TAIL, brief, pair, undescribed
from timeline.folding import fold
from timeline.said.clauses import word_list
from timeline.said.en.tense import past

TITLE_WORDS = 16
# Compiled when first used, and kept by `re`: 3 ms that a command without proposals should not pay.
_OPENING = (
    r"(?i:^(?:however|moreover|meanwhile|in addition|also|but|and|while|as for|according to [^,]{1,60}),?\s+)"
)
_ARTICLE = r"(?i:\b(?:the|an?) (?=\w))"
_PREPOSITION = (
    r"(?i:(?:\b(?:on|in|at|since|until|till|by|of|from|before|after|during|for the first time since|through|throughout|to|between|about|around"
    r"|early|late|as of|as from|dated|or|and)\s+)*(?:the\s+)?$)"
)
_BEYOND = r"^(?:['’]s\b|\s*\((?:local time|[A-Z]{3,4})\)|\s+(?:local time|[A-Z][a-z]+ time\b))"
_SUBORDINATE = (
    r"\b(?:after|before|when|since|because|although|though|while|whereas|if|once|until|where)\s+(?=\S)"
)
_VERBAL = r"\b(?:is|are|was|were|has|have|had|comes?|came|makes?|made|marks?|marked|follows?|followed|takes?|dates|says?|said)\b"
_AUXILIARIES = r"(?:\s+(?:has|have|had|was|were|is|are|been|be|being|will|would|also|had|not|then|later|[a-z]+ly|\w+ to))+\s*$"
_INCLUDING = r",?\s+(?:including|such as|among them)\s+(?:[^,;]{0,80}(?:,|\band)\s+)?(?P<who>(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})\s+(?:in|on|by)\s+$"
_OCCASION = r"(?<=\w),\s+(?:in|at|during)\s+(?:an?|the|his|her|its|their)\s[^,]{1,40},\s*$"
# What a clause with "that" spells out, and is no object of its verb.
_TOLD_OF = word_list(
    "idea statement claim fact news report reports warning hope hopes view condition belief concern concerns fear fears evidence signs"
    " announcement decision agreement proof accusation accusations allegations doubt day time it now so clear understanding suggestion"
    " says say tells announces confirms stresses warns demands insists denies notes believes think thinks show shows means"
)
_TELLS = r"\b(?:will|would|is|are|was|were|has|have|had|can|may|must)\b"
_SAY_CLEAR = r"\s+made (?:it )?clear that\b"


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
        head = re.sub(
            _AUXILIARIES, "", _without(text, _subject_start(text, clause, begin), stop, clause.dated)
        )
        head = re.sub(r",?\s+whose\b", "'s", head).replace("s's ", "s' ")
        carried = re.search(
            r"(?:\b(?:and|or|but|that|which|who)|,)\s+(?P<helped>(?:(?:will|would|has|have|had|was|were|to)\s+)+)$",
            text[stop : core.at],
        )
        helped = carried["helped"] if carried else ""
    else:
        begin = _subject_start(text, clause)
        head = re.sub(_OCCASION, " ", _without(text, begin, core.at, clause.dated))
        head = re.sub(
            r"\s+(?:is|was|are|were)\s(?:(?!\b(?:is|was|are|were)\b).)*\band\s*$", " ", head
        )  # "was … and won"
        bare = re.sub(_AUXILIARIES, "", head)
        head, helped = bare, head[len(bare) :]
    end, who = clause.end, ""
    if mention is not None and (named := re.search(_INCLUDING, text[core.at : mention.start])):
        end, who = core.at + named.start(), f"{named['who']}: "
    done = _object_before(text, clause, begin) if core.subject is None else ""
    return _joined(who + head, f"{helped} {core.word}{done}{_without(text, core.end, end, clause.dated)}")


def _object_before(text: str, clause: Clause, begin: int) -> str:
    """The object of a verb that stands before its clause: the buoy of "a buoy that Malta laid in May"."""
    told = re.search(r"(?P<noun>\w+),?\s+(?:that|which)\s+$", text[clause.core.start : begin])
    if told is None or told["noun"] in _TOLD_OF or past(told["noun"]):
        return ""
    end = clause.core.end
    alone = re.match(
        r"\s*(?:[,.;]|(?:in|on|at|by|from|near|last|this|under|during|to|with|for)\s|$)", text[end:]
    )
    if alone is None and not any(text[end:at].isspace() for at, _ in clause.dated):
        return ""
    phrase = antecedent(text, clause.core.start, clause.core.start + told.end("noun"), [])
    return f" {text[slice(*phrase)]}" if phrase[0] > clause.core.start else ""


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
    span = core.subject or (core.at, core.at)
    span = _subject_start(text, clause, core.subject[0] if core.subject else None), span[1]
    told = re.sub(_AUXILIARIES, "", _without(text, *span, clause.dated))
    return brief(_plain(undescribed(told)))


def _spoken(text: str, clause: Clause) -> str:
    """The title of "…, the spokeswoman said": who says what."""
    core = clause.core
    speaker = _without(text, core.start, core.at, clause.dated)
    told = _plain(_without(text, clause.start, core.start, clause.dated).rstrip(" ,"))
    person = next(iter(people(speaker)), None)
    if person is not None and " " in person.name:
        return shortened(f"{person.name.split()[-1]}: {told}")
    who = brief(_plain(re.sub(_AUXILIARIES, "", speaker)))
    verb = "said" if core.word in ("told", "informed") else core.word  # whom they told is left out
    return shortened(f"{who}: {told}" if who.istitle() and " " not in who else f"{who} {verb}: {told}")


def _noun_start(text: str, clause: Clause) -> int:
    """Where the noun's phrase begins: after the last comma, quotation mark, "that" or verb before it."""
    core = clause.core
    begin = core.start if clause.start <= core.start <= core.at else clause.start
    marks = [
        m.end() for m in re.finditer(r"[,;:]\s*|(?<!\w)[\"“]|\bthat\s+(?=the\b|[A-Z])", text[begin : core.at])
    ]
    return begin + marks[-1] if marks else begin


def _subject_start(text: str, clause: Clause, begin: int | None = None) -> int:
    """Where the verb's subject begins: after a subordinating word, an opening phrase with the date, or the last clause mark."""
    core, mention = clause.core, clause.mention
    start = (
        max(clause.start, core.start if core.start < core.at else clause.start) if begin is None else begin
    )
    at = core.at if core.subject is None else core.subject[1]
    piece = text[start:at]
    dates = (*clause.dated, *clause.others)  # "that May" tells no clause
    told = [
        m.end()
        for m in re.finditer(r"\b(?:that|which|said|says)\s+(?!to\b|in\b|on\b|at\b)", piece)
        if not any(begin <= start + m.start() < end for begin, end in dates)
    ]
    if told and piece[told[-1] :].strip():
        start += told[-1]
        return next(
            (end for begin, end in clause.others if not text[start:begin].strip() and begin >= start), start
        )
    under = None
    for match in re.finditer(_SUBORDINATE, piece):
        if "," in piece[match.end() :]:
            continue
        sure = match[0].split()[0] in ("when", "because", "although", "though", "whereas", "where")
        ahead = piece[: match.start()]
        if sure or re.search(_VERBAL, ahead) or any(past(word) for word in re.findall(r"[a-z]+", ahead)):
            under = match
    if under is not None:
        return start + under.end()
    opens = mention is not None and (
        not text[start : mention.start].strip() or re.match(OPENING_WORDS, text[start:at])
    )
    if mention is not None and opens and mention.end <= at and mention.start - start < 45:
        comma = re.match(r"[^,]{0,30},\s*", text[mention.end : at])
        if comma:
            return mention.end + comma.end()
    opening = re.match(rf"{OPENING_WORDS} [^,]{{1,90}},\s+", piece)
    return start + opening.end() if opening else start


def _without(text: str, start: int, end: int, dated: tuple[tuple[int, int], ...]) -> str:
    """The piece of text without the expressions that date it and their prepositions."""
    out, position = "", start
    for begin, finish in dated:
        if not position <= begin < end:
            continue
        owned = re.match(r"['’]s\b", text[finish:end])  # "of last Sunday's vote" keeps its "of"
        out += re.sub(r"(?:the\s+)?$" if owned else _PREPOSITION, "", text[position:begin]).rstrip() + " "
        position = finish
        if out.rstrip().endswith(",") and re.match(
            r"\s*[,.]|\s*$", text[finish:end]
        ):  # ", in 2009," goes with its commas
            out = out.rstrip()[:-1] + " "
            position += text.startswith(",", finish)
        beyond = re.match(_BEYOND, text[position:end])
        position += beyond.end() if beyond else 0
    return out + text[position:end]


def in_own_words(piece: str, small: Collection[str] = (), limit: int = TITLE_WORDS) -> str:
    """The piece in at most so many of its own words, whatever its language; a cut is shown, and never behind a `small` word.

    >>> in_own_words("« Le Japon » a protesté, et la Russie (CEI) a répondu.", {"et", "la"}, 5)
    'Le Japon a protesté…'
    """
    words = _trimmed(" ".join(re.sub(r"[\"“”«»„]", "", _unmarked(piece)).split())).split()
    if len(words) > limit:
        words = words[:limit]
        comma = next(
            (n for n in range(limit - 1, limit * 2 // 3, -1) if words[n].endswith((",", ";", ":"))), None
        )
        words = words if comma is None else words[: comma + 1]
        words = [*_ended(words, small), "…"]
    return re.sub(r"\s+([,;:.…])", r"\1", " ".join(_ended(words, small)))


def _ended(words: list[str], small: Collection[str]) -> list[str]:
    """The words without small ones and marks at their end."""
    kept = list(words)
    while len(kept) > 1 and ((bare := fold(kept[-1].strip(",;:–—-"))) in small or not bare):
        kept.pop()
    return [*kept[:-1], kept[-1].rstrip(",;:")] if kept else kept


def _unmarked(piece: str) -> str:
    """The piece without markup and brackets."""
    piece = re.sub(r"\[([^\]\n]{1,200})\]\([^()\s]{1,300}\)", r"\1", piece)  # a Markdown link
    return re.sub(r"\([^()]{0,80}\)|/[A-Z]{2,10}/|[*_`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}", " ", piece)


def _plain(piece: str) -> str:
    """The piece without markup, quotation marks, articles and brackets."""
    piece = re.sub(_SAY_CLEAR, ":", _unmarked(piece))
    piece = re.sub(r",?\s+(?:i\.e|e\.g)\b.*$", "", piece)
    piece = _trimmed(" ".join(re.sub(r"[\"“”«»]", "", piece).split()))
    while True:
        stripped = re.sub(_OPENING, "", piece)
        if stripped == piece:
            break
        piece = stripped
    piece = re.sub(_ARTICLE, "", piece)
    piece = re.sub(r"\s+also\b(?=\s+\w+)", "", piece)
    piece = re.sub(r"\b(scheduled|set|planned|due|slated) for (?=in\s|at\s[A-Z])", r"\1 ", piece)
    piece = re.sub(r",\s+(?=(?:signed|adopted|issued|published|reached|concluded|ratified)$)", " ", piece)
    piece = re.sub(r"\s+([,;:.])", r"\1", piece)
    return re.sub(r"(?:([,;])|(:):*)(?:\s*[,;])+", r"\1\2", piece)


def _trimmed(piece: str) -> str:
    """The piece without marks at its ends; the stop of U.S. stays."""
    piece = piece.strip(" ,;:-–—•").lstrip(".")
    return piece if re.search(r"\b(?:[A-Z]\.)+$", piece) else piece.rstrip(" ,;.:-–—•")


def _joined(subject: str, rest: str) -> str:
    """Subject and predicate as one title; a long subject gives way, so that the verb is always told."""
    told, rest = _plain(subject), _plain(f"x {rest}")[2:]
    if len(told.split()) + len(rest.split()) > TITLE_WORDS:
        told = pair(told) or brief(told if re.search(_TELLS, subject) else _plain(undescribed(subject)))
    closed = subject.count(",") == 2 and subject.rstrip().endswith(",")
    short = len(told.split()) <= SUBJECT_WORDS or told == _plain(subject)
    apposed = short and "," in told and (closed or re.fullmatch(APPOSED, subject.strip()) is not None)
    return shortened(f"{told}{',' * apposed} {rest}")


def shortened(piece: str, limit: int = TITLE_WORDS) -> str:
    """The piece as a title of few words, cut where it hurts least: never inside a name, never after a small word.

    >>> shortened("Moscow blocked the extension of Japan's status as a full sectoral dialogue partner of the Black Sea Economic Cooperation Organization in Istanbul")
    "Moscow blocked extension of Japan's status as full sectoral dialogue partner"
    """
    words = _plain(piece).split()
    if len(words) > limit:
        kept, cut = words[:limit], limit
        comma = next((n for n in range(len(kept) - 1, 4, -1) if kept[n].endswith((",", ";"))), None)
        if comma is not None and comma >= 6:
            cut = comma + 1
        elif words[limit][:1].isupper():
            while cut > 6 and words[cut - 1][:1].isupper():
                cut -= 1
        if (
            cut == limit and words[limit].lower() not in TAIL
        ):  # a phrase is cut: give it up when it has only begun
            cut = next(
                (n for n in range(limit - 1, limit - 5, -1) if words[n].lower() in TAIL - {"and", "or"}),
                limit,
            )
        words = words[:cut]
        that = next((n for n in range(len(words) - 1, len(words) - 4, -1) if words[n] == "that"), 0)
        words = words[:that] if that >= SUBJECT_WORDS else words
    while len(words) > 2 and words[-1].lower().strip(",;:") in TAIL:
        words.pop()
    title = _trimmed(" ".join(words))
    return title[:1].upper() + title[1:]
