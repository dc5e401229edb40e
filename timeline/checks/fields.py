"""Checks of one record that need nothing but the record: names of fields, forms of values, characters in texts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from timeline.checks.finding import FieldPath, Finding, PlacedRecord, finding, label
from timeline.errors import CONTROL_CHARACTERS, shown
from timeline.folding import fold
from timeline.record import LIST_FIELDS, RECORD_FIELDS, SOURCE_FIELDS, Record, Value
from timeline.states import state_named

# What only a source has, and no other tool calls a field of an event.
_FIELDS_OF_SOURCES_ALONE = frozenset(("publisher", "url", "archived", "quote", "event_date"))

_not_in_texts = re.compile(f"(?![\t\n])[{CONTROL_CHARACTERS}]")
_directions = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = frozenset(("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"))
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and patterns that are drawn as nothing
_separated = re.compile(r"\s*[,;]\s*")


def problems(placed: PlacedRecord) -> Iterator[Finding]:
    """What keeps the record from being an event."""
    for problem in placed.problems:
        yield finding(placed, problem.code, problem.field, problem.message, problem.hint)


def misspelt_fields(placed: PlacedRecord) -> Iterator[Finding]:
    """Unknown fields that look like known ones. Other unknown fields are the user's own, and kept."""
    yield from _misspelt(placed, placed.whole, (), RECORD_FIELDS)
    sources = placed.record.get("sources")
    for position, source in enumerate(sources if isinstance(sources, list) else ()):
        if isinstance(source, dict):
            yield from _misspelt(placed, source, ("sources", position), SOURCE_FIELDS)


def _misspelt(
    placed: PlacedRecord, record: Record, path: FieldPath, known: tuple[str, ...]
) -> Iterator[Finding]:
    for name in record:
        if name in known:
            continue
        if near := near_field(name, known):
            hint = (
                f"did you mean {near}?"
                if near not in record
                else f"{near} is there too; rename or remove one"
            )
            yield finding(
                placed, "W401", (*path, name), f"field {shown(label((*path, name)))} is not known", hint
            )
        elif not path and name in _FIELDS_OF_SOURCES_ALONE:
            yield finding(
                placed,
                "W402",
                (name,),
                f"field {shown(name)} belongs to a source",
                f'write it under "sources:", as in "- {name}: …"',
            )


@lru_cache(maxsize=4096)
def near_field(name: str, known: tuple[str, ...]) -> str | None:
    """The known name that is one slip away: another case or separator, or one letter more, less, changed or swapped.

    >>> near_field("Titel", ("date", "title")), near_field("update", ("date", "title")), near_field("url2", ("url",))
    ('title', None, None)
    """
    written = re.sub(r"[\s_-]+", "_", fold(name).strip())
    if len(written) > 40:
        return None
    return next(
        (
            one
            for one in known
            if written == one or (min(len(written), len(one)) > 2 and is_slip(written, one))
        ),
        None,
    )


def is_slip(text: str, other: str) -> bool:
    """Whether one letter is more, less, changed, or swapped with its neighbour; a digit is meant as it stands.

    >>> is_slip("titel", "title"), is_slip("actor", "actors"), is_slip("url2", "url"), is_slip("date", "date")
    (True, True, False, False)
    """
    if abs(len(text) - len(other)) > 1 or text == other:
        return False
    start = 0
    while start < min(len(text), len(other)) and text[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(text), len(other)) - start and text[-1 - end] == other[-1 - end]:
        end += 1
    mine, its = text[start : len(text) - end], other[start : len(other) - end]
    if not (mine + its).isalpha():
        return False
    return (len(mine) <= 1 and len(its) <= 1) or (len(mine) == 2 and mine == its[::-1])


def lists_as_text(placed: PlacedRecord) -> Iterator[Finding]:
    """Lists written as one text. It is read as a list of one, which several names between commas are not."""
    for name in LIST_FIELDS:
        text = placed.record.get(name)
        if not isinstance(text, str) or not text:
            continue
        items = text_items(name, text)
        if len(items) > 1:
            message = f"{name} {shown(text)} looks like {len(items)} items, and is read as one"
        else:
            message = f"{name} is one text, and a list is meant"
        # A text that needs quotes is told without them: YAML's own quoting is for --fix to get right.
        hint = (
            f"write {name}: [{', '.join(items)}]"
            if all(item.replace(" ", "").isalnum() for item in items)
            else None
        )
        yield finding(placed, "W403", (name,), message, hint or "write it as a list: [one, two]")


def text_items(name: str, text: str) -> tuple[str, ...]:
    """The items that a text was meant to list: parted by commas or semicolons, unless it is one name that has them.

    >>> text_items("actors", "Russia, Japan"), text_items("actors", "Korea, Republic of")
    (('Russia', 'Japan'), ('Korea, Republic of',))
    """
    if name == "actors" and state_named(text):
        return (text,)
    return tuple(item for item in _separated.split(text.strip()) if item) or (text,)


def repeated_items(placed: PlacedRecord) -> Iterator[Finding]:
    """Items that stand in one list more than once."""
    for name in LIST_FIELDS:
        items = placed.record.get(name)
        if not isinstance(items, list) or len(items) < 2:
            continue
        texts = [item for item in items if isinstance(item, str)]
        if len(set(texts)) == len(texts):
            continue
        seen: set[str] = set()
        for position, item in enumerate(items):
            if isinstance(item, str):
                if item and item in seen:
                    message = f"{name} names {shown(item)} twice"
                    yield finding(placed, "W414", (name, position), message, "take one out")
                seen.add(item)


def half_a_place(placed: PlacedRecord) -> Iterator[Finding]:
    """One coordinate without the other."""
    lat, lon = placed.record.get("lat"), placed.record.get("lon")
    if bool(lat) != bool(lon):
        there, absent = ("lat", "lon") if lat else ("lon", "lat")
        yield finding(
            placed, "W415", (there,), f"{there} stands without {absent}", f"add {absent}, or take {there} out"
        )


def unusual_letters(placed: PlacedRecord) -> Iterator[Finding]:
    """Letters that a reader does not see, or that command: looked for where a record may have any, which few do."""
    if not _is_usual(placed.whole):
        yield from commanding_characters(placed)
        yield from unseen_texts(placed)


def _is_usual(value: Value) -> bool:
    """Whether all names and texts are printable, and begin with a letter or a digit: 3 µs a record."""
    if isinstance(value, str):
        return value.isprintable() and (not value or value[0].isalnum())
    if isinstance(value, list):
        return all(map(_is_usual, value))
    return all(name.isprintable() and _is_usual(item) for name, item in value.items())


def commanding_characters(placed: PlacedRecord) -> Iterator[Finding]:
    """Control characters, and characters that turn the direction of text, in any name or text of the record."""
    waiting: list[tuple[FieldPath, Value]] = [((), placed.whole)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield from _commanding(placed, path, value)
        elif isinstance(value, list):
            waiting.extend(((*path, position), item) for position, item in enumerate(value))
        else:
            for name, item in value.items():
                yield from _commanding(placed, (*path, name), name, "the name of a field")
                # Nearly every text is printable, and then it needs no place in the queue.
                if not isinstance(item, str) or not item.isprintable():
                    waiting.append(((*path, name), item))


def unseen_texts(placed: PlacedRecord) -> Iterator[Finding]:
    """Texts that say something to a program and nothing to a reader: blanks, characters without width, lone accents."""
    told = {problem.field for problem in placed.problems}
    waiting: list[tuple[FieldPath, Value]] = [((), placed.whole)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(((*path, name), item) for name, item in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, position), item) for position, item in enumerate(value))
        elif value and not value[0].isalnum() and path not in told and all(map(is_unseen, value)):
            codes = " ".join(f"U+{ord(character):04X}" for character in value[:3]) + "…" * (len(value) > 3)
            hint = "write what is meant, or take it out"
            yield finding(placed, "W419", path, f"of {label(path)} nothing can be seen: it is {codes}", hint)


def is_unseen(character: str) -> bool:
    """Whether a character is drawn as nothing: a blank, or what has no width."""
    return category(character) in _UNSEEN or character in _BLANKS


def _commanding(placed: PlacedRecord, path: FieldPath, text: str, what: str = "") -> Iterator[Finding]:
    if text.isprintable():
        return
    found = _not_in_texts.search(text)
    if found:
        turning = _directions.search(text)
        code = ord(turning[0] if turning else found[0])
        says = "turns the direction of text" if turning else "is a control character"
        hint = "take it out: it is shown as an escape, never obeyed"
        yield finding(
            placed, "W409", path, f"{what or shown(label(path))} holds U+{code:04X}, which {says}", hint
        )
