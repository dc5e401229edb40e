"""The chart: it passes over nothing that a rule could read, and its values know where they stand."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.said.chart import Chart
from timeline.said.languages import LANGUAGES
from timeline.said.openings import Candidate, Opening, Openings, Ward
from timeline.said.patterns import Grammar, Row, Rule
from timeline.said.steps import ANYWORD, Code, is_word
from timeline.said.values import Fields, Value

KINDS = ("when", "point", "nth", "clock")
WORDS = {
    name: sorted(
        {word for table in LANGUAGES.load(name).vocabulary for word in LANGUAGES.load(name).words(table)}
    )
    for name in LANGUAGES
}


def texts(name: str) -> st.SearchStrategy[str]:
    """Texts of what the rules of a language know, and a few things that they do not."""
    pieces = st.sampled_from(WORDS[name]) | st.sampled_from(
        "the of in 3 12 1945 21 0300 19450508 house , / - – . : ( ) [ ] ' ? s x th m.".split()  # noqa: SIM905
    )
    return st.lists(st.tuples(pieces, st.sampled_from(["", " ", " "])), max_size=9).map(
        lambda pairs: "".join(word + space for word, space in pairs)
    )


class Unhurried(Openings):
    """What looks at no token before the rules are tried."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__(grammar)
        self.grammar = grammar

    def opening(self, gives: str, code: Code) -> Opening | None:
        """Every rule, whatever the token."""
        rows = tuple(Candidate(row, None, None, (), "") for row in self.grammar.translated(gives))
        return Opening(rows=rows, seconds=None, known=False, named=frozenset(), likely={}) if code else None

    def wards(self, row: Row) -> tuple[Ward, ...]:
        """Every guard, whatever the tokens."""
        return tuple(Ward(guard, None, None) for guard in self.grammar.guards(row))


# Phrases that begin with themselves, by way of each other, or with nothing that need be there.
CIRCLES = (
    Rule(name="a", gives="a", pattern="one:x", value=lambda one: one),
    Rule(name="b then a", gives="a", pattern="<b> x? y", value=lambda: "ba"),
    Rule(name="a then b", gives="b", pattern="<a> ( x | y y )", value=lambda: "ab"),
    Rule(name="longer", gives="b", pattern="<b> ^x", value=lambda: "bx"),
    Rule(name="maybe", gives="a", pattern="y? ( x | <b> )? ( z | ANYWORD y )", value=lambda: "maybe"),
    Rule(name="guarded", gives="b", pattern="z NUM?", value=lambda: "z", unless="( x _ | y y _ z | _ ^x )"),
)


def everything(
    grammar: Grammar, text: str, kinds: tuple[str, ...], *, hurried: bool = True
) -> tuple[object, int]:
    """All that a chart reads, anywhere, with the words of it; and how far it understood."""
    chart = Chart(grammar, text)
    if not hurried:
        chart.openings = Unhurried(grammar)
    found = [
        (kind, at, end, value, getattr(value, "words", ""), getattr(value, "span", ()))
        for kind in kinds
        for at in range(len(chart.tokens))
        for end, value in chart.at(kind, at).items()
    ]
    return found, chart.reach


@pytest.mark.parametrize("name", LANGUAGES)
@given(st.data())
def test_what_is_passed_over_could_not_be_read(name: str, data: st.DataObject) -> None:
    text = data.draw(texts(name))
    assert everything(LANGUAGES.load(name), text, KINDS) == everything(
        LANGUAGES.load(name), text, KINDS, hurried=False
    )


@given(st.text("xyzq1 ", max_size=10))
def test_phrases_that_begin_with_themselves_end(text: str) -> None:
    quick, spaced = Grammar({}, CIRCLES), " ".join(text)
    slow = everything(quick, spaced, ("a", "b"), hurried=False)
    assert everything(quick, spaced, ("a", "b"))[0] == slow[0]


@pytest.mark.parametrize("name", LANGUAGES)
@given(st.data())
def test_a_phrase_begins_with_one_of_its_openers(name: str, data: st.DataObject) -> None:
    chart = Chart(LANGUAGES.load(name), data.draw(texts(name)))
    for kind in KINDS:
        openers = LANGUAGES.load(name).openers(kind)
        for at, token in enumerate(chart.tokens):
            assert (token.digits or token.word) in openers or not chart.at(kind, at)


def test_openers_are_the_words_and_numbers_that_rules_begin_with() -> None:
    grammar = Grammar(
        {"DAY": {1: "monday, old monday"}},
        (
            Rule(name="day", gives="day", pattern="the? DAY", value=dict),
            Rule(name="deep", gives="when", pattern="( <day> | D12 )? of", value=dict),
            Rule(name="named", gives="any", pattern="ANYWORD", value=dict),
        ),
    )
    assert grammar.openers("day") == {"the", "monday", "old"}
    assert grammar.openers("when") == {"the", "monday", "old", 1, 2, "of"}
    assert grammar.openers("any") == {ANYWORD}
    assert is_word("march")
    assert not is_word(3)
    assert not is_word("-")


def nested(value: object) -> Iterator[Value]:
    """A value and all that stand in it."""
    if isinstance(value, Value):
        yield value
        for each in vars(value).values():
            yield from nested(each)
    if isinstance(value, tuple):
        for each in value:
            yield from nested(each)


@pytest.mark.parametrize("name", LANGUAGES)
@given(st.data())
def test_a_value_knows_where_it_stands(name: str, data: st.DataObject) -> None:
    text = data.draw(texts(name))
    chart = Chart(LANGUAGES.load(name), text)
    for at in range(len(chart.tokens)):
        for end, found in chart.at("when", at).items():
            assert at <= found.span[0] < found.span[1] <= end
            for value in nested(found):
                first, stop = value.span
                if stop:
                    assert at <= first < stop <= end
                    assert value.words == text[chart.tokens[first].start : chart.tokens[stop - 1].end]


def test_where_a_value_stands_does_not_count() -> None:
    assert Fields(month=3, span=(0, 1)) == Fields(month=3, words="March", span=(4, 5))


CASED = Grammar(
    {"MONTH": {3: "march", 5: "May"}, "DAY": {0: "Sun", 1: "Old Monday"}},
    (
        Rule(name="month", gives="any", pattern="month:MONTH", value=lambda month: month),
        Rule(name="day", gives="any", pattern="day:DAY", value=lambda day: day),
        Rule(name="word", gives="any", pattern="word:Dec", value=lambda word: word),
        Rule(name="by name", gives="any", pattern="by name:NAME", value=lambda name: name),
        Rule(name="any word", gives="any", pattern="of name:ANYWORD", value=lambda name: name),
        Rule(
            name="ended",
            gives="any",
            pattern="end",
            value=lambda: "end",
            unless="( ( c | NONE ) ^-? _ | NAME _ ( NAME | - ) | a b _ )",
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "typed", "running"),
    [
        ("March", 3, 3), ("march", 3, 3), ("May", 5, 5), ("MAY", 5, 5), ("may", 5, None), ("sun", 0, None),
        ("Old Monday", 1, 1), ("Old monday", 1, None), ("Dec.", "dec", "dec"), ("dec", "dec", None),
        ("by Łódź", "lodz", "lodz"), ("by lodz", None, None), ("by 3", None, None), ("of a", "a", "a"), ("of -", None, None),
    ],
)  # fmt: skip
def test_a_capital_counts_in_running_text(text: str, typed: object, running: object) -> None:
    assert Chart(CASED, text).whole("any") == typed
    assert Chart(CASED, text, cased=True).whole("any") == running


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("it ends: end", True), ("A end", True), ("A end B", False), ("A end b", True), ("end B", True),
        ("a b end", False), ("b end", True), ("b a end", True), ("c end", False), ("c-end", False), ("A end -", False), ("a end -", True), ("a\n\nb end", True),
    ],
)  # fmt: skip
def test_what_must_not_stand_before_and_after(text: str, read: bool) -> None:
    chart = Chart(CASED, text, cased=True)
    (place,) = (at for at, token in enumerate(chart.tokens) if token.word == "end")
    assert bool(chart.at("any", place)) is read
