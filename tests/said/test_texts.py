"""Every rule of running text: what it reads among other words, what it does not take for a time, and that it is needed."""

from collections.abc import Iterator

import pytest

from timeline.dates.periods import Period
from timeline.said import common, joins, running, text_joins, texts
from timeline.said.languages import LANGUAGES, TEXTS, text_grammar
from timeline.said.patterns import Grammar, Rule
from timeline.said.running import Expression, expressions
from timeline.said.story import Story

TODAY = Period.day(2023, 2, 10)  # a Friday
SHARED = {
    rule.name
    for rule in (*common.WORDS, *common.NUMBERS, *joins.JOINS, *texts.MENTIONS, *text_joins.TEXT_JOINS)
}
ALL = [
    (name, rule)
    for name in TEXTS
    for rule in text_grammar(name).rows
    if name == "en" or rule.name not in SHARED
]
ROWS = [(name, rule) for name, rule in ALL if rule.amid]
# What speaks in French alone against rows that all languages share, and what is left of it.
AGAINST = {
    "day, month, year": ("rue du 4 septembre 1870", "1870-09"),
    "day and month": ("place du 8 mai", "2022-05"),
    "month and year": ("la place du 8-Mai-1945", ""),
    "early, mid, late": ("mettre fin en mai 2022", "2022-05"),
}
GUARDED = [rule for name, rule in ROWS if name == "en" and rule.unless_amid and rule.name not in AGAINST]
OF_TEXTS = [rule for name, rule in ALL if name == "en" and rule not in LANGUAGES.load(name).rows]


def read(text: str, name: str, *, narrative: bool = False) -> Iterator[Expression]:
    """The expressions of a text of that day."""
    return expressions(text, name, Story(dateline=TODAY, narrative=narrative))


def told(text: str, name: str) -> str:
    """What TIMEX3 writes for the expressions of a text."""
    return ", ".join(one.reading.timex.value for one in read(text, name))


def all_told(rule: Rule) -> list[list[object]]:
    """All that is read in the texts of a rule."""
    return [
        [
            (one.start, one.end, one.reading.timex, one.reading.edtf)
            for one in read(text, "en", narrative=narrative)
        ]
        for text in rule.amid
        for narrative in (False, True)
    ]


def with_rule(monkeypatch: pytest.MonkeyPatch, rule: Rule, *others: Rule) -> None:
    """Let texts be read by a grammar in which others stand for a rule."""
    grammar = text_grammar("en")
    rows = [each for row in grammar.rows for each in (others if row is rule else (row,))]
    monkeypatch.setattr(running, "text_grammar", lambda _: Grammar(grammar.vocabulary, rows, amid=True))


@pytest.mark.parametrize(("name", "rule"), ROWS, ids=[f"{name}-{rule.name}" for name, rule in ROWS])
def test_a_rule_reads_its_texts(name: str, rule: Rule) -> None:
    assert {text: told(text, name) for text in rule.amid} == rule.amid


@pytest.mark.parametrize("rule", OF_TEXTS, ids=lambda rule: rule.name)
def test_no_rule_can_be_left_out(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    before = all_told(rule)
    with_rule(monkeypatch, rule)
    assert all_told(rule) != before, "no text of the rule needs it"


@pytest.mark.parametrize("rule", GUARDED, ids=lambda rule: rule.name)
def test_words_that_speak_against_a_rule_are_heard(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    before = all_told(rule)
    with_rule(monkeypatch, rule, rule._replace(unless_amid=""))
    assert all_told(rule) != before, "no text of the rule shows what is no date"


@pytest.mark.parametrize("name", AGAINST)
def test_french_words_that_speak_against_a_shared_rule_are_heard(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, left = AGAINST[name]
    before = [one.reading.timex for one in read(text, "fr")]
    assert told(text, "fr") == left
    grammar = text_grammar("fr")
    rows = [row._replace(unless_amid="") if row.name == name else row for row in grammar.rows]
    monkeypatch.setattr(running, "text_grammar", lambda _: Grammar(grammar.vocabulary, rows, amid=True))
    assert [one.reading.timex for one in read(text, "fr")] != before


def test_names_of_rules_are_unique() -> None:
    for name in TEXTS:
        names = [rule.name for rule in text_grammar(name).rows]
        assert len(names) == len(set(names))
