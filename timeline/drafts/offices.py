"""Whose state an office is that a text names without it: "Foreign Minister Anna Borg and her Chinese counterpart" in news from Oslo."""

import re
from collections.abc import Mapping, Sequence

from timeline.drafts.introduced import Introduced
from timeline.drafts.party_words import capitals, party_words, state_words, whole, words_of_parties
from timeline.said.clauses import word_list
from timeline.states import state_named
from timeline.tuples import NamedTuple

_RANKS = word_list("first acting interim deputy vice")
_OFFICES = frozenset(
    f"{of}minister"
    for of in (
        *("", "prime ", "foreign ", "external affairs ", "defence ", "defense ", "interior ", "finance "),
        *("trade ", "energy ", "economy ", "justice "),
    )
).union(("president", "premier", "foreign secretary"))
_OTHERS = r"(?:[^.;,]{0,30}\band |[^.;]{0,50}?\b(?:met|meet|meets|host\w*|received|spoke|talks|talked)\b[^.;,]{0,24} )(?:his|her) (?:new |visiting )?(?P<of>[A-Z][\w. -]{1,24}) counterpart"
_MET = r"\b(?:met|meets?|held talks|spoke|talked|talks|(?:received|hosted|welcomed|greeted) by)(?: with)? (?:[A-Z][\w ]{2,40} [A-Z]\w+ )?$"
_MEETING = ("met", "meet", "talk", "spoke", " by")  # of which one is in the words above
_AMERICA = r"\b(?:U\.S\.|US\b|United States|American|White House|Washington)"
_TELL_THE_WORLD = word_list("Reuters AFP")  # which name the state of an American office as of any other
_NO_PRESIDENT = frozenset(
    {
        *("United Kingdom", "Japan", "Spain", "Canada", "Australia", "New Zealand", "Norway", "Sweden", "Denmark"),
        *("Netherlands", "Belgium", "Thailand", "Malaysia", "Cambodia", "Saudi Arabia", "Jordan", "Morocco"),
        *("Kuwait", "Qatar", "Bahrain", "Oman", "European Union"),
    }
)  # fmt: skip


class Told(NamedTuple):
    """The states that a text has told before a sentence, in order: in its headline, its first sentence, the one before; and whether this is the first."""

    headline: Sequence[str] = ()
    lead: Sequence[str] = ()
    before: Sequence[str] = ()
    leads: bool = True

    @property
    def opening(self) -> tuple[str, ...]:
        """The states of the first sentence and the headline, in order."""
        return tuple(dict.fromkeys((*self.lead, *self.headline)))

    def then(self, sentence: str) -> "Told":
        """What the text has told after one more sentence."""
        states = told_states(sentence)
        return self._replace(lead=states if self.leads else self.lead, before=states, leads=False)


def home_of(place: str) -> str:
    """The state in which a dateline's place is that is a capital, or names its state; "" for others.

    >>> home_of("NEW DELHI"), home_of("GEORGETOWN, Guyana"), home_of("GENEVA")
    ('India', 'Guyana', '')
    """
    city, _, land = place.partition(", ")
    if state := state_named(land) if land else None:
        return state.name
    return words_of_parties().get(city.title(), "") if city.title() in capitals() else ""


def told_states(sentence: str) -> tuple[str, ...]:
    """The states that a sentence names, in order."""
    return tuple(dict.fromkeys(name for *_, name in state_words(sentence)))


def state_of(  # noqa: PLR0913 - what the text says of him, of his office and of itself
    sentence: str,
    office: Introduced,
    told: Told,
    *,
    home: str,
    publisher: str,
    text: str,
    acts_for: Mapping[str, str],
) -> str:
    """The state of an office that a sentence names without one; "" where the text does not settle it.

    His counterpart and whom he meets are of another state. News names no state for the offices of the one it is written in
    and about; elsewhere an office is that of the one state which the text opened with and has just spoken of alone.
    """
    if _without_rank(office.duty) not in _OFFICES:
        return ""
    state = _meant(sentence, office, told, home, acts_for)
    president = office.duty.endswith("president")
    if president and (
        state in _NO_PRESIDENT
        or (state != "United States" and publisher not in _TELL_THE_WORLD and _american(text))
    ):
        return ""
    return "" if state == "United States" and not president else state


def _without_rank(duty: str) -> str:
    while duty.partition(" ")[0] in _RANKS:
        duty = duty.partition(" ")[2]
    return duty


def _american(text: str) -> bool:
    """Whether an American president may be told of without a state, as the American press does; not where the text names it with such an office."""
    return re.search(_AMERICA, text) is not None and not re.search(
        r"\bU\.?S\.? (?:President|Vice President|Secretary|Defense|Special|Ambassador)", text
    )


def _meant(sentence: str, office: Introduced, told: Told, home: str, acts_for: Mapping[str, str]) -> str:
    other = _other(sentence, office, acts_for)
    opened = told.opening
    if other:
        if home and home != other and home in (*opened, *told.before):
            return home
        rest = [state for state in opened if state != other]
        return rest[0] if len(rest) == 1 else ""
    if any(next(whole(sentence[: office.begin], name), None) for name in acts_for if name in sentence):
        return ""  # what another did may have been done to him
    named_first = [name for *_, name in state_words(sentence[: office.begin])]
    if named_first:
        return home if home and set(named_first) == {home} and opened[:1] == (home,) else ""
    if told.leads:
        return (
            home if home in told.headline else ""
        )  # others meet in the capitals of states that have no part in it
    first = told.before[0] if told.before else ""
    if first and opened[:1] == (first,) and (first == home or len(set(told.before) - {home}) == 1):
        return first
    return home if home and not first and opened[:1] == (home,) else ""


def _other(sentence: str, office: Introduced, acts_for: Mapping[str, str]) -> str:
    """The state of his counterpart, or of who met him: he is of another."""
    if "counterpart" in sentence and (found := re.match(_OTHERS, sentence[office.end :])):
        return next((state for *_, state in party_words(found["of"])), "")
    before = sentence[: office.begin]
    if any(word in before for word in _MEETING) and (met := re.search(_MET, before)):
        who: list[str] = re.findall(r"[A-Z][\w'’-]+", before[: met.start()])
        return next((acts_for[name] for name in who if name in acts_for), "")
    return ""
