"""Where a quote stands in a text, however that breaks its lines and whichever marks it uses.

Letters, digits and the other marks count, and their case. Blanks, hyphens and dashes do not, for a page breaks words where
its lines end, and a PDF has blanks where its letters are set apart; nor do kinds of quotation marks, ligatures, and whether
an accent is a character of its own. An omission (`…`, `[...]`), and what an editor has put in brackets, may stand for
something else in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from unicodedata import normalize

_OMITTED = re.compile(r"\[[^\[\]]{0,80}\]|\u2026|\.{3,}|\. \. \.")
_SAME = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'")
    | dict.fromkeys("-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200b\u200c\u200d\u2060\ufeff", "")
)
_REACH = 1_000  # letters that an omission may stand for: a long paragraph
_OFTEN = 100_000  # places of one piece of a quote; who has more means no place
_PIECES = 20  # of a quote
_LARGEST = 500_000  # letters in which the nearest words are looked for: 0.1 s
_WORDS = 100  # of a quote, for which they are
_WORD = 20  # characters of one that is shown in full


class Searched:
    """A text in which quotes are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def letters(self) -> str:
        """The text without what does not count: 60 ms a megabyte."""
        return _letters(self.text)

    def find(self, quote: str) -> tuple[int, int] | None:
        """Where the quote begins and ends in the text, None when it does not stand there."""
        at = self.text.find(quote) if quote.strip() else -1
        if at >= 0:
            return at, at + len(quote)
        found = self._span(quote)
        return self._place(*found) if found else None

    def has(self, quote: str) -> bool:
        """Whether the quote stands in the text."""
        return bool(quote.strip()) and (quote in self.text or self._span(quote) is not None)

    def nearest(self, quote: str) -> str:
        """What the text has in place of the quote: words around the longest run of its words that stand there.

        Nothing where no more than two of them stand together.
        """
        words = quote.split()[:_WORDS]
        first, last = self._longest_run(words) if len(self.letters) <= _LARGEST else (0, 0)
        if last - first < 3:
            return ""
        at = self.letters.find(_letters("".join(words[first:last])))
        start = max(at - len(_letters("".join(words[:first]))), 0)
        behind = min(at + len(_letters("".join(words[first:]))), len(self.letters))
        start, behind = self._place(start, behind)
        start -= len(re.split(r"\s", self.text[max(start - _WORD, 0) : start])[-1])
        behind += len(re.split(r"\s", self.text[behind : behind + _WORD])[0])
        return " ".join(self.text[start:behind].split())

    def _longest_run(self, words: Sequence[str]) -> tuple[int, int]:
        """The first and the last but one of the words of a quote that stand together in the text, as many as can be."""
        best, first = (0, 0), 0
        for last in range(1, len(words) + 1):
            while first < last and _letters("".join(words[first:last])) not in self.letters:
                first += 1
            best = max(best, (first, last), key=lambda run: run[1] - run[0])
        return best

    def _span(self, quote: str) -> tuple[int, int] | None:
        """The first of the letters that are those of a quote, and the one behind the last."""
        wanted = _letters(quote)
        at = self.letters.find(wanted) if wanted else -1
        if at >= 0:
            return at, at + len(wanted)
        pieces = [piece for part in _OMITTED.split(quote) if (piece := _letters(part))]
        return self._in_order(pieces) if 0 < len(pieces) <= _PIECES and pieces != [wanted] else None

    def _in_order(self, pieces: Sequence[str]) -> tuple[int, int] | None:
        """The same of pieces that stand one behind another, none farther from the last than an omission reaches."""
        starts = list(self._all_places(pieces[0]))
        ends = [at + len(pieces[0]) for at in starts]
        for piece in pieces[1:]:
            met = [(at, bisect_right(ends, at) - 1) for at in self._all_places(piece)]
            near = [(at, last) for at, last in met if last >= 0 and at - ends[last] <= _REACH]
            starts, ends = [starts[last] for _, last in near], [at + len(piece) for at, _ in near]
        return (starts[0], ends[0]) if starts else None

    def _all_places(self, piece: str) -> Iterator[int]:
        return (found.start() for found in islice(re.finditer(re.escape(piece), self.letters), _OFTEN))

    def _place(self, first: int, behind: int) -> tuple[int, int]:
        """Where letters stand in the text, given the first of them and the one behind the last."""
        places: list[int] = []
        done = 0
        for word in re.finditer(r"\S+", self.text):
            count = len(_letters(word[0]))
            while len(places) < 2 and done + count > (wanted := (first, behind - 1)[len(places)]):
                places.append(word.start() + _until(word[0], wanted - done))
            done += count
        return places[0], places[1] + 1


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    r"""Where the quote stands in the text, None when it does not.

    >>> find_quote('He said: “No  more\ntalks”.', '"no more talks"'), find_quote("He said: “No  more\ntalks”.", "No more talks")
    (None, (10, 24))
    >>> find_quote("The minis-\nter spoke of a long, final end.", "[The] minister spoke of […] end")
    (4, 41)
    """
    return Searched(text).find(quote)


def _letters(text: str) -> str:
    """The text without what does not count."""
    return "".join(normalize("NFKC", text).translate(_SAME).split())


def _until(word: str, letters: int) -> int:
    """How many characters of a word stand before the one that makes it have more letters than that."""
    return bisect_right(range(len(word)), letters, key=lambda size: len(_letters(word[: size + 1])))
