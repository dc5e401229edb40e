"""What a writing command would write, as a unified diff."""

import difflib
from collections.abc import Iterable

from timeline.errors import harmless


def print_diff(changes: Iterable[tuple[str, bytes, bytes]]) -> None:
    """Print each planned change, a path with its old and its new bytes, as `diff -u` would."""
    for path, old, new in changes:
        name = path.lstrip("/")
        lines = difflib.unified_diff(
            old.decode(errors="replace").splitlines(keepends=True),
            new.decode(errors="replace").splitlines(keepends=True),
            f"a/{name}",
            f"b/{name}",
        )
        for line in lines:
            print(harmless(line.rstrip("\r\n")))  # noqa: T201 - the diff is what a dry run prints
