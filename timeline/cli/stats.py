"""`timeline stats`: how many, the first and the last."""

from typing import Annotated

import typer

from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, Choice, Clock, Data, NoPager, Query, text_option
from timeline.cli.screen import draw, is_piped, wants_ascii
from timeline.cli.selection import chosen, told
from timeline.cli.settings import config
from timeline.views.options import ViewOptions
from timeline.views.stats import draw_stats


@composed(example="timeline stats since:2022 --by actor,actor")
def stats(
    query: Query = EMPTY,
    *,
    by: Annotated[
        str,
        text_option(
            "FIELD",
            "Count by actor, tag, kind, place, source, status, file or any other field; by two: actor,actor.",
            "lanes",
        ),
    ] = "",
    top: Annotated[
        int | None, typer.Option(metavar="N", min=1, show_default=False, help="The N that have most events.")
    ] = None,
    choice: Choice,
    data: Data = EMPTY,
    clock: Clock,
    no_pager: NoPager = False,
) -> None:
    """Count events, with the first and the last of each.

    By each field in turn the fullest names; with --by all names of one field, or of two: who with whom, whose kinds.
    """
    settings = config(data)
    events = chosen(told(data, choice, clock, settings), choice, query, clock, settings)
    options = ViewOptions(
        by=by or None,
        top=top,
        ascii=wants_ascii(),
        unbroken=is_piped(),
        names=settings.names if settings else None,
    )
    draw(draw_stats(events, options), pager=not no_pager)
