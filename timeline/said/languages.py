"""The languages that dates are read in: each is a folder and a row here, imported when a text is not read without it.

A language is a vocabulary, with the classes of words that `common`, `joins` and `spans` ask for, and the rules that are its own.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from unicodedata import name as name_of

from timeline.registry import Registry
from timeline.said import common, joins, spans, text_joins, texts
from timeline.said.chart import Chart
from timeline.said.patterns import Grammar, Rule, Vocabulary
from timeline.said.policies import UNTOLD
from timeline.said.understood import DayOrder

# In brackets stands the script of a language that a text without its letters is not in.
LANGUAGES: Registry[Grammar] = Registry(
    "language",
    {
        "en": "timeline.said.en.grammar:ENGLISH",
        "fr": "timeline.said.fr.grammar:FRENCH [latin]",
        "ru": "timeline.said.ru.grammar:RUSSIAN [cyrillic]",
    },
)

Tense = Callable[[Chart, int, int], int]
TENSES: Registry[Tense] = Registry(
    "tense",
    {
        "en": "timeline.said.en.tense:tense",
        "fr": "timeline.said.fr.tense:tense",
        "ru": "timeline.said.ru.tense:tense",
    },
)
# What one word tells, if it is a verb.
VERBS: Registry[Callable[[Chart, int], int]] = Registry(
    "tense",
    {
        "en": "timeline.said.en.tense:told",
        "fr": "timeline.said.fr.tense:told",
        "ru": "timeline.said.ru.tense:told",
    },
)


# The grammars of running text: of a language that has no row here, what is typed in it and what all texts share.
TEXTS: Registry[Grammar] = Registry(
    "language of a text",
    {
        "en": "timeline.said.en.text_rules:ENGLISH_TEXT",
        "fr": "timeline.said.fr.text_rules:FRENCH_TEXT",
        "ru": "timeline.said.ru.text_rules:RUSSIAN_TEXT",
    },
)


def text_language(grammar: Grammar, vocabulary: Vocabulary, rules: Iterable[Rule]) -> Grammar:
    """A language's grammar for running text: its rules and words stand for the shared or typed ones of their names."""
    found: list[Rule] = []
    for rows in (rules, (*text_joins.TEXT_JOINS, *texts.MENTIONS), grammar.rows):
        names = {rule.name for rule in found}
        found += [rule for rule in rows if rule.name not in names]
    return Grammar({**grammar.vocabulary, **texts.VOCABULARY, **vocabulary}, found, amid=True)


@cache
def text_grammar(name: str) -> Grammar:
    """The grammar of running text in a language: that of what is typed in it, and what only texts say."""
    return TEXTS.load(name) if name in TEXTS else text_language(LANGUAGES.load(name), {}, ())


def order_of(name: str) -> DayOrder:
    """Which of two numbers is the day in a text that does not say: the month comes first in American news alone."""
    return DayOrder.MONTH_FIRST if name == "en" else DayOrder.DAY_FIRST


def tense_of(name: str) -> Tense:
    """What tells the tense of a clause in a language; of one that has none, always that it is untold."""
    return TENSES.load(name) if name in TENSES else _untold


def _untold(_chart: Chart, _first: int, _end: int) -> int:
    return UNTOLD


def language(vocabulary: Vocabulary, rules: Iterable[Rule]) -> Grammar:
    """The grammar of a language: its own rules, and those that all share, over its words."""
    shared = (*common.WORDS, *common.NUMBERS, *joins.JOINS, *spans.SPANS)
    return Grammar({**common.VOCABULARY, **vocabulary}, (*rules, *shared))


def languages_of(text: str) -> Iterator[str]:
    """The languages that a text may be in, by its letters.

    >>> list(languages_of("in March 2022")), list(languages_of("в марте 2022"))
    (['en', 'fr'], ['en', 'ru'])
    """
    scripts = {name_of(letter, "").partition(" ")[0].lower() for letter in text if letter.isalpha()}
    return (name for name in LANGUAGES if not (own := LANGUAGES.words(name)) or scripts.intersection(own))
