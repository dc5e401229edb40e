"""What the tests of commands share: a small collection, and what a command said."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

EVENTS = """\
# two events
- id: first
  date: 2018
  title: Talks begin
  actors: [Russia, Japan]
  place: Moscow
  kind: talks
  tags: [peace-treaty]
  sources:
    - publisher: TASS
      date: 2018-05-01
      title: A story

- id: second
  date: 2022-03-21   # a Monday
  title: "Talks end"
  actors: [Russia]
  related: [first]
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let a person say these lines to a command that asks."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
