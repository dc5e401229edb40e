"""Which EDTF a person may have typed for something else, and how to type it so that it is EDTF and nothing else."""

import re

AS_EDTF = "edtf:"
_YEAR_AND_PART = re.compile(r"([0-9]{2})([0-9]{2})-(2[1-9]|3[0-9]|4[01])")


def pair_of_years(text: str) -> str | None:
    """The two years that a year with a part of it can be, too: 1921-22 is a summer, or 1921 and 1922.

    >>> pair_of_years("1921-22"), pair_of_years("2024-21"), pair_of_years("1921-22~")
    ('1921/1922', None, None)
    """
    match = _YEAR_AND_PART.fullmatch(text)
    if match is None or match[3] <= match[2]:
        return None
    return f"{match[1]}{match[2]}/{match[1]}{match[3]}"


def typable(edtf: str) -> str:
    """The text that reads as this EDTF when it is typed.

    >>> typable("1921-22"), typable("1921/1922")
    ('edtf:1921-22', '1921/1922')
    """
    return f"{AS_EDTF}{edtf}" if pair_of_years(edtf) else edtf
