"""The total order of dates (contract: Dates), as a key of plain integers that a database column can hold."""

SortKey = tuple[int, int, int, int, int, int]

_BEFORE_ALL = -(10**15)  # a day before every day of the calendar: no year is beyond 10^11
_UNBOUNDED = 10**15  # days: wider than every date with two bounds


def sort_key(first: int | None, last: int | None, qualifier: int, utc_second: int | None) -> SortKey:
    """The key of a date that can mean the days from first to last (None: open); of a time, its second in UTC.

    The seconds count from the start of the day as stated, and the qualifier goes none, `~`, `?`, `%`.
    """
    if first is None:
        return _BEFORE_ALL if last is None else last, 0, -1, -_UNBOUNDED, 0, qualifier
    if last is None:
        return first, 0, 1, -_UNBOUNDED, 0, qualifier
    if utc_second is not None:
        return first, max(utc_second, 0), 0, 0, utc_second, 0
    return first, 0, 0, first - last - 1, 0, qualifier
