"""Which states take part that no clause names as a doer: by what is done at their capitals, and by their citizens."""

import re
from collections.abc import Iterator

from timeline.drafts.party_words import capitals, party_words
from timeline.states import state_names

# Who journeys to a capital calls on its government, unless the journey is for what others hold there.
_JOURNEY = r"\b(?:travel(?:s|ed|led)?|fl(?:y|ies|ew|own)|continue[sd]?) (?:on )?to $"
_FOR_OTHERS = r" for (?:an? |the |his |her |its )?(?:[\w-]+ ){0,3}(?:talks|negotiations|summit|conference|meetings?|forum|ceremony|round)\b"
_VISIT = r"(?: on [\w.]+(?: \d{1,2})?)? (?:for|on) (?:an? |his |her |its )?(?:[\w-]+ ){0,3}visit\b"  # it is paid to a state, by its name too
# Nobody but a state arrests, and none but the state buries, swears in and parades in its capital.
_ITS_DEED = r"\b(?:(?:arrested|detained|jailed|imprisoned|sentenced|executed)(?: \w+)?|(?:funeral|inauguration|swearing-in|enthronement|coronation|parade)(?: (?:on|of|for) [\w.]+(?: \d{1,2})?)?) in $"


def hosts(words: str) -> Iterator[str]:
    """The states at whose capitals others are received, arrested, or guests at a rite of the state.

    >>> [list(hosts(f"Norwegian envoys {done}")) for done in ("will travel to Riga", "flew to Riga for talks on trade", "arrived in Peru on a visit", "were detained in Riga", "met in Riga")]
    [['Latvia'], [], ['Peru'], ['Latvia'], []]
    """
    for start, end, state in party_words(words):
        before = words[max(0, start - 48) : start]
        if (
            before.endswith(("to ", "in "))
            and re.search(rf"{_JOURNEY}|\barriv(?:es|ed) in $", before)
            and re.match(_VISIT, words[end : end + 60])
        ):
            yield state
        elif words[start:end] in capitals():
            journey = re.search(_JOURNEY, before) and not re.match(_FOR_OTHERS, words[end : end + 60])
            if journey or re.search(_ITS_DEED, before):
                yield state


def citizens(words: str) -> Iterator[str]:
    """The states of the citizens whom words name by their number: of those on whom no other state is told to act.

    >>> list(citizens("Five Nigeriens were arrested")), list(citizens("hundreds of ethnic Armenians fled"))
    (['Niger'], [])
    """
    demonyms = state_names("demonym")
    for match in re.finditer(r"(?<!ethnic )\b([A-Z][a-z]{2,20}[in])s\b", words):
        if state := demonyms.get(match[1]):
            yield state.name
