"""The gold articles: texts in the manner of diplomatic news, with every expression of time marked and explained by hand.

A file has three parts between lines of `---`: its setting, the text with each expression in square brackets, and a line
for each expression: text | type | value | mod | EDTF, where `-` is nothing. The folder of a language has articles in it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One article, and what a careful reader finds in it: (start, end, text, type, value, mod, edtf)."""

    name: str
    language: str
    text: str
    today: str
    dateline: str | None
    narrative: bool
    mentions: tuple[tuple[int, int, str, str, str, str | None, str | None], ...]


def read_gold(path: Path) -> Gold:
    """The article in a gold file."""
    head, marked, table = path.read_text(encoding="utf-8").split("---\n")
    setting = dict(line.split(": ") for line in head.splitlines())
    text, spans = "", []
    for piece in re.split(r"(\[[^]]*\])", marked):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
            text += piece[1:-1]
        else:
            text += piece
    rows = [
        tuple(None if cell.strip() == "-" else cell.strip() for cell in line.split(" | "))
        for line in table.splitlines()
        if line
    ]
    assert len(rows) == len(spans), path.name
    found = []
    for (start, end), (words, kind, value, mod, edtf) in zip(spans, rows, strict=True):
        assert text[start:end] == words, (path.name, text[start:end], words)
        assert words
        assert kind
        assert value
        found.append((start, end, words, kind, value, mod, edtf))
    return Gold(
        name=path.stem,
        language="en" if path.parent == FOLDER else path.parent.name,
        text=text,
        today=setting["today"],
        dateline=None if setting["dateline"] == "-" else setting["dateline"],
        narrative=setting["narrative"] == "yes",
        mentions=tuple(found),
    )


ARTICLES = tuple(read_gold(path) for path in sorted(FOLDER.glob("*.txt")))  # in English
IN_OTHER_LANGUAGES = tuple(read_gold(path) for path in sorted(FOLDER.glob("*/*.txt")))
