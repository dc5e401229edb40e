"""What a reader of a format yields, for tests that expect records."""

import io

from timeline.errors import InvalidData
from timeline.formats.format import Format, ReadOptions
from timeline.record import Record


def records(form: Format, text: str, options: ReadOptions = ReadOptions()) -> list[Record]:  # noqa: B008 - frozen
    """The records of a text; the first mistake of a row is raised."""
    assert form.read is not None
    found = []
    assert form.read is not None
    for _, row in form.read(io.BytesIO(text.encode()), options):
        if isinstance(row, InvalidData):
            raise row
        if isinstance(row, dict):
            found.append(row)
    return found
