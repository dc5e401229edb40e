"""`timeline add`: one event more, and nothing else changed."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from commands import EVENTS, Run

ROOT = Path(__file__).resolve().parents[2]


def test_an_event_with_every_option_is_put_behind_the_others(run: Run, events: Path) -> None:
    ran = run(
        *(
            "add",
            "Rally in Tokyo",
            "--date",
            "Tuesday",
            "--today",
            "2023-02-10",
            "--summary",
            "They met: again.",
        ),
        *(
            "--actor",
            "Japan",
            "--actor",
            "Fumio Kishida",
            "--place",
            "Tokyo",
            "--kind",
            "rally",
            "--tag",
            "rally",
        ),
        *(
            "--status",
            "confirmed",
            "--source-title",
            "T",
            "--source-publisher",
            "TASS",
            "--source-author",
            "A",
        ),
        *(
            "--source-date",
            "today",
            "--source-url",
            "https://example.org/",
            "--source-quote",
            "held in Tokyo",
        ),
        *("--source-at", "p. 3", "--lat", "35.7", "--lon", "139.7", "--place-precision", "city"),
        *("--after", "first", "--before", "second", "--related", "second", "--field", "archive=RGVA 7"),
    )
    assert (ran.code, ran.out, ran.err) == (0, "2023-02-07-rally-in-tokyo\n", "")
    assert events.read_text() == EVENTS + (
        "\n- id: 2023-02-07-rally-in-tokyo\n"
        "  date: 2023-02-07\n"
        "  title: Rally in Tokyo\n"
        '  summary: "They met: again."\n'
        "  actors: [Japan, Fumio Kishida]\n"
        "  place: Tokyo\n"
        "  lat: 35.7\n"
        "  lon: 139.7\n"
        "  place_precision: city\n"
        "  kind: rally\n"
        "  tags: [rally]\n"
        "  status: confirmed\n"
        "  sources:\n"
        "    - title: T\n"
        "      publisher: TASS\n"
        "      author: A\n"
        "      date: 2023-02-10\n"
        "      url: https://example.org/\n"
        "      quote: held in Tokyo\n"
        "      at: p. 3\n"
        "  after: [first]\n"
        "  before: [second]\n"
        "  related: [second]\n"
        "  archive: RGVA 7\n"
    )


def test_blanks_around_a_text_are_not_part_of_it(run: Run, events: Path) -> None:
    ran = run(
        *(
            "add",
            " Note\u00a0",
            "--date",
            " 2022 ",
            "--actor",
            " Japan ",
            "--place",
            " ",
            "--source-title",
            " T ",
        )
    )
    assert ran.out == "2022-note\n"
    assert events.read_text() == EVENTS + (
        "\n- id: 2022-note\n  date: 2022\n  title: Note\n  actors: [Japan]\n  sources:\n    - title: T\n"
    )


def test_a_year_taken_for_granted_is_said(run: Run, events: Path) -> None:
    ran = run("add", "x", "--date", "7 Feb", "--today", "2023-02-10")
    assert (ran.out, ran.err) == ("2023-02-07-x\n", 'took "7 Feb" as 2023-02-07\n')


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (["x"], 2, "the date is missing\n"),
        (["--date", "2022"], 2, "the title is missing\n"),
        (["x", "--date", "soon"], 2, 'date "soon" is not understood\n'),
        (["x", "--date", "03/02/2023"], 2, 'date "03/02/2023" can mean 3 February 2023 or 2 March 2023\n'),
        (["x", "--date", "2022", "--status", "true"], 2, 'status "true" is not known\n'),
        (["x", "--date", "2022", "--id", "A B"], 2, 'id "A B" is not a slug\n'),
        (["x", "--date", "2022", "--id", "first"], 1, 'the id "first" is in use\n'),
        (["x", "--date", "2022", "--after", "third"], 1, 'no event has the id "third"\n'),
        (["a\nb", "--date", "2022"], 2, 'title "a\\nb" has more than one line\n'),
        (
            ["TALKS END", "--date", "2022"],
            1,
            'data/events.yaml:14: looks the same: 21 Mar 2022, "Talks end"\n',
        ),
        (
            ["x", "--date", "2022", "--data", "a", "--data", "b"],
            2,
            "a writing command needs exactly one collection\n",
        ),
        (["x", "--date", "2022", "--data", "none.yaml"], 4, "none.yaml: there is no such file or folder\n"),
        (
            ["x", "--date", "2022", "--day-first", "--month-first"],
            2,
            "--day-first and --month-first contradict",
        ),
    ],
)
def test_a_refused_event_leaves_the_file_alone(
    run: Run, events: Path, words: list[str], code: int, err: str
) -> None:
    ran = run("add", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(err)
    assert "\n  hint: " in ran.err
    assert events.read_text() == EVENTS


def test_force_adds_what_looks_the_same_or_refers_to_nothing(run: Run, events: Path) -> None:
    assert run("add", "Talks end", "--date", "2022", "--force").out == "2022-talks-end\n"
    assert (
        run("add", "Talks end", "--date", "2022", "--force", "--related", "none").out == "2022-talks-end-2\n"
    )


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run, events: Path) -> None:
    ran = run("add", "Note", "--date", "2022", "--dry-run")
    assert ran.out.endswith("\n+- id: 2022-note\n+  date: 2022\n+  title: Note\n")
    assert ran.out.startswith("--- a/data/events.yaml\n+++ b/data/events.yaml\n")
    assert events.read_text() == EVENTS


def test_into_a_folder_goes_a_file_of_its_own(run: Run, events: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    assert run("add", "Note", "--date", "2022", "--data", "many").out == "2022-note\n"
    assert (folder / "2022-note.yaml").read_text() == "id: 2022-note\ndate: 2022\ntitle: Note\n"


def test_on_a_terminal_what_is_missing_is_asked_for(events: Path) -> None:
    leader, follower = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "add", "--today", "2023-02-10"],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=follower,
        cwd=events.parent,
        env=environment,
        text=True,
    ) as process:
        os.write(leader, b"Asked for\nsoon\nyesterday\n")
        out, _ = process.communicate(timeout=30)
    os.close(follower)
    asked = os.read(leader, 10_000).decode()
    os.close(leader)
    assert out == "2023-02-09-asked-for\n"
    assert asked.count("When: ") == 2
    assert 'date "soon" is not understood' in asked
