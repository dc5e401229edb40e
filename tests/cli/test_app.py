"""The command as a whole: its table of commands, its help, its exit codes."""

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from commands import EVENTS, Ran, Run

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
        # What takes something away is never offered for what is like it.
        (["annotate"], 2, 'no such command "annotate"\n  hint: see timeline --help\n'),
        (["remov"], 2, 'no such command "remov"\n  hint: see timeline --help\n'),
        (["remove", "first", "--ye"], 2, "no such option: --ye\n  hint: see timeline remove --help\n"),
        (["add", "x", "--forced"], 2, "no such option: --forced\n  hint: see timeline add --help\n"),
        (["show", "--sicne", "2022"], 2, "no such option: --sicne\n  hint: did you mean --since?\n"),
        (
            ["show", "--first", "x"],
            2,
            'invalid value for "--first": "x" is not a whole number\n  hint: see timeline show --help\n',
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
    ran = run("show", "-rally")
    assert ran.code == 2
    assert 'a word that begins with "-" is an option' in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["-status:draft"],
        ["title:end", "-tag:peace-treaty"],
        ["--", "-title:begin"],
        ["title:begin OR", "-id:first"],
    ],
)
def test_a_word_that_denies_a_field_is_a_query(run: Run, events: Path, words: list[str]) -> None:
    ran = run("show", *words)
    assert ran.code == 0
    assert "Talks end" in ran.out
    assert run("export", *words).code == 0


def test_the_value_of_an_option_is_left_as_it_is(run: Run, events: Path) -> None:
    assert "looked for events that say “-tag:x” in a source" in run("show", "--source", "-tag:x").err
    ran = run("add", "--date", "2022", "--summary", "-tag:x", "A title")
    assert ran.code == 0
    assert 'summary: "-tag:x"\n' in events.read_text()


def test_a_mistake_in_such_a_word_is_marked_where_it_is(run: Run, events: Path) -> None:
    lines = run("show", "-nothing:x").err.splitlines()
    assert lines[1:3] == ["  -nothing:x", "   ^"]


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_has_a_short_name(run: Run, name: str) -> None:
    words = [name] if name else []
    assert run(*words, "-h") == run(*words, "--help")


def test_the_script_of_an_earlier_release_is_given_nothing_to_run(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would give what it reads to `eval`."""
    monkeypatch.setenv("_TIMELINE_COMPLETE", "complete_zsh")
    ran = run()
    told = (
        "this shell completes with the script of an earlier release\n  hint: timeline --install-completion\n"
    )
    assert (ran.code, ran.out, ran.err) == (1, "", told)


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
@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["add", "x", "--date", "2022"],
        ["check"],
        ["export"],
        ["--help"],
        ["show", "--help"],
        ["--version"],
    ],
)
def test_a_full_disk_behind_stdout_is_told(events: Path, words: list[str], buffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*TIMELINE, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": buffered},
        )
    if words != ["check"]:
        assert done.returncode == 4
        assert "standard output: cannot write it: no space left on device\n" in done.stderr
        changed = "hint: what it changed stays changed: look before you run it again" in done.stderr
        assert changed == (words[0] == "add")
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(5, "Input/output error"), "a file: cannot be read or written: input/output error\n"),
        (
            OSError(28, "No space left on device", "x.yaml"),
            "x.yaml: cannot be read or written: no space left on device\n",
        ),
    ],
)
def test_a_file_that_fails_is_never_taken_for_standard_output(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr("timeline.store.stored.read_events", failing)
    assert run("show") == Ran(4, "", told)


def test_closed_streams_are_no_mistake(events: Path) -> None:
    command = f"{sys.executable} -m timeline show >&- 2>&-"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run(command, shell=True, check=False, env=environment).returncode == 0
    command = f"{sys.executable} -m timeline show --data nothing >&- 2>&-"
    assert subprocess.run(command, shell=True, check=False, env=environment).returncode == 4


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("show", 0, ""),
        ("add --date 2022", 2, "the title is missing\n"),
        ("add x", 2, "the date is missing\n"),
        ("remove first", 1, "removing asks first, and nobody is here to answer\n"),
        ("edit first", 2, "there is no terminal for an editor\n"),
        ("draft -", 0, ""),
    ],
)
def test_a_closed_input_is_an_empty_one(events: Path, words: str, code: int, told: str) -> None:
    command = f"{sys.executable} -m timeline {words} <&-"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert events.read_text() == EVENTS


def test_errors_that_nobody_can_be_told_still_have_their_code(events: Path) -> None:
    command = f"{sys.executable} -m timeline show --data nothing 2>/dev/full"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run(command, shell=True, check=False, env=environment).returncode == 4


def test_a_folder_that_has_gone_is_told(tmp_path: Path) -> None:
    command = f"mkdir gone; cd gone; rmdir ../gone; {sys.executable} -m timeline show"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 4
    assert done.stderr == "the current folder is no longer there\n  hint: cd to another\n"
