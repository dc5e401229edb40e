"""What it costs to start, in instructions, which a busy machine does not change: each command against what any Typer program pays.

    python benchmarks/start.py [--python PATH]

Under valgrind's cachegrind, from an installed wheel whose files are compiled: PATH is a Python that has it. B is
`python -c "import typer, rich.table"`, as in run.py.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STORY = (
    "TOKYO, February 7, 2023. Prime Minister Fumio Kishida told a rally on Tuesday that Japan would go on with the talks.\n\n"
    "Russia had halted them in March 2022. Foreign Minister Sergey Lavrov said on Monday that nothing had changed.\n"
)
COMMANDS = (
    "--version",
    "show",
    "show --help",
    "check",
    "stats",
    "edit 2022-03-21-talks-ended --kind talks --dry-run",
    "add Talks --date 2024-03 --dry-run",
    "draft story.txt",
)
_counted = re.compile(r"I +refs: +([0-9,]+)")


def instructions(words: list[str], folder: str) -> int:
    """How many instructions a process takes; the order of sets is fixed, so that two runs are within a hundredth."""
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("TIMELINE")},
        "PYTHONHASHSEED": "0",
    }
    done = subprocess.run(
        [*tool, *words], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    found = _counted.search(done.stderr)
    if not found:
        raise SystemExit(done.stderr)
    return int(found[1].replace(",", ""))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--python", default=sys.executable)
    python = parser.parse_args().python
    if not shutil.which("valgrind"):
        raise SystemExit("valgrind is not installed: apt install valgrind")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder) / "data")
        (Path(folder) / "story.txt").write_text(STORY, encoding="utf-8")
        least = instructions([python, "-c", "import typer, rich.table"], folder)
        print(f"{'B':<52} {least / 1e6:6,.0f} M")
        for words in COMMANDS:
            taken = instructions([python, "-m", "timeline", *words.split()], folder)
            print(f"{words:<52} {taken / 1e6:6,.0f} M {taken / least:5.2f} B")


if __name__ == "__main__":
    main()
