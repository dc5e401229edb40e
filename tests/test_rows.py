"""One new view is one file and one row, and so is one new format: help, completion, guards and pages follow."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VIEW = """
from functools import partial

from timeline.views.drawn import Drawn


def draw(shown, options):
    return Drawn(options, partial(_lines, shown, options))


def _lines(shown, options, pen, cells):
    for one in shown:
        yield from pen.line([(f"toy {one.event.id} by {options.by}", None)])
"""
FORMAT = """
from timeline.formats.format import Format


def write(events, options):
    for event in events:
        yield f"toy {event.id}\\n"


def read(stream, name):
    for number, line in enumerate(stream, 1):
        yield number, {"id": line.decode().split()[1], "date": "2022", "title": line.decode().strip()}


FORMAT = Format(write=write, read=read)
"""
PROGRAM = """
from timeline.formats import FORMATS
from timeline.views import VIEWS

VIEWS._rows["toy"] = "toy_view:draw [by]"
FORMATS._rows["toy"] = "toy_format:FORMAT [in,out,.toy]"
from timeline.cli.app import main

main()
"""


def _ran(folder: Path, *words: str) -> str:
    (folder / "toy_view.py").write_text(VIEW, encoding="utf-8")
    (folder / "toy_format.py").write_text(FORMAT, encoding="utf-8")
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{folder}", "COLUMNS": "200", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, str(folder / "program.py"), *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_toy_view_is_drawn_helped_and_guarded(tmp_path: Path) -> None:
    drawn = _ran(tmp_path, "show", "--view", "toy", "--by", "actor", "--kind", "rally")
    assert drawn == "toy 2023-02-07-tokyo-rally by actor\n"
    assert "--per says nothing to the view toy" in _ran(tmp_path, "show", "--view", "toy", "--per", "year")
    helped = " ".join(_ran(tmp_path, "show", "--help").split())
    assert "gaps, toy." in helped
    assert "Lanes, density, matrix, gaps, toy: by actor" in helped


def test_a_toy_format_is_written_and_read_by_its_name(tmp_path: Path) -> None:
    _ran(tmp_path, "export", "--kind", "rally", "-o", str(tmp_path / "x.toy"))
    assert (tmp_path / "x.toy").read_text(encoding="utf-8") == "toy 2023-02-07-tokyo-rally\n"
    _ran(tmp_path, "init", str(tmp_path / "c.yaml"))
    said = _ran(tmp_path, "import", str(tmp_path / "x.toy"), "--data", str(tmp_path / "c.yaml"))
    assert said.startswith("2023-02-07-tokyo-rally\n")
