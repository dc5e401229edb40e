"""The records of a text by their shapes, one after another."""

from collections.abc import Iterator

from timeline.yaml_sound import Shapes, SoundRecord


def shaped_records(text: str) -> Iterator[SoundRecord | None]:
    """Each record of a text that has a character for each byte; None for one that has no usual shape."""
    shapes, at = Shapes(), 0
    while at < len(text):
        at, record = shapes.record(text, at)
        yield record
