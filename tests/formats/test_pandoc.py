"""Documents by pandoc: the narrative in a word processor's file; who has no pandoc is told how to get it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from outside import hostile_events

from timeline.errors import Unavailable
from timeline.formats import FORMATS
from timeline.formats.format import WriteOptions
from timeline.model import Event

EVENT = Event.from_record(
    {"date": "2022-03", "title": "Talks \\textbf{end} in Осло", "sources": [{"title": "TASS"}]}
)
MADE = ("docx", "odt", "pdf")


def written(name: str, events: list[Event]) -> bytes:
    write = FORMATS.load(name).write
    assert write is not None
    return b"".join(
        piece for piece in write(events, WriteOptions(title="History")) if isinstance(piece, bytes)
    )


def tool(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("name", ["docx", "odt"])
def test_pandoc_reads_the_words_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"x.{name}"
    path.write_bytes(written(name, [EVENT, *hostile_events()[:40]]))
    words = ["pandoc", str(path), "--to", "plain", "--wrap", "none"]
    lines = subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[0] == "History"
    assert "March 2022. Talks \\textbf{end} in Осло.[1]" in lines
    assert "[1] “TASS.”" in lines
    assert sum(line.startswith(("March 2022.", "21 March 2022")) for line in lines) == 41


@pytest.mark.parametrize("name", MADE)
def test_who_has_no_pandoc_is_told_how_to_get_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unavailable) as caught:
        written(name, [EVENT])
    assert caught.value.message == name + " is made by pandoc, which is not installed"
    assert "pandoc.org" in (caught.value.hint or "")


def test_a_pdf_is_made_by_the_first_engine_that_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    tool(tmp_path, "pandoc", 'case "$*" in *typst*) echo no typst >&2; exit 47;; esac\n'
         'while [ "$1" != --output ]; do shift; done; echo "%PDF" > "$2"')  # fmt: skip
    with pytest.raises(Unavailable) as caught:
        written("pdf", [EVENT])
    assert caught.value.message == "pdf is made by a program that pandoc calls, and none is installed"
    tool(tmp_path, "typst", "exit 1")
    with pytest.raises(Unavailable) as caught:
        written("pdf", [EVENT])
    assert caught.value.message == 'pandoc made no pdf: "no typst"'
    tool(tmp_path, "xelatex", "exit 1")
    assert written("pdf", [EVENT]) == b"%PDF\n"
