"""`timeline draft`: propose events from a news article, for a person to accept."""

from typing import Annotated

import typer

from timeline.cli.articles import Reading, pages_of
from timeline.cli.composing import composed
from timeline.cli.drafting import check_all_anchored, print_mentions
from timeline.cli.options import EMPTY, Clock, Wait, YamlData
from timeline.cli.outcome import Outcome


@composed(example="timeline draft article.txt --dateline 2023-02-10 --review")
def draft(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE...",
            help="Text, Markdown or HTML files, folders of them, or - for stdin.",
            show_default=False,
        ),
    ],
    *,
    reading: Reading,
    outcome: Outcome,
    data: YamlData = EMPTY,
    clock: Clock,
    wait: Wait = 10,
) -> None:
    """Propose events from a news article, for a person to accept.

    Finds every expression of time, reads it against the dateline, and proposes dated, quoted events. Of several
    articles, what several tell is one event, with the sources of all; the most told stand first.
    """
    outcome.check(articles, data)
    pages = pages_of(articles, clock)
    if outcome.mentions:
        print_mentions(reading.set_up(pages, clock), several=len(pages) > 1)
        return
    drafts = reading.drafted(pages, clock, data)
    proposals = outcome.proposals(drafts)
    outcome.show(drafts, proposals, data)
    check_all_anchored(pages, drafts)
    outcome.write(drafts, proposals, clock, data, wait)
