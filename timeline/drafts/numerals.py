"""Numbers in words: cardinals, ordinals, years."""

from timeline.drafts.english_words import NINETIES, ONES, ORDINAL, SCALE, TENS


def cardinal(words: tuple[str, ...]) -> float | None:  # noqa: C901, PLR0912 - one branch a class of number word
    """The number the words name; None for "several" and "a few".

    >>> cardinal(("twenty", "-", "five")), cardinal(("two", "hundred", "and", "six")), cardinal(("two", "and", "a", "half"))
    (25.0, 206.0, 2.5)
    """
    text = " ".join(words)
    if text.startswith("half a"):
        return 0.5
    if "couple" in words:
        return 2.0
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word[:1].isdigit():
            number = "".join(char for char in word if char.isdigit() or char == ".")
            current += float(number)
        elif word in ONES or word in TENS:
            current += ONES.get(word, 0) or TENS.get(word, 0)
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in SCALE:
            current = (current or 1) * SCALE[word]
            if SCALE[word] >= 1000:
                total, current = total + current, 0.0
        elif word in ("several", "few", "many", "numerous"):
            return None
        elif word == "half":
            current += 0.5
        elif word in ("a", "an", "single", "whole", "full", "entire") and not seen:
            if len(words) == 1 or word != words[0] or (words[1] not in SCALE and words[1] != "dozen"):
                current = 1.0
        else:
            continue
        seen = True
    return total + current if seen else None


def ordinal(words: tuple[str, ...]) -> int | None:
    """The place that an ordinal or a day's number names.

    >>> ordinal(("twenty", "-", "first")), ordinal(("3rd",)), ordinal(("last",))
    (21, 3, -1)
    """
    number = 0
    for word in words:
        if word in ("last", "final", "latter"):
            return -1
        if word == "former":
            return 1
        if word[:1].isdigit():
            return int("".join(char for char in word if char.isdigit()))
        number += ORDINAL.get(word, 0) or TENS.get(word, 0) or ONES.get(word, 0)
    return number or None


def spelled_year(words: tuple[str, ...]) -> int | None:
    """The year that digits or words name, two digits read as such.

    >>> spelled_year(("nineteen", "ninety", "six")), spelled_year(("two", "thousand", "and", "fifteen")), spelled_year(("1987",))
    (1996, 2015, 1987)
    """
    if not words:
        return None
    if words[0].lstrip("'’").isdigit():
        return int(words[0].lstrip("'’"))
    if "thousand" in words or "hundred" in words:
        number = cardinal(words)
        return None if number is None else int(number)
    first = ONES.get(words[0], 0) or TENS.get(words[0], 0)
    rest = sum(ONES.get(word, 0) or TENS.get(word, 0) for word in words[1:])
    return first * 100 + rest if 10 <= first <= 20 and rest >= 10 else None


def decade_of(word: str) -> tuple[int, bool]:
    """The first year of a decade's name, and whether its century is said.

    >>> decade_of("1990s"), decade_of("'90s"), decade_of("nineties")
    ((1990, True), (90, False), (90, False))
    """
    if word in NINETIES:
        return NINETIES[word], False
    digits = "".join(char for char in word if char.isdigit())
    return int(digits), len(digits) > 2
