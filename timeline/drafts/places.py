"""Where something happens, as English says it."""

import re

from timeline.drafts.actors import is_office, is_organisation
from timeline.drafts.bodies import bodies
from timeline.said.clauses import word_list
from timeline.states import state_names


def place_in(text: str) -> str:
    """The place after "in" or "at", empty when there is none.

    >>> place_in('the rally, held in Tokyo on Tuesday'), place_in("in March 2022")
    ('Tokyo', '')
    """
    for match in re.finditer(
        r"\b(?:in|at|near|outside) (?:the )?(?P<place>(?:[A-Z][\w'-]{2,20})(?: [A-Z][\w'-]{2,20}){0,2})",
        text.replace("’", "'"),  # a class with it beside the hyphen takes 2 M instructions to compile
    ):
        place = text[slice(*match.span("place"))]
        words = place.split()
        if words[0].lower() in _NOT_DATES or is_organisation(place) or is_office(place):
            continue
        if (
            words[-1] in _NO_PLACES
            or place in state_names("demonym")
            or re.search(_MADE, words[0])
            or words[0] in bodies().names
        ):
            continue
        return re.split(r"['’]s?(?:\s|$)", place)[0]
    return ""


_MADE = r"-(?:led|[a-z]{3,}ed)$"  # "EU-mediated"
_NO_PLACES = word_list(
    "War Wars Day Week Treaty Agreement Accord Pact Declaration Charter Convention Olympics Games Summit Conference English Russian French"
)
_NOT_DATES = word_list(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep "
    "sept oct nov dec spring summer autumn winter easter christmas"
)
