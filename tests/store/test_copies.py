"""A kept copy is noted by its path from the collection's folder, wherever the command is run, and by its hash."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from timeline.errors import Unavailable
from timeline.store.copies import kept, read_copy


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a collection in `data`, and copies beside it and in it."""
    for name in ("data/inside", "copies", "elsewhere/deep"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("data/events.yaml", "data/inside/a.txt", "copies/a b.txt", "elsewhere/deep/a.txt"):
        (tmp_path / name).write_text(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("collection", ["data/events.yaml", "data", "{}/data/events.yaml", "data/../data"])
@pytest.mark.parametrize(
    ("file", "noted"),
    [
        ("copies/a b.txt", "../copies/a b.txt"),
        ("data/inside/a.txt", "inside/a.txt"),
        ("./data//inside/../inside/a.txt", "inside/a.txt"),
        ("{}/copies/a b.txt", "../copies/a b.txt"),
    ],
)
def test_the_path_is_that_from_the_collection(here: Path, collection: str, file: str, noted: str) -> None:
    said = kept(file.format(here), Path(collection.format(here)))
    assert said == {"file": noted, "sha256": sha256((here / "data" / noted).read_bytes()).hexdigest()}


def test_the_path_is_the_same_from_every_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "copies")
    assert kept("a b.txt", Path("../data/events.yaml"))["file"] == "../copies/a b.txt"
    monkeypatch.chdir(here / "data")
    assert kept("inside/a.txt", Path("events.yaml"))["file"] == "inside/a.txt"


def test_links_are_followed_only_where_the_path_would_lead_elsewhere(here: Path) -> None:
    (here / "data" / "far").symlink_to(here / "elsewhere" / "deep")
    assert kept("data/far/a.txt", Path("data"))["file"] == "far/a.txt"
    (here / "link").symlink_to(here / "elsewhere" / "deep")  # in which ".." is elsewhere
    assert kept("copies/a b.txt", Path("link/events.yaml"))["file"] == "../../copies/a b.txt"


def test_bytes_are_kept_up_to_a_size_and_the_hash_is_that_of_all(here: Path) -> None:
    data = os.urandom(3 << 20)
    Path("big").write_bytes(data)
    wanted = sha256(data).hexdigest()
    assert read_copy(Path("big"), most=len(data)) == (wanted, data)
    assert read_copy(Path("big"), most=len(data) - 1) == (wanted, None)
    Path("empty").touch()
    assert read_copy(Path("empty")) == (sha256().hexdigest(), b"")


@pytest.mark.parametrize(
    "name", ["none", "data", "data/events.yaml/x", "pipe", "/dev/zero", "a\0b", "n" * 300]
)
def test_what_is_no_file_that_can_be_read_is_said(here: Path, name: str) -> None:
    os.mkfifo("pipe")
    with pytest.raises(Unavailable) as caught:
        kept(name, Path("data/events.yaml"))
    assert caught.value.path == name
    assert name != "a\0b" or caught.value.said == "no file can have this name"
