"""For which state or body people act, by the words with which a text introduces them."""

import re
from collections.abc import Iterator, Mapping

from timeline.drafts.actors import NOBODY, Named, people
from timeline.drafts.party_words import is_party, party_words
from timeline.said.clauses import word_list
from timeline.tuples import NamedTuple

_WORDS = word_list(
    "of for to the on a an then his her their its new top foreign policy state special chief deputy vice prime"
    " acting interim former visiting senior lead permanent defence defense interior finance energy trade economy army government opposition party first"
    " minister president premier chancellor ambassador envoy representative diplomat secretary general secretary-general commissioner commander head"
    " leader speaker spokesman spokeswoman spokesperson official counterpart chairman chairwoman chairperson director adviser advisor negotiator king queen emir"
)
_NAME = r"[A-Z][\w.'/-]*(?:’[\w.'/-]*)*|\([A-Z]{2,10}\)"
_ENDS = r"(?:[A-Z]\.)+|(?:Gen|Lt|Col|Sen|Dr|Mr|Mrs|Ms)\."  # a stop that ends no sentence
_TOWARDS = (
    r"\b(?:to|for|in|with|on|at|against|over)\s+(?:the\s+)?$"  # whom an envoy is sent to, not who sends him
)
_LOOSE = word_list("the a an his her their its visiting new then")
_LONGEST = 140  # characters of an office


class Introduced(NamedTuple):
    """A person, the `duty` with which the text names them, in small letters, and the state or body whose it is; "" where it does not say.

    `begin` is where the office begins, `end` where the name ends.
    """

    name: str
    duty: str
    of: str
    begin: int
    end: int


def introduced(
    sentence: str, told: Mapping[str, str] = NOBODY, known: Mapping[str, str] = NOBODY
) -> Iterator[Introduced]:
    """The people that a sentence names with their offices, and for whom they act.

    `told` are those for whom people act that were named before, by their surnames, and `known` the names of the collection.

    An office behind "and" shares the state of the one before it, where it is another office: no state has two presidents.

    >>> text = "Russia's foreign minister, Ivan Petrov, met NATO Secretary General Anna Borg and U.N. envoy to Libya Carlo Rossi"
    >>> [(one.name, one.of) for one in introduced(text)]
    [('Ivan Petrov', 'Russia'), ('Anna Borg', 'NATO'), ('Carlo Rossi', 'United Nations')]
    """
    found = list(people(sentence))
    words = party_words(sentence) if found else ()
    parties = [(start, end, known.get(sentence[start:end], name)) for start, end, name in words]
    before: tuple[Named, str, str] | None = None
    for person in found:
        begin = _office_start(sentence, person.start)
        office = sentence[begin : person.start].strip(" ,")
        of = next(
            (
                name
                for start, _, name in parties
                if begin <= start < person.start and not re.search(_TOWARDS, sentence[begin:start])
            ),
            "",
        )
        of = of or _in_brackets(sentence, person.end, parties)
        if not of and (joined := re.search(r"(\w+),? and $", sentence[max(0, begin - 40) : begin])):
            of = told.get(joined[1], "")
            if before is not None and before[0].end == begin - len(joined[0]) + len(joined[1]):
                of = "" if before[1].lower().endswith(office.lower()) else before[2]
        before = person, office, of
        yield Introduced(person.name, _duty(office), of, begin, person.end)


def _duty(office: str) -> str:
    """What an office is called without whose it is: "foreign minister"; "" for a former one, or one of a longer name."""
    words = office.split()
    while words and (words[0].lower() in _LOOSE or is_party(re.sub(r"['’]s?$", "", words[0]))):
        del words[0]
    duty = " ".join(words).lower()
    return duty if re.fullmatch(r"[a-z]+(?:[ -][a-z]+){0,2}", duty) and words[0].lower() != "former" else ""


def _office_start(sentence: str, end: int) -> int:
    """Where the words of an office begin that end where a name does begin."""
    at = end
    words = list(re.finditer(r"\S+", sentence[max(0, end - _LONGEST) : end]))
    offset = max(0, end - _LONGEST)
    for word in reversed(words):
        text = word[0]
        if at == end:
            text = text.removesuffix(",")
        if not (text in _WORDS or re.fullmatch(_NAME, text)):
            break
        if text.endswith(".") and not re.fullmatch(_ENDS, text):
            break
        at = offset + word.start()
    opening = re.match(r"(?:(?:of|for|to|on|then) )+", sentence[at:end])
    return at + opening.end() if opening else at


def _in_brackets(sentence: str, end: int, parties: list[tuple[int, int, str]]) -> str:
    """The state in brackets behind a name, as minutes write it: "Anna Borg (Malta)"."""
    return next(
        (
            name
            for start, finish, name in parties
            if sentence[end:start] == " (" and sentence[finish : finish + 1] == ")"
        ),
        "",
    )
