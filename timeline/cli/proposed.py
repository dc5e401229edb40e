"""The events that articles propose, while a person is asked about them: what is accepted comes into the collection."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from timeline.cli.appending import append
from timeline.drafts.passages import draft_picture
from timeline.drafts.picture import grounds
from timeline.drafts.proposal import Proposal
from timeline.model import Event
from timeline.record import Record
from timeline.upkeep.fields import with_fields
from timeline.upkeep.judgement import check_changed
from timeline.views.paragraphs import Paragraph


class Proposed:
    """Proposals in a row. What is accepted is in, and what is rejected is gone: neither is asked about again."""

    def __init__(
        self, proposals: Sequence[Proposal], articles: Sequence[str], path: Path, wait: float
    ) -> None:
        self._proposals: list[Proposal | None] = [*proposals]
        self._articles, self._path, self._wait = articles, path, wait

    def __len__(self) -> int:
        return len(self._proposals)

    def event(self, at: int) -> Event | None:
        """A proposal's event; None of one that was accepted or rejected."""
        proposal = self._proposals[at]
        return proposal.event if proposal else None

    def picture(self, at: int) -> Sequence[Paragraph]:
        """The event, with the sentences that tell it, and why it is proposed."""
        one = self._at(at)
        heading = f"{at + 1:,} of {len(self):,}"
        return [*draft_picture(one.event, heading, lambda _: self._articles), *grounds(one, 2)]

    def twin(self, at: int) -> bool:
        """Whether the collection has an event that is told here again."""
        return bool(self._at(at).twin)

    def accept(self, at: int, *, anew: bool) -> None:
        """Put it into the collection, vouched for, or its sources to the event that is there."""
        one = self._at(at)
        event = replace(one.event, status="reported")
        append([one._replace(event=event, twin="" if anew else one.twin)], self._path, self._wait, unite=True)
        self._proposals[at] = None

    def edit(self, at: int, given: Record) -> None:
        """Change what is proposed: it is then an event of its own."""
        old = self._at(at).event.to_record()
        new = with_fields(old, given)
        if "kind" in given:
            new.pop("codes", None)  # a code says what its kind says
        check_changed(old, new)
        self._proposals[at] = self._at(at)._replace(event=Event.from_record(new), twin="")

    def reject(self, at: int) -> None:
        """Propose it no more."""
        self._proposals[at] = None

    def _at(self, at: int) -> Proposal:
        proposal = self._proposals[at]
        assert proposal is not None
        return proposal
