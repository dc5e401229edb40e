"""Years and longer periods in words: "44 BC", "the 1950s", "19th century", "2nd millennium BC"."""

from timeline.dates import english_words as words
from timeline.dates.english_tokens import Cursor
from timeline.dates.stated import Stated, year_text
from timeline.errors import DateError, shown


def ordinal(cursor: Cursor) -> int | None:
    """A place in a row: "21st", "fifth" or "twenty-first"."""
    number = cursor.number()
    if number is not None and cursor.word(1) in {"st", "nd", "rd", "th"} and cursor.tight(1):
        cursor.at += 2
        return number
    ahead = 2 if cursor.word(1) == "-" else 1
    if cursor.word() in words.TENS and words.ORDINALS.get(cursor.word(ahead), 10) < 10:
        number = words.TENS[cursor.word()] + words.ORDINALS[cursor.word(ahead)]
        cursor.at += ahead + 1
        return number
    return words.ORDINALS.get(cursor.take_one(words.ORDINALS))


def century(cursor: Cursor) -> Stated | None:
    """A century or a millennium, before or after Christ, as EDTF's years with the same first digits."""
    start = cursor.at
    place = ordinal(cursor)
    cursor.take("-")
    name = cursor.take_one({"century", "cent", "c", "millennium"})
    if place is None or not name or not 1 <= place <= (10 if name == "millennium" else 100):
        cursor.at = start
        return None
    digits = 1 if name == "millennium" else 2
    base, gap = f"{place - 1:0{digits}d}", "X" * (4 - digits)
    if cursor.take_one(words.BEFORE_CHRIST):
        # EDTF has no year -0000, so the years 100 to 1 BC are listed from end to end.
        first = f"[-0{'9' * (4 - digits)}..0000]" if digits == 1 else "[-0099..0000]"
        return Stated(whole=f"-{base}{gap}" if place > 1 else first, unit="years")
    cursor.take_one(words.AFTER_CHRIST)
    return Stated(whole=base + gap, unit="years")


def decade(cursor: Cursor) -> Stated | None:
    """Ten years: "1950s", "1950's"; "1900s" is refused, since a century is called so too."""
    start = cursor.at
    cursor.take("'")
    year, digits = cursor.number(), cursor.digits()
    plain = cursor.word(1) == "s" and cursor.tight(1)
    if year is None or not (plain or (cursor.word(1) == "'" and cursor.word(2) == "s" and cursor.tight(2))):
        cursor.at = start
        return None
    cursor.at += 2 if plain else 3
    said = cursor.since(start)
    if year % 10 or digits not in {2, 3, 4}:
        raise DateError(
            f"date {shown(said)} is no decade", hint="decades are written like the 1950s, or 195X"
        )
    if digits == 2:
        later, earlier = (f"{century}{year:02d}s" if year else f"{century}0X" for century in (19, 18))
        raise DateError(
            f"date {shown(said)} is not understood: which century?", hint=f"write {later} or {earlier}"
        )
    if cursor.take_one(words.BEFORE_CHRIST):
        return Stated(whole=f"[{year_text(-year - 8)}..{year_text(1 - year)}]", unit="years")
    cursor.take_one(words.AFTER_CHRIST)
    text = f"{year:04d}"
    if year % 100 == 0:
        raise DateError(
            f"date {shown(said)} can mean the decade {text[:3]}X or the century {text[:2]}XX",
            hint=f"write {text[:3]}X or {text[:2]}XX",
        )
    return Stated(whole=f"{text[:3]}X", unit="years")


def year_and_era(cursor: Cursor) -> tuple[int, str] | None:
    """A year of three or four digits, or of any length with BC, AD, BCE or CE."""
    start = cursor.at
    leading = cursor.take_one(words.AFTER_CHRIST)
    number, digits = cursor.number(), cursor.digits()
    if number is None or digits > 12:
        cursor.at = start
        return None
    cursor.at += 1
    trailing = "" if leading else cursor.take_one(words.BEFORE_CHRIST | words.AFTER_CHRIST)
    if leading or trailing:
        if number == 0:
            raise DateError(
                f"date {shown(cursor.since(start))}: there is no year 0 in BC and AD",
                hint="write 1 BC or AD 1",
            )
        return (1 - number, "BC") if trailing in words.BEFORE_CHRIST else (number, "AD")
    if digits in {3, 4}:
        return number, ""
    cursor.at = start
    return None
