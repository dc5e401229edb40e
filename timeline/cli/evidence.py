"""`timeline evidence`: who says when."""

from typing import Annotated

import typer

from timeline.cli.collection import paths
from timeline.cli.completing import completed
from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, NoPager, YamlData
from timeline.cli.screen import draw, wants_ascii
from timeline.store.ids import positions
from timeline.store.stored import Stored
from timeline.views.evidence import draw_evidence
from timeline.views.options import Shown, ViewOptions


@composed(example="timeline evidence 2022-03-21-talks-ended")
def evidence(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...", autocompletion=completed("ids"), help="The events.")
    ],
    *,
    data: YamlData = EMPTY,
    no_pager: NoPager = False,
) -> None:
    """List who says when: the dates that the sources of an event give, side by side.

    Grouped by date: who gives it, when that was published, where in it, in which words. The last line counts, and
    judges nothing.
    """
    events = Stored(paths(data))
    shown = [Shown(events[at]) for at in positions(events, ids)]
    draw(draw_evidence(shown, ViewOptions(ascii=wants_ascii())), pager=not no_pager)
