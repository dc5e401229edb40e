"""Whom a plural stands for that names nobody: "the two sides", "both countries", "the ministers"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from timeline.drafts.name_parts import stands_for_a_place
from timeline.drafts.party_words import capitals, party_words, whole
from timeline.drafts.verbs import SPEECH
from timeline.said.en.tense import past
from timeline.states import state_named
from timeline.tuples import NamedTuple

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}
# Parties by any name, and people who act for them; without a number only what is nobody else's word.
_PARTIES = r"(?P<parties>sides|countries|nations|states|governments|parties|neighbou?rs|capitals)"
_OF_STATES = r"countries|nations|states|governments|capitals"
_BACK = 3  # sentences that refer on to the one before
_PEOPLE = r"(?P<people>(?:foreign |defen[cs]e |prime )?ministers|presidents|leaders|heads of (?:state|government)|envoys|delegations)"
NOUNS = (
    *("sides", "countries", "nations", "states", "governments", "parties", "neighbo", "capitals"),
    *("inisters", "presidents", "leaders", "heads of", "envoys", "delegations"),
)
"""What stands in each of them: 1 µs a clause that says that there is none, instead of 20."""
_REFERENCE = (
    rf"\b(?:(?:[Tt]he |[Tt]heir )?(?P<count>[Tt]wo|[Bb]oth|[Tt]hree|[Ff]our) (?:the )?(?:[a-z]+ )??(?:{_PARTIES}|{_PEOPLE})"
    r"|[Tt]he (?:warring |rival )?(?P<bare>sides|parties|neighbou?rs)|[Tt]he (?P<they>(?:[Ff]oreign |[Pp]rime )?[Mm]inisters|presidents|leaders))"
    r"\b(?! (?:of|from|who|that|in (?:the|an?|its|their))\b)(?! to the (?:pact|treaty|accord|agreement|conflict|convention)\b)(?! [A-Z])"
)
_MEETS = (
    r"\b(?:met|meets?|meeting|talks|spoke|talked|negotiat\w+|agree\w*|accord|pact|treaty|deal|between)\b[^,;]{0,60}\bwith\b"
    r"|\bvisit(?:s|ed)?(?: to)? (?:the )?$"
)
_BEGINS = r"(?:^|[,;]|\b(?:and|but|that|as|when|while|after|before|which|of|between))\s*$"  # what acts is no side it acts on
_JOINS = r"(?:['’]s?)?(?:,? (?:[A-Z][\w.'’-]*|[a-z][\w'’-]*)){0,7},? and (?:the )?(?:[\w'’-]+ ){0,3}"


@cache
def reference() -> re.Pattern[str]:
    """A plural that names nobody, and may stand for those named before."""
    return re.compile(_REFERENCE)


@cache
def _spoken() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(SPEECH))})\b")


class Party(NamedTuple):
    """A state or body where a text names it, or somebody who acts for it."""

    start: int
    end: int
    name: str


Reading = dict[tuple[int, int], tuple[Party, ...]]


class Parties(NamedTuple):
    """Whom the sentences of a text name, each `read` when somebody first asks: most texts refer to no two sides.

    `spellings` are the states and bodies by the names of those who act for them, and by names of the text's own.
    """

    text: str
    sentences: list[tuple[int, int]]
    read: Reading
    spellings: Mapping[str, str]

    def meant(self, plural: re.Match[str], back: int = _BACK) -> tuple[str, ...]:
        """Which parties a plural of the last sentence stands for; none where that is not sure.

        Those named together before it in its sentence, else in the sentence before; else those of the text's opening. Where
        it says their number, they need not be joined by a word, if a sentence names no others. A plural of the sentence
        before is read first, and that of the one before it, so far `back`.
        """
        *before, (start, _) = self.sentences
        at, count = plural.start(), _COUNTS.get((plural["count"] or "two").lower(), 2)
        told = plural["count"] is not None or plural["bare"] not in (None, "parties")  # what has two sides
        states = re.fullmatch(_OF_STATES, plural["parties"] or "") is not None

        def named(stretch: tuple[int, int], *, sure: bool) -> tuple[str, ...]:
            names = self._named(*stretch, count, told=sure)
            return () if states and not all(map(state_named, names)) else names

        if at < start:
            return ()
        own = _spoken().split(self.text[start:at])
        if plural["they"] and (own[-1].endswith(" of ") or not re.search(_BEGINS, own[-1])):
            return ()  # "several of the leaders" are anybody's
        opening, last = before[:2], before[-1:]
        if re.search(_BEGINS, own[-1]) and (found := named((at - len(own[-1]), at), sure=told)):
            return found
        for stretch in last:
            if back and (again := reference().search(self.text, *stretch)):
                found = self._replace(sentences=before).meant(again, back - 1)
                if len(found) == count:
                    return found
            if found := named(stretch, sure=False):
                return found
        places = [(one, sure) for sure in (False, told) for one in opening] + [(one, told) for one in last]
        return next(filter(None, (named(one, sure=sure) for one, sure in places)), ())

    def named_together(self, start: int, end: int) -> tuple[str, ...]:
        """The two parties that a stretch names together, and no others."""
        return self._named(start, end, 2, told=False)

    def _named(self, start: int, end: int, count: int, *, told: bool) -> tuple[str, ...]:
        """The parties, so many, that a stretch names together; with their number `told`, those that it names."""
        parties = self._of((start, end))
        groups = [group for group in joined(self.text, parties) if len(group) == count]
        names = tuple(dict.fromkeys(one.name for one in parties))
        return groups[-1] if groups else names if told and len(names) == count else ()

    def _of(self, stretch: tuple[int, int]) -> tuple[Party, ...]:
        if stretch not in self.read:
            self.read[stretch] = tuple(parties_in(self.text, *stretch, self.spellings))
        return self.read[stretch]


def parties_in(text: str, start: int, end: int, spellings: Mapping[str, str]) -> Iterator[Party]:
    """The states and bodies that a stretch of text names otherwise than as places, and those for whom people act whom it names."""
    piece = text[start:end]
    found = [
        (begin, finish, spellings.get(piece[begin:finish], name))
        for begin, finish, name in party_words(piece)
        if not stands_for_a_place(
            piece[max(0, begin - 40) : begin],
            piece[finish : finish + 80],
            capital=piece[begin:finish] in capitals(),
        )
    ]
    for short, party in spellings.items():
        found += [(begin, finish, party) for begin, finish in whole(piece, short)]
    last = -1
    for begin, finish, name in sorted(found):
        if begin >= last:
            yield Party(start + begin, start + finish, name)
            last = finish


def joined(text: str, parties: Sequence[Party]) -> Iterator[tuple[str, ...]]:
    """The parties that are named together: "Malta and Peru", "Malta's president met with his Peruvian counterpart"; not who only vouches for what is told.

    >>> story = "Malta and Peru signed a pact, Chad and Mali said"
    >>> list(joined(story, list(parties_in(story, 0, len(story), {}))))
    [('Malta', 'Peru')]
    """
    group: list[Party] = []
    for one, other in pairwise(parties):
        if one.name == other.name:
            continue
        between = text[one.end : other.start]
        opens = not group or group[-1].name != one.name
        if re.fullmatch(r",? ", between) and "," in between:
            group = [one, other] if opens else [*group, other]
            if (
                len(group) == 2
                and re.match(r" (?!and\b)[a-z]", text[other.end :])
                and _heads(text, one, other)
            ):
                yield one.name, other.name
            continue
        words = re.findall(r"\b[a-z]+\b", between)
        if (
            re.fullmatch(_JOINS, between)
            and between.count(" and ") == 1
            and not any(past(word) for word in words)
        ):
            group = [one, other] if opens else [*group, other]
            if not _vouches(text, group):
                yield tuple(party.name for party in group)
        elif re.search(_MEETS, between) and "," not in between.removeprefix(","):
            yield one.name, other.name
        group = []


def _heads(text: str, one: Party, other: Party) -> bool:
    """Whether two names open a headline: "Malta, Peru sign pact"."""
    return one.start == 0 or text[one.start - 1] == "\n" or "." not in text[: other.start]


def _vouches(text: str, group: Sequence[Party]) -> bool:
    """Whether the parties only say what others did: "…, Malta and Peru said"."""
    before = text[max(0, group[0].start - 6) : group[0].start]
    behind = text[group[-1].end : group[-1].end + 40]
    return (
        re.search(r",[\"”]? (?:the )?$", before) is not None
        and re.match(r"['’\w -]{0,30}?\b(?:said|says|announced)\b", behind) is not None
    )


def in_title(title: str, match: re.Match[str], names: Sequence[str]) -> str:
    """The title with names where it has the plural; people keep their office: "Presidents of Malta and Peru".

    >>> sides = reference().search("The two sides signed")
    >>> in_title("Two sides signed pact", sides, ["Malta", "Peru"])
    'Malta and Peru signed pact'
    """
    told = ", ".join(names[:-1]) + f" and {names[-1]}"
    noun = match["people"] or match["they"]
    said = re.sub(r"^(?:the|their) ", "", match[0], flags=re.IGNORECASE)
    named = f"{noun} of {told}" if noun else told
    found = re.search(rf"\b(?:(?:the|their) )?{re.escape(said)}(?P<owns>['’]s?)?", title, re.IGNORECASE)
    if found is None:
        return title
    owns = ("'" if named.endswith("s") else "'s") if found["owns"] else ""
    return title[: found.start()] + named + owns + title[found.end() :]
