"""The words of a sentence on both sides of an expression, for whoever asks for its verbs."""

from collections.abc import Iterator

from timeline.said.chart import Chart


def word_list(text: str) -> frozenset[str]:
    """The words between spaces.

    >>> sorted(word_list("was were had"))
    ['had', 'was', 'were']
    """
    return frozenset(text.split())


REACH = 30  # words that are looked at on either side
_ENDS = frozenset("!?;\n")
_DOTTED = word_list(
    "mr mrs ms dr st gen sen rep gov jan feb mar apr aug sept sep oct nov dec inc co corp no vs approx av ap apr"
)


def ends_sentence(chart: Chart, at: int) -> bool:
    """Whether a sentence ends with the token: at a mark, or at a full stop that belongs to no shortened word."""
    token = chart.tokens[at]
    if token.word in _ENDS:
        return True
    if token.word == ".":
        return at + 1 >= len(chart.tokens) or not chart.tokens[at + 1].tight
    text = chart.text[token.start : token.end]
    shortened = token.word in _DOTTED or token.word in chart.dotted
    return text.endswith(".") and "." not in text[:-1] and len(text) > 2 and not shortened


def crosses(chart: Chart, first: int, end: int) -> bool:
    """Whether a sentence ends among the tokens and the next begins: with a capital letter, or with a number behind a word."""
    return any(
        ends_sentence(chart, at)
        and (chart.text[chart.tokens[at + 1].start].isupper() or _behind_word(chart, at))
        for at in range(first, end - 1)
        if chart.text[chart.tokens[at].end - 1] == "."
    )


def _behind_word(chart: Chart, at: int) -> bool:
    """Whether a full stop follows a word that is not shortened by it, and a number follows it: "on 10 March. 20 ships"."""
    stop = chart.tokens[at].word == "." and at > 0 and chart.tokens[at - 1].word.isalpha()
    return stop and chart.tokens[at + 1].digits > 0


def before(chart: Chart, first: int) -> Iterator[int]:
    """The tokens before one, the nearest first, back to where its sentence begins."""
    for at in range(first - 1, max(first - REACH, -1), -1):
        if ends_sentence(chart, at):
            return
        yield at


def after(chart: Chart, end: int) -> Iterator[int]:
    """The tokens from one on, to the end of its sentence."""
    for at in range(end, min(end + REACH, len(chart.tokens))):
        if not ends_sentence(chart, at):
            yield at
            continue
        if chart.tokens[at].word.isalpha():  # whose full stop it is
            yield at
        return


def word(chart: Chart, at: int) -> str:
    """The folded word at a place, empty outside the text."""
    return chart.tokens[at].word if 0 <= at < len(chart.tokens) else ""
