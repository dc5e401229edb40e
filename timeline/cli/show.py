"""`timeline show`: filter, order and draw events."""

from timeline.cli.clock import today
from timeline.cli.collection import chosen, read
from timeline.cli.drawing import Drawing
from timeline.cli.options import EMPTY, Choice, Clock, Data, Query, composed
from timeline.query.select import with_context
from timeline.views import VIEWS
from timeline.views.options import Shown


@composed(example="timeline show --since 2022 --actor Japan --view table")
def show(
    query: Query = EMPTY,
    *,
    choice: Choice,
    drawing: Drawing,
    data: Data = EMPTY,
    clock: Clock,
) -> None:
    """Filter, order and draw events.

    QUERY and the options choose events; without them all are drawn.
    """
    view = VIEWS.load(drawing.view)
    options = drawing.view_options(choice, today(clock))
    everything = candidates = read(data)
    notes: dict[int, str] = {}
    if drawing.diff is not None:
        # Only for those who compare: 3 ms.
        from timeline.cli.comparing import compared  # noqa: PLC0415

        found = compared(everything, drawing.diff)
        everything, candidates, notes = found.everything, found.differing, found.notes
    hits = chosen(candidates, choice, query, clock, data)
    if not hits:
        return
    if drawing.gaps is not None:
        # Only for those who ask for silences: 3 ms.
        from timeline.views.silences import draw_silences  # noqa: PLC0415

        drawing.put(draw_silences(hits, drawing.gaps, options))
        return
    events = with_context(hits, everything, drawing.context, by=choice.order, reverse=choice.reverse)
    drawing.put(view([Shown(event, context, notes.get(id(event), "")) for event, context in events], options))
