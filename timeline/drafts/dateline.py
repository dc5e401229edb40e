"""When the text itself was written: read from its dateline or header, its year inferred when it is not said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from timeline.dates.calendar import weekday
from timeline.drafts.english_words import ANYDAY, MONTH
from timeline.drafts.mention import Mention
from timeline.drafts.periods import Period
from timeline.drafts.reading import AHEAD, PAST
from timeline.drafts.tense import past, tense
from timeline.drafts.tokens import tokens
from timeline.drafts.units import WEEKDAY_NAMES
from timeline.drafts.word_lists import word_list

HEAD = 4000  # characters in which a dateline or header may stand
OLDEST = 30  # years that an article without any full date may be old
_SAYING = frozenset(
    word_list(
        "said told announced stated declared added noted stressed reported confirmed warned "
        "claimed argued insisted remarked commented explained emphasized emphasised pointed wrote "
        "tweeted spoke recalled replied answered asserted vowed denied called urged"
    )
)
_SAYING_NOUNS = frozenset(
    ["statement", "briefing", "interview", "conference", "speech", "address", "remarks", "comments"]
)
_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a text says it was written.

    `day` is None when no date is found or its year cannot be told; then `month_day` may hold what is printed and
    `candidates` the years that fit. `start` and `end` are the printed date's place in the text, both 0 when there is none.
    """

    day: Period | None = None
    place: str = ""
    publisher: str = ""
    reason: str = "no dateline"
    start: int = 0
    end: int = 0
    month_day: tuple[int, int] | None = None
    candidates: tuple[int, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether the text prints a day and a month whose year only its reader can tell."""
        return self.day is None and self.month_day is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    date = (
        rf"(?:(?P<wd>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\.?,?[ ])?"
        rf"(?:(?P<month>{_MONTHS})\.?[ ](?P<day>\d\d?)(?:st|nd|rd|th)?|(?P<day2>\d\d?)(?:st|nd|rd|th)?[ ](?P<month2>{_MONTHS})\.?)"
        rf"(?:,?[ ](?P<year>\d{{4}}))?"
    )
    place = r"(?P<place>[A-Z][A-Za-z.'’-]{1,20}(?:[ /][A-Z][A-Za-z.'’-]{1,20}){0,3}(?:,[ ][A-Z][A-Za-z.]{1,20}(?:[ ][A-Z][A-Za-z.]{1,20}){0,2})?)"
    line = re.compile(
        rf"^[ \t]*(?:{place},[ ])?(?:{date})(?P<tail>[ ]?(?:\((?P<agency>[^()\n]{{2,40}})\)[ ]?(?:[-–—:.]|$)|[.,]?[ ]?/(?P<slashed>[^/\n]{{2,30}})/|[ ]?[–—:]|[ ]-|\.[ ]))",
        re.MULTILINE,
    )
    agency = re.compile(rf"^[ \t]*{place}[ ]\((?P<agency>[^()\n]{{2,40}})\)[ ]?[-–—:]", re.MULTILINE)
    iso = r"(?P<iso>\d{4}-\d\d-\d\d)(?:[T ][\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)?)?"
    header = re.compile(
        rf"^[ \t>*_#-]*(?:(?P<label>(?:date|published|posted|updated|last[ ]updated|issued|released|dated|created|publication[ ]date|pubdate)(?:[ ](?:on|at))?[ ]?:?[*_]*[ ]+))?(?:{iso}|{date})(?P<rest>[^\n]{{0,40}})$",
        re.MULTILINE | re.IGNORECASE,
    )
    return line, agency, header


def read_dateline(text: str, mentions: Iterable[Mention], *, today: int | None) -> Dateline:
    """When and where the text says it was written.

    `mentions` are the text's expressions of time, read without a dateline; `today` is the day number after which no
    text was written. The year of a dateline that has none is the earliest, not after today and not before the newest
    past full date in the text, in which the weekday on which something was said is the dateline's day or the day before.
    """
    head = text[:HEAD]
    line, agency, header = _patterns()
    printed = next((m for m in line.finditer(head) if m["place"] or m["agency"] or m["slashed"]), None)
    titled = _header(head, header)
    if printed is None:
        if titled is None:
            found = agency.search(head)
            return Dateline(place=_place(found["place"]), publisher=found["agency"]) if found else Dateline()
        found = agency.search(head)
        return replace(titled, place=_place(found["place"]), publisher=found["agency"]) if found else titled
    month, day = MONTH[_key(printed["month"] or printed["month2"])], int(printed["day"] or printed["day2"])
    begin, finish = (
        min(_span(printed, "month"), _span(printed, "day")),
        max(_span(printed, "month", 1), _span(printed, "day", 1), printed.end("year")),
    )
    if printed["wd"]:
        begin = printed.start("wd")
    base = Dateline(
        place=_place(printed["place"] or ""),
        publisher=printed["agency"] or printed["slashed"] or "",
        start=begin,
        end=finish,
        month_day=(month, day),
    )
    if printed["year"]:
        return _dated(base, int(printed["year"]), "the dateline")
    if titled is not None and titled.day is not None:
        day_of_header = titled.day
        years = sorted(
            range(day_of_header.year - 1, day_of_header.year + 2),
            key=lambda year: abs(_index(year, month, day) - day_of_header.index),
        )
        return _dated(base, years[0], "the dateline, its year from the header")
    return _inferred(base, text, tuple(mentions), printed["wd"] or "", today)


def _key(name: str) -> str:
    name = name[:3].capitalize()
    return next(key for key in MONTH if key.capitalize().startswith(name))


def _span(match: re.Match[str], name: str, side: int = 0) -> int:
    return max(match.span(name)[side], match.span(name + "2")[side])


def _index(year: int, month: int, day: int) -> int:
    try:
        return Period.day(year, month, day).index
    except ValueError:
        return Period.day(year, month, 28).index


def _place(text: str) -> str:
    """A dateline's place as people write it: MOSCOW becomes Moscow."""
    return " ".join(
        "-".join(part.capitalize() for part in word.split("-")) if word.isupper() and len(word) > 3 else word
        for word in text.split()
    )


def _dated(base: Dateline, year: int, reason: str) -> Dateline:
    month, day = base.month_day or (1, 1)
    try:
        return replace(base, day=Period.day(year, month, day), reason=reason)
    except ValueError:
        return replace(base, reason=f"the dateline's {month:02d}-{day:02d} is no day of {year}")


def _header(head: str, header: re.Pattern[str]) -> Dateline | None:
    """A full date in a header line: labelled, or alone on its line."""
    for match in header.finditer(head):
        rest = match["rest"].strip()
        if (
            not match["label"]
            and rest
            and not re.fullmatch(r"[,|·•–—-]?\s*[\d:.]{4,8}\s*(?:[ap]\.?m\.?)?\s*\(?[A-Z]{0,5}\)?", rest)
        ):
            continue
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
            begin, finish = match.span("iso")
        elif match["year"]:
            year, month, day = (
                int(match["year"]),
                MONTH[_key(match["month"] or match["month2"])],
                int(match["day"] or match["day2"]),
            )
            begin = match.start("wd") if match["wd"] else min(_span(match, "month"), _span(match, "day"))
            finish = match.end("year")
        else:
            continue
        try:
            return Dateline(
                day=Period.day(year, month, day),
                reason="the header's date",
                start=begin,
                end=finish,
                month_day=(month, day),
            )
        except ValueError:
            continue
    return None


def _inferred(
    base: Dateline, text: str, mentions: tuple[Mention, ...], named: str, today: int | None
) -> Dateline:
    month, day = base.month_day or (1, 1)
    newest = _newest_past(text, mentions, today)
    latest = Period("day", today).year if today is not None else newest[0].year + 1 if newest else None
    if latest is None:
        return replace(base, reason="the dateline has no year, and nothing in the text bounds it")
    first = newest[0].year if newest else latest - OLDEST
    years = [
        year
        for year in range(first, latest + 1)
        if _exists(year, month, day)
        and (today is None or _index(year, month, day) <= today)
        and (newest is None or _index(year, month, day) >= newest[0].first_day)
    ]
    said = (ANYDAY.get(named), named) if named else _said_weekday(text, mentions)
    bound = f"not before {newest[1]}" if newest else f"of the last {OLDEST} years"
    if said and said[0] is not None:
        reach = (0,) if named else (0, 1)
        fitting = [year for year in years if (weekday(_index(year, month, day)) - said[0]) % 7 in reach]
        if fitting and newest:
            shift = (weekday(_index(fitting[0], month, day)) - said[0]) % 7
            name = WEEKDAY_NAMES[said[0]]
            when = f"a {name}" if not shift else f"the day after a {name}"
            return replace(
                _dated(
                    base,
                    fitting[0],
                    f'year inferred: {fitting[0]} is the earliest year, {bound}, in which the dateline\'s day is {when}, as "{said[1]}" asks',
                ),
                candidates=tuple(fitting),
            )
        years = fitting or years
    if len(years) == 1:
        return replace(
            _dated(
                base,
                years[0],
                f"year inferred: {years[0]} is the only year, {bound} and not after today, that fits",
            ),
            candidates=tuple(years),
        )
    listed = ", ".join(map(str, years[-4:]))
    reason = (
        f"the dateline has no year, and several fit: {'… ' if len(years) > 4 else ''}{listed}"
        if years
        else f"the dateline has no year, and none fits {bound}"
    )
    return replace(base, reason=reason, candidates=tuple(years))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        Period.day(year, month, day)
    except ValueError:
        return False
    return True


def _newest_past(text: str, mentions: tuple[Mention, ...], today: int | None) -> tuple[Period, str] | None:
    """The newest full date that the text tells of as past; without one, the newest past month or year that is named with its year."""
    best: dict[bool, tuple[Period, str]] = {}
    for mention in mentions:
        if mention.anchor is not None or mention.type not in ("DATE", "TIME"):
            continue
        match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)", mention.value)
        if not match:
            continue
        year, month, day = match.groups()
        period = (
            Period.day(int(year), int(month), int(day))
            if day
            else Period.of_month(int(year), int(month))
            if month
            else Period("year", int(year))
        )
        if (today is not None and period.first_day > today) or tense_at(text, mention) == AHEAD:
            continue
        full = day is not None
        if full not in best or period.first_day > best[full][0].first_day:
            best[full] = period, mention.text
    return best.get(True) or best.get(False)


def _said_weekday(text: str, mentions: tuple[Mention, ...]) -> tuple[int, str] | None:
    """The first weekday on which the text says that something was said."""
    for mention in mentions:
        name = mention.text.split()[0].rstrip(".,")
        if not mention.value.startswith("XXXX-WXX-") and name not in ANYDAY and name.lower() not in ANYDAY:
            continue
        if mention.type == "SET" or (name.lower() not in ANYDAY and name not in ANYDAY):
            continue
        start, window = _window(text, mention)
        cut = tokens(window)
        first = next((i for i, at in enumerate(cut.starts) if at >= mention.start - start), 0)
        if tense(cut, first, first + 1) != PAST:
            continue
        before = [word.lower() for word in (cut.word(i) for i in range(max(first - 14, 0), first))]
        after = [cut.word(i).lower() for i in range(first + 1, first + 4)]
        verbs = [word for word in before if past(word) or word in _SAYING]
        verb = next(
            (word for word in reversed(verbs) if word not in ("was", "were", "had", "has", "have", "been")),
            "",
        )
        if verb in _SAYING or set(before[-3:]) & _SAYING_NOUNS or (not verb and set(after) & _SAYING):
            words = [cut.word(i) for i in range(max(first - 14, 0), first)]
            since = next(
                (i for i in range(len(words) - 1, -1, -1) if words[i].lower() == verb), len(words) - 3
            )
            quoted = " ".join((*words[max(since, len(words) - 5) :], mention.text))
            return ANYDAY.get(name, ANYDAY.get(name.lower(), 0)), quoted
    return None


def tense_at(text: str, mention: Mention) -> int:
    """The tense of the sentence around a mention."""
    start, window = _window(text, mention)
    cut = tokens(window)
    first = next((i for i, at in enumerate(cut.starts) if at >= mention.start - start), 0)
    end = next((i for i, at in enumerate(cut.starts) if at >= mention.end - start), len(cut.codes))
    return tense(cut, first, end)


def _window(text: str, mention: Mention) -> tuple[int, str]:
    start = max(mention.start - 300, 0)
    return start, text[start : mention.end + 300]
