"""What may be an expression of time in running text: the rules that every language shares.

A `mention` is a phrase that a text may tell the time by. Its words are those of its value, which a rule may have found
among others that it asks for ("in two weeks" is read, and "two weeks" is the mention).
"""

from timeline.said.joins import same
from timeline.said.patterns import Rule, Vocabulary

VOCABULARY: Vocabulary = {}

MENTIONS = (
    Rule(name="date in a text", gives="mention", pattern="value:<date>", value=same,
         amid={"The war began on 24 February 2022.": "2022-02-24"}),
)  # fmt: skip
