"""Every rule of running text: what it reads among other words, and what it does not take for a time."""

import pytest

from timeline.dates.periods import Period
from timeline.said import text_joins, texts
from timeline.said.languages import TEXTS, text_grammar
from timeline.said.patterns import Rule
from timeline.said.running import expressions
from timeline.said.story import Story

TODAY = Period.day(2023, 2, 10)  # a Friday
SHARED = {rule.name for rule in (*texts.MENTIONS, *text_joins.TEXT_JOINS)}
ROWS = [
    (name, rule)
    for name in TEXTS
    for rule in text_grammar(name).rows
    if rule.amid and (name == "en" or rule.name not in SHARED)
]


def told(text: str, name: str) -> str:
    """What TIMEX3 writes for the expressions of a text."""
    story = Story(dateline=TODAY, narrative=False)
    return ", ".join(one.reading.timex.value for one in expressions(text, name, story))


@pytest.mark.parametrize(("name", "rule"), ROWS, ids=[f"{name}-{rule.name}" for name, rule in ROWS])
def test_a_rule_reads_its_texts(name: str, rule: Rule) -> None:
    assert {text: told(text, name) for text in rule.amid} == rule.amid
