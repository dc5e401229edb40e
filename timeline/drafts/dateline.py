"""When the text itself was written: read from its dateline or header, its year inferred when it is not said."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from timeline.dates.calendar import civil_from_days
from timeline.drafts.dateline_why import Printed
from timeline.drafts.dateline_year import Dateline, dated, day_index, inferred
from timeline.drafts.mention import Mention
from timeline.drafts.saying import said_weekday
from timeline.said.news import news_words, spaced
from timeline.said.values import Fields
from timeline.tuples import NamedTuple

HEAD = 4000  # characters in which a dateline or header may stand
# A letter that is no small one. A set of these capitals takes 0.3 ms to compile, and stood in twenty places.
_CAPITAL = r"(?![a-zß-öø-ÿ])(?![а-џ])[^\W\d_]"
_CHRONICLE = 3  # lone days on lines of their own, from which on they head entries rather than the article
_INITIALS = frozenset(
    ["DC", "US", "UK", "UAE", "UN", "EU", "USA"]
)  # in capitals as they are, where other words are not
_WORD = rf"{_CAPITAL}(?:[^\W\d_]|[.'-]|’){{1,20}}"
_PLACE = rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,3}}(?:,[ ]{_WORD}(?:[ ]{_WORD}){{0,2}})?)"
# What may follow a header's date on its line: a time with its zone, or another remark set off by a mark.
_CLOCK = (
    r"(?i:[*_]{0,2}(?:[,|·•–—-]?\s*(?:\w{1,2}\s+)?\d\d?[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?)?"
    r"\s*\(?(?:\w{2,5}|local time)?\)?\.?(?:\s*[|·•].*)?[*_]{0,2})"
)


class Form(NamedTuple):
    """A form of a dateline, in any language: which marks may stand between place and day, and what stands behind it.

    One of `signs` is among it, close to the day; without them the form need not be compiled. An `agency` may be any name; one that is `known` is a word of the language's news or in capitals, since marks do not set it off.
    Without a place a day is a dateline only before an agency.
    """

    marks: str
    signs: str
    behind: str
    example: str


_DASH = "[-–—_]"
_CLOSE = 40  # characters behind a day in which the first mark of a form stands, before which an agency may be named
FORMS = (
    Form(
        ",.-–—",
        "(",
        rf"\.?[ ]?\((?P<agency>[^()\n]{{2,40}})\)[ ]?(?:(?:{_DASH}|[:.])+|$)",
        "PARIS, 10 février (AFP) -",
    ),
    Form(
        ",", "/", rf"[.,]?[ ]?/(?P<agency>[^/\n]{{2,30}})/\.?(?:[ ]{_DASH}+)?", "МОСКВА, 10 февраля. /ТАСС/."
    ),
    Form(",", "(", r"\.?[ ]\((?P<agency>[A-Z]{2,8})\)(?=[ ])", "NEW DELHI, Feb 10 (PTI)"),
    Form(
        ",",
        "-–—_,",
        rf"(?:\.?[ ]?{_DASH}|,)[ ]?(?P<known>[^-–—_.,\n]{{2,30}})\.",
        "МОСКВА, 10 фев - РИА Новости.",
    ),
    Form(
        ",.", "-–—_", rf"[.,][ ](?P<known>[^-–—_\n]{{2,30}}?)[ ]{_DASH}+", "Москва. 10 февраля. INTERFAX.RU -"
    ),
    Form(
        "-–—",
        "-–—_|",
        rf"(?:[ ]{_DASH}[ ]\d\d?[:.]\d\d)?[ ](?:{_DASH}|\|)[ ](?P<known>[^-–—_\n]{{2,30}}?)(?:$|[ ]{_DASH}+(?=[ ]))",
        "TOKYO - Feb 10, 2023 - 15:48 - KYODO NEWS -",
    ),
    Form("(", ")", rf"\)[ ]?(?:{_DASH}|:)+", "GENEVA (10 February 2023) –"),
    Form(",-–—", "-–—_:", rf"[ ]?[–—_:]+|[ ]{_DASH}+", "UNITED NATIONS, May 6, 2021 -"),
    Form(",", ".", r"\.(?=[ ])", "KYIV, May 6, 2021."),
)


@cache
def _before_day() -> re.Pattern[str]:
    """What stands before a dateline's day."""
    return re.compile(rf"[ \t]*(?:{_PLACE}(?:(?P<mark>[,.])[ ]|[ ](?:(?P<dash>[-–—])[ ]|(?P<bracket>\())))?")


@cache
def _agency() -> re.Pattern[str]:
    """A place with its agency or dash, but no day."""
    return re.compile(
        rf"^[ \t]*(?P<mark>[*_]{{0,2}}){_PLACE}(?P=mark)(?:[ ]\((?P<agency>[^()\n]{{2,40}})\))?[ ]?[-–—_:]+(?=\s)[ \t]*",
        re.MULTILINE,
    )


@cache
def _header_start() -> re.Pattern[str]:
    """What a header begins with."""
    return re.compile(rf"[ \t>*_#-]*(?:[^\n|•·]{{1,60}}[|•·][ ]*|{_PLACE},[ ])?(?P<label>[^\n]{{0,40}})")


class _Day(NamedTuple):
    """A day that the text names: its year when it says it."""

    mention: Mention
    year: int | None
    month: int
    day: int


def read_dateline(
    text: str, mentions: Iterable[Mention], *, today: int | None, language: str = "en"
) -> Dateline:
    """When and where the text says it was written.

    `mentions` are the text's expressions of time, read without a dateline; `today` is the day number after which no
    text was written. The year of a dateline that has none is the earliest, not after today and not before the newest
    past full date in the text, in which the weekday on which something was said is the dateline's day or the day before.
    """
    head, mentions = text[:HEAD], tuple(mentions)
    days = [day for mention in mentions if mention.end <= len(head) and (day := _day(mention))]
    printed = next((line for day in days for line in _printed(head, day, language)), None)
    titled = _header(head, days, language)
    if printed is None:
        found = _lead(head)
        base = titled or Dateline()
        return base._replace(place=_place(found["place"]), publisher=found["agency"] or "") if found else base
    day, base = printed
    if day.year is not None:
        return dated(base, day.year, Printed(where="dateline"))
    if titled is not None and titled.day is not None:
        day_of_header = titled.day
        years = sorted(
            range(day_of_header.year - 1, day_of_header.year + 2),
            key=lambda year: abs(day_index(year, day.month, day.day) - day_of_header.index),
        )
        return dated(base, years[0], Printed(where="both"))
    weekday = day.mention.said.weekday if isinstance(day.mention.said, Fields) else None
    return inferred(base, mentions, weekday, lambda: said_weekday(text, mentions, language), today)


def body_start(text: str, start: int, end: int, line: Dateline) -> int:
    """Where a sentence begins to tell: after the dateline or the agency that it begins with.

    >>> story = "JERUSALEM (AP) — They met."
    >>> story[body_start(story, 0, len(story), Dateline()) :]
    'They met.'
    """
    if line.end and start <= line.start < end:
        return line.body
    dashed = start <= HEAD and not {*"-–—_:"}.isdisjoint(text[start:end])
    lead = _lead(text[start:end], whole=False) if dashed else None
    return start + lead.end() if lead else start


def _day(mention: Mention) -> _Day | None:
    said, period = mention.said, mention.period
    if (
        isinstance(said, Fields)
        and said.year is None
        and said.day is not None
        and 1 <= (said.month or 0) <= 12
    ):
        return _Day(mention, None, said.month or 0, said.day)
    if period is None or period.unit != "day" or mention.anchor is not None:
        return None
    return _Day(mention, *civil_from_days(period.index))


def _printed(head: str, day: _Day, language: str) -> Iterator[tuple[_Day, Dateline]]:
    """The dateline that a day stands in, by the first form that fits."""
    start, end = day.mention.start, day.mention.end
    place = _before_day().fullmatch(head, head.rfind("\n", 0, start) + 1, start)
    if place is None:
        return
    mark, close = place["mark"] or place["dash"] or place["bracket"], set(head[end : end + _CLOSE])
    for form in FORMS:
        if (mark or form.marks[0]) not in form.marks or close.isdisjoint(form.signs):
            continue
        behind = re.compile(form.behind, re.MULTILINE).match(head, end)
        if behind is None:
            continue
        groups = behind.groupdict()
        known = groups.get("known") or ""
        if known and not known.isupper() and spaced(known) not in news_words(language, "AGENCY"):
            continue
        agency = groups.get("agency") or known
        if not (place["place"] or agency):
            continue
        before = place["place"] or ""
        told = spaced(before) in news_words(language, "AGENCY")
        space = re.compile(r"\s*").match(head, behind.end())
        yield (
            day,
            Dateline(
                place="" if told else _place(before),
                publisher=agency.strip() or before * told,
                start=start,
                end=end,
                body=space.end() if space else behind.end(),
                month_day=(day.month, day.day),
            ),
        )
        return


def _lead(head: str, *, whole: bool = True) -> re.Match[str] | None:
    """The place, with its agency or in bold or capitals, that an article begins with before a dash: "JERUSALEM (AP) —"."""
    pattern = _agency()
    for match in pattern.finditer(head) if whole else filter(None, [pattern.match(head)]):
        if match["agency"] or match["mark"] or (match["place"].isupper() and ":" not in match[0]):
            return match
    return None


def _place(text: str) -> str:
    """A dateline's place as people write it: NEW YORK becomes New York, WASHINGTON, DC keeps its letters."""
    return " ".join(
        "-".join(part.capitalize() for part in word.split("-"))
        if word.isupper() and "." not in word.rstrip(".") and word.strip(".,") not in _INITIALS
        else word
        for word in text.split()
    )


def _header(head: str, days: Iterable[_Day], language: str) -> Dateline | None:
    """A full date in a header line: labelled, or alone on its line where not every day of a chronicle is."""
    found = [line for day in days if (line := _of_header(head, day, language)) is not None]
    labelled = [line for line, label in found if label]
    if not labelled and len({line.day for line, _ in found}) >= _CHRONICLE:
        return None
    return next((line for line, _ in found), None)


def _of_header(head: str, day: _Day, language: str) -> tuple[Dateline, bool] | None:
    """The date of a header line, and whether it has a label."""
    start, end = day.mention.start, day.mention.end
    line_end = head.find("\n", end) if "\n" in head[end:] else len(head)
    if day.year is None or line_end - end > 40:
        return None
    begins = _header_start().fullmatch(head, head.rfind("\n", 0, start) + 1, start)
    if begins is None:
        return None
    label = spaced(begins["label"]).rstrip(" :*_")
    labelled = label in news_words(language, "PUBLISHED")
    if (label and not labelled) or not (labelled or re.fullmatch(_CLOCK, head[end:line_end].strip())):
        return None
    line = Dateline(
        day=day.mention.period,
        place=_place(begins["place"] or ""),
        why=Printed(where="header"),
        start=start,
        end=end,
        body=line_end,
        month_day=(day.month, day.day),
    )
    return line, labelled
