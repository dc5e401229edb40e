"""Words by which a clause without a date reports what has happened, or does not."""

import re

from timeline.said.clauses import word_list

# What stands before a verb that tells of nothing that has happened.
NOT_YET = (
    r"\b(?:will|would|shall|should|may|might|can|could|must|to|not|never|n't|if|unless)\s+(?:\w+\s+){0,2}$"
)
STANDS = (
    # before a participle: what is so, "is accused", "remains closed", and not what was done
    r"\b(?:is|are|(?:remain|stay)(?:s|ed)?)\s+(?:\w+ly\s+)?$"
)
# A headline whose subject is followed by an infinitive tells what is to come: "Malta to recall its envoy".
TO_COME = r"(?:(?:[A-Z][\w.'’-]*|and|of|the),? )+to [a-z]"
EVENTS = frozenset(("event", "events", "ceremony", "deal", "move", "decision", "incident", "crash"))
# A sentence about whom the one before told of.
_GOES_ON = word_list("It Its They Their He His She Her")
_TOLD_OF = word_list(
    "country government ministry authorities president premier minister kingdom republic envoy envoys ambassador statement move decision"
)
_OF_THEM = (
    "prime minister",
    "foreign minister",
    "two sides",
    "two countries",
    "two states",
    "two neighbours",
    "two neighbors",
)
_THIS = r".{0,60}\b(?:[Tt]his|[Tt]hese|[Ss]uch)\b"
# What is said to tell that nothing was said, and opinions of nobody who acts.
NO_DEED = (
    r"\b(?:declined|refused) (?:to (?:comment|elaborate|say)|comment)\b|\b(?:not be|n't be) reached\b"
    r"|^\W*(?:(?:Some|Many|Most|Other|Several|Political|Independent|Military|Local) )?"
    r"(?i:analysts|commentators|observers|experts|critics|economists|traders|residents|pundits)\b"
)


def goes_on(sentence: str) -> bool:
    """Whether a sentence tells more of whom the one before told of.

    >>> [goes_on(text) for text in ("The prime minister left", "It left", "In May this was so", "The mayor left")]
    [True, True, True, False]
    """
    first, second, third = (*re.findall(r"\w+", sentence[:60]), "", "", "")[:3]
    if first in _GOES_ON:
        return True
    if first == "The" and (second in _TOLD_OF or f"{second} {third}" in _OF_THEM):
        return True
    return (
        any(sign in sentence[:70] for sign in ("his", "hese", "uch"))
        and re.match(_THIS, sentence) is not None
    )
