"""`timeline init`: an empty collection to begin with."""

import errno
import json
import os
from pathlib import Path

import pytest
from commands import Run

from timeline.schema import TITLE, schema_text


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


@pytest.mark.parametrize("theirs", ['{"title": "A menu"}', "[]", "", "{" * 100_000, "\ud800"])
def test_a_foreign_schema_stays_and_is_not_referred_to(run: Run, here: Path, theirs: str) -> None:
    schema = here / "timeline.schema.json"
    schema.write_bytes(theirs.encode(errors="surrogatepass"))
    ran = run("init", "talks.yaml")
    assert ran.code == 0
    assert "timeline.schema.json: is another schema, and stays" in ran.err
    assert schema.read_bytes() == theirs.encode(errors="surrogatepass")
    assert "$schema" not in (here / "talks.yaml").read_text()


def test_a_schema_that_may_be_there_is_not_written_over(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails as it is asked whether a schema stands there."""
    schema = here / "timeline.schema.json"
    schema.write_text("theirs")

    def fail(path: Path) -> os.stat_result:
        raise OSError(errno.EIO, "no disk", str(path))

    monkeypatch.setattr(Path, "lstat", fail)
    ran = run("init", "talks.yaml")
    assert (ran.code, ran.err) == (4, "timeline.schema.json: cannot read it: no disk\n")
    assert schema.read_text() == "theirs"


def test_a_schema_of_an_earlier_version_is_renewed(run: Run, here: Path) -> None:
    schema = here / "timeline.schema.json"
    schema.write_text(json.dumps({"title": TITLE, "version": 1}))
    assert run("init", "talks.yaml").code == 0
    assert schema.read_text() == schema_text()
    schema.chmod(0o444)  # what is right already need not be written
    assert run("init", "rallies.yaml").code == 0


@pytest.mark.parametrize("fatal", [1, 3, 5, 6])
def test_what_fails_on_the_way_leaves_nothing_and_can_be_run_again(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, fatal: int
) -> None:
    """Of the calls that put bytes on disk, one fails: of the schema, the settings, the collection, of its folder.

    What the folders of the first two say, as of all outputs, is not asked.
    """
    real, calls = os.fsync, []

    def fail(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == fatal:
            raise OSError(errno.EIO, "no disk")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        assert run("init", "talks.yaml").code == 4
    assert list(here.iterdir()) == []
    assert run("init", "talks.yaml").code == 0
    assert sorted(path.name for path in here.iterdir()) == [
        "talks.yaml",
        "timeline.schema.json",
        "timeline.toml",
    ]


def test_nothing_found_shows_the_way_to_init(run: Run) -> None:
    ran = run("show")
    assert ran.code == 4
    assert "hint: start one with: timeline init" in ran.err
