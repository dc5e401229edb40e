"""What is taken back of a collection's last change, and what a person sees of it."""

import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from timeline.cli.diff import diff_lines, print_diff
from timeline.cli.words import note
from timeline.counting import counted
from timeline.errors import harmless
from timeline.store.commit import last_change, undo, undoable
from timeline.store.journal import Part, Turn, empty
from timeline.store.sides import Cut, made


def take_back(path: Path, turn: Turn) -> None:
    """Take back the last change, and print the files that are as before."""
    entry = undo(path, turn, _tell)
    note(f"took back: timeline {entry.command}")
    for part in entry.parts:
        print(harmless(_typed(part.place)))  # noqa: T201 - the files are what undo prints


def would_take_back(path: Path, turn: Turn) -> None:
    """Show what taking back the last change would change."""
    entry = last_change(path, turn)
    now = undoable(entry, path, _tell)
    note(f"would take back: timeline {entry.command}")
    print_diff((_typed(part.place), data or b"", b"".join(made(part.old, data))) for part, data, _ in now)


def forget(turn: Turn) -> None:
    """Empty the journal, and say of how many changes."""
    note(f"forgot {counted(empty(turn.journal) if turn.journal else 0, 'change')}")


def _tell(parts: Sequence[Part]) -> None:
    """Say what has become of files, which is why they are left as they are; of a large one, what cannot be done to it."""
    for part in parts:
        place, old, new = _typed(part.place), part.old or b"", part.new or b""
        heading = 0
        if isinstance(old, Cut) and isinstance(new, Cut):
            note(f"{place}: of a file this large only the change is kept, which backwards is")
            old, new, heading = old.between, new.between, 3  # the two names, and which lines of the pieces
        assert not isinstance(old, Cut)
        assert not isinstance(new, Cut)
        lines = diff_lines(place, old.decode(errors="replace"), new.decode(errors="replace"))
        for line in islice(lines, heading, None):
            note(line)


def _typed(place: Path) -> str:
    """A file as a person would type it: from the current folder, where it is in that."""
    here = Path.cwd()
    return os.path.relpath(place, here) if place.is_relative_to(here) else str(place)
