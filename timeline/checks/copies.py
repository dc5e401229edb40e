"""Checks of what a record says of the kept copies of its sources. Whether it is so, only the copies can tell."""

from collections.abc import Iterator

from timeline.checks.finding import Finding, PlacedRecord, finding, label
from timeline.dates.wording import wording


def old_copies(placed: PlacedRecord) -> Iterator[Finding]:
    """Copies that were taken before what they are copies of was published: it has changed since, or a date is wrong."""
    for position, source in enumerate(placed.event.sources if placed.event else ()):
        taken, published = source.retrieved, source.date
        if (source.file or source.sha256) and taken and published and taken.certainly_before(published):
            field = ("sources", position, "retrieved")
            message = (
                f"{label(field)}: the copy is of {wording(taken)}, and its source of {wording(published)}"
            )
            yield finding(
                placed, "W423", field, message, "take a copy of the source as it now is, or correct a date"
            )


def copies_without_hash(placed: PlacedRecord) -> Iterator[Finding]:
    """Copies of which nobody can tell whether they have changed."""
    for position, source in enumerate(placed.event.sources if placed.event else ()):
        if source.file and not source.sha256:
            field = ("sources", position, "file")
            hint = f"timeline edit {placed.id or 'ID'} --source {position + 1} --source-file FILE writes it"
            yield finding(placed, "W424", field, f"{label(field)} has no sha256 beside it", hint)
