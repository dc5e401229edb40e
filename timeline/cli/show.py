"""`timeline show`: filter, order and draw events."""

from collections.abc import Callable

from timeline.cli.clock import today
from timeline.cli.collection import paths, read
from timeline.cli.composing import composed
from timeline.cli.drawing import Drawing
from timeline.cli.options import EMPTY, Choice, Clock, Data, Query
from timeline.cli.selection import chosen
from timeline.cli.settings import config
from timeline.cli.words import note
from timeline.model import Event
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
    drawing = drawing.placed([*paths(data), *([drawing.diff] if drawing.diff else [])])
    view = VIEWS.load(drawing.drawn)
    settings = config(data)
    options = drawing.view_options(choice, today(clock), settings.names if settings else None)
    everything = read(data)
    words: Callable[[Event], str] = _no_word
    if drawing.diff is None:
        hits = chosen(everything, choice, query, clock, settings)
    else:
        # Only for those who compare: 3 ms.
        from timeline.cli.comparing import compared  # noqa: PLC0415

        found = compared(everything, drawing.diff)
        everything, words = found.everything, found.note
        if not found.differences:
            note("nothing differs")
            return
        hits = chosen(found.events, choice, query, clock, settings, twins=found.twins)
        found.say(hits)
    if not hits:
        return
    events = with_context(hits, everything, drawing.context, by=choice.order, reverse=choice.reverse)
    drawing.put(view([Shown(event, context, words(event)) for event, context in events], options))


def _no_word(_event: Event) -> str:
    """What a picture that compares nothing says of an event."""
    return ""
