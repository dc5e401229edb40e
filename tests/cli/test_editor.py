"""`timeline edit ID`: what comes back from the editor is checked, and a person's text is never lost or guessed at."""

import errno
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from commands import EVENTS, Run

ROOT = Path(__file__).resolve().parents[2]
NO_FILE = os.strerror(errno.ENOENT).lower()


class Edited(NamedTuple):
    """What an edit said, its exit code, and whether the user's text was kept."""

    code: int
    out: str
    told: str
    kept: str


Edit = Callable[..., Edited]


@pytest.fixture
def edit(events: Path, tmp_path: Path) -> Edit:
    """Edit `second`, or others, with an editor that runs Python code on the file `p`, and answer its questions."""
    editor = tmp_path / "editor.py"
    folder = tmp_path / "tmp"
    folder.mkdir()

    def edited(
        code: str, keys: str = "n\n", *, command: str = "", words: Sequence[str] = ("second",)
    ) -> Edited:
        editor.write_text(
            f"import sys, os, pathlib\np = pathlib.Path(sys.argv[1])\nevents = pathlib.Path({str(events)!r})\n{code}\n"
        )
        leader, follower = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "timeline", "edit", *words],
            stdin=follower,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=events.parent,
            env=os.environ
            | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder), "VISUAL": ""}
            | {"EDITOR": command or f"{sys.executable} {editor}"},
            text=True,
        ) as process:
            os.write(leader, keys.encode())
            out, err = process.communicate(timeout=30)
        os.close(follower)
        os.close(leader)
        assert "Traceback" not in err
        kept = "".join(path.read_text(errors="replace") for path in folder.rglob("event.yaml"))
        shutil.rmtree(folder)
        folder.mkdir()
        return Edited(process.returncode, out, err, kept)

    return edited


def test_the_editor_is_opened_again_until_the_event_is_right(edit: Edit, events: Path) -> None:
    ran = edit(
        "text = p.read_text()\n"
        "if '2022-13' in text: p.write_text(text.replace('2022-13', '2022-04'))\n"
        "else: p.write_text(text.replace('Talks end', 'Done').replace('2022-03-21', '2022-13'))",
        "y\n",
    )
    assert (ran.code, ran.out, ran.kept) == (0, "second\n", "")
    assert 'line 2: date "2022-13" is not a calendar date' in ran.told
    assert events.read_text() == EVENTS.replace("2022-03-21 ", "2022-04 ").replace("Talks end", "Done")


def test_an_unchanged_text_changes_nothing(edit: Edit, events: Path) -> None:
    assert edit("") == Edited(0, "", "nothing to change\n", "")
    assert events.read_text() == EVENTS


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("p.write_text('')", "here are 0 records and not one"),
        ("p.write_text('- a: 1\\n- b: 2\\n')", "here are 2 records and not one"),
        (
            "p.write_text('- id: x\\n  title: [T\\n')",
            "line 2: not YAML: a bracket that does not close",
        ),
        ("p.write_text('- id: second\\n  date: 2022\\n  status: x\\n')", "title is missing"),
        ("p.write_text('- id: second\\n  date: 2022\\n  status: x\\n')", 'line 3: status "x" is not known'),
        ("p.write_text('- id: first\\n  date: 2022\\n  title: T\\n')", 'the id "first" is in use'),
        ("p.write_text('id: second\\ndate: 2022\\ntitle: T\\n')", "not YAML"),
        (
            "p.write_text('- id: second\\n  date: 2022\\n  title: *no\\n')",
            '"*no" has no anchor "&no" above it',
        ),
        ("p.write_bytes(b'- id: second\\n  date: 2022\\n  title: caf\\xe9\\n')", "byte 0xe9 is not UTF-8"),
    ],
)
def test_what_is_no_event_is_refused_and_the_text_kept(
    edit: Edit, events: Path, code: str, told: str
) -> None:
    ran = edit(code)
    assert ran.code == 1
    assert told in ran.told
    assert "Go on editing? [Y/n]: nothing is written\n" in ran.told
    assert "your text is kept in " in ran.told
    assert events.read_text() == EVENTS


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("p.unlink()", "event.yaml: the editor has left no text"),
        ("sys.exit(3)", "ended with code 3"),
        ("p.write_text(p.read_text() + '  kind: x\\n'); sys.exit(3)", "your text is kept in "),
        (
            "p.write_text(p.read_text() + '  kind: x\\n')\n"
            "events.write_text(events.read_text().replace('Talks end', 'Other'))",
            'the event "second" was changed by another program meanwhile',
        ),
    ],
)
def test_what_goes_wrong_meanwhile_is_told(edit: Edit, events: Path, code: str, told: str) -> None:
    ran = edit(code)
    assert ran.code == 4
    assert told in ran.told
    assert ("kind: x" in ran.kept) == ("kind: x" in code)
    assert events.read_text().replace("Other", "Talks end") == EVENTS


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("vi 'x", 2, 'the editor "vi \'x" is no command: it ends within a quotation, or with a backslash'),
        ("no-such-editor", 4, f'the editor "no-such-editor" cannot be started: {NO_FILE}'),
        ("vi \\", 2, 'the editor "vi \\" is no command: it ends within a quotation, or with a backslash'),
    ],
)
def test_an_editor_that_is_none_is_told(edit: Edit, events: Path, command: str, code: int, told: str) -> None:
    ran = edit("", command=command)
    assert ran.code == code
    assert ran.told == f"{told}\n  hint: set EDITOR to another, as in EDITOR=nano\n"
    assert ran.kept == ""


def test_line_ends_and_marks_of_the_editor_do_not_get_into_the_file(edit: Edit, events: Path) -> None:
    ran = edit(
        "p.write_bytes(b'\\xef\\xbb\\xbf' + p.read_bytes().replace(b'Talks end', b'Done').replace(b'\\n', b'\\r\\n'))"
    )
    assert ran.code == 0
    assert events.read_bytes().decode() == EVENTS.replace("Talks end", "Done")
    events.write_bytes(EVENTS.replace("\n", "\r\n").removesuffix("\r\n").encode())
    assert edit("p.write_text(p.read_text().replace('Talks end', 'Done') + '\\n')").code == 0
    assert events.read_bytes().decode() == EVENTS.replace("Talks end", "Done").replace(
        "\n", "\r\n"
    ).removesuffix("\r\n")


def test_an_id_changed_by_hand_is_the_one_that_is_printed(edit: Edit, events: Path) -> None:
    assert edit("p.write_text(p.read_text().replace('id: second', 'id: third'))").out == "third\n"


def test_an_alias_to_another_record_may_stay(edit: Edit, events: Path) -> None:
    text = EVENTS.replace("place: Moscow", "place: &m Moscow") + "  place: *m\n"
    events.write_text(text)
    assert edit("p.write_text(p.read_text() + '  kind: talks\\n')").code == 0
    assert events.read_text() == text + "  kind: talks\n"


def test_without_a_terminal_no_editor_opens(run: Run, events: Path) -> None:
    assert run("edit", "first").err.startswith("there is no terminal for an editor\n  hint: ")
    assert run("edit", "first", "--dry-run").code == 2


def test_an_interrupt_is_the_editors_own_matter(edit: Edit, events: Path) -> None:
    ran = edit(
        "import signal\nsignal.signal(2, lambda *_: None)\n"
        "os.kill(os.getppid(), 2); os.kill(os.getpid(), 2)\n"
        "p.write_text(p.read_text().replace('Talks end', 'Done'))"
    )
    assert (ran.code, ran.out, ran.kept) == (0, "second\n", "")
    assert "Done" in events.read_text()


@pytest.mark.parametrize(
    "code", ["import signal; signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)", "sys.exit(130)"]
)
def test_a_text_whose_editor_is_interrupted_is_kept(edit: Edit, events: Path, code: str) -> None:
    ran = edit(f"p.write_text(p.read_text() + '  kind: x\\n')\n{code}")
    assert ran.code == 130
    assert ran.told.startswith("your text is kept in ")
    assert "kind: x" in ran.kept
    assert events.read_text() == EVENTS
    assert edit(code) == Edited(130, "", "", "")


def test_a_text_is_kept_when_the_question_is_not_answered(edit: Edit, events: Path) -> None:
    ran = edit("p.write_text('')\n", "\x04")
    assert ran.code == 130
    assert "Go on editing? [Y/n]: \nyour text is kept in " in ran.told
    assert events.read_text() == EVENTS


SEVERAL = EVENTS + "- {date: 2023, title: No id, tags: [ a ]} # last\n"
ALL = ("--where", "since:2018")


def test_several_events_are_edited_in_one_text_each_in_its_own_bytes(edit: Edit, events: Path) -> None:
    events.write_bytes(SEVERAL.replace("\n", "\r\n").encode())
    ran = edit(
        "p.write_text(p.read_text().replace('Talks', 'Negotiations').replace('[ a ]', '[ b ]'))", words=ALL
    )
    assert (ran.code, ran.out, ran.kept) == (0, "first\nsecond\n", "")
    assert ran.told == "and 1 event without an id\n"
    changed = SEVERAL.replace("Talks", "Negotiations").replace("[ a ]", "[ b ]")
    assert events.read_bytes() == changed.replace("\n", "\r\n").encode()


def test_several_events_are_shown_below_lines_that_say_which_they_are(edit: Edit, events: Path) -> None:
    ran = edit("sys.stderr.write(p.read_text())", words=["second", "first"])
    assert ran.told == (
        "# Each event stands below its own line, which stays. What is deleted here is not removed.\n"
        '# 1 of 2: "second", events.yaml:14\n'
        + EVENTS.partition("\n\n")[2]
        + '# 2 of 2: "first", events.yaml:2\n'
        + EVENTS.partition("\n\n")[0].partition("\n")[2]
        + "\nnothing to change\n"
    )
    assert events.read_text() == EVENTS


@pytest.mark.parametrize("what", ["'- id: first'", "'# 1 of 2'"])
def test_what_is_deleted_is_not_removed_and_said(edit: Edit, events: Path, what: str) -> None:
    ran = edit(
        f"text = p.read_text()\np.write_text(text[:text.index({what})] + text[text.index('# 2'):].replace('end', 'over'))",
        words=["first", "second"],
    )
    assert (ran.code, ran.out) == (0, "second\n")
    assert ran.told == "not removed: first\n  hint: timeline remove first\n"
    assert events.read_text() == EVENTS.replace("Talks end", "Talks over")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("p.write_text(p.read_text() + '- id: new\\n  date: 2022\\n  title: T\\n')", "line 15: here are 2 records and not one"),
        ("p.write_text('- id: new\\n' + p.read_text())", "line 1: stands above all events"),
        ("p.write_text(p.read_text() * 2)", "line 21: this event stands here twice"),
        ("p.write_text(p.read_text().replace('2022-03-21 ', '2022-13 '))", 'line 16: date "2022-13" is not a calendar date'),
        ("p.write_text(p.read_text().replace('id: first', 'id: second'))", 'the id "second" is in use'),
    ],
)  # fmt: skip
def test_a_text_of_several_that_is_not_theirs_is_refused_whole(
    edit: Edit, events: Path, code: str, told: str
) -> None:
    ran = edit(code, words=["first", "second"])
    assert ran.code == 1
    assert told in ran.told
    assert "Talks begin" in ran.kept
    assert events.read_text() == EVENTS


def test_two_events_may_change_their_ids_for_each_others(edit: Edit, events: Path) -> None:
    ran = edit(
        "p.write_text(p.read_text().replace('id: first', 'id: x').replace('id: second', 'id: first').replace('id: x', 'id: second'))",
        words=["first", "second"],
    )
    assert (ran.code, ran.out) == (0, "second\nfirst\n")


def test_a_dry_run_by_hand_shows_the_difference(edit: Edit, events: Path) -> None:
    ran = edit("p.write_text(p.read_text().replace('Talks', 'Meetings'))", words=[*ALL, "--dry-run"])
    assert "-  title: Talks begin\n+  title: Meetings begin\n" in ran.out
    assert events.read_text() == EVENTS
