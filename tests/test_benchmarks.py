"""The long trials of benchmarks/, a short while each: they still run, and what they look for is not there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def traceable() -> bool:
    """Whether strace is there, and may do here what it is there for."""
    if not shutil.which("strace"):
        return False
    return not subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False).returncode


@pytest.mark.parametrize(
    "words",
    [
        [
            "-c",
            "import fuzz; tally = fuzz.work((7, 200, 0.0, None)); assert not tally.failures, tally.failures",
        ],
        ["kills.py", "--adds", "3", "--kills", "4"],
        ["stress.py", "--seconds", "1", "--writers", "2"],
        ["undoing.py", "--rounds", "2"],
        ["large.py", "--events", "200"],
        ["plain.py", "--records", "5000"],
        ["indexes.py", "--damaged", "200", "--events", "13000", "--runs", "1"],
        ["peers.py", "--events", "200", "--runs", "1"],
        ["damage.py", "--flips", "6", "--cuts", "3", "--copies", "2", "--engine", "3"],
        ["torn.py", "--kills", "2", "--commands", "import"],
        pytest.param(
            ["tables.py", "--rows", "20000", "--runs", "1"],
            marks=pytest.mark.skipif(
                not (ROOT.parent / "shared" / "events" / "gdelt").exists(),
                reason="no rows of GDELT are there",
            ),
        ),
        ["doubling.py", "--runs", "1", "--scale", "0.01", "--only", "evidence"],
        pytest.param(
            ["faults.py", "--seconds", "5", "--commands", "add,add-folder,remove-folder,check,init,export"],
            marks=pytest.mark.skipif(
                not traceable(), reason="strace is not installed, or may not trace here"
            ),
        ),
    ],
    ids=[
        "fuzz",
        "kills",
        "stress",
        "undoing",
        "large",
        "plain",
        "indexes",
        "peers",
        "damage",
        "torn",
        "tables",
        "doubling",
        "faults",
    ],
)
def test_a_trial_runs(words: list[str]) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT / "benchmarks",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
