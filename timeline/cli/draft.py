"""`timeline draft`: propose events from a news article, for a person to accept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.articles import Reading, pages_of
from timeline.cli.collection import only_path
from timeline.cli.composing import composed
from timeline.cli.drafting import append, draw_all, print_mentions, print_yaml
from timeline.cli.options import EMPTY, Clock, Data, NoPager, Wait
from timeline.cli.review import reviewed
from timeline.drafts.article import check_anchored
from timeline.errors import UsageError
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

    def check(self, article: str) -> None:
        """Refuse what excludes one another."""
        if self.yaml + self.add + self.review + self.mentions > 1:
            raise UsageError(
                "--yaml, --add, --review and --mentions exclude one another", hint="give one of them"
            )
        if self.review and article == "-":
            raise UsageError(
                "--review asks on stdin, and the article is there", hint="save the article to a file first"
            )


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
    outcome.check(article)
    if outcome.writes:
        check_apart([Path(article)], only_path(data))
        read_events([only_path(data)])  # what cannot be written to is said before a person is asked anything
    pages = pages_of(article)
    if outcome.mentions:
        print_mentions(reading.set_up(pages, clock), several=len(pages) > 1)
        return
    drafts = reading.drafted(pages, clock, data)
    proposals = [proposal for one in drafts for proposal in one.proposals]
    events = [proposal.event for proposal in proposals]
    if outcome.yaml:
        print_yaml(events, data)
    elif not outcome.writes:
        draw_all(drafts, everything=outcome.all_, no_color=outcome.no_color, pager=not outcome.no_pager)
    for page, one in zip(pages, drafts, strict=True):
        check_anchored(page.name, one.setup, one.mentions)
    if outcome.writes:
        append(reviewed(proposals, clock) if outcome.review else events, only_path(data), wait)
