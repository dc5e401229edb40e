"""All checks of a collection, in one run."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from timeline.checks import copies, dates, fields, names, naming, references, twins
from timeline.checks.finding import Finding, PlacedRecord
from timeline.naming import NO_NAMES, Names

# Each looks at one record.
RECORD_CHECKS: tuple[Callable[[PlacedRecord], Iterator[Finding]], ...] = (
    fields.problems,
    fields.misspelt_fields,
    fields.lists_as_text,
    fields.repeated_items,
    fields.half_a_place,
    fields.unusual_letters,
    dates.drafts,
    dates.nameless_sources,
    dates.early_sources,
    dates.other_dates,
    dates.quiet_disputes,
    copies.old_copies,
    copies.copies_without_hash,
)


def findings(
    placed: Sequence[PlacedRecord],
    *,
    today: int,
    elsewhere: Iterable[PlacedRecord] = (),
    whole: bool = True,
    known: Names = NO_NAMES,
) -> Iterator[Finding]:
    """Everything that the checks find in one collection, invalid records included; today is a day number.

    References may lead `elsewhere`, to records of other collections that are read with this one; equal
    ids and equal events there are no findings. Where not `whole`, some records could not be read, and no reference
    is said to lead nowhere. `known` are the actors and places that are named.
    """
    for one in _asked(placed, today):
        for check in RECORD_CHECKS:
            yield from check(one)
        yield from dates.future_dates(one, today)
    own = references.by_id(placed)
    everywhere = references.by_id(elsewhere) | own
    referring = [one for one in placed if references.refers(one)]
    yield from references.duplicate_ids(placed, own)
    yield from references.broken_references(referring, everywhere, whole=whole)
    yield from references.contradicted_orders(referring, everywhere)
    yield from references.circles(referring, own)
    yield from names.spellings_of_actors(placed, known)
    yield from naming.strange_actors(placed, known)
    yield from naming.events_out_of_time(placed, known)
    yield from twins.near_duplicates(placed)


def _asked(placed: Sequence[PlacedRecord], today: int) -> Iterable[PlacedRecord]:
    """The records in which something may be found that a record tells by itself."""
    if all(isinstance(one.record, dict) for one in placed):
        return placed
    # For large files: the others are no records of such.
    from timeline.checks.screening import loud  # noqa: PLC0415

    return loud(placed, today)
