"""The expressions of time in running text: a chart over each stretch of it, the longest reading at each place."""

from collections.abc import Callable, Iterator

from timeline.dates.periods import MANY_YEARS, Period
from timeline.said.around import Words, words_of
from timeline.said.chart import Chart
from timeline.said.clauses import crosses, ends_sentence
from timeline.said.frozen import Frozen
from timeline.said.joined import Placed
from timeline.said.languages import order_of, tense_of, text_grammar
from timeline.said.mentions import shaped
from timeline.said.openings import openings_of
from timeline.said.patterns import Grammar
from timeline.said.policies import place_of
from timeline.said.standing import Standing
from timeline.said.story import Story
from timeline.said.told import Reading, read, read_all
from timeline.said.values import Away, Beside, Between, Edge, Fields, Lasting, Night, Several, Value

STRETCH = 1 << 16  # characters read at a time: a text of any size needs the memory of one stretch
KIND = "mention"
_LONGEST_MONTH = 31
Tense = Callable[[Chart, int, int], int]


class Expression(Frozen):
    """One expression of time: the characters `start` to `end` of the text, and what they mean."""

    start: int
    end: int
    reading: Reading


def opening_of(text: str, language: str) -> Chart:
    """The chart of the first stretch of a text."""
    _, stretch = next(stretches(text), (0, ""))
    return Chart(text_grammar(language), stretch, cased=True)


def expressions(text: str, language: str, story: Story, opening: Chart | None = None) -> Iterator[Expression]:
    """Every expression of time in a text, in order, read against what the story has told before it.

    Its `opening`, where somebody has read it before, says the same again, and need not be made anew.
    """
    grammar, tense = text_grammar(language), tense_of(language)
    words = words_of(grammar)
    story.order = story.habits.order or order_of(language)
    for offset, stretch in stretches(text):
        story.begin_stretch()
        chart = opening if opening is not None and not offset else Chart(grammar, stretch, cased=True)
        for one in shaped(chart, words, list(_placed(chart, grammar, story, tense)), story.dateline):
            start, end = chart.tokens[one.first].start, chart.tokens[one.end - 1].end
            own = chart.tokens[one.end - 1].word in chart.dotted or _dotted(stretch[start:end])
            if stretch[end - 1] == "." and (stretch[end - 2] == "." or not own):
                end -= 1
            yield Expression(start=offset + start, end=offset + end, reading=one.reading)


def _dotted(words: str) -> bool:
    """Whether the full stop behind a mention is its own: that of an abbreviation with others (p.m., B.C.)."""
    return "." in words.rpartition(" ")[2][:-1]


def stretches(text: str, size: int = STRETCH) -> Iterator[tuple[int, str]]:
    """The text in pieces that end between paragraphs, lines or words, each with its offset.

    >>> list(stretches("one two three", 8))
    [(0, 'one two '), (8, 'three')]
    """
    start = 0
    while len(text) - start > size:
        for gap in ("\n\n", "\n", " "):
            end = text.rfind(gap, start + size // 2, start + size)
            if end >= 0:
                break
        end = end + 1 if end >= 0 else start + size
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]


def _placed(chart: Chart, grammar: Grammar, story: Story, tense: Tense) -> Iterator[Placed]:
    """The expressions of a stretch, as the story tells them."""
    words = words_of(grammar)
    openings, openers, at, size = openings_of(grammar), grammar.openers(KIND), 0, len(chart.tokens)
    codes = chart.codes
    while at < size:
        if codes[at] in openers and openings.fit(KIND, codes[at], codes[at + 1]):
            found, end = _longest(chart, words, story, tense, at)
            yield from found
            at = max(at + 1, end)
        else:
            at += 1


def _longest(chart: Chart, words: Words, story: Story, tense: Tense, at: int) -> tuple[list[Placed], int]:
    """What is read at a token, by the longest phrase that means something there, and where to read on.

    A day that its month has not is read over: 31 April 2022 is no April.
    """
    for end, value in sorted(chart.at(KIND, at).items(), reverse=True):
        if crosses(chart, at, end) or _torn(chart, at, end):
            continue
        placed = _read(chart, story, tense(chart, at, end), (at, end), value)
        if placed:
            for one in placed:
                _remember(chart, words, story, one)
            return placed, placed[-1].end
        if (
            isinstance(value, Fields)
            and value.day is not None
            and value.month is not None
            and value.day <= _LONGEST_MONTH
        ):
            return [], end
    return [], at


def _torn(chart: Chart, first: int, end: int) -> bool:
    """Whether a phrase begins or ends within a longer word: the 320 of A320. An hour may have its unit behind it: 05:30hrs."""
    tokens = chart.tokens
    return any(
        0 < at < len(tokens)
        and tokens[at].tight
        and all(token.word.isalnum() for token in tokens[at - 1 : at + 1])
        and not (at > 1 and tokens[at - 2].word == ":")
        for at in (first, end)
    )


def _read(chart: Chart, story: Story, clause: int, span: tuple[int, int], value: Value) -> list[Placed]:
    """What a phrase means, as one expression or as several."""
    first = span[0]

    def near() -> Period | None:
        return story.near(first, broken=_breaks(chart, story.day_at, first, "\n"))

    def beside() -> Period | None:
        broken = not 0 <= story.told_at <= first or _breaks(chart, story.told_at, first, ".\n;")
        return None if broken else story.last

    def standing() -> Standing:
        return Standing(story, place_of(clause, narrative=story.narrative), near, beside)

    members = _members(value)
    if len(members) < 2:
        reading = read(members[0], standing, clause)
        span = value.span if value.span[1] else span
        return [Placed(*span, reading)] if reading is not None else []
    readings = read_all(members, standing, clause)
    if any(reading is None or reading.period is None for reading in readings):
        return []
    return [
        Placed(*value.span, reading)
        for value, reading in zip(members, readings, strict=True)
        if reading is not None
    ]


def _breaks(chart: Chart, first: int, end: int, ends: str) -> bool:
    """Whether one of the tokens is one of these marks, or a sentence ends with it."""
    return any(
        chart.tokens[at].word in ends or ("." in ends and ends_sentence(chart, at))
        for at in range(max(first, 0), end)
    )


def _members(value: Value) -> list[Value]:
    """The dates that a value joins, each of which is an expression of its own."""
    if isinstance(value, Lasting | Between):
        found = [each for each in (value.start, value.end) if not isinstance(each, Edge)]
    elif isinstance(value, Several):
        found = list(value.members)
    elif isinstance(value, Beside):
        found = [value.base]
    else:
        return [value]
    return found if all(each.span[1] for each in found) else [value]


def _remember(chart: Chart, words: Words, story: Story, one: Placed) -> None:
    reading = one.reading
    if isinstance(reading.said, Away) and reading.said.unit in MANY_YEARS:
        return  # "almost two decades earlier" is about that year, and no year to go on from
    if reading.period is not None and reading.timex.type in ("DATE", "TIME"):
        named = _named(chart, words, one.first, one.end)
        # What follows a night between two days is told from the second.
        two = isinstance(reading.said, Night) and isinstance(reading.said.base, Several)
        period = reading.period.shift(1) if two else reading.period
        story.remember(period, one.end, explicit=reading.explicit, named=named)


def _named(chart: Chart, words: Words, first: int, end: int) -> bool:
    """Whether a year only names or measures something.

    The 1975 Algiers Accord, the Constitution of 1791, an accord (1975), the largest since 1813.
    """
    before = chart.tokens[first - 1].word if first else ""
    after = chart.tokens[end].word if end < len(chart.tokens) else ""
    if before == "the":
        return after.isalpha()
    if (before, after) == ("(", ")") or words.compared(chart, first):
        return True
    return before == "of" and first > 1 and chart.text[chart.tokens[first - 2].start].isupper()
