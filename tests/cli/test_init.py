"""`timeline init`: an empty collection to begin with."""

import json
from pathlib import Path

import pytest
from commands import Run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "made"),
    [([], "data/events.yaml"), (["talks.yml"], "talks.yml"), (["kurils"], "kurils/events.yaml")],
)
def test_a_new_collection_is_empty_and_takes_events(
    run: Run, here: Path, words: list[str], made: str
) -> None:
    ran = run("init", *words)
    assert (ran.code, ran.out, ran.err) == (0, "", f"made {made}\n")
    assert run("show", "--data", made).err == "the collection has no events\n"
    assert run("add", "Talks", "--date", "2022", "--data", made).out == "2022-talks\n"
    assert run("check", "--data", made).code == 0
    assert (here / made).read_text().startswith("# yaml-language-server: $schema=timeline.schema.json\n")
    assert "$schema" in json.loads((here / made).with_name("timeline.schema.json").read_text())


def test_a_file_is_never_overwritten(run: Run, here: Path) -> None:
    (here / "mine.yaml").write_text("mine")
    ran = run("init", "mine.yaml")
    assert ran.code == 1
    assert ran.err.startswith("mine.yaml: exists already\n  hint: ")
    assert (here / "mine.yaml").read_text() == "mine"


def test_where_no_folder_can_be_made_it_says_so(run: Run, here: Path) -> None:
    (here / "file").write_text("")
    ran = run("init", "file/sub/events.yaml")
    assert ran.code == 4
    assert ran.err.startswith("file/sub: cannot")


def test_nothing_found_shows_the_way_to_init(run: Run) -> None:
    ran = run("show")
    assert ran.code == 4
    assert "hint: start one with: timeline init" in ran.err
