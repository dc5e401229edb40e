"""What one term of a query asks: a field and its value make a condition."""

import re
from collections.abc import Callable, Collection, Mapping

from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length
from timeline.errors import DateError, UsageError, shown
from timeline.frozen import dataclass
from timeline.naming import Names
from timeline.query.around import THIRTY_DAYS, Around
from timeline.query.counts import COUNTED, count_of
from timeline.query.fields import WORDED
from timeline.query.linked import LINKED, Linked
from timeline.query.periods import Claimed
from timeline.query.predicates import (
    PRESENCE_FIELDS,
    TEXT_FIELDS,
    KnownBy,
    On,
    Predicate,
    Since,
    Until,
    Words,
    all_of,
    from_field,
    presence,
)
from timeline.query.spelling import read_pattern, spelled
from timeline.said.understood import DateReader

_slug = re.compile(r"[a-z0-9][a-z0-9:._-]*")  # what an id may be
PERIODS: Mapping[str, type[Since | Until | On | KnownBy | Claimed]] = {
    "since": Since,
    "until": Until,
    "on": On,
    "date": On,
    "known-by": KnownBy,
    "claim": Claimed,
}
FIELDS = (*TEXT_FIELDS, *PERIODS, *COUNTED, *LINKED, "around", *WORDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How the terms of a query are read.

    `read` reads dates, `certain` holds for each of them, and `note` is told what was taken for granted about one. `names` tells which
    actors and places are one. `own` gives the fields of the user's own that the events have, with those in them; where it is
    None they are not known, and a name with a dot in it is taken for one. `within` is how far `around` reaches.
    """

    read: DateReader
    certain: bool
    note: Callable[[str], object] | None
    names: Names
    own: Callable[[], Collection[str]] | None
    within: Length = THIRTY_DAYS

    def field(self, written: str) -> str:
        """The field that is meant by a name before a colon; "" where it is none."""
        name = written.lower().replace("_", "-")
        return name if name in FIELDS else written if written in self._own(written) else ""

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that may be asked, as far as those of the user's own are known."""
        return (*FIELDS, *sorted(self._own("")))

    def _own(self, written: str) -> Collection[str]:
        """The fields of the user's own; where they are not known, what is written may be one."""
        return self.own() if self.own else (written,) if "." in written else ()

    def condition(self, name: str, value: str) -> Predicate:
        """What a field says with a value; UsageError when it says nothing."""
        if name in PRESENCE_FIELDS:
            return presence(name, value, self._own(value))
        if name in TEXT_FIELDS:
            return from_field(name, value, self.names)
        if name in COUNTED:
            return count_of(name, value)
        if name in LINKED:
            return _linked(name, value)
        if name == "around":
            return self._around(value)
        if name not in PERIODS:
            return _worded(name, value)
        if not value.strip():
            raise UsageError(f"{name} has no date", hint=f'write {name}:2022 or {name}:"March 2022"')
        if name == "date" and ".." in value:
            return self._range(value)
        return PERIODS[name](self._date(value), certain=self.certain)

    def _around(self, value: str) -> Predicate:
        """What is around an event, or around a date where it can be one."""
        text, prefix = read_pattern(value.strip())
        if not text:
            raise UsageError("around has no id and no date", hint="write around:ID or around:2022-03-21")
        if prefix:
            return Around(text, None, self.within, prefix=True, certain=self.certain)
        try:
            date = self._date(text)
        except DateError:
            if not _slug.fullmatch(text):
                raise
            return Around(text, None, self.within, certain=self.certain)
        return Around(
            str(date) if not _slug.fullmatch(text) else text, date, self.within, certain=self.certain
        )

    def _date(self, text: str) -> EventDate:
        understood = self.read(text)
        if understood.note and self.note:
            self.note(understood.note)
        return EventDate.parse(understood.edtf)

    def _range(self, value: str) -> Predicate:
        """What `date:a..b` says; an EDTF text may have dots too, and is tried first."""
        try:
            return On(EventDate.parse(value.strip()), certain=self.certain)
        except DateError:
            first, _, last = value.partition("..")
        since = Since(self._date(first), certain=self.certain) if first.strip() else None
        until = Until(self._date(last), certain=self.certain) if last.strip() else None
        if since is None and until is None:
            raise UsageError("date has no date", hint="write date:2022..2023")
        if since and until and not since.date.possibly_before(until.date):
            turned = spelled(f"{last.strip()}..{first.strip()}")
            raise UsageError(f"{shown(value)} ends before it begins", hint=f"write date:{turned}")
        return all_of(part for part in (since, until) if part)


def _linked(name: str, value: str) -> Predicate:
    """An id, or the beginning of one."""
    text, prefix = read_pattern(value.strip())
    if not text:
        raise UsageError(f"{name} has no id", hint=f"write {name}:ID; timeline show --view list has the ids")
    return Linked(name, text, prefix=prefix)


def _worded(name: str, value: str) -> Predicate:
    """Words in a field that has no other meaning for a query."""
    text, prefix = read_pattern(value)
    if not text.strip():
        raise UsageError(
            f'nothing stands after "{name}:"', hint=f"write a word that the field says: {name}:word"
        )
    return Words(name, text, prefix=prefix)
