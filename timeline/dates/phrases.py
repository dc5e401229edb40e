"""One English date phrase: a day, month, season, year, decade or century, with its doubt, portion and time."""

import re
from dataclasses import replace

from timeline.dates import english_words as words
from timeline.dates.calendar_phrases import day_first, month_after_year, month_first, season, year_alone
from timeline.dates.clock_times import clock_time
from timeline.dates.english_tokens import Cursor
from timeline.dates.event_date import EventDate
from timeline.dates.long_periods import century, decade, ordinal, year_and_era
from timeline.dates.numeric_dates import numeric_date
from timeline.dates.relative import at_distance, from_date, quantity, relative_phrase, week_of
from timeline.dates.stated import APPROXIMATE, UNCERTAIN, Stated, completed, stored
from timeline.dates.understood import DayOrder
from timeline.errors import DateError, shown

_EDTF_DATE = re.compile(r"Y|-?[0-9X]{4}(-[0-9X~?%]{2}|[S~?%X]|$)|[0-9]{0,3}X")
_SUFFIX_DOUBT = {"?": UNCERTAIN, "~": APPROXIMATE, "%": APPROXIMATE | UNCERTAIN}
_WORDED_DOUBT = {"approximate": APPROXIMATE, "uncertain": UNCERTAIN, "?": UNCERTAIN}
# Longer forms first: "1st century" begins like "1st of March".
_READERS = (century, decade, month_after_year, day_first, month_first, season, year_alone)


class Phrases:
    """Reads the date phrases of one text, as said on one day."""

    def __init__(self, cursor: Cursor, today: int, order: DayOrder | None) -> None:
        self.cursor = cursor
        self.today = today
        self.order = order

    def phrase(self) -> Stated | None:
        """The phrase at the cursor, which moves past it; None, and no move, when there is none."""
        cursor, start = self.cursor, self.cursor.at
        found = self._doubted()
        if found is None:
            cursor.at = start
            return None
        return replace(found, words=found.words or cursor.since(start))

    def _doubted(self) -> Stated | None:
        cursor = self.cursor
        if cursor.take("in") and (amount := quantity(cursor)) is not None:
            count, unit, doubt = amount
            return at_distance(self.today, unit, count, doubt)
        doubt = self._prefix_doubt()
        if cursor.take("week", "of"):
            return self._week()
        if cursor.word() in {"a", "one"} and cursor.word(1) in {"day", "month"} and cursor.word(2) == "in":
            return self._unspecified()
        portion = self._portion()
        found = self._distant() or self._plain()
        if found is None:
            return None
        if portion is not None and (found.portion or found.time):
            return None
        doubt |= found.qualifier | self._suffix_doubt()
        return replace(found, qualifier=doubt, portion=portion)

    def _advance(self) -> str:
        word = self.cursor.word()
        self.cursor.at += 1
        return word

    def _prefix_doubt(self) -> int:
        """The doubt that leading words express, once words that say nothing are passed, too."""
        cursor, doubt = self.cursor, 0
        while True:
            if mark := doubt_of(cursor.word()):
                doubt |= mark
                cursor.at += 1
            elif not (cursor.take("some", "time") or cursor.take_one(words.IDLE)):
                break
        for name, ahead in (("year", cursor.number(1) is not None), ("month", cursor.word(1) == "of")):
            if ahead and cursor.take(name):
                cursor.take("of")
        return doubt

    def _suffix_doubt(self) -> int:
        cursor = self.cursor
        if mark := cursor.take_one(_SUFFIX_DOUBT):
            return _SUFFIX_DOUBT[mark]
        if (
            cursor.word() == "("
            and cursor.word(1) in {*_WORDED_DOUBT, *words.APPROXIMATE}
            and cursor.word(2) == ")"
        ):
            name = cursor.word(1)
            cursor.at += 3
            return _WORDED_DOUBT.get(name, APPROXIMATE)
        if cursor.word(2) == "" and cursor.take("or", "so"):
            return APPROXIMATE
        return 0

    def _portion(self) -> tuple[int, int] | None:
        """Early, mid, late, or a half, third or quarter of what follows, as (which, of how many)."""
        cursor, start = self.cursor, self.cursor.at
        found = None
        for which, names in enumerate((words.EARLY, words.MIDDLE, words.LATE)):
            if cursor.take_one(names):
                cursor.take("-")
                found = (which, 3)
        if found is None:
            latter = cursor.take_one({"latter", "last"})
            place = 0 if latter else ordinal(cursor)
            count = {"half": 2, "third": 3, "quarter": 4}.get(cursor.word())
            if place is not None and count and (place <= count) and cursor.word(1) == "of":
                cursor.at += 1
                found = ((place or count) - 1, count)
        if found is None:
            cursor.at = start
            return None
        cursor.take_one({"of", "in"})
        cursor.take("the")
        return found

    def _week(self) -> Stated | None:
        found = self.phrase()
        if found is None or found.qualifier or found.time:
            return None
        said = stored(completed([found], self.today)[0][0])
        first = said.date.first_day
        if said.unit != "day" or first is None:
            raise DateError(
                f"date {shown(said.words)} is not a day, so no week is known", hint="name the Monday"
            )
        return Stated(whole=week_of(first), unit="day")

    def _unspecified(self) -> Stated | None:
        """A day or month that nobody knows: "a day in March 2022" is `2022-03-XX`, "a month in 1985" `1985-XX`."""
        unit = self.cursor.word(1)
        self.cursor.at += 3
        found = self.phrase()
        if found is None or found.year is None or found.qualifier or found.time or found.portion:
            return None
        said = stored(completed([found], self.today)[0][0])
        gap = {("month", "year"): "-XX", ("day", "month"): "-XX", ("day", "year"): "-XX-XX"}.get(
            (unit, said.unit)
        )
        return None if gap is None else Stated(whole=said.text + gap, unit=unit)

    def _distant(self) -> Stated | None:
        """A distance from a date: "two days after 5 May 2022", "the day before 21 March 2022"."""
        cursor, start = self.cursor, self.cursor.at
        amount = quantity(cursor)
        if amount is None and cursor.word() in {"day", "week", "month", "year"}:
            amount = (1, self._advance(), 0)
        sign = {"before": -1, "after": 1, "from": 1}.get(cursor.word())
        if amount is not None and sign:
            cursor.at += 1
            base = self.phrase()
            if base is not None:
                said = stored(completed([base], self.today)[0][0])
                count, unit, doubt = amount
                return from_date(said, unit, sign * count, doubt | base.qualifier)
        cursor.at = start
        return None

    def _plain(self) -> Stated | None:
        cursor, start = self.cursor, self.cursor.at
        time = clock_time(cursor)
        if time:
            cursor.take(",")
            cursor.take("on")
            cursor.take("the")
        found = self._weekday_and_date() or relative_phrase(cursor, self.today) or self._edtf()
        found = found or numeric_date(cursor, self.order)
        for reader in _READERS:
            found = found or reader(cursor)
        if found is None:
            cursor.at = start
            return None
        if time:
            return replace(found, time=time)
        return found if found.time else self._timed(found)

    def _timed(self, found: Stated) -> Stated:
        """A date with the time of day that follows it, if one does."""
        cursor, start = self.cursor, self.cursor.at
        _ = cursor.take(",") or cursor.take("at") or cursor.take("t")
        time = clock_time(cursor)
        if not time:
            cursor.at = start
            return found
        if found.yearless and (late_year := year_and_era(cursor)):  # Thu Sep 25 10:36:28 2003
            found = replace(found, year=late_year[0], era=late_year[1])
        return replace(found, time=time)

    def _weekday_and_date(self) -> Stated | None:
        cursor, start = self.cursor, self.cursor.at
        name = cursor.take_one(words.WEEKDAYS)
        if name:
            cursor.take(",")
            cursor.take("the")
            found = (
                numeric_date(cursor, self.order) or self._edtf() or day_first(cursor) or month_first(cursor)
            )
            if found is not None and found.day is not None and found.month is not None:
                return replace(found, weekday=words.WEEKDAYS[name])
        cursor.at = start
        return None

    def _edtf(self) -> Stated | None:
        """One EDTF date (no interval or set) standing among the words."""
        cursor = self.cursor
        if not cursor.word():
            return None
        start = cursor.tokens[cursor.at].start
        piece = re.split(r"[\s–—/()]", cursor.text[start : start + 40], maxsplit=1)[0].rstrip(",.;")
        if not _EDTF_DATE.match(piece) or ".." in piece:
            return None
        try:
            date = EventDate.parse(piece)
        except DateError:
            return None
        if piece.isdecimal() or date.kind not in {"time", "day", "month", "season", "year"}:
            return None
        while not cursor.done and cursor.tokens[cursor.at].start < start + len(piece):
            cursor.at += 1
        day, _, time = piece.partition("T")
        bare = day.rstrip("~?%")
        doubt = _SUFFIX_DOUBT.get(day[len(bare) :], 0)
        kind = "day" if date.kind == "time" else "years" if date.kind == "year" and "X" in bare else date.kind
        fields = bare.split("-")
        if kind in {"day", "month"} and bare[0] != "-" and all(field.isdecimal() for field in fields):
            year, month, *rest = map(int, fields)
            known_day = rest[0] if rest else None
            return Stated(year=year, month=month, day=known_day, time=time and "T" + time, qualifier=doubt)
        return Stated(whole=bare, unit=kind, time=time and "T" + time, qualifier=doubt)


def doubt_of(word: str) -> int:
    """The qualifier that a word gives to what follows it; 0 for none."""
    if word in words.APPROXIMATE or word == "~":
        return APPROXIMATE
    return UNCERTAIN if word in words.UNCERTAIN else 0
