"""What only running text asks of a grammar: which phrases are a mention of time there."""

from timeline.said.joins import same
from timeline.said.patterns import Rule

MENTIONS = (Rule(name="date in a text", gives="mention", pattern="value:<date>", value=same),)
