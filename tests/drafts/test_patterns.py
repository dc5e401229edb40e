"""The rules' own language, and the table of rules written in it."""

import re
from re import _parser  # type: ignore[attr-defined]  # only it knows how wide a match can be

import pytest

from timeline.drafts import english_rules
from timeline.drafts.patterns import Alphabet, Pattern
from timeline.drafts.resolve import resolver
from timeline.drafts.tokens import alphabet as words_of_rules
from timeline.drafts.tokens import tokens

ROWS = english_rules.BASE + english_rules.PREFIX + english_rules.SUFFIX


@pytest.fixture
def alphabet() -> Alphabet:
    return Alphabet({"COLOUR": {"red": 1, "blue": 2}}, ("the", "cat", "of"), {})


def written(alphabet: Alphabet, text: str) -> str:
    return "".join(alphabet.codes[word] for word in text.split())


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        ("the? cat", "the cat", 2),
        ("the? cat", "cat", 1),
        ("the ( red | blue ) cat", "the blue cat", 3),
        ("colour:COLOUR cat?", "red", 1),
        ("( the cat of )? the COLOUR", "the cat of the red", 5),
        ("the COLOUR", "the cat", None),
    ],
)
def test_a_pattern_is_written_in_words(
    alphabet: Alphabet, pattern: str, text: str, matched: int | None
) -> None:
    found = Pattern(pattern, alphabet, {}).expression.match(written(alphabet, text))
    assert (found.end() if found else None) == matched


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("the? cat", "the cat"),
        ("( the | of )? cat", "the of cat"),
        ("( the? of? ) red cat", "the of red"),
        ("COLOUR the", "red blue"),
    ],
)
def test_a_pattern_knows_how_it_can_begin(alphabet: Alphabet, pattern: str, first: str) -> None:
    assert Pattern(pattern, alphabet, {}).first == frozenset(written(alphabet, first))


def test_a_pattern_that_is_none_is_refused(alphabet: Alphabet) -> None:
    with pytest.raises(KeyError):
        Pattern("the dog", alphabet, {})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:60])
def test_every_rule_compiles_repeats_nothing_and_has_a_resolver(row: tuple[str, str]) -> None:
    name, text = row
    pattern = Pattern(text, words_of_rules(), english_rules.FRAGMENTS)
    assert callable(resolver(name))
    assert pattern.first
    assert not re.search(r"(?<!\\)[*+]|\{\d", re.sub(r"\[[^]]*\]|\\.", "", pattern.expression.pattern))


def test_no_rule_is_called_what_none_knows() -> None:
    with pytest.raises(KeyError):
        resolver("no such rule")


def test_words_stand_where_they_stand() -> None:
    text = "At 8:30 p.m. on 3–5 May, the U.S. and the ’90s: 1,200 men, Q1 2019-01-02T10:00Z."
    cut = tokens(text)
    assert [cut.word(i) for i in range(len(cut.codes))] == [
        *(
            "At",
            "8:30",
            "p.m",
            ".",
            "on",
            "3",
            "–",
            "5",
            "May",
            ",",
            "the",
            "U.S",
            ".",
            "and",
            "the",
            "’90s",
            ":",
        ),
        *("1,200", "men", ",", "Q1", "2019-01-02T10:00Z", "."),
    ]
    assert cut.word(-1) == ""
    assert cut.word(999) == ""


def test_no_rule_looks_further_than_forty_words() -> None:
    # However long the text is, what one rule does with it is bounded: a code of a pattern stands for a word.
    for name, text in ROWS:
        expression = Pattern(text, words_of_rules(), english_rules.FRAGMENTS).expression
        assert _parser.parse(expression.pattern).getwidth()[1] <= 40, name
