"""The pictures for paper, one a view."""

from collections.abc import Sequence

from timeline.counting import counted
from timeline.registry import Registry
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.key import credit
from timeline.views.paper.pen import Sheet, plain
from timeline.views.paper.sheets import Draw, pages
from timeline.views.words import date_words

PAPER: Registry[Draw] = Registry(
    "picture",
    {
        "timeline": "timeline.views.paper.spine:draw",
        "lanes": "timeline.views.paper.lanes:draw",
        "density": "timeline.views.paper.density:draw",
        "matrix": "timeline.views.paper.matrix:draw",
        "list": "timeline.views.paper.tables:draw_list",
        "table": "timeline.views.paper.tables:draw_table",
        "gaps": "timeline.views.paper.tables:draw_silences",
    },
)


def svg_pages(
    view: str, shown: Sequence[Shown], options: ViewOptions, sheet: Sheet | None = None
) -> list[str]:
    """The events as whole SVG texts, one a page: the same bytes every time, and nothing needed from elsewhere.

    UsageError as the view raises it.
    """
    sheet = sheet or Sheet()
    return pages(
        PAPER.load(view)(shown, options, sheet), sheet, credit(shown, sheet), _description(shown, sheet)
    )


def _description(shown: Sequence[Shown], sheet: Sheet) -> str:
    """What those who do not see it are told: how many events, when, and the caption."""
    events = [one.event for one in shown if not one.context]
    words = counted(len(events), "event")
    if events:
        first, last = min(event.date for event in events), max(event.date for event in events)
        words += f", {date_words(first)}" + (f" to {date_words(last)}" if last != first else "")
    return " ".join(filter(None, (f"{words}.", plain(sheet.caption))))
