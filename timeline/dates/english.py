"""English dates, as people type them, read as EDTF (contract section 3, "Input for people").

What the contract leaves open is read so that no precision is invented:

- Early, mid and late divide a period in thirds: `late March 2024` is `[2024-03-21..2024-03-31]`, `early 2022` is
  `[2022-01..2022-04]`, `late 1990s` is `[1997..1999]`, `early 19th century` is `[1800..1833]`; the middle of a decade
  or century is about its middle year (`1995~`, `1850~`). "Start", "beginning", "middle" and "end of" say the same.
- Halves and quarters of a year are EDTF's own (`2022-40`, `2022-33`); of a month or century they are sets.
- "3 weeks ago" is a day, "2 months ago" a month, "2 years ago" a year: as exact as the unit (see `relative`).
- A month or day without a year is the latest that has begun by today, and a note says which year was taken.
  In a list or range it takes its neighbour's year, and the year beside it when December comes before January.
- `between March 2018 and 2020` is `[2018-03..2020-12]`: the same moments, in one precision.
- An interval's end cannot be a set, so `from early March 2024` keeps the month, and a note says so.
- `1900s` is refused (decade or century?), and so are `'22`, `5 March 22`, `next Friday`, `03/02/2023` and `1648/9`
  (September, or the years 1648 and 1649?).
- `2021-May` and `2021-Q3` are a month and a quarter; `2021 - May 2022` lasts.
- A hint offers no date that leaves out a digit of what was typed, changes its meaning or takes a year from today.
"""

from dataclasses import replace
from typing import Final

from timeline.dates import english_words as words
from timeline.dates.complete_dates import complete_date, iso_day
from timeline.dates.english_tokens import Cursor
from timeline.dates.event_date import EventDate
from timeline.dates.open_sets import OPEN_SETS, bounds, finer
from timeline.dates.phrases import Phrases, doubt_of
from timeline.dates.stated import Said, Stated, completed, stored, unit_text
from timeline.dates.understood import DayOrder, Understood
from timeline.errors import DateError, shown

_LONGEST = 200  # characters; the longest sensible date phrase has about 60


def parse_english(text: str, *, today: int, order: DayOrder | None = None) -> Understood:
    """The EDTF of an English date, on the day number `today`. Raises DateError, which names what is not understood.

    >>> parse_english("between 2018 and 2020", today=19398).edtf
    '[2018..2020]'
    >>> parse_english("7 Feb", today=19398)
    Understood(edtf='2023-02-07', note='took "7 Feb" as 2023-02-07')
    """
    trimmed = text.strip().rstrip(_END_MARKS).strip()
    if len(trimmed) > _LONGEST:
        raise DateError(f"date {shown(trimmed)} is too long: {len(trimmed)} characters", hint=_EXAMPLES)
    if not trimmed:
        raise DateError("a date is missing", hint=_EXAMPLES)
    return _Sentence(trimmed, today, order).understood()


_END_MARKS: Final = ".,;!"  # of a sentence: they say nothing of a date
_EXAMPLES: Final = "write it like 21 March 2022, March 2022, c. 1950, before 2018, or 2022-03-21"


class _Sentence:
    """One typed text: date phrases and the words that join them."""

    def __init__(self, text: str, today: int, order: DayOrder | None) -> None:
        self.text = text
        self.today = today
        self.order = order
        self.cursor = Cursor(text)
        self.phrases = Phrases(self.cursor, today, order)
        self.guessed = False
        self.coarser: list[str] = []

    def understood(self) -> Understood:
        """The date, once every word is accounted for and EDTF accepts it."""
        if (day := iso_day(self.text)) is not None:
            return Understood(edtf=day)
        edtf = self._sentence()
        if edtf is None or not self.cursor.done:
            known = complete_date(self.text, self.order)
            if known is None:
                raise self._not_understood()
            return Understood(edtf=known)
        try:
            edtf = EventDate.parse(edtf).text
        except DateError as error:
            raise DateError(f"date {shown(self.text)}: {error.message}", hint=error.hint) from error
        took = f"took {shown(self.text)} as {edtf}"
        if self.coarser:
            took += f": an interval cannot begin or end with {' or '.join(self.coarser)}"
        return Understood(edtf=edtf, note=took if self.guessed or self.coarser else None)

    def _not_understood(self) -> DateError:
        """What is left names the culprit. The date without it is not offered: "O.S." and "BP" change every date."""
        rest = self.cursor.rest or self.text
        culprit = f": {shown(rest)}" if rest != self.text else ""
        return DateError(f"date {shown(self.text)} is not understood{culprit}", hint=_EXAMPLES)

    def _sentence(self) -> str | None:
        """EDTF of the longest beginning of the text that is understood."""
        cursor, doubt = self.cursor, 0
        ahead = 0
        while doubt_of(cursor.word(ahead)):
            doubt |= doubt_of(cursor.word(ahead))
            ahead += 1
        cursor.at += ahead
        opener = self._opener()
        if opener:
            return self._opened(opener, doubt)
        cursor.at = 0
        if cursor.take("unknown") and cursor.take_one({*words.UP_TO, "-"}):
            last = self.phrases.phrase()
            return None if last is None else f"/{self._end(self._complete(last)[0])}"
        pair = {"either": "or", "both": "and"}.get(cursor.take_one({"either", "both"}), "")
        first = self.phrases.phrase()
        return None if first is None else self._continued([first], pair)

    def _opener(self) -> str:
        for opener, meaning in words.OPENERS.items():
            if self.cursor.take(*opener):
                return meaning
        return ""

    def _opened(self, opener: str, doubt: int) -> str | None:
        first = self.phrases.phrase()
        if first is None:
            return None
        first = replace(first, qualifier=first.qualifier | doubt)
        if opener in {"between", "from"}:
            before_second = self.cursor.at
            joined = self.cursor.take_one({"and"} if opener == "between" else {*words.UP_TO, "-"})
            if joined and opener == "from" and (end := self._open_end()) is not None:
                return f"{self._end(self._complete(first)[0])}/{end}"
            second = self.phrases.phrase() if joined else None
            if second is not None:
                second = replace(second, qualifier=second.qualifier | doubt)
                return self._between(first, second) if opener == "between" else self._interval(first, second)
            self.cursor.at = before_second
            if opener == "between":
                return None
            self.cursor.take_one(words.ONWARDS)
        said = self._complete(first)[0]
        if opener == "after" and self.cursor.word() in {"and", "but"}:
            return self._after_and_before(said)
        if opener in {"since", "from"}:
            return f"{self._end(said)}/.."
        if opener == "throughout":
            return f"{self._end(said)}/{self._end(said)}"
        if opener == "until":
            return f"../{self._end(said)}"
        return OPEN_SETS[opener](said)

    def _after_and_before(self, earlier: Said) -> str:
        """One moment between the two: "after 2018 but before 2021"."""
        start = self.cursor.at
        self.cursor.at += 1
        second = self.phrases.phrase() if self._opener() == "before" else None
        if second is None:
            self.cursor.at = start
            return OPEN_SETS["after"](earlier)
        later = self._complete(second)[0]
        first, last = bounds(earlier)[1] + 1, bounds(later)[0] - 1
        return self._one_moment(first, last, finer(earlier.unit, later.unit), (earlier.mark, later.mark))

    def _continued(self, phrases: list[Stated], pair: str) -> str | None:
        """A phrase and what may be joined to it: a range, a list, "onwards"."""
        cursor = self.cursor
        start = cursor.at
        if not pair and cursor.take_one({*words.UP_TO, "-"}):
            if (end := self._open_end()) is not None:
                return f"{self._end(self._complete(phrases[0])[0])}/{end}"
            if (last := self.phrases.phrase()) is not None:
                return self._interval(phrases[0], last)
            cursor.at = start
        if not pair and cursor.take_one({"onwards", "onward"}):
            return f"{self._end(self._complete(phrases[0])[0])}/.."
        if (
            not pair
            and cursor.take("or")
            and (side := cursor.take_one({"later", "after", "earlier", "before"}))
        ):
            said = self._complete(phrases[0])[0]
            return OPEN_SETS["not before" if side in {"later", "after"} else "by"](said)
        cursor.at = start
        return self._list(phrases, pair)

    def _list(self, phrases: list[Stated], pair: str) -> str | None:
        """One phrase, or several with commas between them and "or" or "and" before the last."""
        cursor, start = self.cursor, self.cursor.at
        members = list(phrases)
        while cursor.take(",") or cursor.word() in {"or", "and"}:
            joiner = cursor.take_one({pair} if pair else {"or", "and"})
            following = self.phrases.phrase()
            if following is None:
                break
            members.append(following)
            if joiner:
                return self._listed(members, joiner)
        cursor.at = start
        return self._listed(phrases, "")

    def _listed(self, phrases: list[Stated], joiner: str) -> str | None:
        if len(phrases) == 1 and phrases[0].number is not None and not self.cursor.done:
            self.cursor.at = 0  # "3 weeks hence" begins with a number, not with a year
            return None
        said = self._complete(*phrases)
        if len(said) == 1:
            return said[0].qualified
        if any(each.time for each in said):
            raise DateError(f"date {shown(self.text)}: a set has no times of day", hint="give the days alone")
        if joiner == "and" and any(each.text.startswith("[") for each in said):
            raise DateError(
                f'date {shown(self.text)} joins uncertain days with "and"', hint="give each its own event"
            )
        members = ",".join(each.qualified.strip("[]") for each in said)
        return f"{{{members}}}" if joiner == "and" else f"[{members}]"

    def _open_end(self) -> str | None:
        """An end that is no date: `..` when it lasts, "" when nobody knows, None when a date is expected."""
        start = self.cursor.at
        self.cursor.take("the")
        if self.cursor.take_one(words.OPEN_ENDS):
            return ".."
        if self.cursor.take("unknown"):
            return ""
        self.cursor.at = start
        return None

    def _complete(self, *phrases: Stated) -> list[Said]:
        """The phrases as EDTF, with years taken where none was said."""
        whole, guessed = completed(phrases, self.today)
        self.guessed |= guessed
        return [stored(each) for each in whole]

    def _end(self, said: Said) -> str:
        """A phrase as one end of an interval."""
        if said.time:
            raise DateError(
                f"date {shown(self.text)}: an interval has no times of day", hint="give the days alone"
            )
        if not said.within_interval:
            raise DateError(
                f"date {shown(self.text)}: {shown(said.words)} cannot be an interval's end",
                hint="give a year",
            )
        if said.text.startswith("["):
            self.coarser.append(shown(said.words))
        return said.within_interval + said.mark

    def _interval(self, first: Stated, last: Stated) -> str:
        start, end = self._complete(first, last)
        if (
            first.weekday is not None
            and first.whole
            and (start.date.first_day or 0) > (end.date.first_day or 0)
        ):
            # "Friday to Monday", said on a Tuesday: the Friday before that Monday.
            earlier = unit_text((start.date.first_day or 0) - 7, "day")
            start = replace(start, text=earlier, within_interval=earlier)
        self._refuse_backwards(start, end)
        return f"{self._end(start)}/{self._end(end)}"

    def _between(self, first: Stated, last: Stated) -> str:
        start, end = self._complete(first, last)
        self._refuse_backwards(start, end)
        marks = (start.mark, end.mark)
        return self._one_moment(start.date.first_day, end.date.last_day, finer(start.unit, end.unit), marks)

    def _refuse_backwards(self, start: Said, end: Said) -> None:
        begins, ends = start.date.first_day, end.date.last_day
        if begins is not None and ends is not None and begins > ends:
            raise DateError(
                f"date {shown(self.text)} ends before it begins",
                hint=f"{end.text} comes before {start.text}: say them the other way round",
            )

    def _one_moment(self, first: int | None, last: int | None, unit: str, marks: tuple[str, str]) -> str:
        if first is None or last is None or first > last:
            raise DateError(
                f"date {shown(self.text)} leaves no time between the two", hint="say them the other way round"
            )
        earliest, latest = unit_text(first, unit) + marks[0], unit_text(last, unit) + marks[1]
        return earliest if earliest == latest else f"[{earliest}..{latest}]"
