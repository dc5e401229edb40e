"""`timeline help`: the pages of the documentation, in the terminal."""

from typing import Annotated

import typer

from timeline.cli.completing import completed
from timeline.cli.composing import composed
from timeline.cli.options import NoPager
from timeline.cli.page import Page
from timeline.cli.screen import draw, wants_ascii
from timeline.cli.topics import contents, page_about


@composed(example="timeline help query")
def help_(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="[TOPIC]",
            help="A page or a command.",
            autocompletion=completed("topics"),
            show_default=False,
        ),
    ] = "",
    *,
    no_pager: NoPager = False,
) -> None:
    """Show a page of the documentation, or what there is to know of a command.

    Without a topic, the topics are listed.
    """
    text = page_about(topic.lower()) if topic else contents()
    draw(Page(text, ascii=wants_ascii()), pager=not no_pager)
