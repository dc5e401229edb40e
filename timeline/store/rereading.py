"""A changed text read back: all of it, or where records each stand on their own, those between what is as it was."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from timeline.record import Value
from timeline.store.alike import alike_above, alike_below
from timeline.store.change import OpenFile
from timeline.store.read import LARGE
from timeline.yaml_outline import record_starts
from timeline.yaml_text import parse_records, piece_records


def read_back(file: OpenFile, body: str) -> list[Mapping[str, Value]]:
    """The records of the text that a file's is to become; InvalidYaml where it is none."""
    found = _read_apart(file, body) if file.apart else _sound(body)
    return [one.record for one in parse_records(body)] if found is None else found


def _read_apart(file: OpenFile, body: str) -> list[Mapping[str, Value]] | None:
    """The same, of a file whose records stand apart; None where only the whole tells.

    Such a text is cut wherever a line begins with a dash, and each piece says by itself what it says among the others.
    """
    old, starts = file.body, record_starts(file.body)
    above = alike_above(old, body)
    below = alike_below(old, body, above)
    # The pieces before the first have an end, and those from the last on a beginning, that is as it was.
    first = max(bisect_right(starts, above - len("- ")) - 1, 0)
    last = bisect_left(starts, len(old) - below, first)
    start = starts[first] if first else 0
    end = len(body) - (len(old) - starts[last]) if last < len(starts) else len(body)
    piece = body[start:end]
    read = _sound(piece)
    if read is None and (records := piece_records(piece)) is not None:
        read = [one.record for one in records]
    if read is None or (last < len(starts) and not piece.endswith("\n")):
        return None
    return [
        *(one.record for one in file.parsed[:first]),
        *read,
        *(one.record for one in file.parsed[last:]),
    ]


def _sound(piece: str) -> list[Mapping[str, Value]] | None:
    """The records of a large text, found sound by one expression each; None where they are to be read in another way."""
    if len(piece) <= LARGE:
        return None
    # Only for large files: 10 ms.
    from timeline.store.sifting import Unusual, exact_records  # noqa: PLC0415

    try:
        return [*exact_records(piece.encode())]
    except (Unusual, UnicodeEncodeError):
        return None
