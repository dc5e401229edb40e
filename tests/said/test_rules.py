"""Every row of the grammar: its examples are read by it, what looks like it and is not, is not; languages agree."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.errors import DateError
from timeline.said import common, joins, spans
from timeline.said.chart import Chart
from timeline.said.languages import LANGUAGES, language
from timeline.said.patterns import Grammar, Rule
from timeline.said.policies import Standpoint
from timeline.said.settle import settle

AT = Standpoint(today=days_from_civil(2023, 2, 10))  # a Friday
SHARED = (*common.WORDS, *common.NUMBERS, *joins.JOINS, *spans.SPANS)
ROWS = [(name, rule) for name in LANGUAGES for rule in LANGUAGES.load(name).rows if rule not in SHARED]
ALL = [*ROWS, *(("en", rule) for rule in SHARED)]
IDS = [f"{name}-{rule.name}" for name, rule in ALL]


def read(text: str, grammar: Grammar) -> str:
    """The EDTF of a whole text; "" when it is refused."""
    value = Chart(grammar, text.rstrip(".,;!")).whole("text")
    try:
        return "" if value is None else settle(value, AT).edtf
    except DateError:
        return ""


def without(name: str, rule: Rule, *others: Rule) -> Grammar:
    """The grammar of a language in which others stand for a rule."""
    grammar = LANGUAGES.load(name)
    return Grammar(grammar.vocabulary, [*(row for row in grammar.rows if row is not rule), *others])


@pytest.mark.parametrize(("name", "rule"), ALL, ids=IDS)
def test_a_row_reads_its_examples(name: str, rule: Rule) -> None:
    assert rule.examples
    grammar = LANGUAGES.load(name)
    assert {text: read(text, grammar) for text in rule.examples} == rule.examples


@pytest.mark.parametrize(("name", "rule"), ALL, ids=IDS)
def test_no_row_can_be_left_out(name: str, rule: Rule) -> None:
    others, grammar = without(name, rule), LANGUAGES.load(name)
    assert any(
        Chart(others, text).whole("text") != Chart(grammar, text).whole("text") for text in rule.examples
    ), "the row says nothing that others do not say"


def test_names_of_rows_are_unique() -> None:
    for name in LANGUAGES:
        names = [rule.name for rule in LANGUAGES.load(name).rows]
        assert len(names) == len(set(names))


def test_a_row_gives_nothing_where_another_language_has_no_words() -> None:
    bare = language({}, ())
    assert read("2022/03/21", bare) == "2022-03-21"
    assert read("21 March 2022", bare) == ""


def test_phrases_nest_only_so_deep() -> None:
    assert read("(" * 60 + "2018" + ")" * 60, LANGUAGES.load("en")) == ""
    assert read("((2018))", LANGUAGES.load("en")) == "2018"
