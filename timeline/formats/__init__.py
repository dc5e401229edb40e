"""Other people's files: one module a format, one row here, and the endings of its files."""

from collections.abc import Mapping
from pathlib import PurePath

from timeline.errors import UsageError, shown
from timeline.formats.format import Format
from timeline.registry import Registry

FORMATS: Registry[Format] = Registry(
    "format",
    {
        "csv": "timeline.formats.csv:FORMAT",
        "jsonl": "timeline.formats.jsonl:FORMAT",
    },
)

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "csv": (".csv",),
    "jsonl": (".jsonl", ".ndjson"),
}
"""How the files of each format end; an ending alone means the first format that has it."""


def format_of(path: PurePath) -> str:
    """The name of the format that a file's ending says; CSV where it says none."""
    ending = path.suffix.lower()
    return next((name for name, endings in ENDINGS.items() if ending in endings), "csv")


def format_to_write(path: PurePath | None, asked: str = "") -> str:
    """The name of the format that is asked for, or that the ending of an output says; CSV where neither says any.

    UsageError where the ending says another format than the one that is asked for, or none that there is.
    """
    ending = path.suffix.lower() if path else ""
    if asked and asked not in FORMATS:
        FORMATS.load(asked)  # tells which there are
    endings = ENDINGS[asked] if asked else tuple(one for several in ENDINGS.values() for one in several)
    if not path or not ending:
        return asked or "csv"
    if ending not in endings:
        which = next((name for name, several in ENDINGS.items() if ending in several), "no format")
        hint = f"end it in {' or '.join(endings)}"
        raise UsageError(
            f"{path}: {shown(path.suffix)} is the ending of {which}{f', not of {asked}' if asked else ''}",
            hint=f"{hint}, or leave out -f" if which in FORMATS else hint,
        )
    return asked or format_of(path)
