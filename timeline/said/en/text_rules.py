"""English rules that only running text needs."""

from timeline.said.en.grammar import ENGLISH
from timeline.said.en.text_words import VOCABULARY
from timeline.said.languages import text_language

ENGLISH_TEXT = text_language(ENGLISH, VOCABULARY, ())
