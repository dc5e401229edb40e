"""Every `$ timeline …` block of the README prints what the README shows, on the shipped events."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n", re.MULTILINE)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the whole tour: a copy of the shipped events, changed by each block for the next."""
    folder = tmp_path_factory.mktemp("tour")
    shutil.copytree(ROOT / "data", folder / "data")
    command = folder / "bin" / "timeline"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m timeline "$@"\n')
    command.chmod(0o755)
    return folder


def _printed(command: str, folder: Path) -> str:
    environment = {
        "COLUMNS": "100",
        "HOME": str(folder),
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    # Git and editors take spaces off the ends of lines; what the tool prints at an end of line is never a space.
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).splitlines())


def _as_printed(session: str, folder: Path) -> str:
    return "".join(f"$ {command}\n{_printed(command, folder)}" for command in COMMAND.findall(session))


def test_every_block_prints_what_it_shows(tour: Path, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    sessions = BLOCK.findall(text)
    assert len(sessions) > 3, "the README shows the tool at work"
    if request.config.getoption("--update-golden"):
        README.write_text(BLOCK.sub(lambda match: _as_printed(match[1], tour), text), encoding="utf-8")
        return
    for session in sessions:
        assert _as_printed(session, tour) == session
