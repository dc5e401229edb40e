"""`timeline rename`: every file of a collection, and only the name."""

from pathlib import Path

from commands import EVENTS, Run


def test_a_name_changes_in_every_file_of_a_folder(run: Run, events: Path) -> None:
    more = events.with_name("more.yaml")
    more.write_bytes(b"- id: third\r\n  date: 2023\r\n  title: Russia\r\n  actors: Russia # who\r\n")
    ran = run("rename", "actor", "Russia", "Российская Федерация", "--data", "data")
    assert (ran.code, ran.out, ran.err) == (0, "first\nsecond\nthird\n", "")
    assert events.read_text() == EVENTS.replace("Russia", "Российская Федерация")
    assert more.read_bytes() == (
        "- id: third\r\n  date: 2023\r\n  title: Russia\r\n  actors: Российская Федерация # who\r\n".encode()
    )


def test_a_dry_run_shows_the_difference_and_writes_nothing(run: Run, events: Path) -> None:
    ran = run("rename", "id", "fir", "talks-begin", "--dry-run")
    assert [line for line in ran.out.splitlines() if line[:1] in "+-"][2:] == [
        "-- id: first",
        "+- id: talks-begin",
        "-  related: [first]",
        "+  related: [talks-begin]",
    ]
    assert events.read_text() == EVENTS


def test_one_name_for_itself_changes_nothing(run: Run, events: Path) -> None:
    ran = run("rename", "kind", "talks", "talks")
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing to change\n")
    assert events.read_text() == EVENTS


def test_a_name_that_yaml_takes_for_another_thing_comes_and_goes(run: Run, events: Path) -> None:
    run("rename", "actor", "Japan", "NO")
    assert 'actors: [Russia, "NO"]' in events.read_text()
    run("rename", "actor", "NO", "Japan")
    assert run("show", "actor:Japan", "--view", "list").out.count("first") == 1
