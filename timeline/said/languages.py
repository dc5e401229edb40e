"""The languages that dates are read in: each is a folder and a row here, imported when a text is not read without it.

A language is a vocabulary, with the classes of words that `common` and `joins` ask for, and the rules that are its own.
"""

from collections.abc import Iterable

from timeline.registry import Registry
from timeline.said import common, joins
from timeline.said.patterns import Grammar, Rule, Vocabulary

LANGUAGES: Registry[Grammar] = Registry("language", {"en": "timeline.said.en.grammar:ENGLISH"})


def language(vocabulary: Vocabulary, rules: Iterable[Rule]) -> Grammar:
    """The grammar of a language: its own rules, and those that all share, over its words."""
    return Grammar({**common.VOCABULARY, **vocabulary}, (*rules, *common.NUMBERS, *joins.JOINS))
