"""Other people's files: one module a format, one row here. A file's ending is the name of its format."""

from pathlib import PurePath

from timeline.formats.format import Format
from timeline.registry import Registry

FORMATS: Registry[Format] = Registry(
    "format",
    {
        "csv": "timeline.formats.csv:FORMAT",
        "jsonl": "timeline.formats.jsonl:FORMAT",
    },
)


def format_of(path: PurePath | None) -> str:
    """The name of the format that a file's ending says; CSV where it says none."""
    ending = path.suffix.lstrip(".").lower() if path else ""
    return ending if ending in FORMATS else "csv"
