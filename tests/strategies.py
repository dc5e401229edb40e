"""Hypothesis strategies for values of the project's own: what a law is tried on."""

from hypothesis import strategies as st

from timeline.dates.calendar import civil_from_days, days_from_civil

Civil = tuple[int, int, int]

_FIRST, _LAST = days_from_civil(-9999, 1, 1), days_from_civil(9999, 12, 31)
_RECENT = days_from_civil(1800, 1, 1), days_from_civil(2030, 12, 31)

qualifiers = st.sampled_from(["", "", "", "~", "?", "%"])


def edtf_texts() -> st.SearchStrategy[str]:
    """Every form of EDTF that is valid at levels 0 to 2."""
    return st.one_of(dates(), dates(), times(), seasons(), long_years(), intervals(), sets())


def civils() -> st.SearchStrategy[Civil]:
    """Days of the years -9999 to 9999, most of them recent."""
    numbers = st.one_of(st.integers(*_RECENT), st.integers(*_RECENT), st.integers(_FIRST, _LAST))
    return numbers.map(civil_from_days)


def plain_dates() -> st.SearchStrategy[str]:
    """Days, months and years with every digit known and no qualifier."""
    return st.builds(_digits, civils(), st.integers(1, 3)).map("-".join)


def dates() -> st.SearchStrategy[str]:
    """Days, months and years, some with unspecified digits and with qualifiers."""
    return civils().flatmap(dates_around)


@st.composite
def dates_around(draw: st.DrawFn, civil: Civil, *, precision: int | None = None) -> str:
    """A date that can mean the day: its day, month or year, with digits left out and components qualified."""
    parts = _digits(civil, precision or draw(st.integers(1, 3)))
    if draw(st.integers(0, 3)) == 0:
        parts = [draw(_masked(part)) for part in parts]
    style = draw(st.integers(0, 5))
    if style == 0:
        parts = [draw(qualifiers) + part + draw(qualifiers) for part in parts]
    elif style == 1:
        parts[-1] += draw(qualifiers)
    return "-".join(parts)


@st.composite
def times(draw: st.DrawFn) -> str:
    """Times of day with and without a zone."""
    day = "-".join(_digits(draw(civils()), 3))
    clock = f"{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}:{draw(st.integers(0, 59)):02}"
    clock = draw(st.sampled_from([*[clock] * 9, "24:00:00"]))
    offset = draw(st.one_of(st.none(), st.just(0), st.integers(-720, 840)))
    if offset is None:
        return f"{day}T{clock}"
    if offset == 0:
        return f"{day}T{clock}{draw(st.sampled_from(['Z', '+00:00', '+00']))}"
    hours, minutes = divmod(abs(offset), 60)
    sign = "-" if offset < 0 else "+"
    short = minutes == 0 and draw(st.booleans())
    return f"{day}T{clock}{sign}{hours:02}" + ("" if short else f":{minutes:02}")


@st.composite
def seasons(draw: st.DrawFn) -> str:
    """Seasons, quarters, thirds and halves of years."""
    year = draw(st.builds(_digits, civils(), st.just(1)))[0]
    return f"{draw(qualifiers)}{year}-{draw(st.integers(21, 41))}{draw(qualifiers)}"


@st.composite
def long_years(draw: st.DrawFn) -> str:
    """Years with Y, with an exponent, with significant digits."""
    sign = draw(st.sampled_from(["", "-"]))
    form = draw(st.integers(0, 3))
    if form == 0:
        number = str(draw(st.integers(10_000, 10**11 - 1)))
        text = f"Y{sign}{number}"
    elif form == 1:
        number = str(draw(st.integers(1, 9999)))
        exponent = draw(st.integers(1, 11 - len(number)))
        number += "0" * exponent
        text = f"Y{sign}{number.rstrip('0') or 0}E{len(number) - len(number.rstrip('0'))}"
    else:
        number = str(draw(st.integers(1, 9999)))
        text = f"{sign}{number:0>4}S{draw(st.integers(1, len(number) + 1))}"
    if form == 1 and draw(st.booleans()):
        text += f"S{draw(st.integers(1, len(number) + 1))}"
    return draw(qualifiers) + text + draw(qualifiers)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Intervals, open, unknown and bounded, of ends with any precision."""
    start, end = sorted((draw(civils()), draw(civils())))
    first, last = draw(dates_around(start)), draw(dates_around(end))
    edge = draw(st.sampled_from(["..", ""]))
    return draw(
        st.sampled_from(
            [f"{first}/{last}", f"{first}/{last}", f"{edge}/{last}", f"{first}/{edge}", "../..", "../", "/.."]
        )
    )


@st.composite
def sets(draw: st.DrawFn) -> str:
    """One of several dates, or all of them, with ranges."""
    members = draw(st.lists(st.one_of(dates(), ranges(), seasons(), long_years()), min_size=1, max_size=4))
    if draw(st.integers(0, 3)) == 0:
        members.insert(0, f"..{draw(dates())}")
    if draw(st.integers(0, 3)) == 0:
        members.append(f"{draw(dates())}..")
    brackets = draw(st.sampled_from([("[", "]"), ("{", "}")]))
    return ",".join(members).join(brackets)


@st.composite
def ranges(draw: st.DrawFn) -> str:
    """Consecutive dates of one precision within a set."""
    start, end = sorted((draw(civils()), draw(civils())))
    precision = draw(st.integers(1, 3))
    return f"{draw(dates_around(start, precision=precision))}..{draw(dates_around(end, precision=precision))}"


def _digits(civil: Civil, precision: int) -> list[str]:
    year, month, day = civil
    return [f"{year:05}" if year < 0 else f"{year:04}", f"{month:02}", f"{day:02}"][:precision]


@st.composite
def _masked(draw: st.DrawFn, digits: str) -> str:
    hidden = draw(st.lists(st.booleans(), min_size=len(digits), max_size=len(digits)))
    return "".join(
        "X" if hide and digit != "-" else digit for digit, hide in zip(digits, hidden, strict=True)
    )
