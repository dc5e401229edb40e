"""Whether a state's word in a text is part of another name, or a place, and so no actor."""

import re
from functools import cache

from timeline.said.clauses import word_list

_OTHER_NAME = word_list(
    "Northern Southern Eastern Western Central Inner Outer New Latin North South Pan pan Anti anti Post post Pro pro One one Ethnic ethnic"
)
_WATERS = word_list("Sea sea Gulf gulf Strait strait Straits straits Bay bay")
_SIDED = word_list(
    "backed supported armed funded financed sponsored trained equipped"
)  # on whose side they are
# What has its name: waters and wars, newspapers, airlines; and what is only made, born or paid for there.
_OF_ITS_NAME = word_list(
    "Sea Ocean Canal Strait Straits Gulf Peninsula River War Times Post Herald Independent Journal Tribune Daily Gazette Airlines Airways"
)
_MADE_THERE = word_list(
    "backed based born built made funded financed controlled occupied held run educated trained style era speaking language flagged registered owned"
    " brokered mediated sponsored supplied linked aligned allied supported"
)
_ONCE_OF = word_list(
    "republic republics state states bloc colony colonies territory territories satellite satellites"
)
_HELD_THERE = word_list(
    "summit talks meeting negotiations agreement agreements accord accords treaty conference declaration protocol process format convention round pact"
    " memorandum airport region suburb university mayor games olympics hotel"
)
_QUOTED = r"(?: [\w-]+){0,3}[”\"’'] (?:polic(?:y|ies)|doctrine|strategy|slogan|campaign|plan|principle|initiative|law|bill|list)\b"
_WHERE = ("in", "at", "near", "outside", "across", "from", "of", "to", "the")
_PLACED = r"\b(?:in|at|near|outside|across|(?P<capital>from|of|to))\s+(?:the\s+)?$"
_GONE = r"\b(?:(?:travel|fly|flew|flown|went|go|going|head|return)\w{0,3}(?: \w+)? to|(?:came|arriv|fled|flee|flew|return|cross)\w{0,3}(?: \w+){0,2} from) (?:the )?$"
_AMONG_PLACES = r"\b(?:in|at|near|outside) (?:the )?(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ){0,3}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,? and (?:the )?$"
_BOUND = r"\b(?:left|leave[sd]?|leaving|depart\w*|head\w*|bound|set (?:off|out)) for (?:the )?$"
_TO_THEM = (  # what one state does towards another is told by the capital
    r"\b(?:visit(?:s|ed|ing)?|(?:visit|trip|journey) to|tour(?:s|ed)? of|arriv(?:es|ed|ing) in) $"
    r"|\b(?:ambassadors?|envoys?|diplomats?|attach[eé]s?|charg[eé]s? d['’]affaires|consuls?) (?:to|in|from) $"
)
_HELD_FOR_OTHERS = r"[^.;]{0,60}\b(?:summit|conference|forum|assembly|session|negotiations|talks (?:on|about|between|among)|meeting of)\b"
_BEHIND = r"([ -])(\w+)(?: (\w+))?"
_POST = r"\b(?:embassy|embassies|consulates?) in (?:the )?$"


def in_a_name(text: str, start: int, end: int, *, capital: bool) -> bool:
    """Whether a state's word is part of another name: of a part of the world, of what was, of an event at a capital; or says of what sort another is.

    >>> [in_a_name(text, text.index(name), text.index(name) + len(name), capital=name == "Washington") for text, name in (
    ...     ("Northern Ireland voted", "Ireland"), ("former Soviet republics", "Soviet"),
    ...     ("the Washington summit", "Washington"), ("Iran-backed rebels", "Iran"), ("Washington agreed", "Washington"))]
    [True, True, True, True, False]
    """
    before, behind = text[max(0, start - 24) : start], re.match(_BEHIND, text[end : end + 24])
    joint, word, next_word = behind.groups("") if behind else ("", "", "")
    led = re.search(r"(\w+)[ -]$", before)
    if led and (led[1] in _OTHER_NAME or (led[1].lower() == "former" and joint == " " and word in _ONCE_OF)):
        return True
    owned = re.search(r"(\w+) (of|by|by the) $", before)
    if owned and owned[1] in (_WATERS if owned[2] == "of" else _SIDED):
        return True
    if before.endswith(("“", '"', "‘", "'")) and re.match(_QUOTED, text[end : end + 48]):
        return True  # the name of a policy: "India first"
    if joint == "-":
        return word in _MADE_THERE
    if word in _OF_ITS_NAME or (word == "Defence" and len(next_word) == 4 and next_word.isdigit()):
        return True
    low = word.lower()
    return capital and (low in _HELD_THERE or (low, next_word.lower()) == ("stock", "exchange"))


def is_tail(text: str, start: int, organs: str) -> bool:
    """Whether a body's name ends a longer one: of "National Security Council" the last two words.

    >>> is_tail("the National Security Council", 13, "Council"), is_tail("The Security Council", 4, "Council")
    (True, False)
    """
    longer = re.search(
        r"(?<![\w.])(?!The |In |At |On )[A-Z][\w'’-]{2,20} $", text[max(0, start - 24) : start]
    )
    return (
        longer is not None
        and re.match(rf"(?:[A-Z]\w+ ){{1,3}}(?:{organs})\b", text[start : start + 60]) is not None
    )


def stands_for_a_place(before: str, after: str = "", *, capital: bool) -> bool:
    """Whether a state's word is where something happens, or whence and whither somebody goes; where it has another's embassy, it is one of two.

    A capital that somebody visits is its state, unless they come for what others hold there.

    >>> [stands_for_a_place(before, capital=False) for before in ("talks in ", "they fled from ", "opened an embassy in ", "told ")]
    [True, True, False, False]
    >>> stands_for_a_place("Borg arrived in the ", " capital", capital=False)
    False
    >>> [stands_for_a_place("Borg visited ", after, capital=True) for after in (" in May", " for a summit")]
    [False, True]
    """
    if after.startswith(" capital"):
        before, capital = before.removesuffix("the "), True
    if capital and re.search(_TO_THEM, before):
        return re.match(_HELD_FOR_OTHERS, after) is not None
    if (" for " in before and re.search(_BOUND, before)) or (capital and re.search(_AMONG_PLACES, before)):
        return True
    found = re.search(_PLACED, before) if before.rstrip().endswith(_WHERE) else None
    if found is None or re.search(_POST, before):
        return False
    if not found["capital"] or re.search(_GONE, before):
        return True
    return capital and found["capital"] != "to"


# What is told beside an event: what one of its parts did at another time, or what came before it.
_BESIDE = (
    r",\s(?:which|who|whose|whom)\b[^,;]{0,200}"
    r"|,\s(?:a|an)\s(?:[\w-]{1,20}\s){0,3}(?:member|republic|province|ally|colony|neighbou?r|candidate)\b[^,;]{0,200}"
    r"|\b(?:day|week|month|year|hour)s? (?:after|before)\b[^,;]{0,200}"
    r"|\bafter (?!(?:talks|meeting|a|an|the|its|his|her|their|\w+ing)\b)(?=[A-Z])[^,;]{0,200}"
)


_BESIDES = (",", "after", "before")  # one of which stands in whatever that is


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(_BESIDE)


def beside(text: str, start: int, end: int, kept: tuple[int, ...]) -> str:
    """The words of a clause without what is told beside its event; a part that holds one of the places `kept` stays.

    >>> text = "Chad, which left the bloc, met envoys a year after Niger invaded"
    >>> beside(text, 0, len(text), (text.index("met"),))
    'Chad, met envoys a '
    """
    out, at = [], start
    piece = text[start:end]
    for match in _beside().finditer(text, start, end) if any(sign in piece for sign in _BESIDES) else ():
        if not any(match.start() <= place < match.end() for place in kept):
            out.append(text[at : match.start()])
            at = match.end()
    return "".join((*out, text[at:end]))
