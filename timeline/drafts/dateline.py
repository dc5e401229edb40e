"""When the text itself was written: read from its dateline or header, its year inferred when it is not said."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from timeline.dates.periods import Period
from timeline.drafts.dateline_why import Printed
from timeline.drafts.dateline_year import Dateline, dated, day_index, inferred
from timeline.drafts.english_words import MONTH
from timeline.drafts.mention import Mention

HEAD = 4000  # characters in which a dateline or header may stand
_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĆČĎĐĒĖĚĞĢİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ]"
_CHRONICLE = 3  # lone days on lines of their own, from which on they head entries rather than the article
_INITIALS = frozenset(
    ["DC", "US", "UK", "UAE", "UN", "EU", "USA"]
)  # in capitals as they are, where other words are not
# What may follow a header's date on its line: a time with its zone, or another remark set off by a mark.
_CLOCK = (
    r"(?i:[*_]{0,2}(?:[,|·•–—-]?\s*(?:at\s+)?\d\d?[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*\(?(?:[a-z]{2,5}|local time)?\)?)?"
    r"(?:\s*[|·•].*)?[*_]{0,2})"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A dateline, a place with its agency or dash but no date, and a header's date."""
    date = (
        rf"(?:(?P<wd>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\.?,?[ ])?"
        rf"(?:(?P<month>{_MONTHS})\.?[ ](?P<day>\d\d?)(?:st|nd|rd|th)?|(?P<day2>\d\d?)(?:st|nd|rd|th)?[ ](?P<month2>{_MONTHS})\.?)"
        rf"(?:,?[ ](?P<year>\d{{4}}))?"
    )
    word = rf"{_CAPITAL}(?:[^\W\d_]|[.'’-]){{1,20}}"
    place = rf"(?P<place>{word}(?:[ /]{word}){{0,3}}(?:,[ ]{word}(?:[ ]{word}){{0,2}})?)"
    line = re.compile(
        rf"^[ \t]*(?:{place},[ ])?(?:{date})(?P<tail>[ ]?(?:\((?P<agency>[^()\n]{{2,40}})\)[ ]?(?:[-–—:.]|$)|[.,]?[ ]?/(?P<slashed>[^/\n]{{2,30}})/|[ ]?[–—:]|[ ]-|\.[ ]))",
        re.MULTILINE,
    )
    agency = re.compile(
        rf"^[ \t]*(?P<mark>[*_]{{0,2}}){place}(?P=mark)(?:[ ]\((?P<agency>[^()\n]{{2,40}})\))?[ ]?[-–—:]+(?=\s)[ \t]*",
        re.MULTILINE,
    )
    iso = r"(?P<iso>\d{4}-\d\d-\d\d)(?:[T ][\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)?)?"
    header = re.compile(
        rf"^[ \t>*_#-]*(?:[^\n|•·]{{1,60}}[|•·][ ]*|(?-i:{place}),[ ])?(?:(?P<label>(?:date|published|posted|updated|last[ ]updated|issued|released|dated|created|publication[ ]date|pubdate)(?:[ ](?:on|at))?[ ]?:?[*_]*[ ]+))?(?:{iso}|{date})(?P<rest>[^\n]{{0,40}})$",
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
    line, _, header = _patterns()
    printed = next((m for m in line.finditer(head) if m["place"] or m["agency"] or m["slashed"]), None)
    titled = _header(head, header)
    if printed is None:
        found = _lead(head)
        base = titled or Dateline()
        return replace(base, place=_place(found["place"]), publisher=found["agency"] or "") if found else base
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
        return dated(base, int(printed["year"]), Printed(where="dateline"))
    if titled is not None and titled.day is not None:
        day_of_header = titled.day
        years = sorted(
            range(day_of_header.year - 1, day_of_header.year + 2),
            key=lambda year: abs(day_index(year, month, day) - day_of_header.index),
        )
        return dated(base, years[0], Printed(where="both"))
    return inferred(base, text, tuple(mentions), printed["wd"] or "", today)


def body_start(text: str, start: int, end: int, line: Dateline) -> int:
    """Where a sentence begins to tell: after the dateline or the agency that it begins with.

    >>> story = "JERUSALEM (AP) — They met."
    >>> story[body_start(story, 0, len(story), Dateline()) :]
    'They met.'
    """
    if line.end and start <= line.start < end:
        tail = re.compile(
            r"[^\n]{0,4}?(?:\.?\s*/[^/\n]{1,30}/\.?|\s*\([^()\n]{1,40}\)\s*(?!\s)[-–—:]*|\s*[-–—:.]+)\s*"
        ).match(text, line.end)
        return tail.end() if tail else line.end
    lead = _lead(text[start:end], whole=False) if start <= HEAD else None
    return start + lead.end() if lead else start


def _lead(head: str, *, whole: bool = True) -> re.Match[str] | None:
    """The place, with its agency or in bold or capitals, that an article begins with before a dash: "JERUSALEM (AP) —"."""
    pattern = _patterns()[1]
    for match in pattern.finditer(head) if whole else filter(None, [pattern.match(head)]):
        if match["agency"] or match["mark"] or (match["place"].isupper() and ":" not in match[0]):
            return match
    return None


def _key(name: str) -> str:
    name = name[:3].capitalize()
    return next(key for key in MONTH if key.capitalize().startswith(name))


def _span(match: re.Match[str], name: str, side: int = 0) -> int:
    return max(match.span(name)[side], match.span(name + "2")[side])


def _place(text: str) -> str:
    """A dateline's place as people write it: NEW YORK becomes New York, WASHINGTON, DC keeps its letters."""
    return " ".join(
        "-".join(part.capitalize() for part in word.split("-"))
        if word.isupper() and "." not in word.rstrip(".") and word.strip(".,") not in _INITIALS
        else word
        for word in text.split()
    )


def _header(head: str, header: re.Pattern[str]) -> Dateline | None:
    """A full date in a header line: labelled, or alone on its line where not every day of a chronicle is."""
    found = [line for match in header.finditer(head) if (line := _of_header(match)) is not None]
    labelled = [line for line, label in found if label]
    if not labelled and len({line.day for line, _ in found}) >= _CHRONICLE:
        return None
    return next((line for line, _ in found), None)


def _of_header(match: re.Match[str]) -> tuple[Dateline, bool] | None:
    """The date of a header line, and whether it has a label."""
    if not match["label"] and not re.fullmatch(_CLOCK, match["rest"].strip()):
        return None
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        begin, finish = match.span("iso")
    elif match["year"]:
        year, day = int(match["year"]), int(match["day"] or match["day2"])
        month = MONTH[_key(match["month"] or match["month2"])]
        begin = match.start("wd") if match["wd"] else min(_span(match, "month"), _span(match, "day"))
        finish = match.end("year")
    else:
        return None
    try:
        found = Period.day(year, month, day)
    except ValueError:
        return None
    line = Dateline(
        day=found,
        place=_place(match["place"] or ""),
        why=Printed(where="header"),
        start=begin,
        end=finish,
        month_day=(month, day),
    )
    return line, bool(match["label"])
