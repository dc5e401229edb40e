"""Other people's files: one module a format, one row here. A file's ending is the name of its format."""

from timeline.formats.format import Format
from timeline.registry import Registry

FORMATS: Registry[Format] = Registry(
    "format",
    {
        "csv": "timeline.formats.csv:FORMAT",
        "jsonl": "timeline.formats.jsonl:FORMAT",
    },
)
