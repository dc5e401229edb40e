"""The language of an article, told by its commonest words."""

import re
from collections import Counter
from functools import cache

from timeline.folding import fold
from timeline.said.languages import LANGUAGES
from timeline.said.news import NEWS, news_words

_SAMPLE = 4000  # characters
_ENOUGH = 30  # words, below which a language is given the benefit of the doubt
_ENOUGH_LETTERS = 240
_SHARE = 10  # one word in so many is among the commonest of its language
# The commonest words of languages that are not read, so that none of them is taken for one that is.
_OTHERS = {
    "de": "der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch es an aus er hat dass sie nach wird bei",
    "es": "el la de que y en los del se las por un una con no su para al es lo como más o pero sus le ha este",
    "it": "il di che la e per un in del le non una della con i si da al dei gli ha sono alla nel più è",
    "pt": "o de a que e do da em um para com não uma os no se na por mais as dos como mas foi ao das à",
    "nl": "de het van een en in is dat op te zijn voor met die niet aan er om ook als bij door",
    "pl": "w i na z do się że nie o jest to po przez za od dla ma jak oraz przy",
    "uk": "і в на що з у до та не за про від як це для по є був її його також",
}


def language_of(text: str) -> str | None:
    """The language whose commonest words the text has most of; None where it is none that is read.

    Of a short text it is the likeliest, by its letters where it has no such word.

    >>> language_of("Le ministre a signé l'accord."), language_of("Talks in Oslo"), language_of("Переговоры")
    ('fr', 'en', 'ru')
    >>> language_of("Die Minister haben das Abkommen in Wien unterzeichnet, und das Parlament stimmt bald ab. " * 5)
    """
    sample = text[:_SAMPLE]
    words = Counter(re.findall(r"[^\W\d_]+", fold(sample)))
    many = words.total()
    enough = many >= _ENOUGH or sum(map(str.isalpha, sample)) >= _ENOUGH_LETTERS
    counts = {
        name: sum(words[word] for word in _common(name) if word in words)
        for name in (*NEWS, *(_OTHERS if enough else ()))
    }
    likeliest = max(counts, key=counts.__getitem__)
    if enough:
        return likeliest if likeliest in NEWS and counts[likeliest] * _SHARE >= many else None
    return likeliest if counts[likeliest] else by_letters(sample)


@cache
def _common(name: str) -> frozenset[str]:
    return news_words(name, "COMMON") if name in NEWS else frozenset(fold(_OTHERS[name]).split())


def by_letters(text: str) -> str:
    """The first language that most letters of the text may be of.

    >>> by_letters("В Осло прошли переговоры (NATO)"), by_letters("1918")
    ('ru', 'en')
    """
    cyrillic = len(re.findall(r"[\u0400-\u04ff]", text))
    return "ru" if 2 * cyrillic > sum(map(str.isalpha, text)) else next(iter(LANGUAGES))
