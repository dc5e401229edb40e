"""What the codes of public schemes stand for: tables that are read when a code is first looked up."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SCHEMES = {
    "cameo": ("cameo.toml", "deeds"),
    "region": ("cameo.toml", "regions"),
    "plover": ("plover.toml", "deeds"),
    "cow": ("cow.toml", "states"),
}
"""The schemes of codes, each with its file and the table in it."""


def label(scheme: str, code: str) -> str:
    """What a code stands for in a scheme, or the code itself where the scheme does not have it.

    >>> label("cameo", "036"), label("region", "AFR"), label("cameo", "999")
    ('Express intent to meet or negotiate', 'Africa', '999')
    """
    return _labels(scheme).get(code, code)


@cache
def _labels(scheme: str) -> Mapping[str, str]:
    file, table = SCHEMES[scheme]
    labels: Mapping[str, str] = tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))[
        table
    ]
    return labels
