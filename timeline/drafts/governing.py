"""Which word of its sentence a date belongs to."""

import re

from timeline.drafts.mention import Mention
from timeline.drafts.phrases import Core, is_light, noun_phrase_before
from timeline.drafts.together import year_of_a_thing
from timeline.said.clauses import word_list
from timeline.said.en.tense import BINDS

# What is held, signed or issued is told by the noun before it: "the rally, held in Tokyo", "the summit held on Friday".
_DONE = word_list("held signed adopted reached concluded issued published ratified convened hosted")
_GATHERED = word_list("held convened hosted")
_TOLD = r"\bthat\b[^,;]*$"  # "said that contacts since 2018 had …": the date is of what is told
_PREDICATE = r"\s*(?:is|was|were|marks?|marked|became|(?:has|have|had)\s+\w+)\b"
_PREPOSITION = r"\b(?:on|in|by|since|until|from)\s+(?:the\s+)?$"
_NEXT_CLAUSE = r"\b(?:and|but|while) (?:(?:in|on|since|by|from|late|early|at)\s+)*(?:the\s+)?$"
_FOLLOWING = ("after", "before", "during", "following")
_AFTERWARDS = r"\b(?:after|before|during|following)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$"
_OCCASION = r"(?:^|,\s+)(?i:in|at|during)\s+(?:(?:an?|the|its|his|her|their|[a-z]+)\s+){1,4}$"
_PREMODIFIED = r"(?:\b(?:an?|the|its|his|her|their|this|that)|\w['’]s|s['’])\s+$"

_ASKED = r"\s+(?:on\s+)?[^,;:]*?\bto\s+(?:\w+ly\s+)?"
_ASKS = word_list(
    "ordered told asked urged invited allowed authorized authorised forced called required instructed directed"
)
_PLANNED = word_list(
    "scheduled planned slated"
)  # behind a noun: of what is so planned, and not of who did what
_HELPED = r"\b(?:is|are|was|were|be|been|being|had|has|have|they|it|he|she)\s+(?:\w+ly\s+)?$"
_BEFORE_DOING = r"\bbefore\s+\w+ing\b[^,;]*$"  # "threatened war, before signing the accord last month"
_COUNTED = r"\b(?:first|second|third|fourth|latest|last|only)\s+(?:[\w'’-]+\s+){1,3}$"  # "its first meeting this year"
_REFUSES = word_list("refused declined failed")


def governing(text: str, mention: Mention, found: list[Core], start: int, end: int) -> Core | None:
    """The verb or noun that the expression dates, None where it dates nothing that happened."""
    core = _dated(text, mention, found, start, end)
    if core is None or core.noun or mention.start < core.at:
        return core
    return _infinitive(text, core, found)


def _infinitive(text: str, core: Core, found: list[Core]) -> Core | None:
    """The verb, if it is an infinitive with those who are to do it; None where others are only asked to, or refuse.

    "Malta agreed to open an embassy in May" tells of May, "Malta ordered two envoys to leave by May" of no event in it.
    """
    before = text[core.start : core.at]
    bound = next((c for c in reversed(found) if not c.noun and core.start <= c.at < core.at), None)
    if bound is None or bound.start != core.start or not re.search(r"\bto\s+(?:\w+ly\s+)?$", before):
        return core
    if bound.word in _REFUSES or (re.fullmatch(_ASKED, text[bound.end : core.at]) and bound.word in _ASKS):
        return None
    return core._replace(subject=bound.subject or (bound.start, bound.at)) if bound.word in BINDS else core


def _dated(text: str, mention: Mention, found: list[Core], start: int, end: int) -> Core | None:
    """The verb or noun to which the expression belongs."""
    before = text[start : mention.start]
    counted = mention.text.startswith("this ") and re.search(_COUNTED, before)
    if counted or year_of_a_thing(text, mention):
        return None
    named = _noun_of(text, mention, found, start)
    if named is not None or _dates_nothing(before) or _describes(text, mention, found, start):
        return named
    stop = max(text.rfind(";", start, mention.start) + 1, start)
    semicolon = text.find(";", mention.end, end)
    near = [c for c in found if stop <= c.at < (semicolon if semicolon >= 0 else end)]
    told = [c for c in near if not c.noun]
    full = [c for c in told if not is_light(text, c)]
    verbs = [c for c in told if c in full or all(one.start != c.start for one in full)]
    opening = _opens(text, mention, near, stop)
    if opening and re.match(_PREDICATE, text[mention.end : end]) and not re.search(_PREPOSITION, before):
        return None  # the date is itself what is told of: "Feb. 7 was named Territories Day"
    left = [c for c in verbs if c.at < mention.start]
    told_next = left and left[-1].said and re.search(_TOLD, text[left[-1].end : mention.start])
    if told_next and any(c.at > mention.start for c in verbs):
        return next(c for c in verbs if c.at > mention.start)
    if left and re.search(_BEFORE_DOING, text[left[-1].end : mention.start]):
        return None
    if left and left[-1].word in _PLANNED and not re.search(_HELPED, text[start : left[-1].at]):
        return next((c for c in reversed(near) if c.noun and 0 < left[-1].at - c.end < 6), None)
    if left and not opening:
        noun = _described(text, left[-1], near)
        between = text[left[-1].at : mention.start]
        joined = any(word in between for word in ("and ", "but ", "while "))
        if noun is not None or not (joined and re.search(_NEXT_CLAUSE, between)):
            return noun or left[-1]
    right = [c for c in verbs if c.at > mention.start]
    known = [c for c in right if c.root and not c.aside] or [c for c in right if not c.aside] or right
    if known:
        beside = known[0].start == right[0].start and known[0].subject != (
            right[0].subject or (right[0].start, right[0].at)
        )
        return known[0] if beside or right[0].aside else right[0]
    nouns = [c for c in near if c.noun and not (c.at < mention.start and "," in text[c.at : mention.start])]
    return left[-1] if left else min(nouns, key=lambda c: abs(c.at - mention.start), default=None)


def _dates_nothing(before: str) -> bool:
    """Whether what stands before a date ties it to something that has no word we know: "a plan for 2025"."""
    if re.search(r"\bfor\s+(?:the\s+)?$", before):
        return not re.search(
            r"\b(?:scheduled|set|slated|planned|due|called|held|in \w+) for\s+(?:the\s+)?$", before
        )
    apart = r"\b(?:after|before|since|following|until)\s+(?:the\s+)?(?:[\w'’-]+\s+){1,4}of\s+$"
    than = r"\b(?:than|compared (?:to|with)|up from|down from)(?:\s+(?:in|on|at|the|those|of|from|same|period|for|during|its|all))*\s+$"
    record = r"\b(?:\w{2,}est|worst|best|most|least|first|unseen|not seen)\b[^.;]{0,60}\bsince\s+(?:the\s+)?$"  # the lowest since then
    again = r"\bfirst (?:time|such [\w-]+|[\w-]+) since\s+(?:the\s+)?$"  # and that tells when it was before
    last = before.split()[-2:]
    if "since" in last and re.search(record, before):
        return re.search(again, before) is None
    if last[-1:] == ["of"] and re.search(apart, before):
        return True
    if any(word in before for word in ("than", "compared", "up from", "down from")) and re.search(
        than, before
    ):
        return True
    return re.search(r"\bone (?:of|from)\s+$", before) is not None


def _describes(text: str, mention: Mention, found: list[Core], start: int) -> bool:
    """Whether the expression says since when its clause's subject is what it is: "Malta, in the union since 2004, refused"."""
    before = text[start : mention.start]
    since = before.rstrip().endswith(("since", "until"))
    aside = re.search(r",\s+[a-z][^,;]*\b(?:since|until)\s+$", before) if since else None
    return (
        aside is not None
        and text[mention.end : mention.end + 1] == ","
        and not any(start + aside.start() < c.at < mention.start and not c.noun for c in found)
    )


def _opens(text: str, mention: Mention, near: list[Core], start: int) -> bool:
    """Whether the expression opens its clause: nothing, or a few words without a verb, before it."""
    before = text[start : mention.start]
    return not before.strip() or (
        len(before.split()) <= 6 and not any(c.at < mention.start and not c.noun for c in near)
    )


def _noun_of(text: str, mention: Mention, found: list[Core], start: int) -> Core | None:
    """The noun that the expression belongs to: "the statement of 21 March", "the Feb. 24 invasion"."""
    before, behind = (
        text[max(start, mention.start - 20) : mention.start],
        text[mention.end : mention.end + 60],
    )
    if (
        behind[:1].isspace()
        and before[-1:].isspace()
        and re.search(_PREMODIFIED, before)
        and re.match(r"\s+(?:[\w'’-]+\s+){0,2}?\w+\b", behind)
    ):
        words = re.findall(r"[\w'’-]+", behind)[:3]
        noun = next((c for c in found if c.noun and 0 < c.at - mention.end < 40 and c.word in words), None)
        if noun is not None and not any(not c.noun and mention.end <= c.at < noun.at for c in found):
            begin = _noun_phrase_start(text, start, mention.start, found)
            return noun._replace(start=begin, said=False)
    named = re.search(
        r"(?P<noun>\w+)(?: in [A-Z]\w+)? (?P<joint>of|dated|from|on|in)\s+(?:the\s+)?$",
        text[max(start, mention.start - 60) : mention.start],
    )
    if named is None:
        return None
    noun = next(
        (c for c in found if c.noun and c.word == named["noun"] and 0 < mention.start - c.at < 60), None
    )
    verb = any(not c.noun and noun is not None and noun.start <= c.at < noun.at for c in found)
    led = text[max(start, noun.at - 50) : noun.at] if noun is not None and verb else ""
    if noun is not None and any(word in led for word in _FOLLOWING) and re.search(_AFTERWARDS, led):
        begin = _noun_phrase_start(text, noun.start, noun.at, found)
        return noun._replace(start=begin, said=False, aside=True)
    if noun is not None and _sets_the_scene(text, mention, noun):
        return None
    if noun is not None and re.match(r"\s+of\s+\w", text[mention.end :]):
        begin = _noun_phrase_start(text, noun.start, noun.at, found)
        return noun._replace(start=begin, said=False, aside=True)  # "its expulsion in May of two envoys"
    if (
        noun is None
        or (verb and named["joint"] in ("on", "from", "in"))
        or (not verb and named["joint"] == "in" and not _opens_with(text, mention, noun))
    ):
        return None
    if named["joint"] == "in" and not verb:
        return noun._replace(
            start=_noun_phrase_start(text, noun.start, noun.at, found), said=False, aside=True
        )
    saying = next((c for c in found if c.said and not c.noun and 0 < noun.at - c.at < 30), None)
    return saying or noun._replace(aside=named["joint"] in ("of", "dated") and not noun.said)


def _sets_the_scene(text: str, mention: Mention, noun: Core) -> bool:
    """Whether the noun only says on what occasion its clause's verb was done: "Malta, in a speech on Friday, refused"."""
    led = text[mention.end : mention.end + 1] == "," and re.search(
        _OCCASION, text[max(noun.start, noun.at - 60) : noun.at]
    )
    return bool(led)


def _opens_with(text: str, mention: Mention, noun: Core) -> bool:
    """Whether a phrase with the noun and its date opens the clause: "Since a ceasefire in August 1974, …"."""
    opened = re.match(r"(?:After|Since|Before|Following|Until|Despite|During)\b", text[noun.start : noun.at])
    return opened is not None and text[mention.end : mention.end + 1] == ","


def _described(text: str, core: Core, near: list[Core]) -> Core | None:
    """The event noun that a participle describes: the rally of "the rally, held in Tokyo"."""
    low = core.word.lower()
    if low not in _DONE:
        return None
    before = text[max(0, core.at - 40) : core.at]
    if re.search(r"[,\"”]\s*$", before):
        noun = next((c for c in reversed(near) if c.noun and 0 < core.at - c.at < 90), None)
        return (
            noun._replace(start=_noun_phrase_start(text, noun.start, noun.at, near), said=False)
            if noun
            else None
        )
    following = re.match(
        r"\s+(?:in|on|at|by|via|between|from|under|this|last|earlier|yesterday|today|\W?\d)\b",
        text[core.end : core.end + 20],
    )
    noun = next((c for c in near if c.noun and re.fullmatch(r"\s+", text[c.end : core.at])), None)
    agent = (
        noun is not None and noun.root == "04" and low not in _GATHERED
    )  # a conference adopts what it adopts
    if noun is None or agent or following is None:
        return None
    first = next(c for c in [c for c in near if not c.noun] if c.at <= core.at)
    if first.at == core.at:
        return None  # the sentence's only verb tells it better
    return noun._replace(start=_noun_phrase_start(text, noun.start, noun.at, near), said=False)


def _noun_phrase_start(text: str, start: int, at: int, found: list[Core]) -> int:
    """Where the phrase begins that leads up to a noun: after the last verb, mark or preposition."""
    return noun_phrase_before(text, start, at, [Core("", start, start, "", said=False), *found], of=True)[0]
