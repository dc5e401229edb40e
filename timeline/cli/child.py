"""A program of the user's own that has the terminal for itself: an editor, a pager."""

import signal
import subprocess
from collections.abc import Mapping, Sequence


def run_child(
    command: Sequence[str], *, stdin: bytes | None = None, environment: Mapping[str, str] | None = None
) -> int:
    """Run the program to its end, and return its code; negative where a signal ended it.

    As git does it, a Ctrl-C at the terminal is the program's own matter: an editor or `less` goes on after it. Raises
    OSError where the program cannot be started.
    """
    with subprocess.Popen(  # noqa: S603 - the user's own program
        command, stdin=None if stdin is None else subprocess.PIPE, env=environment
    ) as process:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            process.communicate(stdin)
        finally:
            signal.signal(signal.SIGINT, before)
    return process.returncode


def interrupted(code: int) -> bool:
    """Whether a Ctrl-C ended a program with this code; a shell says 130 for it."""
    return code in (-signal.SIGINT, 128 + signal.SIGINT)
