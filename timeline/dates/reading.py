"""What a person types where a date is wanted: EDTF first, then English."""

from timeline.dates.event_date import EventDate
from timeline.dates.understood import DayOrder, Understood
from timeline.errors import DateError, shown


def read_date(text: str, *, today: int, order: DayOrder | None = None) -> Understood:
    """The date a person means, on the day number `today`. Raises DateError, which names what is not understood.

    >>> read_date("2018~", today=19398).edtf, read_date("c. March 1950", today=19398).edtf
    ('2018~', '1950-03~')
    """
    typed = text.strip()
    if len(typed) == 6 and typed[:2] == "?-" and typed[2:].isdecimal():
        year = typed[2:]
        raise DateError(
            f"date {shown(typed)} can mean an uncertain year -{year}, or an unknown time until {year}",
            hint=f'write "-{year}?" or "/{year}"',
        )
    try:
        return Understood(edtf=EventDate.parse(typed).text)
    except DateError as error:
        no_edtf = error
    # Here, and not above: English with dateutil takes 40 ms to import, and most typed dates are EDTF.
    from timeline.dates.english import parse_english  # noqa: PLC0415

    try:
        return parse_english(text, today=today, order=order)
    except DateError as no_english:
        if _meant_as_edtf(text):
            raise no_edtf from no_english
        raise


def _meant_as_edtf(text: str) -> bool:
    """Whether a text that is no date in either language was written in EDTF's signs."""
    far = text[:1] == "Y" and text[1:2] in tuple("-0123456789")
    signs = far or any(sign in text for sign in ("[", "{", "..", "X")) or ("/" in text and "-" in text)
    return signs and text == text.upper()
