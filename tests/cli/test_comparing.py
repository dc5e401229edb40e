"""`timeline show --diff REVISION` compares a collection with its own past, as git keeps it."""

from pathlib import Path

import pytest
from commands import EVENTS, Run
from repository import committed


@pytest.fixture(autouse=True)
def repository(events: Path, tmp_path: Path) -> None:
    committed(tmp_path)
    events.write_text(EVENTS.replace("place: Moscow", "place: Sapporo").partition("\n- id: second")[0])


def test_what_differs_is_told_with_the_day_of_the_revision(run: Run) -> None:
    ran = run("show", "--diff", "HEAD", "--view", "card")
    assert ran.err == "0 only here, 1 only in HEAD of 10 Feb 2023, 1 told differently\n"
    assert "[place “Sapporo” here, “Moscow” there]" in ran.out
    assert "[only in HEAD]" in ran.out
    assert "from      HEAD:data/events.yaml:14" in ran.out


def test_what_either_side_says_is_found(run: Run) -> None:
    ran = run("show", "--diff=main@{1 week ago}", "place:Moscow", "--view", "list")
    assert ran.out.endswith("first\n")
    assert ran.err == "0 only here, 0 only in main@{1 week ago} of 10 Feb 2023, 1 told differently\n"


def test_what_was_put_back_does_not_differ(run: Run, events: Path) -> None:
    events.write_text(EVENTS)
    assert run("show", "--diff", "HEAD").err == "nothing differs from HEAD of 10 Feb 2023\n"


def test_a_path_that_is_there_is_meant(run: Run) -> None:
    Path("main").write_text(EVENTS)
    assert run("show", "--diff", "main").err == "0 only here, 1 only in main, 1 told differently\n"
    assert " of 10 Feb 2023" in run("show", "--diff", "heads/main").err


def test_every_collection_is_compared_with_its_own_past(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "other" / name).write_text(f"- id: {name[0]}\n  date: 2022\n  title: t\n")
    (tmp_path / "other" / "c").symlink_to("data")
    committed(tmp_path / "other")
    (tmp_path / "other" / "a.yaml").unlink()
    ran = run("show", "--diff", "HEAD", "-d", "data/events.yaml", "-d", "other")
    assert ran.err == (
        "other: 1 link or submodule not followed in HEAD: c\n"
        "0 only here, 2 only in HEAD of 10 Feb 2023, 1 told differently\n"
    )


def test_names_are_those_of_today(run: Run, events: Path) -> None:
    (events.parent / "timeline.toml").write_text('[actors."Tokyo"]\naliases = ["Japan"]\n')
    assert run("show", "--diff", "HEAD", "actor:Tokyo", "--view", "list").out.endswith("first\n")
