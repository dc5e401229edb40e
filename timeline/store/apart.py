"""The records of a large file that each say by themselves what they say: found in its bytes, and read when they are asked for.

That they do so, and that each of them is an event, one expression has told of nearly all (`timeline.store.sifting`), now or
when the index beside the file was made (`timeline.store.proven`). So a
line that begins with a dash begins a record, and one that begins with the name of a field holds that field: bytes are
searched in place of records. Those of the `odd` ones, which are written in another way, are not: they are few, and were read.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import overload

from timeline.dates.calendar import civil_from_days
from timeline.dates.event_date import EventDate
from timeline.model import Event, Origin, unread
from timeline.record import SLUG, Record, Value, parse_date
from timeline.store.read import LineRecord, Searched, StoredRecord, stored_records
from timeline.store.sifting import Unusual, odd_records, records_in
from timeline.yaml_plain import said
from timeline.yaml_text import piece_records

__all__ = ["Apart", "Unusual"]

_first = re.compile(rb"(?:^|(?<=^\xef\xbb\xbf)|\n)(- )")
_record = re.compile(rb"\n- ")
_id = re.compile(rb"\n[- ] id: ([^ \r\n]+)")
_title = re.compile(rb"\n[- ] title: ([^\r\n]+)")
_interval = re.compile(r"([0-9]{4})[0-9-]*/([0-9]{4})[0-9-]* *")
_slug = re.compile(SLUG)
# What stands before the name of a field of a record, and behind an id.
_BEFORE, _BEHIND = (b"\n-", b"\n "), (b" ", b"\r", b"\n", b"")
_MANY = 8  # ids: each is looked for in all of the bytes, which takes 30 ms for 76 MB
_YEARS = 30  # that may be looked for one by one


class Apart(Searched):
    """The records of a file with these bytes. Unusual where one does not tell by itself what it says, or may be no event.

    Where the `odd` ones are known, so is that.
    """

    def __init__(self, path: Path, data: bytes, odd: Mapping[int, Record] | None = None) -> None:
        self._path = path
        self._data = data
        self.odd = odd_records(data) if odd is None else odd
        found = _first.search(data)
        self._start = found.start(1) if found else 0
        self._lined = (0, 1)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where the dash of each record stands."""
        begins = [found.start() + 1 for found in _record.finditer(self._data, self._start)]
        return array("Q", [self._start, *begins])

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> StoredRecord: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[StoredRecord]: ...

    def __getitem__(self, at: int | slice) -> StoredRecord | Sequence[StoredRecord]:
        places = range(len(self))[at]
        if isinstance(places, range):
            return [self[one] for one in places]
        origin = Origin(str(self._path), self._line(self.starts[places]))
        return StoredRecord(self.record(places), origin, places)

    def __iter__(self) -> Iterator[StoredRecord]:
        return stored_records(self._path, [LineRecord(*one) for one in records_in(self._data)])

    def record(self, at: int) -> Mapping[str, Value]:
        """What a record says."""
        return self._read(at, *self.span(at))

    def span(self, first: int, last: int | None = None) -> tuple[int, int]:
        """Where a record begins, and where it ends with all that stands before the next; or the `last` of several."""
        end = (first if last is None else last) + 1
        return self.starts[first], self.starts[end] if end < len(self) else len(self._data)

    @property
    def unproven(self) -> Sequence[StoredRecord]:
        """The records of which it is not known that they are events."""
        return [self[at] for at in self.odd]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The ids of the records, each with the places of those that have it."""
        return _Places(self)

    def mentioning(self, ids: Collection[str]) -> Sequence[int]:
        """The places of the records in which one of some ids may stand, and of some others."""
        if len(ids) > _MANY or not all(map(_slug.fullmatch, ids)):
            return range(len(self))
        found = {*self.odd}
        for id_ in ids:
            at = self._data.find(id_.encode())
            while at >= 0:
                place = self._place(at)
                found.add(place)
                at = self._data.find(id_.encode(), self.span(place)[1])
        return sorted(found)

    def touching(self, date: EventDate) -> Iterator[Event]:
        """The events whose own dates touch another; of most no more is read than the title."""
        years = _years(date)
        for value, at in self.told("date", _dated(years)):
            if years and _is_of_others(value, years):
                continue
            own = parse_date(said(value))
            if own.possibly_during(date.first_day, date.last_day):
                yield self._event(self._place(at), own)

    def named(self, id_: str) -> Sequence[int]:
        """The places of the records that have an id."""
        data, line = self._data, b" id: " + id_.encode(errors="replace")
        found = {place for place in (0, *self.odd) if self.record(place).get("id") == id_}
        at = data.find(line)
        while at >= 0:
            if data[at - 2 : at] in _BEFORE and data[at + len(line) : at + len(line) + 1] in _BEHIND:
                found |= {self._place(at)} - self.odd.keys()
            at = data.find(line, at + 1)
        return sorted(found)

    def told(self, name: str, line: re.Pattern[bytes]) -> Iterator[tuple[str, int]]:
        """What stands in a field, of the records in which an expression finds it, and of some others; and a place within the record."""
        data, at = self._data, self._start
        # Before the first no line ends, and of the odd ones no line tells what it holds.
        for place in sorted({0, *self.odd}):
            start, end = self.span(place) if place else (at, data.find(b"\n- ", at) + 1 or len(data))
            for one in line.finditer(data, at - 1, start):
                yield one[1].decode(), one.start(1)
            value = self._read(place, start, end).get(name)
            if isinstance(value, str) and value:
                yield value, start
            at = end
        for one in line.finditer(data, at - 1):
            yield one[1].decode(), one.start(1)

    def _event(self, place: int, date: EventDate) -> Event:
        """The event of a record that has this date."""
        start, end = self.span(place)
        title = None if place in self.odd else _title.search(self._data, max(start - 1, 0), end)
        if title is None:  # that of the first record may stand behind its dash
            return self[place].event
        origin = Origin(str(self._path), self._line(start))
        return unread(_Later(self, place), origin, known=(("date", date), ("title", said(title[1].decode()))))

    def _line(self, at: int) -> int:
        """The line in which a place is; counted on from the one that was asked for last, where that stands above."""
        before, line = self._lined if self._lined[0] <= at else (0, 1)
        self._lined = at, line + self._data.count(b"\n", before, at)
        return self._lined[1]

    def _place(self, at: int) -> int:
        return max(bisect_right(self.starts, at) - 1, 0)

    def _read(self, place: int, start: int, end: int) -> Mapping[str, Value]:
        if place in self.odd:
            return self.odd[place]
        records = piece_records(self._data[start:end].decode())
        assert records is not None
        return records[0].record


class _Later(Mapping[str, Value]):
    """A record of a large file, read when something is asked of it."""

    __slots__ = ("_at", "_records")

    def __init__(self, records: Apart, at: int) -> None:
        self._records = records
        self._at = at

    def __getitem__(self, name: str) -> Value:
        return self._records.record(self._at)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records.record(self._at))

    def __len__(self) -> int:
        return len(self._records.record(self._at))


class _Places(Mapping[str, Sequence[int]]):
    """The ids of the records of a large file, in their order, each with the places of those that have it."""

    def __init__(self, records: Apart) -> None:
        self._records = records

    def __getitem__(self, id_: str) -> Sequence[int]:
        if id_ and (places := self._records.named(id_)):
            return places
        raise KeyError(id_)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(id_ for id_, _ in self._records.told("id", _id)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _years(date: EventDate) -> Sequence[bytes]:
    """The years that a date touches; none where they are too many, or are not written with four digits."""
    if date.first_day is None or date.last_day is None:
        return ()
    first, last = (civil_from_days(day)[0] for day in (date.first_day, date.last_day))
    return (
        [b"%04d" % year for year in range(first, last + 1)]
        if 0 <= first <= last <= min(9999, first + _YEARS)
        else ()
    )


def _dated(years: Sequence[bytes]) -> re.Pattern[bytes]:
    """What finds the dates that may touch some years, or any: all but the days, months and years by themselves that are of others.

    However sure one is of such a day, it is of its own year.
    """
    plain = rb"[0-9]{4}(?:-[0-9]{2}){0,2}[?~%]? *\r?\n"
    return re.compile(rb"\n[- ] date: ((?:%b|(?!%b))[^\r\n]*)" % (b"|".join(years), plain))


def _is_of_others(value: str, years: Sequence[bytes]) -> bool:
    """Whether a date is an interval that begins after these years, or ends before them."""
    interval = _interval.fullmatch(value)
    return interval is not None and (interval[1] > years[-1].decode() or interval[2] < years[0].decode())
