"""Pictures of events, one a view.

A view takes events and returns what is drawn. It never prints, and never asks how wide the terminal is: that is told it
when lines are asked for. They come as they are drawn, so a pager or a closed pipe need not wait. A row
says in brackets which of the options that not every view reads it does read: help, completion and guards follow.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.errors import UsageError
from timeline.registry import Registry

# Of what each is: timeline.views.drawn.View, which would import this package.
VIEWS: Registry[Any] = Registry(
    "view",
    {
        "timeline": "timeline.views.timeline:draw_timeline",
        "list": "timeline.views.list:draw_list",
        "table": "timeline.views.table:draw_table [columns]",
        "card": "timeline.views.card:draw_cards",
        "lanes": "timeline.views.lanes:draw_lanes [by,top,labels,scale]",
        "density": "timeline.views.density:draw_density [by,top,per]",
        "matrix": "timeline.views.matrix:draw_matrix [by,top]",
        "gaps": "timeline.views.silences:draw_silences [by,gaps]",
    },
)

# What each view that only counts has to know of events, beside the lanes that are asked for.
COUNTING: Mapping[str, tuple[str, ...]] = {"density": ("date",), "matrix": (), "gaps": ("date", "title")}


def check_read(view: str, options: Iterable[str]) -> None:
    """Refuse an option that the view does not read, and name the first that does."""
    for option in options:
        if option not in VIEWS.words(view):
            other = next(name for name in VIEWS if option in VIEWS.words(name))
            raise UsageError(f"--{option} says nothing to the view {view}", hint=f"add --view {other}")
