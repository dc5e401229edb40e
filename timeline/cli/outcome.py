"""What becomes of drafted articles, as the options say: drawn, printed, added, or asked about one by one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import only_path
from timeline.cli.drafting import draw_all, print_yaml
from timeline.cli.options import Clock, NoPager, text_option
from timeline.drafts.gathering import gathered, gathered_picture
from timeline.drafts.picture import picture
from timeline.drafts.proposal import Proposal
from timeline.drafts.proposals import Drafted
from timeline.errors import UsageError, shown
from timeline.store.read import read_events
from timeline.tuples import NamedTuple

BY = ("article", "event")


class Outcome(NamedTuple):
    """What becomes of the proposals; without any of these they are drawn."""

    yaml: Annotated[bool, typer.Option("--yaml", help="Print the proposals as records.")] = False
    add: Annotated[bool, typer.Option("--add", help="Append the proposals to the collection, as drafts.")] = (
        False
    )
    review: Annotated[
        bool,
        typer.Option("--review", help="Ask about each proposal: accept, edit, skip, reject, back or quit."),
    ] = False
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Print every expression of time as a line of JSON.")
    ] = False
    all_: Annotated[
        bool,
        typer.Option("--all", help="Also list expressions that date no event: lengths, repetitions, now."),
    ] = False
    by: Annotated[
        str,
        text_option(
            "WHAT",
            "How proposals are put: by article, or by event, which is the default for several articles: an event "
            "that several tell is one, with the sources of all.",
        ),
    ] = ""
    no_color: Annotated[bool, typer.Option("--no-color", help="Draw without colour.")] = False
    no_pager: NoPager = False

    @property
    def writes(self) -> bool:
        """Whether proposals come into the collection."""
        return self.add or self.review

    def check(self, articles: Sequence[str], data: Sequence[Path]) -> None:
        """Refuse what excludes one another, and what cannot be written to before a person is asked anything."""
        if self.by not in ("", *BY):
            raise UsageError(f"proposals by {shown(self.by)} are not known", hint=f"one of: {', '.join(BY)}")
        if self.yaml + self.add + self.review + self.mentions > 1:
            raise UsageError(
                "--yaml, --add, --review and --mentions exclude one another", hint="give one of them"
            )
        if self.review and "-" in articles:
            raise UsageError(
                "--review asks on stdin, and the article is there", hint="save the article to a file first"
            )
        if self.writes:
            from timeline.store.output import check_apart  # noqa: PLC0415 - 1 ms, for those who write

            check_apart(map(Path, articles), only_path(data))
            read_events([only_path(data)])

    def proposals(self, drafts: Sequence[Drafted]) -> Sequence[Proposal]:
        """What is proposed, in the order that is asked for."""
        return (
            gathered(drafts) if self._as_one(drafts) else [one for draft in drafts for one in draft.proposals]
        )

    def show(self, drafts: Sequence[Drafted], proposals: Sequence[Proposal], data: Sequence[Path]) -> None:
        """Print or draw the proposals, unless they are to be written."""
        if self.yaml:
            print_yaml([proposal.event for proposal in proposals], data)
        elif not self.writes:
            as_one = self._as_one(drafts)
            pictures = (
                [gathered_picture(drafts, proposals)]
                if as_one
                else [picture(one, everything=self.all_) for one in drafts]
            )
            draw_all(pictures, no_color=self.no_color, pager=not self.no_pager)

    def write(
        self,
        drafts: Sequence[Drafted],
        proposals: Sequence[Proposal],
        clock: Clock,
        data: Sequence[Path],
        wait: float,
    ) -> None:
        """Write all that is proposed, or each that a person accepts, where this is asked for."""
        if not self.writes:
            return
        # The parser of YAML, what writes with it, and what asks: 20 ms, for those who put them in.
        from timeline.cli.appending import append  # noqa: PLC0415
        from timeline.cli.proposed import Proposed  # noqa: PLC0415
        from timeline.cli.walking import walk  # noqa: PLC0415

        if self.review and proposals:
            walk(Proposed(proposals, [one.text for one in drafts], only_path(data), wait), clock)
        else:
            append(proposals, only_path(data), wait, unite=False)

    def _as_one(self, drafts: Sequence[Drafted]) -> bool:
        return len(drafts) > 1 if not self.by else self.by == "event"
