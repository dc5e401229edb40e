"""Numbers with what they count."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number and what it counts.

    >>> counted(1, "event"), counted(10000, "event"), counted(2, "century", "centuries")
    ('1 event', '10,000 events', '2 centuries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
