"""The pages that people read, and what in them is run: sessions at a prompt, sessions in Python, and tables.

A page is text in which three things are held to the code. A block of `console` whose lines begin with `$` is typed
into a shell, a block of `python` whose lines begin with `>>>` into Python; both show what was printed. A table between
`<!-- made: NAME -->` and `<!-- end -->` is the one that `reference.TABLES` makes.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import traceback
from doctest import DocTestParser, Example
from pathlib import Path
from typing import Any

from reference import TABLES
from repository import GIT

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = 56  # of a session, so that help shows it as it is on a terminal of 60

_console = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
_python = re.compile(r"(?<=^```python\n)(?=>>> )(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
# What follows $: lines up to the one that ends a here-document, or lines that each but the last end in a backslash.
_command = re.compile(r"^\$ (.*<<'(\w+)'.*\n(?:.*\n)*?\2$|(?:.*\\\n)*.*)\n", re.MULTILINE)
_table = re.compile(r"(?<=^<!-- made: )([^\n]+) -->\n(.*?)(?=^<!-- end -->$)", re.DOTALL | re.MULTILINE)


def made_anew(page: Path, collection: Path, folder: Path, columns: int = COLUMNS) -> str:
    """The text that a page would have if everything in it were run now, on a copy of the collection in the folder."""
    _workplace(collection, folder)
    text = page.read_text(encoding="utf-8")
    where = [folder]
    text = _console.sub(lambda block: session(block[1], where, folder, columns), text)
    names: dict[str, Any] = {}
    with contextlib.chdir(folder):
        text = _python.sub(lambda block: dialogue(block[1], names), text)
    return with_tables(text)


def with_tables(text: str) -> str:
    """The text with its tables made from the code."""
    return _table.sub(lambda block: f"{block[1]} -->\n{TABLES[block[1]](block[2])}", text)


def session(block: str, where: list[Path], home: Path, columns: int) -> str:
    """The commands of a block, each followed by what it prints; where one goes with `cd`, the next one is."""
    commands = [match[1] for match in _command.finditer(block)]
    return "".join(f"$ {command}\n{_printed(command, where, home, columns)}" for command in commands)


def dialogue(block: str, names: dict[str, Any]) -> str:
    """The statements of a block, each followed by what Python answers; what they define stays in `names`."""
    told = []
    for example in DocTestParser().get_examples(block):
        first, *others = example.source.splitlines()
        lines = [f">>> {first}", *(f"... {line}" if line else "..." for line in others)]
        told.append("\n".join([*lines, *_answer(example, names).splitlines()]))
    return "\n".join(told) + "\n"


def _answer(example: Example, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(example.source, "<page>", "single"), names)
        except Exception as error:  # noqa: BLE001 - shown as Python shows it
            last = traceback.format_exception_only(error)[-1]
            printed.write(f"Traceback (most recent call last):\n  ...\n{last}")
    return printed.getvalue()


def _workplace(collection: Path, folder: Path) -> None:
    """A copy of the collection, changed by each block for the next, and `timeline` on the path."""
    shutil.copytree(collection, folder / collection.name)
    command = folder / "bin" / "timeline"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m timeline "$@"\n')
    command.chmod(0o755)


def _printed(command: str, where: list[Path], folder: Path, columns: int) -> str:
    environment = {
        "COLUMNS": str(columns),
        **GIT,
        "HOME": str(folder),
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "XDG_STATE_HOME": str(folder / "state"),
    }
    here = folder / "bin" / "here"
    done = subprocess.run(
        f"{command}\npwd > {shlex.quote(str(here))}",
        shell=True,
        cwd=where[0],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    where[0] = Path(here.read_text(encoding="utf-8").removesuffix("\n"))
    # Git and editors take spaces off the ends of lines; what the tool prints at an end of line is never a space.
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).splitlines())
