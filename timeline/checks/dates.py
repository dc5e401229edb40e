"""Checks of one event against its sources and against today, and of what stands in it for a while only."""

from collections.abc import Iterator

from timeline.checks.finding import Finding, PlacedRecord, finding, label
from timeline.errors import shown
from timeline.query.claims import rivals


def drafts(placed: PlacedRecord) -> Iterator[Finding]:
    """A draft that nobody has vouched for yet."""
    if placed.record.get("status") == "draft":
        hint = "vouch for it with status: reported, or remove it"
        yield finding(placed, "W407", ("status",), "a draft is left in", hint)


def nameless_sources(placed: PlacedRecord) -> Iterator[Finding]:
    """Sources that nobody can look up."""
    for position, source in enumerate(placed.event.sources if placed.event else ()):
        if not (source.title or source.url or source.archived):
            field = ("sources", position)
            yield finding(
                placed, "W404", field, f"{label(field)} has neither title nor url", "add its title or its url"
            )


def early_sources(placed: PlacedRecord) -> Iterator[Finding]:
    """Sources that were certainly published before what they report."""
    event = placed.event
    for position, source in enumerate(event.sources if event else ()):
        if event and source.date and source.date.certainly_before(event.date):
            message = (
                f"source {shown(source.date.text)} is published before the event of {shown(event.date.text)}"
            )
            hint = "look at both dates; what was only announced is status: draft"
            yield finding(placed, "W405", ("sources", position, "date"), message, hint)


def other_dates(placed: PlacedRecord) -> Iterator[Finding]:
    """Sources whose date of the event cannot be the event's, where nobody has called the event disputed."""
    event = placed.event
    for position, source in enumerate(event.sources if event else ()):
        said = source.event_date
        if (
            event
            and said
            and event.status != "disputed"
            and not said.possibly_during(event.date.first_day, event.date.last_day)
        ):
            message = f"event_date {shown(said.text)} cannot be the event's date, {shown(event.date.text)}"
            hint = "widen the date so that it holds both, or set status: disputed"
            yield finding(placed, "W406", ("sources", position, "event_date"), message, hint)


def quiet_disputes(placed: PlacedRecord) -> Iterator[Finding]:
    """An event that is called disputed, though all its sources give the date that it has."""
    if placed.event and placed.event.status == "disputed" and not rivals(placed.event):
        message = "the event is disputed, and no source gives another date"
        hint = "add the event_date that a source gives instead, or say what is disputed in the summary"
        yield finding(placed, "W422", ("status",), message, hint)


def future_dates(placed: PlacedRecord, today: int) -> Iterator[Finding]:
    """Dates that certainly lie after today, a day number."""
    event = placed.event
    if event is None:
        return
    if event.date.first_day is not None and event.date.first_day > today:
        hint = "look at the year; what is only planned is status: draft"
        yield finding(placed, "W411", ("date",), f"date {shown(event.date.text)} is in the future", hint)
    for position, source in enumerate(event.sources):
        if source.date and source.date.first_day is not None and source.date.first_day > today:
            field = ("sources", position, "date")
            yield finding(
                placed,
                "W411",
                field,
                f"{label(field)} {shown(source.date.text)} is in the future",
                "look at the year",
            )
