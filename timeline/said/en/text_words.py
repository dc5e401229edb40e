"""The words that only English running text needs, by class."""

from timeline.said.patterns import Vocabulary

VOCABULARY: Vocabulary = {}
