"""A text cut into sentences, by rule: full stops after titles, initials and shortened months end none."""

import re
from collections.abc import Iterator
from functools import cache

from timeline.said.clauses import word_list

_SHORT = word_list(
    "mr mrs ms dr st prof gen lt col maj capt sgt adm brig sen rep gov pres amb hon rev jr sr "
    "no vs vol fig inc ltd co corp bros dept jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue tues wed thu thur thurs fri sat sun est approx ca c e.g i.e u.s u.n u.k "
    "mm mme mlle av env г гг в вв ст им ул т.е т.д др тыс млн млрд руб янв февр фев авг сент сен окт нояб ноя дек"
)

_GOES_ON = r"(?:[A-Z][a-z]+ )?[A-Z][a-z]+ time\b|\(?[A-Z]{2,4}\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d"


@cache
def _boundary() -> re.Pattern[str]:
    # A stop with its closing quotes and space, an empty line, or a gap as between columns; every alternative takes at
    # least one character. Patterns that try every way to share white space out take no more than a gap's worth.
    return re.compile(rf"(?<![.!?])[.!?]+[\"')\]»]*(?=\s)|\s{{{GAP},}}|\n[ \t\r]*\n|\n")


def _typewritten(text: str) -> str:
    """The text, mark by mark, without those beyond Latin-1: a class that has them beside others takes 2 M instructions to compile."""
    return text.replace("…", "!").replace("”", '"').replace("’", "'")


GAP = 20  # characters of white space that part what stands on either side
LONGEST = 2000  # characters; what is longer is no sentence, and is cut at a space


def sentences(text: str) -> Iterator[tuple[int, int]]:
    r"""Start and end of every sentence, paragraph breaks and lone lines ending one as well.

    >>> text = "Gen. Ivanov met Mr. Abe on Feb. 7. They agreed.\n\nHe left"
    >>> [text[a:b] for a, b in sentences(text)]
    ['Gen. Ivanov met Mr. Abe on Feb. 7.', 'They agreed.', 'He left']
    """
    for start, end in _stretches(text):
        while end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            yield start, cut
            start = cut + (text[cut : cut + 1] == " ")  # noqa: PLW2901 - the rest of it
        if start < end:
            yield start, end


def around(text: str, start: int, end: int, beside: int = 0) -> tuple[int, int]:
    """Start and end of the sentences in which some words stand, with so many `beside` them before and behind.

    >>> text = "He came. They met on Monday. It rained."
    >>> text[slice(*around(text, 14, 17))], text[slice(*around(text, 14, 17, beside=1))]
    ('They met on Monday.', 'He came. They met on Monday. It rained.')
    """
    told = list(sentences(text))
    met = [at for at, (first, last) in enumerate(told) if first < end and start < last]
    if not met:
        return start, end
    first, last = max(met[0] - beside, 0), min(met[-1] + beside, len(told) - 1)
    return min(start, told[first][0]), max(end, told[last][1])


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence, however long."""
    start = 0
    for match in _boundary().finditer(_typewritten(text)):
        end = match.end()
        if match[0][0] == "\n":
            if match[0] == "\n" and _wrapped(text, match.start()):
                continue
        elif match[0][0] == "." and not _ends(text, match.start(), end):
            continue
        found = _trimmed(text, start, end)
        if found:
            yield found
        start = end
    found = _trimmed(text, start, len(text))
    if found:
        yield found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(stripped)


def _wrapped(text: str, at: int) -> bool:
    """Whether a line break only wraps a line: the next line goes on in lower case, or this one is long and unfinished."""
    after = text[at + 1 : at + 2]
    line = text[max(text.rfind("\n", max(at - 200, 0), at) + 1, at - 200) : at].rstrip()
    return after.islower() or (len(line) > 55 and line[-1:] not in '.!?:”"' and len(line) < 100)


def _ends(text: str, stop: int, end: int) -> bool:
    """Whether the full stop ends a sentence."""
    begin = stop
    while begin > 0 and stop - begin < 12 and (text[begin - 1].isalnum() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:stop]
    following = text[end : end + 40].lstrip()
    if not following:
        return True
    if following[0].islower():
        return False
    if word.lower() in _SHORT and (word.lower() != "no" or following[0].isdigit()):
        return False
    if word.lower() in ("a.m", "p.m") and re.match(_GOES_ON, following):
        return False  # "9 a.m. Beijing time", "3 p.m. Friday", "5 p.m. EDT"
    return not (len(word) == 1 and word.isalpha() and word.isupper())
