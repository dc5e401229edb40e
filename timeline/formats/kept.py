"""What of a record a file of another program keeps beside what that program shows, so that it comes back as it was."""

from collections.abc import Mapping

from timeline.formats.format import OWN, Carries
from timeline.model import Event
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS, Record, Value


def kept(event: Event, carries: Carries) -> Record:
    """The record of an event without what the format does not carry: nothing is kept there that nobody sees."""
    record: Record = {
        name: value
        for name, value in event.to_record().items()
        if name != "sources" and (name if name in RECORD_FIELDS else OWN) in carries.fields
    }
    sources: list[Record] = []
    for source in event.sources[: carries.sources]:
        whole = source.to_record()
        said = {
            name: value
            for name, value in whole.items()
            if f"sources.{name if name in SOURCE_FIELDS else OWN}" in carries.fields
        }
        sources += [said] if said or not whole else []
    return record | ({"sources": [*sources]} if sources else {})


def retold(record: Record, shown: Mapping[str, Value], written: Mapping[str, Value]) -> Record:
    """A record that was kept, with what the program shows now wherever that is not what was written there.

    >>> retold({"title": "Talks", "kind": "talks"}, {"title": "Talks end"}, {"title": "Talks"})
    {'title': 'Talks end', 'kind': 'talks'}
    """
    changed = {name for name in (*shown, *written) if shown.get(name) != written.get(name)}
    left = {name: value for name, value in record.items() if name not in changed or name in shown}
    return left | {name: value for name, value in shown.items() if name in changed}
