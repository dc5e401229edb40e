"""Where a command writes what it makes: standard output, a stream, or a file that is none of its inputs."""

from collections.abc import Iterable
from pathlib import Path

from timeline.store.output import check_inputs, descriptor_of

_STDOUT = 1


def destination(output: Path | None, inputs: Iterable[Path]) -> Path | None:
    """What is to be written, None for standard output by any of its names; Refused where that would lose an input."""
    if output is None or str(output) == "-" or descriptor_of(output) == _STDOUT:
        return None
    check_inputs(output, inputs)
    return output
