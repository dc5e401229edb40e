"""Other people's files: one module a format, one row here, and the endings of its files."""

from pathlib import PurePath

from timeline.errors import UsageError, shown
from timeline.formats.format import Format
from timeline.registry import Registry

FORMATS: Registry[Format] = Registry(
    "format",
    {  # in brackets how its files end; an ending alone means the first format that has it
        "csv": "timeline.formats.csv:FORMAT [csv]",
        "jsonl": "timeline.formats.jsonl:FORMAT [jsonl,ndjson]",
    },
)


def endings(name: str = "") -> tuple[str, ...]:
    """How the files of a format end, or those of all formats.

    >>> endings("jsonl")
    ('.jsonl', '.ndjson')
    """
    return tuple(f".{word}" for one in ([name] if name else FORMATS) for word in FORMATS.words(one))


def format_of(path: PurePath) -> str:
    """The name of the format that a file's ending says; CSV where it says none."""
    ending = path.suffix.lower()
    return next((name for name in FORMATS if ending in endings(name)), "csv")


def format_to_write(path: PurePath | None, asked: str = "") -> str:
    """The name of the format that is asked for, or that the ending of an output says; CSV where neither says any.

    UsageError where the ending says another format than the one that is asked for, or none that there is.
    """
    ending = path.suffix.lower() if path else ""
    if asked and asked not in FORMATS:
        FORMATS.load(asked)  # tells which there are
    if not path or not ending:
        return asked or "csv"
    if ending not in endings(asked):
        which = next((name for name in FORMATS if ending in endings(name)), "no format")
        hint = f"end it in {' or '.join(endings(asked))}"
        raise UsageError(
            f"{path}: {shown(path.suffix)} is the ending of {which}{f', not of {asked}' if asked else ''}",
            hint=f"{hint}, or leave out -f" if which in FORMATS else hint,
        )
    return asked or format_of(path)
