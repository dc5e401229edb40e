"""A file whose records are no events, in words: the first mistake with its line, and how many more there are."""

from collections.abc import Sequence

from timeline.counting import counted
from timeline.errors import InvalidData
from timeline.model import Event
from timeline.record import InvalidRecord, ParsedRecord
from timeline.yaml_outline import outline


def invalid_file(name: str, body: str, parsed: Sequence[ParsedRecord]) -> InvalidData:
    """The error that the file's text deserves; at least one of its records is invalid."""
    found = []
    for position, (record, _) in enumerate(parsed):
        try:
            Event.from_record(record)
        except InvalidRecord as error:
            found += [(position, problem) for problem in error.problems]
    position, first = found[0]
    more = len(found) - 1
    hint = first.hint
    if more:
        also = f"{counted(more, 'more problem')} in this file: timeline check --data {name}"
        hint = f"{hint}; {also}" if hint else also
    return InvalidData(first.message, hint=hint, path=name, line=outline(body).line(position, first.field))
