"""Standard output that says so when it fails: the system's error of a write names no file."""

import io
from typing import Any

STANDARD_OUTPUT = "standard output"


class _Named(io.RawIOBase):
    """A file whose errors name it."""

    def __init__(self, raw: Any, name: str) -> None:
        self.raw = raw
        self.name = name

    def write(self, data: Any) -> int | None:
        """Write some of the bytes, and return how many."""
        try:
            written: int | None = self.raw.write(data)
        except OSError as error:
            error.filename = self.name
            raise
        return written

    def writable(self) -> bool:
        """Whether it is for writing, which it is."""
        return True

    def fileno(self) -> int:
        """The number of the file."""
        number: int = self.raw.fileno()
        return number

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return bool(self.raw.isatty())


def named_output(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """The stream again, as `STANDARD_OUTPUT`, with "?" for a character that its encoding lacks; buffered as it was."""
    raw = getattr(stream.buffer, "raw", stream.buffer)  # python -u has no buffer
    named: Any = _Named(raw, STANDARD_OUTPUT)
    return io.TextIOWrapper(
        named if raw is stream.buffer else io.BufferedWriter(named),
        encoding=stream.encoding,
        errors="replace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
