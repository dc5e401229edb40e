"""On which weekday a text says that something was said: an article is of that day, or of the day after."""

from timeline.drafts.mention import Mention
from timeline.said.chart import Chart
from timeline.said.clauses import before
from timeline.said.languages import VERBS, text_grammar
from timeline.said.news import news_words
from timeline.said.policies import PAST
from timeline.said.values import Near

_WINDOW = 300  # characters around a mention
_REACH = 14  # words back to a verb
_NEAR = 3  # words to a noun, or ahead to a verb
_QUOTED = 5  # words told of why


def said_weekday(text: str, mentions: tuple[Mention, ...], language: str) -> tuple[int, str] | None:
    """The first weekday (Monday 0) on which something was said, and the words that say so."""
    for mention in mentions:
        said = mention.said
        if (
            isinstance(said, Near)
            and said.weekday is not None
            and said.step is None
            and mention.tense == PAST
        ):
            words = _saying(text, mention, language)
            if words:
                return said.weekday, words
    return None


def _saying(text: str, mention: Mention, language: str) -> str:
    """The words that say something was said then: the nearest verb is one of saying, or a noun of saying stands close."""
    offset = max(mention.start - _WINDOW, 0)
    window = text[offset : mention.end + _WINDOW]
    chart = Chart(text_grammar(language), window, cased=True)
    tokens, told = chart.tokens, VERBS.load(language)
    first = next((at for at, token in enumerate(tokens) if token.start >= mention.start - offset), 0)
    saying, nouns, helping = (news_words(language, name) for name in ("SAYING", "SAYING_NOUN", "HELPING"))
    verb, noun = None, False
    for at in before(chart, first):
        word = tokens[at].word
        if first - at > _REACH:
            break
        noun = noun or (first - at <= _NEAR and word in nouns)
        if word in saying or (word not in helping and told(chart, at) == PAST):
            verb = at
            break
    ahead = {token.word for token in tokens[first + 1 : first + 1 + _NEAR]}
    if not (noun or (verb is None and ahead & saying) or (verb is not None and tokens[verb].word in saying)):
        return ""
    since = max(first - _QUOTED if verb is None else verb, first - _QUOTED, 0)
    return " ".join(window[tokens[since].start : mention.end - offset].split())
