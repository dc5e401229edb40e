"""Proposals of somebody else for articles, read from a file; what is not taken is told."""

from collections.abc import Sequence
from pathlib import Path

from timeline.cli.words import note, say_some
from timeline.counting import counted
from timeline.drafts.offered import read_offers, taken
from timeline.drafts.proposals import Drafted
from timeline.errors import InvalidData
from timeline.formats.foreign import open_bytes
from timeline.formats.format import ReadOptions
from timeline.formats.text import opened


def offered(path: Path, drafts: Sequence[Drafted]) -> list[Drafted]:
    """The articles with the proposals of a file that they bear out. Says which they do not, and how many they do."""
    with (
        open_bytes(path) as stream,
        opened(stream, ReadOptions(note=lambda line: note(f"{path}:{line}"))) as file,
    ):
        found, wrong = taken(drafts, read_offers(file.read()))
    number = sum(len(draft.proposals) for draft in found)
    if wrong:
        say_some([InvalidData(f"{path}:{one.message}", hint=one.hint) for one in wrong])
    note(f"{path}: {counted(number + len(wrong), 'proposal')}: {number:,} taken, {len(wrong):,} not")
    return found
