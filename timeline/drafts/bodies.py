"""Organisations that news calls by name, each by all its names: international bodies, alliances, parties, armed groups, companies."""

import re
from functools import cache
from pathlib import Path

from timeline.tuples import NamedTuple


class Bodies(NamedTuple):
    """The table: the name that an event keeps by each spelling, and by that name the words that stand for it once told."""

    names: dict[str, str]
    called: dict[str, tuple[str, ...]]


@cache
def bodies() -> Bodies:
    """Read the table: 1 ms, once, when a text is first drafted."""
    names, called = {}, {}
    for row in (Path(__file__).parent / "bodies.tsv").read_text(encoding="utf-8").splitlines():
        name, spellings, words, *_ = f"{row}\t\t".split("\t")
        if not name.startswith("#"):
            names.update(dict.fromkeys((name, *filter(None, spellings.split("; "))), name))
            called[name] = tuple(filter(None, words.split("; ")))
    return Bodies(names, called)


@cache
def callings() -> re.Pattern[str]:
    """A word that stands for a body which was told before, as whose somebody acts: "the alliance's secretary-general"."""
    words = sorted(
        {word for called in bodies().called.values() for word in called}
    )  # none begins as another does
    return re.compile(rf"\b[Tt]he ({'|'.join(words)})['’]s? ")
