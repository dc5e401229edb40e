"""The columns that a table can have: what each says of an event, and how much room it wants."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from timeline.dates.written import written_beside
from timeline.errors import UsageError
from timeline.errors import shown as quoted
from timeline.model import Event
from timeline.query.fields import said
from timeline.query.own import own_fields
from timeline.query.spelling import nearest
from timeline.tuples import NamedTuple
from timeline.views.ink import Style
from timeline.views.options import Shown
from timeline.views.pen import DATE, DIM, STATUS, WARNING, Span
from timeline.views.words import date_words, narrowed_beside, source_words, tag_words


class Inks(Protocol):
    """What a cell asks of a pen."""

    def text(self, text: str, /) -> str:
        """The text as the pen can write it."""

    def actor_style(self, actor: str, /) -> Style | None:
        """The colour of an actor."""


class Column(NamedTuple):
    """`words` gives the spans of a cell. `least` and `most` are the cells below and above which others come first.

    A `tall` one makes its row as high as it needs; of others, what does not fit is cut.
    """

    words: Callable[[Shown, Inks], Sequence[Span]]
    least: int = 10
    most: int = 32
    tall: bool = False


def columns_of(events: Sequence[Event], asked: Sequence[str]) -> dict[str, Column]:
    """The columns asked for, by their names; any other field in which one of the events says something, with dots between.

    UsageError when there is no such column.
    """
    found: dict[str, Column] = {}
    for spelling in asked:
        name = _OTHER_NAMES.get(spelling.lower().replace("_", "-"), spelling.lower().replace("_", "-"))
        if name in COLUMNS:
            found[name] = COLUMNS[name]
        elif any(said(event, spelling) for event in events):
            found[spelling] = _own_column(spelling)
        else:
            own = sorted(own_fields(event.extra for event in events))
            raise UsageError(f"column {quoted(spelling)} is not known", hint=nearest(name, (*COLUMNS, *own)))
    return found


def _own_column(name: str) -> Column:
    return Column(lambda shown, pen: [(pen.text("; ".join(said(shown.event, name))), None)])


def _standing(shown: Shown) -> str:
    """What keeps an event from being a plain report, in words."""
    status = shown.event.status
    if not (shown.context or shown.note or status):
        return ""
    words = "[context] " if shown.context else ""
    if status and status != "reported":
        words += f"[{status}] "
    return f"{words}[{shown.note}] " if shown.note else words


def _date(shown: Shown, pen: Inks) -> Sequence[Span]:
    """The date, the words of the source where they say it otherwise, and what other events leave of it."""
    event = shown.event
    beside = (
        written_beside(event.date, event.date_as_written),
        narrowed_beside(event.date, shown.limits),
    )
    date = (pen.text(date_words(event.date)), DATE)
    return [date, *((pen.text(words), DIM) for words in beside if words)]


def _title(shown: Shown, pen: Inks) -> Sequence[Span]:
    """The title, after what a cut must not take away."""
    words = _standing(shown)
    title = (pen.text(shown.event.title), None)
    return [(pen.text(words), STATUS.get(shown.event.status, WARNING)), title] if words else [title]


def _actors(shown: Shown, pen: Inks) -> Sequence[Span]:
    spans: list[Span] = []
    for actor in shown.event.actors:
        spans += [(", ", DIM)] if spans else []
        spans.append((pen.text(actor), pen.actor_style(actor)))
    return spans


def _source(shown: Shown, pen: Inks) -> Sequence[Span]:
    sources = shown.event.sources
    if not sources:
        return ()
    more = f" (+{len(sources) - 1})" if len(sources) > 1 else ""
    return [(pen.text(source_words(sources[0])) + more, DIM)]


def _plain(words: Callable[[Event], str], least: int = 10, most: int = 32, *, tall: bool = False) -> Column:
    """A column of text that is drawn as it is."""
    return Column(lambda shown, pen: [(pen.text(words(shown.event)), DIM)], least, most, tall)


COLUMNS: Mapping[str, Column] = {
    "date": Column(_date, 25, 28, tall=True),
    "title": Column(_title, 36, 72, tall=True),
    "actors": Column(_actors, 14),
    "place": _plain(lambda event: event.place, most=20),
    "kind": _plain(lambda event: event.kind, least=14, most=20),
    "tags": _plain(lambda event: " ".join(map(tag_words, event.tags)), least=14),
    "source": Column(_source, 17, 28),
    "id": _plain(lambda event: event.id, least=26, most=40),
    "status": Column(lambda shown, _: [(shown.event.standing, STATUS.get(shown.event.status, DIM))], 9),
    "summary": _plain(lambda event: " ".join(event.summary.split()), least=24, most=72, tall=True),
    "quote": _plain(
        lambda event: next((source.quote for source in event.sources if source.quote), ""),
        least=24,
        most=48,
        tall=True,
    ),
    "sources": _plain(lambda event: str(len(event.sources)), least=7),
    "edtf": _plain(lambda event: event.date.text, least=21),
    "date-as-written": _plain(lambda event: event.date_as_written),
    "after": _plain(lambda event: ", ".join(event.after)),
    "before": _plain(lambda event: ", ".join(event.before)),
    "related": _plain(lambda event: ", ".join(event.related)),
    "file": _plain(lambda event: event.origin.path if event.origin else ""),
}
_OTHER_NAMES = {"actor": "actors", "tag": "tags"}
DEFAULT = ("date", "title", "actors", "place", "kind", "tags", "source")
