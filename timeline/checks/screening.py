"""Which records of a large file a check of one record can pass over: their text shows that nothing is to be found in them.

The checks themselves say what is wrong. What is kept from them here is certain, and what may be wrong is left to them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from timeline.checks.fields import is_unseen
from timeline.checks.finding import PlacedRecord
from timeline.dates.event_date import EventDate
from timeline.errors import DateError
from timeline.record import parse_date
from timeline.yaml_sound import SoundRecord

_TELLING = frozenset((" draft", " disputed"))  # a status that is told, or that sources may gainsay
# Fields of a source that are held against its event's date, or against its own.
_HELD = ("event_date:", "retrieved:", "file:", "sha256:")
# A source, or an item of what it supports, that does not begin with what it can be looked up by.
_nameless = re.compile(r"\n +- (?!(?:title|url|archived): [^\"'])")
_published = re.compile(r" date: (.*)")  # also amid a text, which then counts as one
_blank = re.compile(r"[\"'] +[\"']")
_ASCII = bytes(range(128))


def loud(placed: Iterable[PlacedRecord], today: int) -> Iterator[PlacedRecord]:
    """The records in which a check of one record may find something; today is a day number."""
    for one in placed:
        event = one.event
        if not (event and isinstance(one.record, SoundRecord) and is_quiet(one.record, event.date, today)):
            yield one


def is_quiet(record: SoundRecord, date: EventDate, today: int) -> bool:
    """Whether no check of one record finds anything in it; `date` is its own, today a day number. 5 µs."""
    return (
        not record.own
        and record.written("status") not in _TELLING
        and ("lat" in record) == ("lon" in record)
        and (date.first_day is None or date.first_day <= today)
        and all(map(_is_list, record.lists))
        and _is_seen(record.text)
        and _are_quiet(record.written("sources"), date, today)
    )


@lru_cache(1 << 14)
def _is_list(written: str) -> bool:
    """Whether a list, as it is written without quotation marks, is one and names nothing twice."""
    if '"' in written or "'" in written:
        return False
    if not written.startswith((" [", "\n")):
        return False
    items = written[2:-1].split(",") if written.startswith(" [") else written.split("\n")
    return len({item.strip(" -") for item in items}) == len(items)


def _is_seen(text: str) -> bool:
    """Whether nothing in a text of a sound record commands, or is a value of blanks alone; it has a character for each byte."""
    if ('" ' in text or "' " in text) and _blank.search(text):
        return False
    return text.isascii() or _are_letters(text.encode("latin-1").translate(None, _ASCII))


@lru_cache(1 << 12)
def _are_letters(foreign: bytes) -> bool:
    text = foreign.decode()
    return text.isprintable() and not any(map(is_unseen, text))


def _are_quiet(sources: str, date: EventDate, today: int) -> bool:
    """Whether sources, as they are written, can be looked up, and say nothing against a date or today."""
    for name in _HELD:
        if name in sources:
            return False
    if _nameless.search(sources):
        return False
    try:
        published = [parse_date(text.rstrip(" ")) for text in _published.findall(sources)]
    except DateError:  # a line of a quote
        return False
    for one in published:
        if one.certainly_before(date) or (one.first_day is not None and one.first_day > today):
            return False
    return True
