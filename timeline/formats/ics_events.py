"""The events of a calendar as records: what each of their properties becomes, and what was kept of our own."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any
from warnings import catch_warnings, simplefilter

from timeline.errors import InvalidData, shown
from timeline.formats.format import ReadOptions
from timeline.formats.ics_dates import FAULTS, Moment, Time, ends, once_of, repeats, sign_of, times
from timeline.formats.ics_text import RECORD, CalendarText, Component, components, unescaped
from timeline.formats.json_values import json_value
from timeline.formats.kept import retold
from timeline.formats.stated import Stated
from timeline.record import Record, Value
from timeline.registry import optional

_EDTF = "X-TIMELINE-DATE"
_OF_TIME = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
_TAKEN = {
    *_OF_TIME,
    *("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "CATEGORIES", "URL", "ORGANIZER", "ATTENDEE"),
    *("STATUS", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", _EDTF, RECORD),
}
_NO_ACTORS = ("ROOM", "RESOURCE")

Written = Callable[[Record], Sequence[str]]


def stated_events(lines: Iterable[str], options: ReadOptions, written: Written) -> Iterator[Stated]:
    """The records of a file's events, and what is wrong with the others; `written` shows one that was kept."""
    library = optional("icalendar", "reading calendars needs icalendar", "calendar")
    text = components(lines)
    if not text.begun:
        raise InvalidData(
            "1: no calendar: nothing in it begins", hint="it has BEGIN:VCALENDAR, or is no .ics"
        )
    yield from _Calendar(library, text, options, written).events()


class _Calendar:
    """A file of calendars, whose time zones are known to the library."""

    def __init__(self, library: Any, text: CalendarText, options: ReadOptions, written: Written) -> None:
        self._from_text = library.Event.from_ical
        self._options, self._written, self._text = options, written, text
        library.use_zoneinfo()  # forgets the zones of other files
        for zone in text.zones:
            try:
                library.Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{zone}END:VCALENDAR\r\n")
            except FAULTS:  # its events say it
                continue
        tzp = import_module("icalendar.timezone").tzp
        self._zone = tzp.timezone(text.zone) if text.zone else None
        self._left: Counter[str] = Counter()

    def events(self) -> Iterator[Stated]:
        parsed = [(one, self._parsed(one)) for one in self._text.events]
        moved = self._moved([event for _, event in parsed if not isinstance(event, InvalidData)])
        for one, event in parsed:
            try:
                if isinstance(event, InvalidData):
                    raise event
                yield from self._stated(one, event, moved.get(str(event.get("UID", "")), ()))
            except InvalidData as error:
                yield one.line, InvalidData(f"{one.line}: {error.message}", hint=error.hint), False
            except FAULTS:
                hint = "mend it, or take it out"
                yield one.line, InvalidData(f"{one.line}: an event that is not understood", hint=hint), False
        others = self._text.others | self._left
        if others:
            told = ", ".join(f"{number:,} {name}" for name, number in sorted(others.items()))
            self._options.note(f"1: not taken: {told}")

    def _parse(self, text: str) -> Any:
        with catch_warnings():
            simplefilter("ignore")  # which zone was meant by a name that it knows in another form
            return self._from_text(text)

    def _parsed(self, one: Component) -> Mapping[str, Any] | InvalidData:
        """The properties of an event; those that say when it is are understood, or it is none."""
        if not one.ended:
            return InvalidData("an event that does not end", hint="END:VEVENT ends it")
        try:
            event: Any = self._parse(one.text)
            bad = [str(name).upper() for name, _ in event.errors]
        except FAULTS:
            return InvalidData("an event that is not understood", hint="mend it, or take it out")
        for name in bad:
            if name in _OF_TIME:
                return InvalidData(f"{name} is not understood", hint="mend it, or take the event out")
        self._left.update(name for name in event if name not in _TAKEN)
        self._left.update(f"{name} that is not understood" for name in bad)
        return {name: value for name, value in event.items() if name not in bad}

    def _moved(self, events: Sequence[Mapping[str, Any]]) -> dict[str, list[Moment]]:
        """The times of repeated events that are events of their own, by UID."""
        moved: dict[str, list[Moment]] = {}
        for event in events:
            if "RECURRENCE-ID" in event:
                moment = getattr(event["RECURRENCE-ID"], "dt", None)
                if moment is not None:
                    moved.setdefault(str(event.get("UID", "")), []).append(moment)
        return moved

    def _stated(self, one: Component, event: Mapping[str, Any], moved: Sequence[Moment]) -> Iterator[Stated]:
        once = once_of(event, self._zone)
        if own := self._own(one, event, once):
            yield one.line, own, True
            return
        record = _record(event)
        mapping = self._options.mapping
        if not record["title"] and "title" not in {*mapping.fields, *mapping.constants}:
            raise InvalidData(
                "no SUMMARY", hint="give it one, or all that have none: --constant title=Meeting"
            )
        if "RECURRENCE-ID" in event:
            once = Time(start=once.start, end=once.end, sign=sign_of(event["RECURRENCE-ID"].dt, once.start))
        every: Iterable[Time] = [once]
        if repeats(event) and "RECURRENCE-ID" not in event:
            if self._options.period[1] is None and not ends(event):
                self._options.note(
                    f"{one.line}: {shown(str(record['title']))} is repeated without an end, and taken once: "
                    "--until says how far"
                )
            every = times(event, once, moved, self._options.period)
        uid = str(event.get("UID", ""))
        for time in every:
            stated: Record = {"date": time.edtf, **record}
            if uid:
                sign = f"{uid}/{time.sign}" if time.sign else uid
                stated["imported"] = {"from": "ics", "id": sign}
            yield one.line, stated, False

    def _own(self, one: Component, event: Mapping[str, Any], once: Time) -> Record | None:
        """The record that our own export kept, with what the calendar shows of it now; None where there is none."""
        text = next((line for line in one.lines if line.upper().startswith(f"{RECORD}:")), "")
        if not text or repeats(event):
            return None
        try:
            record = json_value(unescaped(text.partition(":")[2]), 1)
            if not isinstance(record, dict):
                return None
            lines = self._written(record)
            before = self._parse("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
            there = {"date": once.edtf, **_record(event)}
            return retold(record, there, {"date": once_of(before, self._zone).edtf, **_record(before)})
        except (InvalidData, *FAULTS):
            return None


def _record(event: Mapping[str, Any]) -> Record:
    """What the properties of an event say, but for when it is."""
    record: Record = {"title": " ".join(_text(event, "SUMMARY").split())}
    tags: list[Value] = [tag for tag in _categories(event) if tag]
    status = _text(event, "STATUS").upper()
    actors = [name for name in (*_people(event, "ORGANIZER"), *_people(event, "ATTENDEE")) if name]
    latitude, longitude = _place(event)
    said: Record = {
        "summary": _text(event, "DESCRIPTION").strip(),
        "actors": [*dict.fromkeys(actors)],
        "place": " ".join(_text(event, "LOCATION").split()),
        "lat": latitude,
        "lon": longitude,
        "tags": [*dict.fromkeys([*tags, *(["cancelled"] if status == "CANCELLED" else [])])],
        "sources": [{"url": url}] if (url := _text(event, "URL").strip()) else [],
    }
    return record | {name: value for name, value in said.items() if value}


def _texts(event: Mapping[str, Any], name: str) -> list[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _text(event: Mapping[str, Any], name: str) -> str:
    return next((str(text) for text in _texts(event, name)), "")


def _categories(event: Mapping[str, Any]) -> Iterator[str]:
    for one in _texts(event, "CATEGORIES"):
        yield from (str(text).strip() for text in getattr(one, "cats", ()))


def _people(event: Mapping[str, Any], name: str) -> Iterator[str]:
    """The names of those who take part, or else their addresses; rooms and things take no part."""
    for one in _texts(event, name):
        said = getattr(one, "params", {})
        if str(said.get("CUTYPE", "")).upper() not in _NO_ACTORS:
            address = str(one)
            yield " ".join(
                str(
                    said.get("CN") or address[len("mailto:") * address.lower().startswith("mailto:") :]
                ).split()
            )


def _place(event: Mapping[str, Any]) -> tuple[str, str]:
    where = next(iter(_texts(event, "GEO")), None)
    if where is None:
        return "", ""
    return str(where.latitude), str(where.longitude)
