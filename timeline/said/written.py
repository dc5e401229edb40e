"""What was written where an EDTF date is stored: what it says whenever it is read, or between what to choose."""

from timeline.dates.event_date import EventDate
from timeline.errors import DateError
from timeline.said.reading import read_date
from timeline.said.understood import DayOrder

# Two days of different years, months and weekdays: a text that depends on when it is read ("7 Feb", "Tuesday") differs.
_DAYS = (11_111, 19_398)


def meanings(text: str) -> tuple[str, ...]:
    """The EDTF of what a text can mean, in either order of day and month; nothing where it leaves out a year or is not understood.

    >>> meanings("21 March 2022"), meanings("03/02/2023"), meanings("7 Feb")
    (('2022-03-21',), ('2023-02-03', '2023-03-02'), ())
    """
    try:
        return (EventDate.parse(text).text,)
    except DateError:
        found: list[str] = []
    for order in DayOrder:
        try:
            said = {read_date(text, today=day, order=order).edtf for day in _DAYS}
        except DateError:
            return ()
        if len(said) > 1:
            return ()
        found += said
    return tuple(dict.fromkeys(found))


def meant_hint(text: str) -> str | None:
    """What to write instead of a text that is no EDTF date, if anything is clear.

    >>> meant_hint("3/21/2022"), meant_hint("03/02/2023")
    ('write "2022-03-21"', 'write "2023-02-03" or "2023-03-02", whichever is meant')
    """
    found = meanings(text)
    if not found:
        return None
    choices = " or ".join(f'"{edtf}"' for edtf in found)
    return f"write {choices}" + ", whichever is meant" * (len(found) > 1)
