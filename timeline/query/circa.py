"""How far `~` may reach when something possibly matches, put into a condition that is made (contract, section 1)."""

from dataclasses import replace

from timeline.dates.lengths import Length
from timeline.query.algebra import Not, Predicate, Several
from timeline.query.around import Around
from timeline.query.periods import Period


def widened(where: Predicate, circa: Length | None) -> Predicate:
    """The condition in which the `~` of an event's or a source's date reaches so far to either side; None: nowhere.

    What is asked for certainly stays as it is, and so does the date that is asked for.
    """
    if circa is None:
        return where
    if isinstance(where, Several):
        return type(where)(tuple(widened(part, circa) for part in where.parts))
    if isinstance(where, Not):
        return Not(widened(where.part, circa))
    return replace(where, circa=circa) if isinstance(where, Period | Around) else where
