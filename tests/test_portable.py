"""What needs POSIX: nothing on the way of a reading command, and writing goes another way without; and a newer Python than the rest runs on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import rich
from outside import node

ROOT = Path(__file__).resolve().parents[1]
MODULES = [
    str(path.relative_to(ROOT).with_suffix("")).replace(os.sep, ".").removesuffix(".__init__")
    for path in sorted((ROOT / "timeline").rglob("*.py"))
    if path.name != "__main__.py"
]
# Windows as far as it can be played here: no modules of POSIX, no folder that opens, locks on bytes, no fchmod.
WINDOWS = """
import fcntl, os, subprocess, sys, types  # subprocess asks for msvcrt, too, and is no part of the play

def locking(descriptor, mode, count):
    assert mode == 2 and count == 1
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, count, os.lseek(descriptor, 0, os.SEEK_CUR))
    except BlockingIOError:
        raise PermissionError(13, "Permission denied") from None

sys.modules["msvcrt"] = types.SimpleNamespace(locking=locking, LK_NBLCK=2)
for name in ("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "fchmod", "fchown"):
    delattr(os, name)
"""
WITHOUT = """
import sys
for name in ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource"):
    sys.modules[name] = None
"""
COMMAND = """
sys.argv = ["timeline", *sys.argv[1:]]
from timeline.cli.app import main
main()
"""


def _ran(program: str, *words: str, cwd: Path = ROOT) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_module_can_be_imported_without_posix() -> None:
    assert _ran(WITHOUT + "".join(f"import {name}\n" for name in MODULES) + "print('done')") == "done\n"


def test_reading_commands_run_without_posix() -> None:
    assert "Tokyo rally" in _ran(WITHOUT + COMMAND, "show")
    assert _ran(WITHOUT + COMMAND, "check") == ""
    assert _ran(WITHOUT + COMMAND, "export").count("\n") == 9


def test_writing_goes_by_locked_bytes_where_there_is_no_flock(tmp_path: Path) -> None:
    run = WINDOWS + WITHOUT + COMMAND
    _ran(run, "init", "events.yaml", cwd=tmp_path)
    assert _ran(run, "add", "Talks end", "--date", "2022-03-21", cwd=tmp_path) == "2022-03-21-talks-end\n"
    assert _ran(run, "edit", "2022-03-21-talks-end", "--place", "Moscow", cwd=tmp_path)
    _ran(run, "export", "-o", "events.csv", cwd=tmp_path)
    assert "Moscow" in (tmp_path / "events.csv").read_text(encoding="utf-8")
    _ran(run, "remove", "2022-03-21-talks-end", "--yes", cwd=tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in left if "timeline-" in name or "lock" in name] == []


def test_two_writers_take_turns_by_locked_bytes(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("", encoding="utf-8")
    adding = (
        WINDOWS
        + WITHOUT
        + """
from pathlib import Path
from timeline.store.journal import Turn
from timeline.store.write import add
for number in range(15):
    add(Path("events.yaml"), lambda there: {"id": f"{sys.argv[1]}-{number}", "date": "2022", "title": "T"}, Turn(wait=60))
"""
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen([sys.executable, "-c", adding, name], cwd=tmp_path, env=environment)
        for name in ("a", "b")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert path.read_text(encoding="utf-8").count("- id: ") == 30


# The newest Python as WebAssembly, which needs no compiler: its folders are the project's and those of what is installed.
NEWEST = """
const { loadPyodide } = await import(file);
const { root, installed, program } = JSON.parse(text);
const python = await loadPyodide();
for (const [at, folder] of [["/project", root], ["/installed", installed]]) {
    python.FS.mkdirTree(at);
    python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, at);
}
process.stdout.write(python.runPython(program));
"""
EVERYTHING = """
import contextlib, importlib, io, json, os, sys
sys.path[:0] = ["/project", "/installed"]
os.chdir("/project")
for name in %r:
    importlib.import_module(name)
from timeline.cli.app import main
sys.argv = ["timeline", "show"]
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) as output:
    with contextlib.suppress(SystemExit):
        main()
    output.flush()
    drawn = output.buffer.getvalue().decode()
json.dumps([sys.version_info[:2], drawn])
"""


def test_a_newer_python_imports_every_module_and_shows_events() -> None:
    asked = {
        "root": str(ROOT),
        "installed": str(Path(rich.__file__).parents[1]),
        "program": EVERYTHING % MODULES,
    }
    version, drawn = node(NEWEST, "pyodide/pyodide.mjs", json.dumps(asked))
    assert version >= [3, 14]
    assert "Tokyo rally" in drawn
