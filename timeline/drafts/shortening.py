"""Words of a text as a title: without marks and articles, and cut where it hurts least."""

import re
from bisect import bisect
from collections.abc import Collection, Iterable
from itertools import accumulate

from timeline.drafts.subjects import SUBJECT_WORDS, TAIL
from timeline.drafts.words import list_commas
from timeline.folding import fold
from timeline.said.clauses import word_list
from timeline.said.en.tense import past

TITLE_WORDS = 16
TITLE_LENGTH = 110  # characters
_QUOTATION_MARKS = dict.fromkeys(map(ord, '"“”«»'))
_OPENING = (
    r"(?i:(?:however|moreover|meanwhile|in addition|also|but|and|while|as for|according to [^,]{1,60}),?\s+)"
)
_OPENS = word_list(
    "however moreover meanwhile in also but and while as according"
)  # the first words of those
_ARTICLE = r"(?i:\b(?:the|an?) (?=\w))"
# What a title puts otherwise, before its marks and articles are gone and behind them: a sign of it, which most pieces
# have not, what it is, and what stands for it.
_BEFORE = (
    ("clear that", r"\s+made (?:it )?clear that\b", ":"),
    (".", r",?\s+(?:i\.e|e\.g)\b.*$", ""),
)
_BEHIND = (
    ("also ", r"\s+also\b(?=\s+\w+)", ""),
    (" for ", r"\b(scheduled|set|planned|due|slated) for (?=in\s|at\s[A-Z])", r"\1 "),
    (",", r",\s+(?=(?:signed|adopted|issued|published|reached|concluded|ratified)$)", " "),
)


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
    if not re.search(r"[\[(/*_`]", piece):
        return piece
    piece = re.sub(r"\[([^\]\n]{1,200})\]\([^()\s]{1,300}\)", r"\1", piece)  # a Markdown link
    return re.sub(r"\([^()]{0,80}\)|/[A-Z]{2,10}/|[*_`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}", " ", piece)


def plain(piece: str) -> str:
    """The piece without markup, quotation marks, articles and brackets."""
    piece = _reworded(_unmarked(piece), _BEFORE)
    piece = _trimmed(" ".join(piece.translate(_QUOTATION_MARKS).split()))
    while piece.partition(" ")[0].lower().rstrip(",") in _OPENS and (opening := re.match(_OPENING, piece)):
        piece = piece[opening.end() :]
    piece = _reworded(re.sub(_ARTICLE, "", piece), _BEHIND)
    if re.search(r"[ ,;:][,;:.]", piece):
        piece = re.sub(r" ([,;:.])", r"\1", piece)
        piece = re.sub(r":+[,;]+", ":", re.sub(r"([,;])[,;]+", r"\1", piece))
    return piece


def _reworded(piece: str, table: Iterable[tuple[str, str, str]]) -> str:
    """The piece with what a table puts otherwise."""
    for sign, pattern, instead in table:
        if sign in piece:
            piece = re.sub(pattern, instead, piece)
    return piece


def _begun(kept: list[str], behind: str) -> list[str]:
    """The words without the beginning of what was cut behind them: "imposed" without by whom, "and visiting" whom.

    >>> " ".join(_begun("Malta met Borg and visiting".split(), "Peruvian"))
    'Malta met Borg'
    """
    one, last = kept[-2:]
    done = behind == "by" and past(last) and one.lower() not in TAIL
    joined = one == "and" and last.islower() and behind[:1].isupper()
    if done or joined or last == "off":
        return kept[: -1 - joined]
    return kept


def _in_lists(words: list[str]) -> set[int]:
    """Which of the words end with a comma that parts what one noun or name holds together: no title may end there."""
    told = " ".join(words)
    return {told.count(" ", 0, mark) for mark in list_commas(told)}


def _trimmed(piece: str) -> str:
    """The piece without marks at its ends; the stop of U.S. stays."""
    piece = piece.strip(" ,;:-–—•").lstrip(".")
    short = piece.endswith(".") and re.search(r"\b(?:[A-Z]\.)+$", piece)
    return piece if short else piece.rstrip(" ,;.:-–—•")


def shortened(piece: str, limit: int = TITLE_WORDS) -> str:
    """The piece as a title of few words, and no more than a line, cut where it hurts least: never inside a name, never after a small word.

    >>> shortened("Moscow blocked the extension of Japan's status as a full sectoral dialogue partner of the Black Sea Economic Cooperation Organization in Istanbul")
    "Moscow blocked extension of Japan's status as full sectoral dialogue partner"
    """
    words = plain(piece).split()
    limit = min(limit, bisect(list(accumulate(len(word) + 1 for word in words)), TITLE_LENGTH))
    if len(words) > limit:
        kept, cut = words[:limit], limit
        listed = _in_lists(words)
        comma = next(
            (n for n in range(len(kept) - 1, 4, -1) if kept[n].endswith((",", ";")) and n not in listed), None
        )
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
        words = _begun(words[:cut], words[cut])
        that = next((n for n in range(len(words) - 1, len(words) - 4, -1) if words[n] == "that"), 0)
        words = words[:that] if that >= SUBJECT_WORDS else words
    while len(words) > 2 and words[-1].lower().strip(",;:") in TAIL and words[-1] != "May":
        words.pop()
    title = _trimmed(" ".join(words))
    return title[:1].upper() + title[1:]
