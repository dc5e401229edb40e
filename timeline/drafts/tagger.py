"""The tagger: every expression of time in a text, the longest reading at each place, read against what came before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from timeline.dates.edtf import readable
from timeline.dates.periods import Period, finer
from timeline.drafts import english_rules
from timeline.drafts.mention import Mention
from timeline.drafts.patterns import Pattern
from timeline.drafts.prepositions import Placed, shape
from timeline.drafts.reading import Found, Reading, Setting
from timeline.drafts.resolve import Resolver, resolver
from timeline.drafts.tense import tense
from timeline.drafts.tokens import Tokens, alphabet, tokens

STRETCH = 1 << 16  # characters read at a time; a text of any size needs the memory of one stretch
DEPTH = 3  # "the night of | the last day of | the third week of | June": nothing real goes deeper
_Rows = dict[str, tuple[tuple[Pattern, Resolver], ...]]


@cache
def _table(rows: tuple[tuple[str, str], ...]) -> _Rows:
    """The rules by the characters they can begin with."""
    table: dict[str, list[tuple[Pattern, Resolver]]] = {}
    for name, text in rows:
        pattern = Pattern(text, alphabet(), english_rules.FRAGMENTS)
        for code in pattern.first:
            table.setdefault(code, []).append((pattern, resolver(name)))
    return {code: tuple(rules) for code, rules in table.items()}


@cache
def _triggers() -> re.Pattern[str]:
    """Any word that an expression can begin with."""
    codes = {*_table(english_rules.BASE), *_table(english_rules.PREFIX)}
    return re.compile("[" + re.escape("".join(sorted(codes))) + "]")


def tag(text: str, *, dateline: Period | None, narrative: bool, leaning: bool = True) -> Iterator[Mention]:
    """Every expression of time in the text, in order; `leaning` lets news without a dateline lean on a full date."""
    setting = Setting(dateline=dateline, narrative=narrative, leaning=leaning, tense=tense)
    for offset, stretch in stretches(text):
        cut = tokens(stretch)
        setting.last_day_at = setting.told_at = -1
        for placed in shape(cut, list(_expressions(cut, setting)), dateline):
            mention = _mention(cut, placed, offset)
            yield (
                mention
                if dateline or narrative or not mention.anchor
                else replace(mention, reason=mention.reason.replace("the dateline", "the day told in full"))
            )


def stretches(text: str, size: int = STRETCH) -> Iterator[tuple[int, str]]:
    """The text in pieces that end between paragraphs, lines or words, each with its offset.

    >>> list(stretches("one two three", 8))
    [(0, 'one two '), (8, 'three')]
    """
    start = 0
    while len(text) - start > size:
        for gap in ("\n\n", "\n", " "):
            end = text.rfind(gap, start + size // 2, start + size)
            if end >= 0:
                break
        end = end + 1 if end >= 0 else start + size
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]


def _mention(cut: Tokens, placed: Placed, offset: int) -> Mention:
    reading = placed.reading
    start, end = cut.starts[placed.first], cut.ends[placed.end - 1]
    return Mention(
        start=offset + start,
        end=offset + end,
        text=cut.text[start:end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        # The tenth of May 12000 has no EDTF: such a date is tagged, and dates nothing.
        edtf=reading.edtf if reading.edtf and readable(reading.edtf) else None,
        anchor=reading.anchor.value if reading.anchor else None,
        reason=reading.reason,
    )


def _expressions(cut: Tokens, setting: Setting) -> Iterator[Placed]:
    position, triggers = 0, _triggers()
    while match := triggers.search(cut.codes, position):
        position = match.start()
        best = _best(cut, position, setting, 0)
        if best is None:
            position += 1
            continue
        end, reading = best
        for first, last, part in reading.parts or ((position, end, reading),):
            _remember(part, setting, cut, first, last)
            yield Placed(first, last, part)
        position = end


def _best(cut: Tokens, position: int, setting: Setting, depth: int) -> tuple[int, Reading] | None:
    """The longest reading that begins at the word, and the word after it."""
    code = cut.codes[position : position + 1]
    best: tuple[int, Reading] | None = None
    matches = []
    for pattern, resolve in _table(english_rules.BASE).get(code, ()):
        match = pattern.expression.match(cut.codes, position)
        if match:
            matches.append((match.end(), resolve, match))
    matches.sort(key=_by_end, reverse=True)
    for end, resolve, match in matches:
        reading = resolve(Found(cut, match), setting)
        if reading is not None:
            best = end, reading
            break
    if depth < DEPTH:
        best = _prefixed(cut, position, setting, depth, best)
    return _suffixed(cut, best, setting, position) if best else None


def _by_end(row: tuple[int, Resolver, re.Match[str]]) -> int:
    return row[0]


def _prefixed(
    cut: Tokens, position: int, setting: Setting, depth: int, best: tuple[int, Reading] | None
) -> tuple[int, Reading] | None:
    """A longer reading made of a prefix and an expression after it, if there is one."""
    for pattern, resolve in _table(english_rules.PREFIX).get(cut.codes[position : position + 1], ()):
        match = pattern.expression.match(cut.codes, position)
        if not match:
            continue
        start = match.end()
        inner = _best(cut, start, setting, depth + 1)
        if inner is None and start - 1 > position and cut.word(start - 1).lower() == "the":
            start -= 1
            inner = _best(cut, start, setting, depth + 1)
        if inner is None or (best and inner[0] <= best[0]):
            continue
        reading = resolve(Found(cut, match, inner[1], (start, inner[0])), setting)
        if reading is not None:
            best = inner[0], reading
    return best


def _suffixed(cut: Tokens, best: tuple[int, Reading], setting: Setting, position: int) -> tuple[int, Reading]:
    """The reading with what follows it: a part of the day, a clock time, a second day."""
    for _ in range(2):
        end, inner = best
        if inner.parts or inner.period is None:
            return best
        for pattern, resolve in _table(english_rules.SUFFIX).get(cut.codes[end : end + 1], ()):
            match = pattern.expression.match(cut.codes, end)
            if match:
                reading = resolve(Found(cut, match, inner, (position, end)), setting)
                if reading is not None:
                    best = match.end(), reading
                    break
        else:
            return best
    return best


def _remember(reading: Reading, setting: Setting, cut: Tokens, first: int, end: int) -> None:
    """Let later expressions lean on this one."""
    period = reading.period
    if period is None or reading.type in ("DURATION", "SET"):
        return
    if (
        setting.narrative
        and finer("month", period.unit)
        and period.unit in ("year", "decade", "century", "millennium")
        and _names_something(cut, first, end)
    ):
        return
    if period.unit in ("decade", "century", "millennium"):
        return
    setting.last, setting.told_at = period, end
    if period.unit == "day":
        setting.last_day, setting.last_day_at = period, end
    if reading.explicit:
        setting.last_explicit = period


def _names_something(cut: Tokens, first: int, end: int) -> bool:
    """Whether a year belongs to a name: the 1975 Algiers Accord, the Constitution of 1791."""
    before, after = cut.word(first - 1).lower(), cut.codes[end : end + 1]
    return (before == "the" and after in ("w", "W")) or (
        before == "of" and cut.codes[first - 2 : first - 1] == "W"
    )
