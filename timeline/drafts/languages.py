"""The language of an article, told by its commonest words."""

import re

from timeline.folding import fold
from timeline.said.languages import LANGUAGES
from timeline.said.news import NEWS, news_words

_SAMPLE = 4000  # characters
_ENOUGH = 30  # words, below which a language is given the benefit of the doubt
_ENOUGH_LETTERS = 240
_SHARE = 10  # one word in so many is among the commonest of its language


def language_of(text: str) -> str | None:
    """The language whose commonest words the text has most of; None where they are fewer than every tenth word.

    Of a short text it is the likeliest, by its letters where it has no such word.

    >>> language_of("Le ministre a signé l'accord."), language_of("Talks in Oslo"), language_of("Переговоры")
    ('fr', 'en', 'ru')
    >>> language_of("Die Minister haben das Abkommen in Wien unterzeichnet, und das Parlament stimmt bald ab. " * 5)
    """
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", fold(sample))
    counts = {name: sum(word in news_words(name, "COMMON") for word in words) for name in NEWS}
    likeliest = max(counts, key=counts.__getitem__)
    letters = sum(map(str.isalpha, sample))
    if len(words) >= _ENOUGH or letters >= _ENOUGH_LETTERS:
        return likeliest if counts[likeliest] * _SHARE >= len(words) else None
    return likeliest if counts[likeliest] else by_letters(sample)


def by_letters(text: str) -> str:
    """The first language that most letters of the text may be of.

    >>> by_letters("В Осло прошли переговоры (NATO)"), by_letters("1918")
    ('ru', 'en')
    """
    cyrillic = len(re.findall(r"[\u0400-\u04ff]", text))
    return "ru" if 2 * cyrillic > sum(map(str.isalpha, text)) else next(iter(LANGUAGES))
