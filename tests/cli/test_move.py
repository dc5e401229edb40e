"""`timeline move`: events taken to another file or collection as they stand, and what stands in their way."""

from pathlib import Path

import pytest
from commands import EVENTS, Run

FIRST, SECOND = EVENTS.removeprefix("# two events\n").split("\n\n")
FIRST += "\n"
THIRD = "- {id: third, date: 2023, title: x, after: [first, second]}  # kept\n"
IN_THE_WAY = "  hint: move them together; --cascade takes such references out, --force leaves them\n"


@pytest.fixture(autouse=True)
def _state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_STATE", str(tmp_path_factory.mktemp("state")))


def files() -> dict[str, str]:
    return {str(path): path.read_text() for path in sorted(Path().rglob("*.yaml"))}


def test_within_a_folder_nothing_else_changes(run: Run, events: Path) -> None:
    ran = run("move", "fir", "--to", "data/new.yaml", "-d", "data")
    assert (ran.code, ran.out, ran.err) == (0, "first\n", "")
    assert files() == {"data/events.yaml": f"# two events\n\n{SECOND}", "data/new.yaml": FIRST}
    assert run("move", "fir", "--to", "data/new.yaml", "-d", "data").err == "nothing to change\n"
    assert run("move", "first", "second", "--to", "data", "-d", "data").out == "first\nsecond\n"
    assert files()["data/second.yaml"] == SECOND.replace("\n  ", "\n").removeprefix("- ")
    assert run("check", "-d", "data").code == 0
    for _ in range(2):
        run("undo", "-d", "data")
    assert files() == {"data/events.yaml": EVENTS}


def test_a_file_of_a_folder_is_part_of_it(run: Run, events: Path) -> None:
    assert run("move", "first", "--to", "data").out == "first\n"
    assert sorted(files()) == ["data/events.yaml", "data/first.yaml"]
    assert run("check", "-d", "data").code == 0


def test_a_dry_run_shows_both_sides_and_writes_nothing(run: Run, events: Path) -> None:
    ran = run("move", "--where", "since:2020", "--to", "data/new.yaml", "-d", "data", "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert "--- a/data/events.yaml\n+++ b/data/events.yaml\n" in ran.out
    assert "-  date: 2022-03-21   # a Monday\n" in ran.out
    assert "--- /dev/null\n+++ b/data/new.yaml\n" in ran.out
    assert "+  date: 2022-03-21   # a Monday\n" in ran.out
    assert files() == {"data/events.yaml": EVENTS}


def test_a_change_of_two_collections_is_taken_back_from_either(run: Run, events: Path) -> None:
    Path("old.yaml").write_text("- {id: x, date: 1990, title: x}\n")
    before = files()
    for data in ("data/events.yaml", "old.yaml"):
        assert run("move", "first", "second", "--to", "old.yaml").out == "first\nsecond\n"
        assert files()["data/events.yaml"] == "# two events\n\n"
        assert files()["old.yaml"] == f"{before['old.yaml']}\n{FIRST}\n{SECOND}"
        assert run("undo", "-d", data).out == "data/events.yaml\nold.yaml\n"
        assert files() == before


def test_references_of_what_stays_and_of_what_goes_are_in_the_way(run: Run, events: Path) -> None:
    events.write_text(f"{EVENTS}\n{THIRD}")
    before = files()
    ran = run("move", "first", "--to", "old.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        'data/events.yaml:14: related refers to "first", which goes to another collection; '
        f'2 events have such references: "second", "third"\n{IN_THE_WAY}'
    )
    ran = run("move", "second", "third", "--to", "old.yaml", "--dry-run")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        'data/events.yaml:14: related refers to "first", which stays; '
        f'2 events have such references: "second", "third"\n{IN_THE_WAY}'
    )
    assert run("move", "third", "first", "second", "--to", "old.yaml", "--dry-run").code == 0
    assert files() == before


def test_cascade_takes_references_out_on_both_sides(run: Run, events: Path) -> None:
    events.write_text(f"{EVENTS}\n{THIRD}")
    assert run("move", "second", "--to", "old.yaml", "--cascade").out == "second\n"
    assert files() == {
        "data/events.yaml": f"# two events\n{FIRST}\n\n{THIRD.replace('first, second', 'first')}",
        "old.yaml": SECOND.replace("  related: [first]\n", ""),
    }


def test_force_leaves_references(run: Run, events: Path) -> None:
    assert run("move", "second", "--to", "old.yaml", "--force").out == "second\n"
    assert files() == {"data/events.yaml": f"# two events\n{FIRST}\n", "old.yaml": SECOND}
    assert run("check", "-d", "data/events.yaml", "-d", "old.yaml").code == 0


def test_what_is_there_by_the_same_id_is_found_by_a_reference(run: Run, events: Path) -> None:
    Path("old.yaml").write_text(FIRST)
    assert run("move", "second", "--to", "old.yaml").code == 0


def test_an_id_in_use_is_refused(run: Run, events: Path) -> None:
    Path("old.yaml").write_text("# old\n- {id: second, date: 1990, title: x}\n")
    before = files()
    ran = run("move", "first", "second", "--to", "old.yaml")
    assert (ran.code, ran.err) == (
        1,
        'old.yaml:2: the id "second" is in use\n'
        "  hint: give one of the two another id first: timeline rename id second NEW\n",
    )
    assert files() == before
    events.write_text(THIRD + THIRD)
    ran = run("move", "--where", "title:x", "--to", "old.yaml", "--force")
    assert 'data/events.yaml:1: the id "third" is in use' in ran.err


def test_a_file_in_use_is_refused(run: Run, events: Path) -> None:
    Path("data/first.yaml").write_text("[]")
    ran = run("move", "first", "--to", "data", "-d", "data")
    assert (ran.code, ran.err) == (
        1,
        "data/first.yaml: exists already\n  hint: put the event into it: --to data/first.yaml\n",
    )
    events.write_text("- {id: 'a:b', date: 2022, title: x}\n- {id: a_b, date: 2022, title: x}\n")
    assert (
        "data/a_b.yaml: exists already" in run("move", "--where", "title:x", "--to", "data", "-d", "data").err
    )


def test_what_has_no_id_goes_into_a_list_and_into_no_folder(run: Run, events: Path) -> None:
    events.write_text("- {date: 2022, title: x}\n")
    ran = run("move", "--where", "title:x", "--to", "data", "-d", "data")
    assert (ran.code, ran.err) == (
        1,
        "in a folder each event is a file named after its id, and this one has none\n"
        "  hint: give it one: timeline edit --where QUERY --new-id\n",
    )
    assert run("move", "--where", "title:x", "--to", "data/new.yaml", "-d", "data").code == 0
    assert files() == {"data/events.yaml": "", "data/new.yaml": "- {date: 2022, title: x}\n"}


def test_a_kept_copy_is_not_left_behind(run: Run, events: Path) -> None:
    text = THIRD.replace("after: [first, second]", "sources: [{title: x, file: copies/x.txt}, TASS]")
    events.write_text(text + "- {id: b, date: 2022, title: x, sources: TASS}\n")
    Path("data/copies").mkdir()
    Path("data/copies/x.txt").write_text("x")
    Path("old").mkdir()
    words = ("move", "third", "b", "--to", "old/new.yaml")
    ran = run(*words)
    assert (ran.code, ran.err) == (
        1,
        'data/events.yaml:1: its kept copy "copies/x.txt" is not in "old"\n'
        "  hint: copy it there first; --force moves the event without it\n",
    )
    assert run(*words, "--force", "--dry-run").code == 0
    assert run("move", "third", "--to", "data/new.yaml", "--dry-run").code == 0
    Path("data/copies").rename("old/copies")
    assert run(*words).code == 0


def test_what_cannot_be_written_to_is_said(run: Run, events: Path) -> None:
    for to, told in (
        ("none", "none: there is no such folder\n  hint: make it first: mkdir none\n"),
        ("none/x.yaml", "none: there is no such folder\n  hint: make it first: mkdir none\n"),
    ):
        ran = run("move", "first", "--to", to)
        assert (ran.code, ran.err) == (4, told)
    Path("one.yaml").write_text("id: one\ndate: 2022\ntitle: x\n")
    assert "one.yaml: holds a single event" in run("move", "first", "--to", "one.yaml", "--force").err
    assert files()["data/events.yaml"] == EVENTS
