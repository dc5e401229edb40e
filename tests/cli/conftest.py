"""Running the command in this process, as its `main` would run at a prompt."""

import sys
from pathlib import Path

import pytest
from commands import EVENTS, Ran, Run

from timeline.cli.app import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def ran(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["timeline", *words])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return Ran(stop.value.code, captured.out, captured.err)

    return ran


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection of two events, where the command finds it by itself."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "data" / "events.yaml"
    path.parent.mkdir()
    path.write_text(EVENTS, encoding="utf-8")
    return path
