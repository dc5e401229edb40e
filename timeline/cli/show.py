"""`timeline show`: filter, order and draw events."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from timeline.cli.clock import today
from timeline.cli.collection import named
from timeline.cli.composing import composed
from timeline.cli.drawing import Drawing
from timeline.cli.options import EMPTY, Choice, Clock, Data, Query
from timeline.cli.selection import chosen, told
from timeline.cli.settings import config
from timeline.model import Event
from timeline.query.company import Company
from timeline.query.select import with_context
from timeline.views import VIEWS
from timeline.views.options import Shown

if TYPE_CHECKING:  # 6 ms, for collections that name somebody
    from timeline.naming import Names


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
    drawing = drawing.placed(named(data))
    view = VIEWS.load(drawing.drawn)
    settings = config(data)
    options = drawing.view_options(choice, today(clock), settings)
    choose = partial(chosen, choice=choice, words=query, clock=clock, settings=settings)
    other, there = drawing.compared(choice), told(data, choice, clock, settings, drawing.context)
    everything, hits, words = _compared(Company.of(there), choose, other, data)
    if hits:
        shown = _shown(hits, everything, words, drawing, choice, options.names)
        drawing.put(view, shown, options, named(data))


def _compared(
    everything: Sequence[Event], choose: Callable[..., Sequence[Event]], other: str | None, data: Data
) -> tuple[Sequence[Event], Sequence[Event], Callable[[Event], str]]:
    """All events, those chosen, and what is said of each: all that differ from another collection, where one is given."""
    if other is None:
        return everything, choose(everything), _no_word
    # Only for those who compare: 3 ms.
    from timeline.cli.comparing import compared  # noqa: PLC0415

    found = compared(everything, other, data)
    hits = choose(found.events, twins=found.twins) if found.differences else ()
    found.say(hits)
    return found.everything, hits, found.note


def _counted(
    hits: Sequence[Event], everything: Sequence[Event], drawing: Drawing, names: "Names | None"
) -> list[Shown]:
    """The events of a table in bunches, where a picture only counts them; else none."""
    if not isinstance(hits, Company):
        return []
    limits = Company.of(everything).limits
    return [
        Shown(bunch.event, limits=limits.get(id(bunch.event)), times=bunch.times, lanes=bunch.lanes)
        for bunch in drawing.bunches(hits, names)
    ]


def _shown(
    hits: Sequence[Event],
    everything: Sequence[Event],
    words: Callable[[Event], str],
    drawing: Drawing,
    choice: Choice,
    names: "Names | None",
) -> list[Shown]:
    """The events and their context, with what is said of each, and within the limits that all events set; or counted."""
    if counted := _counted(hits, everything, drawing, names):
        return counted
    every = Company.of(hits).every
    events = with_context(every, everything, drawing.context, by=choice.order, reverse=choice.reverse)
    limits = Company.of(everything).limits
    return [Shown(one, context, words(one), limits.get(id(one))) for one, context in events]


def _no_word(_event: Event) -> str:
    """What a picture that compares nothing says of an event."""
    return ""
