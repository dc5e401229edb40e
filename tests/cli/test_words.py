"""What is said when something is wrong: in words, with a hint that would work."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from commands import EVENTS, Run

from timeline.cli.commands import COMMANDS, command

ROOT = Path(__file__).resolve().parents[2]


def test_without_a_command_the_help_is_printed(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert ran.out.startswith("Usage: timeline ")


@pytest.mark.parametrize("name", COMMANDS)
def test_no_path_is_judged_by_the_option_parser(name: str) -> None:
    """It would say 2 where the contract says 4."""
    for param in command(name).params:
        for attribute in ("exists", "readable", "writable"):
            assert not getattr(param.type, attribute, False), param.name


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["add", "- x", "--date", "2020"], "put -- before it where it is none"),
        (["edit", "x", "--source", "2", "--sources", "x"], "did you mean --source?"),
        (["add", "x", "--place-pre", "city"], "did you mean --place-precision?"),
        (["show", "-x"], "quote the query, as in 'talks -tag:rally'"),
        (["export", "--bom", "-f", "jsonl"], "leave it out, or add -f csv"),
        (["show", "--by", "actor"], "add --view lanes"),
        (["show", "--per", "day", "--view", "lanes"], "add --view density"),
    ],
)
def test_hints_fit_the_command(run: Run, events: Path, words: list[str], hint: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.err.endswith(f"{hint}\n")


def test_an_apostrophe_stays_one(run: Run) -> None:
    assert run("it's").err.startswith('no such command "it\'s"\n')


def test_the_mark_stands_under_the_culprit_behind_wide_characters(run: Run, events: Path) -> None:
    lines = run("show", "東京 foo:bar").err.splitlines()
    assert lines[1] == "  東京 foo:bar"
    assert lines[2] == "       ^"


def test_a_far_year_is_told_as_such(run: Run, events: Path) -> None:
    assert "too far away" in run("show", "--on", "Y1E999999999").err


def test_blank_options_are_absent(run: Run, events: Path) -> None:
    assert run("add", "Note", "--date", "2022", "--place", "", "--summary", " ").code == 0
    assert events.read_text() == EVENTS + "\n- id: 2022-note\n  date: 2022\n  title: Note\n"
    assert run("edit", "first", "--place", "").code == 0
    assert "place:" not in events.read_text()
    assert run("add", "x", "--date", "2022", "--actor", " ").err.startswith("--actor is empty\n")


def test_a_dash_is_standard_output(run: Run, events: Path) -> None:
    assert run("export", "-o", "-").out.startswith("id,date,")


def test_a_terminal_shows_json_as_it_is(events: Path) -> None:
    events.write_text('- date: 2022\n  title: "C:\\\\new"\n  summary: "a\\nb"\n')
    leader, follower = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "timeline", "export", "-f", "jsonl"],
        stdout=follower,
        cwd=events.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    os.close(follower)
    out = os.read(leader, 10_000).decode()
    os.close(leader)
    assert out == '{"date":"2022","title":"C:\\\\new","summary":"a\\nb"}\r\n'


def test_a_pager_that_cannot_be_read_is_no_pager(events: Path) -> None:
    leader, follower = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "show"],
        stdout=follower,
        stderr=subprocess.PIPE,
        cwd=events.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PAGER": "'"},
        check=True,
    )
    os.close(follower)
    os.close(leader)
    assert done.stderr == b""
