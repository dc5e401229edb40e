"""The words of news in each language, which no date is made of, and by which articles are known and dated.

Classes: `COMMON` words tell the language of a text; an `AGENCY` stands in a dateline; what is `PUBLISHED` has a day behind
that word in its header; by verbs of `SAYING` and their nouns a text is of the day on which something was said; verbs
that are `HELPING` others tell nothing of their own; a name behind a word of `INSIDE` is a place.
"""

from functools import cache

from timeline.registry import Registry
from timeline.said.patterns import Vocabulary
from timeline.said.tokens import tokens_of

NEWS: Registry[Vocabulary] = Registry(
    "language",
    {
        "en": "timeline.said.en.news_words:NEWS",
        "fr": "timeline.said.fr.news_words:NEWS",
        "ru": "timeline.said.ru.news_words:NEWS",
    },
)


@cache
def news_words(language: str, name: str) -> frozenset[str]:
    """The words and phrases of a class, folded and with one space between their tokens.

    >>> "ria novosti" in news_words("en", "AGENCY"), "сообщил" in news_words("ru", "SAYING")
    (True, True)
    """
    words = (each for words in NEWS.load(language)[name].values() for each in words.split(","))
    return frozenset(spaced(each) for each in words)


def spaced(text: str) -> str:
    """A phrase as it stands in `news_words`.

    >>> spaced(" INTERFAX.RU "), spaced("Keystone-ATS")
    ('interfaxru', 'keystone - ats')
    """
    word = text.strip()
    if word.isascii() and word.isalpha():  # as most are: a tenth of the time
        return word.lower()
    return " ".join(token.word for token in tokens_of(text))
