"""`timeline draft`: propose events from a news article, for a person to accept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.articles import Reading, pages_of
from timeline.cli.collection import only_path
from timeline.cli.composing import composed
from timeline.cli.drafting import append, check_all_anchored, draw_all, print_mentions, print_yaml
from timeline.cli.options import EMPTY, Clock, Data, NoPager, Wait
from timeline.cli.review import reviewed
from timeline.drafts.proposals import Drafted
from timeline.errors import UsageError
from timeline.model import Event
from timeline.store.output import check_apart
from timeline.store.read import read_events


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Outcome:
    """What becomes of the proposals; without any of these they are drawn."""

    yaml: Annotated[bool, typer.Option("--yaml", help="Print the proposals as records.")] = False
    add: Annotated[bool, typer.Option("--add", help="Append the proposals to the collection, as drafts.")] = (
        False
    )
    review: Annotated[
        bool, typer.Option("--review", help="Ask about each proposal: accept, edit, skip or quit.")
    ] = False
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Print every expression of time as a line of JSON.")
    ] = False
    all_: Annotated[
        bool,
        typer.Option("--all", help="Also list expressions that date no event: lengths, repetitions, now."),
    ] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="Draw without colour.")] = False
    no_pager: NoPager = False

    @property
    def writes(self) -> bool:
        """Whether proposals come into the collection."""
        return self.add or self.review

    def check(self, article: str, data: Sequence[Path]) -> None:
        """Refuse what excludes one another, and what cannot be written to before a person is asked anything."""
        if self.yaml + self.add + self.review + self.mentions > 1:
            raise UsageError(
                "--yaml, --add, --review and --mentions exclude one another", hint="give one of them"
            )
        if self.review and article == "-":
            raise UsageError(
                "--review asks on stdin, and the article is there", hint="save the article to a file first"
            )
        if self.writes:
            check_apart([Path(article)], only_path(data))
            read_events([only_path(data)])

    def show(self, drafts: Sequence[Drafted], data: Sequence[Path]) -> None:
        """Print or draw the proposals, unless they are to be written."""
        if self.yaml:
            print_yaml([proposal.event for one in drafts for proposal in one.proposals], data)
        elif not self.writes:
            draw_all(drafts, everything=self.all_, no_color=self.no_color, pager=not self.no_pager)

    def accepted(self, drafts: Sequence[Drafted], clock: Clock) -> Sequence[Event]:
        """The events to be written: all that are proposed, or those that a person accepts."""
        proposals = [proposal for one in drafts for proposal in one.proposals]
        return reviewed(proposals, clock) if self.review else [one.event for one in proposals]


@composed(example="timeline draft article.txt --dateline 2023-02-10 --review")
def draft(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="A text, Markdown or HTML file, a folder of them, or - for stdin.",
            show_default=False,
        ),
    ],
    *,
    reading: Reading,
    outcome: Outcome,
    data: Data = EMPTY,
    clock: Clock,
    wait: Wait = 10,
) -> None:
    """Propose events from a news article, for a person to accept.

    Finds every expression of time, reads it against the dateline, and proposes dated, quoted events.
    """
    outcome.check(article, data)
    pages = pages_of(article, clock)
    if outcome.mentions:
        print_mentions(reading.set_up(pages, clock), several=len(pages) > 1)
        return
    drafts = reading.drafted(pages, clock, data)
    outcome.show(drafts, data)
    check_all_anchored(pages, drafts)
    if outcome.writes:
        append(outcome.accepted(drafts, clock), only_path(data), wait)
