"""The words that stand before, between and behind dates of running text, by the classes of a language."""

from collections.abc import Mapping
from functools import cache

from timeline.said.chart import Chart
from timeline.said.patterns import Grammar
from timeline.said.steps import ENDINGS

# The classes of words that stand before a date and say on which side of it something lies.
_SIDES: Mapping[str, str] = {
    "STARTING": "since", "UNTIL": "until", "NOT_BEFORE": "not before", "BEFORE": "before", "AFTER": "after", "BY": "by", "FROM": "from",
    "BETWEEN": "between", "DATED": "dated", "THROUGHOUT": "all through",
}  # fmt: skip
_GLUES: Mapping[str, str] = {"UPTO": "to", "DASH": "dash", "AND": "and", "OR": "or"}
_BEHIND = (
    "ONWARDS", "FROM_ON", "OR_LATER", "OR_EARLIER", "INCLUSIVE", "UPTO", "DASH", "OPEN", "UNKNOWN",
)  # fmt: skip
_EDGES: Mapping[str, str] = {"OPEN": "/..", "UNKNOWN": "/"}
_FAR_BACK = 5  # words before a date that are looked at


class Words:
    """The words of a language that stand before, between and behind dates."""

    def __init__(self, grammar: Grammar) -> None:
        self._before: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._between: dict[tuple[str, ...], str] = {}
        for name, side in _SIDES.items():
            for words in _phrases(grammar, name):
                self._before.setdefault(words[-1], []).append((words, side))
        for rows in self._before.values():
            rows.sort(key=lambda row: -len(row[0]))
        for name, glue in _GLUES.items():
            for words in _phrases(grammar, name):
                self._between.setdefault(words, glue)
        self._between |= {("/",): "stroke", (",",): "comma"}
        self._widest = max(map(len, self._between)) + 2  # with a comma and an article
        self._passed = frozenset(words[0] for words in _phrases(grammar, "PASSED_OVER"))
        self._within = frozenset(words[0] for words in _phrases(grammar, "WITHIN"))
        most = grammar.words("MOST")
        self._most = frozenset(most)
        self._endings = tuple(entry.rest[0] for entry in most.get(ENDINGS, ()))
        self._articles = frozenset(words[0] for words in _phrases(grammar, "THE"))
        self._through = frozenset(words[-1] for words in _phrases(grammar, "THROUGH"))
        self._behind: dict[tuple[str, str], list[tuple[str, ...]]] = {}  # by the class and the first word
        for name in _BEHIND:
            for words in _phrases(grammar, name):
                self._behind.setdefault((name, words[0]), []).append(words)
        self._starts = {word for name, word in self._behind if name in ("DASH", "UPTO")} | {"/"}
        self._joints = frozenset(words for name in ("AND", "BUT") for words in _phrases(grammar, name))

    def before(self, chart: Chart, at: int) -> str:
        """What the words before a date say: since, until, before, after, by, from, between, or nothing."""
        for place in range(at, max(at - _FAR_BACK, 0), -1):
            side = self._side(chart, place)
            if side:
                return side
            word = chart.tokens[place - 1].word
            if word == "-" and place == at and chart.tokens[place - 1].tight:
                return side if (side := self._side(chart, place - 1)) in ("before", "after") else ""
            if word in self._within:
                return self._side(chart, place - 1)
            if word not in self._passed:
                return ""
        return ""

    def _side(self, chart: Chart, place: int) -> str:
        """What the words say that end before a token."""
        for words, side in self._before.get(chart.tokens[place - 1].word if place else "", ()):
            if place >= len(words) and self._at(chart, place - len(words), words):
                return side
        return ""

    def compared(self, chart: Chart, at: int) -> bool:
        """Whether what stands before says how far back something is without its like: the largest since."""
        if self.before(chart, at) != "since":
            return False
        near = (token.word for token in chart.tokens[max(at - _FAR_BACK - 1, 0) : at])
        return any(word in self._most or word.endswith(self._endings) for word in near)

    def throughout(self, chart: Chart, at: int) -> bool:
        """Whether the word before can also mean "throughout"."""
        return at > 0 and chart.tokens[at - 1].word in self._through

    def between(self, chart: Chart, first: int, end: int) -> str:
        """What stands between two dates: to, dash, stroke, comma, and, or; nothing where more does."""
        if end - first > self._widest:
            return ""
        words = [token.word for token in chart.tokens[first:end]]
        if len(words) > 1 and words[-1] in self._articles:
            words.pop()
        if len(words) > 1 and words[0] == "-" and words[1] != "-":
            words.pop(0)  # of "mid- to late March"
        listed = len(words) > 1 and words[0] == ","
        glue = self._between.get(tuple(words[listed:]), "")
        return "" if listed and glue in ("to", "dash") else glue

    def pinching(self, chart: Chart, first: int, end: int) -> bool:
        """Whether what stands between two dates tells of the moment on the first one's side that it is on the other's too."""
        words = [token.word for token in chart.tokens[first:end]]
        if words[:1] == [","]:
            words.pop(0)
        joints = [joint for joint in self._joints if tuple(words[: len(joint)]) == joint]
        rest = tuple(words[len(joints[0]) :]) if joints else ()
        if rest and rest[-1] in self._articles:
            rest = rest[:-1]
        return bool(rest) and any(side == rest for side, _ in self._before.get(rest[-1], ()))

    def opens(self, chart: Chart, at: int) -> str:
        """How EDTF writes the end that follows a date, where it is none: to the present, or nobody knows when."""
        if at >= len(chart.tokens) or chart.tokens[at].word not in self._starts:
            return ""
        starts = [end for name in ("DASH", "UPTO") for end in self._ends(chart, at, name)]
        for start in starts or [at + 1]:
            article = start < len(chart.tokens) and chart.tokens[start].word in self._articles
            for name, edge in _EDGES.items():
                if self.last(chart, start + article, name):
                    return edge
        return ""

    def behind(self, chart: Chart, at: int, name: str, until: int = 0) -> bool:
        """Whether words of the class follow a date, and do not stand just before another one at `until`."""
        return any(end != until for end in self._ends(chart, at, name))

    def last(self, chart: Chart, at: int, name: str) -> bool:
        """Whether words of the class follow a date, and no word follows them."""
        ends = self._ends(chart, at, name)
        return any(end >= len(chart.tokens) or not chart.tokens[end].word.isalpha() for end in ends)

    def _ends(self, chart: Chart, at: int, name: str) -> list[int]:
        word = chart.tokens[at].word if at < len(chart.tokens) else ""
        many = self._behind.get((name, word), ())
        return [at + len(words) for words in many if self._at(chart, at, words)]

    def _at(self, chart: Chart, at: int, words: tuple[str, ...]) -> bool:
        return tuple(token.word for token in chart.tokens[at : at + len(words)]) == words


def _phrases(grammar: Grammar, name: str) -> list[tuple[str, ...]]:
    return [(first, *entry.rest) for first, entries in grammar.words(name).items() for entry in entries]


@cache
def words_of(grammar: Grammar) -> Words:
    """The words around dates of a language."""
    return Words(grammar)
