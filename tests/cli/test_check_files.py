"""`timeline check --files`: the kept copies are there, are what they were, and have the quotes."""

import json
import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from commands import Run
from pdfs import pdf

from timeline.drafts import copies
from timeline.drafts.copy_text import CopyText, copy_text
from timeline.yaml_write import format_record

STORY = "The ministry said on Friday: “talks\nare over”.\n"


def told(run: Run, *words: str) -> list[tuple[str, str]]:
    """The codes that are found, each with the id of its event."""
    return [(one["code"], one["id"]) for one in json.loads(run("check", "--files", "-f", "json", *words).out)]


def collection(*sources: dict[str, Any]) -> None:
    """Write events, each with one of the sources."""
    Path("events.yaml").write_text(
        "".join(
            format_record(
                {"id": f"e{at}", "date": f"{1900 + at}", "title": f"{at}", "sources": [{"title": "T"} | one]}
            )
            for at, one in enumerate(sources)
        )
    )


def copy(name: str, data: str | bytes = STORY) -> dict[str, Any]:
    """Keep a copy, and say so."""
    path = Path(name)
    path.parent.mkdir(exist_ok=True, parents=True)
    data = data.encode() if isinstance(data, str) else data
    path.write_bytes(data)
    return {"file": name, "sha256": sha256(data).hexdigest()}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_copies_that_are_what_they_were_are_right(run: Run) -> None:
    story = copy("copies/a.txt")
    collection(
        story | {"quote": '"talks are over"'},
        story,
        {"quote": "no copy"},
        {**story, "sha256": story["sha256"].upper()},
    )
    ran = run("check", "--files", "--strict")
    assert (ran.code, ran.out, ran.err) == (0, "", "4 events, no problems\n")


def test_what_is_lost_changed_or_not_there_is_told_with_a_way_out(run: Run) -> None:
    story = copy("copies/a b.txt")
    collection(
        copy("copies/gone.txt") | {"quote": "talks"},
        story | {"sha256": "0" * 64, "quote": "talks are on"},
        story | {"sha256": "123"},
        story | {"quote": "the ministry said on Monday: talks are over"},
    )
    Path("copies/gone.txt").unlink()
    ran = run("check", "--files")
    assert ran.code == 1
    assert ran.out == (
        'events.yaml:7: E503 the kept copy "copies/gone.txt": there is no such file\n'
        "  hint: put it back, or name another: timeline edit e0 --source 1 --source-file FILE\n"
        'events.yaml:14: E505 quote "talks are on" does not stand in the kept copy "copies/a b.txt"\n'
        "  hint: quote it word for word\n"
        'events.yaml:16: E504 the kept copy "copies/a b.txt" has changed\n'
        "  hint: put the old one back, or take it as it is: timeline edit e1 --source 1 --source-file 'copies/a b.txt'\n"
        'events.yaml:23: E504 "123" is the SHA-256 of no file\n'
        "  hint: put the old one back, or take it as it is: timeline edit e2 --source 1 --source-file 'copies/a b.txt'\n"
        'events.yaml:29: E505 quote "the ministry said on Monday: talks are over" does not stand in the kept copy '
        '"copies/a b.txt"\n'
        '  hint: the nearest there is "The ministry said on Friday: “talks are over”."\n'
    )


def test_nothing_of_a_file_is_told_to_who_does_not_know_it(run: Run) -> None:
    copy("secret.txt", "The password of the ministry is swordfish, said nobody.")
    for known in ({}, {"sha256": "0" * 64}):
        collection({"file": "secret.txt", "quote": "password of the ministry is"} | known)
        assert "swordfish" not in run("check", "--files").out
        collection({"file": "secret.txt", "quote": "password of the ministry is unknown"} | known)
        assert "swordfish" not in run("check", "--files").out


def test_a_path_goes_from_the_folder_of_the_collection(run: Run) -> None:
    Path("all/deep").mkdir(parents=True)
    story = copy("copies/a.txt")
    record: dict[str, Any] = {
        "id": "e",
        "date": "1900",
        "title": "T",
        "sources": [{**story, "title": "T", "file": "../copies/a.txt"}],
    }
    Path("all/deep/e.yaml").write_text(format_record(record))
    assert told(run, "-d", "all") == []
    assert told(run, "-d", "all/deep/e.yaml") == [("E503", "e")]
    os.chdir("copies")
    assert told(run, "-d", "../all") == []


def test_each_copy_is_read_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(data: bytes, name: str) -> CopyText:
        read.append(name)
        return copy_text(data, name)

    monkeypatch.setattr(copies, "copy_text", reading)
    story = copy("a.txt")
    collection(*(story | {"quote": f"quote {at}"} for at in range(20)), story | {"quote": "talks are over"})
    assert told(run) == [("E505", f"e{at}") for at in range(20)]
    assert read == ["a.txt"]


def test_what_cannot_be_read_is_said_and_no_error(run: Run) -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    collection(
        copy("scan.jpg", b"\xff\xd8\xff\xe0 JFIF\0") | {"quote": "talks"},
        copy("broken.pdf", pdf(["talks"])[:200]) | {"quote": "talks"},
        copy("right.pdf", pdf(["The talks", "are over"])) | {"quote": "talks are over"},
        copy("film.mp4", b"\0\0\0 ftypmp42"),
    )
    ran = run("check", "--files", "--strict")
    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        "4 events, no problems\n"
        "scan.jpg: 1 quote not checked: it is no text, nor PDF\n"
        "broken.pdf: 1 quote not checked: no reader of PDF understands it\n",
    )


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("pypdf", "a.pdf", "pdf"), ("selectolax.lexbor", "a.html", "html")]
)
def test_a_missing_extra_is_told_when_all_else_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    data = pdf(["talks"]) if extra == "pdf" else b"<p>talks"
    page, story = copy(name, data) | {"quote": "talks"}, copy("a.txt")
    collection(page, story)
    ran = run("check", "--files")
    assert ran.code == 4
    assert ran.err.startswith(f"2 events, no problems\n{name}: reading ")
    assert ran.err.endswith(f'\n  hint: pip install "timeline[{extra}]"\n')
    collection(page, story | {"sha256": "0" * 64})
    assert told(run) == [("E504", "e1")]
    assert run("check", "--files").code == 1


@pytest.mark.parametrize("file", ["pipe", "copies", "a.txt/b", "/dev/zero", "a\0b"])
def test_what_is_no_file_is_lost(run: Run, file: str) -> None:
    os.mkfifo("pipe")
    copy("copies/a.txt")
    copy("a.txt")
    collection({"file": file, "quote": "talks"})
    assert [code for code, _ in told(run) if code.startswith("E")] == ["E503"]
