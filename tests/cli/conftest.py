"""A small collection for the tests of commands."""

from pathlib import Path

import pytest
from commands import EVENTS


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection of two events, where the command finds it by itself."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "data" / "events.yaml"
    path.parent.mkdir()
    path.write_text(EVENTS, encoding="utf-8")
    return path
