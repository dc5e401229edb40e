"""The command as a whole: its table of commands, its help, its exit codes."""

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from commands import Run

from timeline import __version__
from timeline.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
TIMELINE = [sys.executable, "-m", "timeline"]


def test_version_is_told(run: Run) -> None:
    assert run("--version").out == f"timeline {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_ends_in_an_example_and_a_row_that_quotes_it(run: Run, name: str) -> None:
    module, _, attribute = COMMANDS[name][0].partition(":")
    function = getattr(import_module(module), attribute)
    assert function.__doc__.splitlines()[0] == COMMANDS[name][1]
    help_ = run(name, "--help")
    assert help_.code == 0
    assert help_.out.splitlines()[-1].strip().startswith(f"timeline {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"timeline {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_help_names_every_command(run: Run) -> None:
    help_ = run("--help").out
    assert all(f"  {name} " in help_ for name in COMMANDS)


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (["shw"], 2, 'no such command "shw"\n  hint: did you mean show?\n'),
        (["show", "--sicne", "2022"], 2, "no such option: --sicne\n  hint: did you mean --since?\n"),
        (
            ["show", "--first", "x"],
            2,
            'invalid value for "--first": "x" is not a valid int range\n  hint: see timeline show --help\n',
        ),
        (["show", "--view", "lane"], 2, 'view "lane" is not known\n  hint: did you mean "lanes"?\n'),
    ],
)
def test_mistakes_of_the_command_line_are_told_with_a_hint(
    run: Run, events: Path, words: list[str], code: int, err: str
) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (code, err)


def test_a_word_that_begins_with_a_dash_is_an_option_and_the_error_says_so(run: Run, events: Path) -> None:
    ran = run("show", "-tag:rally")
    assert ran.code == 2
    assert 'a word that begins with "-" is an option' in ran.err


@pytest.mark.skipif(os.name != "posix", reason="a shell with pipes")
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text("".join(f"- date: {1000 + n}\n  title: Event {n}\n" for n in range(5000)))
    command = f"{sys.executable} -m timeline show -d {path} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").write_text("")
    lock = "import fcntl, os, time; fcntl.flock(os.open('data', os.O_RDONLY), fcntl.LOCK_EX); print(1, flush=True); time.sleep(30)"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", lock], cwd=tmp_path, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        words = [*TIMELINE, "add", "x", "--date", "2022"]
        with subprocess.Popen(
            words, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment
        ) as process:
            assert process.stderr is not None
            assert process.stderr.readline().startswith("waiting for ")
            process.send_signal(signal.SIGINT)
            assert process.wait() == 130
            assert "Traceback" not in process.stderr.read()
        holder.kill()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.parametrize("words", [["show"], ["add", "x", "--date", "2022"], ["check"], ["export"]])
def test_a_full_disk_behind_stdout_is_told(events: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*TIMELINE, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    events.write_text("- date: 2022-13\n  title: x\n")
    if words != ["check"]:
        assert done.returncode == 4
        assert "standard output: cannot write it: no space left on device\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_closed_streams_are_no_mistake(events: Path) -> None:
    command = f"{sys.executable} -m timeline show >&- 2>&-"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run(command, shell=True, check=False, env=environment).returncode == 0
    command = f"{sys.executable} -m timeline show --data nothing >&- 2>&-"
    assert subprocess.run(command, shell=True, check=False, env=environment).returncode == 4


def test_a_folder_that_has_gone_is_told(tmp_path: Path) -> None:
    command = f"mkdir gone; cd gone; rmdir ../gone; {sys.executable} -m timeline show"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 4
    assert done.stderr == "the current folder is no longer there\n  hint: cd to another\n"
