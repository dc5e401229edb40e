"""What a line of markwhen obeys, and the sign that keeps a text from being obeyed."""

import re

from timeline.errors import harmless

JOINER = "\u2060"
"""A sign that nobody sees (WORD JOINER), by which tags, ids, links, pictures and percentages of a text are none."""

_obeyed = re.compile(r"(?<=[#!@\[\]])|(?<=[0-9])(?=%)|(?<=\.)(?=start|end)|(?<=/)(?=/)")
_tag = re.compile(r"(?:^|(?<=\s))#((?!\d+(?:\s|\Z))[A-Za-z0-9_]+)(?=\s|\Z)")


def is_tag(text: str) -> bool:
    """Whether a text can be a tag behind a title."""
    found = _tag.fullmatch(f"#{text}")
    return found is not None


def guarded(text: str) -> str:
    """A text on one line in which nothing is obeyed."""
    return _obeyed.sub(JOINER, harmless(" ".join(text.split())))


def said(line: str) -> tuple[str, list[str]]:
    """The words of a line, as they were before they were guarded, and its tags.

    >>> said("Talks end #talks"), said(guarded("No. #1"))
    (('Talks end', ['talks']), ('No. #1', []))
    """
    tags = _tag.findall(line)
    return " ".join(_tag.sub("", line).replace(JOINER, "").split()), tags
