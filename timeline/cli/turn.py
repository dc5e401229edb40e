"""How the commands of this process take their turn at writing, and where what they replace is kept."""

import shlex
import sys

from timeline.cli.collection import indexes, journal
from timeline.cli.words import note
from timeline.store.journal import Turn

_LENGTH = 200  # characters of a command that are kept: it may name hundreds of files


def turn(wait: float) -> Turn:
    """A turn of this command, for which it waits so many seconds."""
    return Turn(wait=wait, say=note, journal=journal(), command=_words(), indexes=indexes())


def _words() -> str:
    """What was typed, as the journal keeps it."""
    words = shlex.join(sys.argv[1:])
    return words if len(words) <= _LENGTH else f"{words[: _LENGTH - 1]}…"
