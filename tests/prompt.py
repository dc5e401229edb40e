"""Words typed at the prompt, run in this process: what a user would see, and the exit code."""

import sys
from dataclasses import dataclass

import pytest

from timeline.cli.app import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command printed, and the code with which it left."""

    code: int
    out: str
    err: str


def run(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run `timeline` with these words."""
    monkeypatch.setattr(sys, "argv", ["timeline", *words])
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    capsys.readouterr()
    with pytest.raises(SystemExit) as stop:
        main()
    written = capsys.readouterr()
    assert isinstance(stop.value.code, int)
    return Answer(code=stop.value.code, out=written.out, err=written.err)
