"""The README is short, and every session in it prints what it shows, on the shipped events."""

from pathlib import Path

import pytest
from pages import ROOT, made_anew

README = ROOT / "README.md"


def test_every_block_prints_what_it_shows(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = made_anew(README, ROOT / "data", tmp_path, columns=100)
    assert text.count("\n$ timeline ") > 3, "the README shows the tool at work"
    if request.config.getoption("--update-golden"):
        README.write_text(text, encoding="utf-8", newline="\n")
    assert README.read_text(encoding="utf-8") == text


def test_the_readme_is_read_in_one_sitting() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 200
