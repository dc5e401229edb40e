"""Words by which a clause without a date reports what has happened, or does not."""

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
GOES_ON = (
    r"(?:It|Its|They|Their|He|His|She|Her|The (?:country|government|ministry|authorities|president|premier|(?:prime |foreign )?"
    r"minister|kingdom|republic|envoys?|ambassador|statement|move|decision|two (?:sides|countries|states|neighbours|neighbors))"
    r"|.{0,60}\b(?:[Tt]his|[Tt]hese|[Ss]uch))\b"
)
# What is said to tell that nothing was said, and opinions of nobody who acts.
NO_DEED = (
    r"\b(?:declined|refused) (?:to (?:comment|elaborate|say)|comment)\b|\b(?:not be|n't be) reached\b"
    r"|^\W*(?:(?:Some|Many|Most|Other|Several|Political|Independent|Military|Local) )?"
    r"(?i:analysts|commentators|observers|experts|critics|economists|traders|residents|pundits)\b"
)
