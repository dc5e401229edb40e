"""Which event is which: ids made from what happened and when, and events that look like one another."""

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher

from timeline.folding import fold
from timeline.model import Event

# Contract, section 4: an event whose date touches and whose title is this like another's is refused.
SIMILARITY = 0.9
ID_LENGTH = 60
NAMELESS = "event"  # the id of what has neither letters nor digits of ASCII

_LONGEST = (
    1_000  # characters: two titles of 18,000 take 5 s to compare; longer ones are the same only when equal
)

_device = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_ends = re.compile(r"/|,|\.\.")
_below_zero = re.compile(r"[^0-9A-Za-z]*-([0-9X]{4,})")
_not_slug = re.compile(r"[^a-z0-9]+")
_doi = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s{0,3})?(10\.[0-9]{4,9}/\S{1,500})", re.IGNORECASE
)


def new_id(date: str, title: str, taken: Collection[str] = ()) -> str:
    """A slug from the first day, month or year of an EDTF date and a title that is not in `taken`; a clash gets `-2`, `-3`, ….

    >>> new_id("2022-03-21", "Talks end: São Tomé's view")
    '2022-03-21-talks-end-sao-tome-s-view'
    >>> new_id("1950~/..", "Talks", {"1950-talks"})
    '1950-talks-2'

    A year below zero, whose sign a slug would lose, is written as people do, or where it is no plain year, as `y-…`:

    >>> new_id("-0043-03-15", "Ides"), new_id("0043-03-15", "Ides"), new_id("-004X", "Ides"), new_id("Y-17E7", "Ides")
    ('44bc-03-15-ides', '0043-03-15-ides', 'y-004x-ides', 'y-17e7-ides')
    """
    words = "-".join(filter(None, (date_words(date), id_words(title))))
    if len(words) > ID_LENGTH:
        words = words[: ID_LENGTH + 1].rpartition("-")[0] or words[:ID_LENGTH]
    return free_id(words or NAMELESS, taken)


def date_words(date: str) -> str:
    """What an id says of a date: its first day, month or year."""
    start = next((part for part in _ends.split(date) if any(map(str.isdigit, part))), "")
    if before := _below_zero.match(start):
        year = before[1]
        start = (f"{int(year) + 1}bc" if year.isdecimal() else f"y-{year}") + start[before.end() :]
    return id_words(start)


def id_words(text: str) -> str:
    """What an id says of a text: its letters of ASCII and its digits, with a hyphen between words.

    >>> id_words("São Tomé's view")
    'sao-tome-s-view'
    """
    return _not_slug.sub("-", fold(text)).strip("-")


def file_stem(id_: str) -> str:
    """The name of an event's own file, without an ending, which every system can have; ids may hold what names may not.

    >>> file_stem("2022:talks"), file_stem("con"), file_stem("nul.2022")
    ('2022_talks', 'con_', 'nul_.2022')
    """
    name = id_.replace(":", "_")
    # Windows takes these for devices, whatever stands behind the first full stop.
    stem, dot, rest = name.partition(".")
    return f"{stem}_{dot}{rest}" if _device.fullmatch(stem) else name


def free_id(slug: str, taken: Collection[str]) -> str:
    """The slug, or where it is taken the slug with a number behind it, in some 2 log n look-ups for n of one slug.

    >>> free_id("talks", ()), free_id("talks", {"talks", "talks-2"})
    ('talks', 'talks-3')
    """
    if slug not in taken:
        return slug
    # Of a thousand rows with one slug each would count up past all others: double, then halve.
    number, free = 1, 2
    while f"{slug}-{free}" in taken:
        number, free = free, 2 * free
    while free - number > 1:
        middle = (number + free) // 2
        if f"{slug}-{middle}" in taken:
            number = middle
        else:
            free = middle
    return f"{slug}-{free}"


def ids_beginning(text: str, ids: Collection[str]) -> list[str]:
    """The ids that a person may mean by a text: the one that it is, or else all that begin with it.

    >>> ids_beginning("2018", ["2018", "2018-talks"]), ids_beginning("2018-t", ["2018", "2018-talks"])
    (['2018'], ['2018-talks'])
    """
    if text in ids or not text:
        return [text] if text else []
    return [id_ for id_ in ids if id_.startswith(text)]


def whole_id(text: str, ids: Collection[str]) -> str:
    """The one id that a person means by a text, or the text where it means none or several."""
    meant = ids_beginning(text, ids)
    return meant[0] if len(meant) == 1 else text


def near_duplicate(event: Event, others: Iterable[Event]) -> Event | None:
    """The first of `others` whose date touches the event's and whose title, case folded, nearly equals its title."""
    date = event.date
    title = event.title.casefold()
    matcher = SequenceMatcher(b=title, autojunk=False)
    for other in others:
        if other.date.possibly_during(date.first_day, date.last_day):
            other_title = other.title.casefold()
            if other_title == title:
                return other
            if max(len(title), len(other_title)) > _LONGEST:
                continue
            matcher.set_seq1(other_title)
            # The two quick bounds spare nine titles in ten the quadratic comparison.
            if matcher.real_quick_ratio() >= SIMILARITY and matcher.quick_ratio() >= SIMILARITY:  # noqa: SIM102
                if matcher.ratio() >= SIMILARITY:
                    return other
    return None


def doi_of(text: str) -> str:
    """The DOI that a text is, alone or as an address, in lower case; "" where it is none.

    >>> doi_of("https://doi.org/10.1093/ia/IIX001"), doi_of("doi:10.1093/ia/iix001"), doi_of("https://tass.com/10.1093/x")
    ('10.1093/ia/iix001', '10.1093/ia/iix001', '')
    """
    found = _doi.fullmatch(text.strip())
    return found[1].lower() if found else ""
