"""What `timeline.load` gives a notebook: the events of one or more collections, chosen, ordered, drawn, and taken out.

Nothing here writes to a collection: that is for the command, or for `timeline.store` under its own promises.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from timeline.arguments import A_PATH, Kind, judged, path_of
from timeline.config import Config, read_config
from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import A_PERIOD, EventDate, Period, as_period
from timeline.dates.lengths import read_length
from timeline.dates.wording import wording
from timeline.errors import InvalidData, UsageError, shown, wrong_type
from timeline.formats.csv import write as csv_pieces
from timeline.formats.format import WriteOptions
from timeline.frames import FRAME_COLUMNS, library, record_of, row_of
from timeline.model import Event, Origin
from timeline.query.around import THIRTY_DAYS
from timeline.query.circa import widened
from timeline.query.company import Company
from timeline.query.language import parse_query, refuse_backwards
from timeline.query.own import own_fields
from timeline.query.predicates import Since, Until, all_of
from timeline.query.select import arrange, select
from timeline.record import InvalidRecord, Record, Value
from timeline.said.reading import read_date
from timeline.said.understood import DayOrder
from timeline.store.files import refuse_tables, settings_beside
from timeline.store.output import check_collection, check_inputs, write_output
from timeline.store.read import read_events

if TYPE_CHECKING:
    from timeline.drafts.proposals import Drafted

_DRAWN = 200  # events that a notebook draws of a longer collection: some 2 MB of SVG


_told = judged(
    {
        str: Kind((str,), "text"),
        bool: Kind((bool,), "True or False"),
        str | PathLike[str]: A_PATH,
        "Period": Kind((EventDate, date, str), A_PERIOD),
        "Period | None": Kind((EventDate, date, str, type(None)), A_PERIOD),
        Iterable[Event]: Kind((Iterable,), "events"),
        Iterable[Path]: Kind((Iterable,), "the paths of collections"),
        Iterable[Mapping[str, Value]]: Kind((Iterable,), 'records: [{"date": "2022", "title": "Talks"}]'),
        Any: Kind((object,), "anything"),
    }
)


@_told
def load(*paths: str | PathLike[str]) -> "Collection":
    """The events of the collections at these paths, files or folders, one after another.

    Raises TimelineError, with the file, the line and a hint, where one cannot be read or says what is not valid.
    """
    if not paths:
        raise UsageError("load needs a path", hint='name a collection: load("data/events.yaml")')
    places = tuple(path_of("load: paths", path) for path in paths)
    refuse_tables(places, "load does not read")
    return Collection._of(read_events(places), places)  # noqa: SLF001 - this file makes both


@_told
def parse_date(
    text: str,
    *,
    today: "Period | None" = None,
    day_first: bool = False,
    month_first: bool = False,
) -> EventDate:
    """The date that a person types: EDTF, or words. `today` is what "last Friday" counts from: by default the real day.

    >>> parse_date("21 March 2022"), parse_date("Tuesday", today="2023-02-10")
    (EventDate('2022-03-21'), EventDate('2023-02-07'))

    Raises TimelineError, with the readings that are possible, where the text has none or several.
    """
    if day_first and month_first:
        raise UsageError("day_first and month_first contradict each other", hint="give one of them")
    order = DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST if month_first else None
    return EventDate(read_date(text, today=_day(today), order=order).edtf)


@_told
def draft(
    text: str,
    *,
    today: "Period | None" = None,
    dateline: "Period | None" = None,
    language: str = "",
) -> "Drafted":
    """The events that an article reports, proposed for a person to accept; `.events` are they.

    `dateline` is the day on which it was written, where the text does not say or is wrong; `language` is en, fr or ru,
    by default the one that its words are of.

    >>> [str(event.date) for event in draft("KYIV, May 6, 2021. Ukraine signed the treaty on Tuesday.").events]
    ['2021-05-04']
    """
    # 60 ms and half the house, for those who draft.
    from timeline.drafts.proposals import propose  # noqa: PLC0415

    written = None if dateline is None else _day(dateline)
    return propose(text, today=_day(today), dateline=written, language=language or None)


class Collection(Sequence[Event]):
    """Events in an order, never changed: each method gives a new collection.

    >>> talks = Collection.from_records([{"date": "2018", "title": "Talks begin"}, {"date": "2022-03", "title": "Talks end"}])
    >>> len(talks), talks[0].title, [event.title for event in talks.where("since:2020")]
    (2, 'Talks begin', ['Talks end'])
    """

    __slots__ = ("_events", "_paths", "_settings")

    @_told
    def __init__(self, events: Iterable[Event] = (), *, paths: Iterable[Path] = ()) -> None:
        self._events = tuple(events)
        self._paths = tuple(path_of("Collection: paths", path) for path in paths)
        self._settings: Config | None = None
        for number, event in enumerate(self._events, 1):
            _check_whole(event, number)

    @classmethod
    @_told
    def from_records(cls, records: Iterable[Mapping[str, Value]]) -> "Collection":
        """The events that records describe, plain mappings as `to_records` gives them; undoes that."""
        return cls._of((_event(record, number) for number, record in enumerate(records, 1)), ())

    @classmethod
    def from_frame(cls, frame: Any) -> "Collection":
        """The events of a data frame, polars' or pandas', with the columns of `to_polars`; undoes that.

        Only `date` and `title` need to be there. The day columns are not read: they follow from `date`.
        """
        if not (hasattr(frame, "columns") and (hasattr(frame, "to_dicts") or hasattr(frame, "to_dict"))):
            raise wrong_type("from_frame: frame", frame, "a data frame of polars or pandas")
        rows = frame.to_dicts() if hasattr(frame, "to_dicts") else frame.to_dict("records")
        return cls.from_records(record_of(row) for row in rows)

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, place: SupportsIndex) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> "Collection": ...
    def __getitem__(self, place: "SupportsIndex | slice") -> "Event | Collection":
        """The event at a place, or a collection of those in a slice."""
        return self._with(self._events[place]) if isinstance(place, slice) else self._events[place]

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def __eq__(self, other: object) -> bool:
        return self._events == other._events if isinstance(other, Collection) else NotImplemented

    __hash__ = None  # type: ignore[assignment] # what an event says of its fields may be a list or a mapping

    def __repr__(self) -> str:
        if not self._events:
            return "<Collection: no events>"
        ordered = self.order()
        ends = dict.fromkeys((wording(ordered[0].date), wording(ordered[-1].date)))
        return f"<Collection: {len(self)} event{'s' * (len(self) > 1)}, {' to '.join(ends)}>"

    @_told
    def where(
        self, query: str, *, within: str = "", certain: bool = False, today: "Period | None" = None
    ) -> "Collection":
        """The events that a query finds, in the words of `timeline show`.

        The `timeline.toml` beside the collection gives saved queries (`@name`), the names of actors and places, and how far
        `~` reaches. It is read once: what is changed in it later, another `load` sees.

        A date matches when it *possibly* touches the period, or with `certain` when it lies inside it for certain. `within`
        is how far `around:` reaches, by default `30d`. What one event says of another (`follows:`, `around:ID`) is told by
        the events of this collection alone: ask it before you leave events out, or in the same query.
        """
        config, day = self._config(), _day(today)
        condition = parse_query(
            query,
            today=day,
            certain=certain,
            saved=config.queries,
            names=config.names,
            own=cache(lambda: own_fields(event.extra for event in self._events)),
            within=read_length(within) if within else THIRTY_DAYS,
        )
        refuse_backwards(condition, query, partial(read_date, today=day))
        return self._with(select(self._events, widened(condition, config.circa)))

    @_told
    def between(self, first: "Period", last: "Period", *, certain: bool = False) -> "Collection":
        """The events that possibly (or certainly) happened from the first day of one period to the last of another.

        What is marked `~` possibly reaches as far as `circa` in the `timeline.toml` beside the collection says.
        """
        since = Since(as_period(first), certain=certain)
        until = Until(as_period(last), certain=certain)
        if not since.date.possibly_before(until.date):
            hint = f'turn them round: between("{until.date}", "{since.date}")'
            raise UsageError(f"from {since.date} to {until.date} ends before it begins", hint=hint)
        return self._with(select(self._events, widened(all_of((since, until)), self._config().circa)))

    @_told
    def order(self, by: str = "date", *, reverse: bool = False) -> "Collection":
        """The events in one of the orders of `timeline show --order`; by date unless said otherwise."""
        return self._with(arrange(self._events, by=by, reverse=reverse))

    def to_records(self) -> list[Record]:
        """The events as plain mappings with the fields of the file, absent ones left out."""
        return [event.to_record() for event in self._events]

    @_told
    def to_csv(self, path: str | PathLike[str], *, plain: bool = False) -> None:
        """Write the events as `timeline export -f csv` does; a formula is defused unless `plain`.

        Never over a file of the collection: that raises TimelineError.
        """
        pieces = csv_pieces(self._events, WriteOptions(plain=plain))
        target = path_of("to_csv: path", path)
        check_inputs(target, self._paths)
        check_collection(target)
        write_output(target, (piece.encode() for piece in pieces))

    def to_polars(self) -> Any:
        """A polars DataFrame, one row an event: the record's fields, and two day columns beside `date`.

        `date` is the EDTF text; `earliest` and `latest` are days, null where the date is open or outside the years 1 to
        9999. `sources` and `extra` are JSON text. Raises TimelineError where polars is not installed.
        """
        polars = library("polars")
        kinds = {"day": polars.Date, "number": polars.Float64, "list": polars.List(polars.String)}
        schema = {name: kinds.get(kind, polars.String) for name, kind in FRAME_COLUMNS.items()}
        return polars.DataFrame([row_of(event) for event in self._events], schema=schema)

    def to_pandas(self) -> Any:
        """A pandas DataFrame with the columns of `to_polars`, days as `datetime.date`, absent values as None."""
        pandas = library("pandas")
        return pandas.DataFrame(
            [row_of(event) for event in self._events], columns=[*FRAME_COLUMNS], dtype=object
        )

    def _repr_html_(self) -> str:
        """The default picture, for a notebook: an SVG that needs nothing from elsewhere and in which no text is obeyed."""
        if not self._events:
            return "<p>no events</p>"
        # The views: 70 ms, for those who look.
        from timeline.views.options import Shown, ViewOptions  # noqa: PLC0415
        from timeline.views.paper.drawing import svg_pages  # noqa: PLC0415

        drawn, limits = self.order()[:_DRAWN], Company(self._events).limits
        options = ViewOptions(names=self._config().names)
        (picture,) = svg_pages(
            "timeline", [Shown(event, limits=limits.get(id(event))) for event in drawn], options
        )
        left = len(self) - len(drawn)
        more = f"<p>and {left:,} more: choose with where() or a slice</p>" if left else ""
        return f"<div>{picture}{more}</div>"

    def _config(self) -> Config:
        """What the `timeline.toml` beside each of its collections says: read when first asked for, and then it stands."""
        if self._settings is None:
            self._settings = read_config(settings_beside(self._paths))
        return self._settings

    def _with(self, events: Iterable[Event]) -> "Collection":
        return Collection._of(events, self._paths, self._settings)

    @classmethod
    def _of(
        cls, events: Iterable[Event], paths: Iterable[Path], settings: Config | None = None
    ) -> "Collection":
        """A collection of events that were read and checked: 15 µs less an event."""
        made = cls(paths=paths)
        made._events = tuple(events)
        made._settings = settings
        return made


def _check_whole(event: object, number: int) -> None:
    """Refuse what is no event, or one that a record could not have made: the constructor of a value checks nothing."""
    if not isinstance(event, Event):
        raise wrong_type(f"Collection: event {number}", event, "an Event, or records to from_records")
    try:
        whole = Event.from_record(event.to_record()) == event and isinstance(event.origin, Origin | None)
    except InvalidRecord as error:
        raise InvalidData(f"Collection: event {number}: {error.message}", hint=error.hint) from None
    except (AttributeError, TypeError, ValueError):
        whole = False
    if not whole:
        hint = "make it with Event.from_record, which tells what is wrong"
        raise InvalidData(f"Collection: event {number} has a field of a wrong type", hint=hint)


def _event(record: Mapping[str, Value], number: int) -> Event:
    if not isinstance(record, Mapping):
        raise wrong_type(f"record {number}", record, 'a mapping: {"date": "2022-03", "title": "Talks end"}')
    try:
        return Event.from_record(record)
    except InvalidRecord as error:
        raise InvalidData(f"record {number}: {error.message}", hint=error.hint) from None


def _day(period: "Period | None") -> int:
    """The day number of a day that a caller gives; today's, where none is given."""
    if period is None:
        now = datetime.now().astimezone()
        return days_from_civil(now.year, now.month, now.day)
    given = as_period(period)
    if given.kind not in ("day", "time") or given.first_day is None:
        raise UsageError(f"{shown(str(given))} is not one day", hint="write it like 2023-02-10")
    return given.first_day
