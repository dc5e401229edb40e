"""What articles propose, put into the collection."""

from collections.abc import Sequence
from pathlib import Path

from timeline.cli.turn import turn
from timeline.cli.words import note
from timeline.drafts.proposal import Proposal
from timeline.errors import shown
from timeline.model import Event
from timeline.record import Record
from timeline.store.change import Change
from timeline.store.write import take_in
from timeline.upkeep.intake import unlike, with_sources


def append(proposals: Sequence[Proposal], path: Path, wait: float, *, unite: bool) -> None:
    """Put the proposed events into the collection, those that it has not yet, and print their ids.

    What it has already is left out; with `unite`, its sources are given to the event that is there.
    """
    added: list[str] = []

    def make(there: Sequence[Event]) -> Change:
        places = {event.id: at for at, event in enumerate(there)}
        records, twins = unlike([one.event for one in proposals if one.twin not in places], there)
        edited: dict[int, Record] = {}
        for one in proposals:
            if one.twin not in places:
                continue
            at = places[one.twin]
            record = with_sources(edited.get(at) or there[at].to_record(), one.event)
            if unite and record != there[at].to_record():
                edited[at] = record
                note(f"another source for {shown(one.twin)}: {shown(one.event.title)}")
            else:
                twins.append((one.event, there[at]))
        for event, twin in twins:
            note(f"left out, since {shown(twin.id or twin.title)} looks the same: {shown(event.title)}")
        added.extend(str(record["id"]) for record in records)
        return Change(added=records, edited=edited)

    if not proposals:
        note("no event to add")
        return
    take_in(path, make, turn(wait))
    for id_ in added:
        print(id_)  # noqa: T201 - the ids are what it prints
