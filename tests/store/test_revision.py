"""A revision is what git has of a collection: asked without a word of the user's, and without touching anything."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repository import committed, git

from timeline.errors import InvalidData, Unavailable
from timeline.model import Origin
from timeline.store.read import read_events
from timeline.store.revision import Revision, named_revisions, read_revision

EVENT = "- id: {id}\n  date: 2022\n  title: {id}\n"
FEBRUARY_10 = 19398


def at(name: str, collection: Path) -> Revision:
    return read_revision(name, collection, os.environ)


def ids(name: str, collection: Path) -> list[str]:
    return [event.id for event in at(name, collection).events]


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a repository, with its bytes and the time of its last change."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A collection in a folder of a repository, committed with one event, and a second time with two."""
    path = tmp_path / "data" / "events.yaml"
    path.parent.mkdir()
    path.write_text(EVENT.format(id="a"))
    committed(tmp_path, "the first//of all")
    path.write_text(EVENT.format(id="a") + EVENT.format(id="b"))
    committed(tmp_path)
    path.write_text(EVENT.format(id="c"))
    return path


@pytest.mark.parametrize("name", ["HEAD~1", "main@{1}", "HEAD^", "first", "noted", ":/first//of"])
def test_a_file_is_read_as_a_revision_has_it(file: Path, name: str) -> None:
    git(file.parent, "tag", "first", "HEAD~1")
    git(file.parent, "tag", "-a", "-m", "first", "noted", "HEAD~1")
    before = state(file.parents[1])
    assert ids(name, file) == ["a"]
    assert state(file.parents[1]) == before


def test_an_event_has_the_revision_in_its_place_and_the_day_is_that_of_the_committer(file: Path) -> None:
    found = at("HEAD", file)
    assert [event.origin for event in found.events] == [
        Origin(path=f"HEAD:{file}", line=1),
        Origin(path=f"HEAD:{file}", line=4),
    ]
    assert (
        found.day == FEBRUARY_10
    )  # at half past eleven in the evening, an hour and a half west of Greenwich


def test_a_folder_is_read_as_folders_are(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "kurils"
    names = ["b.yaml", "a.yml", "A/z.yaml", "a/b.yaml", "a-b.yaml", "новый год\n.yaml", "-x.yaml", "*.yaml"]
    for name in [*names, ".hidden.yaml", ".git2/x.yaml", "a/.h/x.yaml", "notes.txt", "one.yaml.bak"]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(EVENT.format(id=f"e{len(name)}{name[0].encode().hex()}"))
    committed(tmp_path)
    now = [event.id for event in read_events([folder])]
    assert ids("HEAD", folder) == now
    assert len(now) == len(names)
    shutil.rmtree(folder / "a")
    assert ids("HEAD", folder) == now


def test_a_collection_that_a_link_leads_to_is_that_which_it_leads_to(file: Path, tmp_path: Path) -> None:
    other = tmp_path.parent / f"{tmp_path.name}-links"
    other.mkdir()
    (other / "events.yaml").symlink_to(file)
    (other / "data").symlink_to(file.parent)
    assert ids("HEAD~1", other / "events.yaml") == ids("HEAD~1", other / "data") == ["a"]


def test_links_and_submodules_of_a_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EVENT.format(id="a"))
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "c").symlink_to(tmp_path)
    (tmp_path / ".d").symlink_to("a.yaml")
    committed(tmp_path)
    found = at("HEAD", tmp_path)
    assert ([event.id for event in found.events], found.unread) == (["a"], ("b.yaml", "c"))


def test_what_was_not_there_then_is_told(file: Path) -> None:
    folder, other = file.with_name("new"), file.with_name("new.yaml")
    folder.mkdir()
    other.write_text("")
    for path, where in {
        folder: f"{folder} log --oneline -- .",
        other: f"{file.parent} log --oneline -- new.yaml",
    }.items():
        with pytest.raises(Unavailable) as caught:
            at("HEAD", path)
        assert caught.value.message == f'{path}: was not there in "HEAD"'
        assert caught.value.hint == f"see since when: git -C {where}"


def test_a_folder_then_is_no_file(file: Path) -> None:
    folder = file.with_name("new.yaml")
    folder.mkdir()
    (folder / "a.yaml").write_text(EVENT.format(id="a"))
    committed(file.parents[1])
    assert ids("HEAD", folder) == ["a"]
    shutil.rmtree(folder)
    folder.write_text("")
    with pytest.raises(Unavailable):
        at("HEAD", folder)


def test_a_revision_that_is_no_collection_is_told_with_its_line(file: Path) -> None:
    file.write_text("- id: a\n  date: 2022-13\n  title: x\n- id: b\n")
    committed(file.parents[1])
    with pytest.raises(InvalidData) as caught:
        at("HEAD", file)
    assert caught.value.message == f'HEAD:{file}:2: date "2022-13" is not a calendar date'
    assert caught.value.hint == "what git keeps stays as it is: compare with a revision that is valid"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("mian", 'did you mean "main"?'),
        ("mian~1", 'did you mean "main"?'),
        ("main~9", "branches and tags: main"),
        ("HEAD@{9}", "branches and tags: main"),
    ],
)
def test_what_is_no_revision_is_told_with_those_that_are(file: Path, name: str, hint: str) -> None:
    with pytest.raises(Unavailable) as caught:
        at(name, file)
    assert caught.value.message == f'"{name}" is no file or folder, and no revision of {file}'
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    "name",
    [
        *("--help", "-h", "--output=x", "--upload-pack=touch ran", "ext::touch ran", "$(touch ran)"),
        *(
            "HEAD\nHEAD",
            "HEAD\0",
            "\0",
            "\n",
            "HEAD\r",
            "",
            " ",
            "HEAD HEAD",
            "HEAD..HEAD~1",
            "^HEAD",
            "\udcff",
        ),
        *("HEAD missing", "a" * 100_000, "@{upstream}", "@{-1}", "HEAD^{/[}", ":(glob)x", "HEAD^0^0^9"),
    ],
)
def test_a_hostile_name_is_no_revision_and_nothing_more(file: Path, name: str) -> None:
    before = state(file.parents[1])
    with pytest.raises(Unavailable) as caught:
        at(name, file)
    assert "is no file or folder" in caught.value.message
    assert state(file.parents[1]) == before


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=20).map("HEAD".__add__) | st.text(max_size=9))
def test_any_text_is_a_revision_or_none(file: Path, name: str) -> None:
    try:
        found = ids(name, file)
    except Unavailable:
        return
    assert found in (["a"], ["a", "b"])


def test_a_file_or_a_tree_of_a_revision_is_no_revision(file: Path) -> None:
    for name, kind in {"HEAD:data/events.yaml": "file", "HEAD:": "folder"}.items():
        with pytest.raises(Unavailable) as caught:
            at(name, file)
        assert caught.value.message == f'"{name}" is a {kind} in git, and no commit'


def test_without_git_it_is_told_what_to_install(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unavailable) as caught:
        at("HEAD", file)
    assert "is not installed" in caught.value.message
    assert named_revisions(file, os.environ) == []


def test_a_repository_without_a_commit_has_no_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "events.yaml").write_text("")
    with pytest.raises(Unavailable) as caught:
        at("HEAD", tmp_path / "events.yaml")
    assert caught.value.hint == "the repository has no commit yet"


def test_a_shallow_clone_says_how_more_is_had(file: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(clone))
    with pytest.raises(Unavailable) as caught:
        at("HEAD~1", clone / "data" / "events.yaml")
    assert (caught.value.hint or "").endswith("; this clone does not reach back: git fetch --unshallow")


def test_a_clone_that_left_contents_out_fetches_none(file: Path, tmp_path: Path) -> None:
    clone, path = tmp_path / "clone", tmp_path / "clone" / "data" / "events.yaml"
    git(tmp_path, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{tmp_path}", str(clone))
    git(clone, "config", "protocol.file.allow", "always")
    before = state(clone)
    with pytest.raises(Unavailable) as caught:
        at("HEAD~1", path)
    assert caught.value.message == f'{path}: git does not have all of "HEAD~1" here'
    assert state(clone) == before
    git(clone, "show", "HEAD~1:data/events.yaml")  # which fetches it
    assert ids("HEAD~1", path) == ["a"]


def test_a_broken_repository_is_told(file: Path) -> None:
    tree = git(file.parent, "rev-parse", "HEAD:data").strip()
    (file.parents[1] / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(Unavailable) as caught:
        at("HEAD", file)
    assert caught.value.hint == "bring it here with git fetch, or see what is broken with git fsck"


def test_no_program_of_the_repository_runs(file: Path) -> None:
    """Filters, text conversions, hooks, monitors and aliases: what a repository brings along is never run."""
    root, ran = file.parents[1], file.parents[1] / "ran"
    (root / ".gitattributes").write_text("*.yaml filter=mine diff=mine\n")
    committed(root)
    program = f"touch {ran}; cat"
    for name in (
        "filter.mine.smudge",
        "filter.mine.clean",
        "diff.mine.textconv",
        "core.fsmonitor",
        "core.pager",
    ):
        git(root, "config", name, program)
    for name in ("cat-file", "ls-tree", "rev-parse", "for-each-ref"):
        git(root, "config", f"alias.{name}", f"!{program}")
        git(root, "config", f"pager.{name}", program)
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        hook = root / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\n{program}\n")
        hook.chmod(0o755)
    assert ids("HEAD~2", file) == ["a"]
    with pytest.raises(Unavailable):
        at("nothing", file)
    assert not ran.exists()


@pytest.mark.parametrize("known", ["{root}/.git", ".git"])
def test_a_hook_that_is_told_the_repository_does_not_move_the_collection(file: Path, known: str) -> None:
    told = os.environ | {"GIT_DIR": known.format(root=file.parents[1])}
    assert [event.id for event in read_revision("HEAD~1", file, told).events] == ["a"]


def test_a_work_tree_apart_from_its_repository_is_known_by_what_git_is_told(
    file: Path, tmp_path: Path
) -> None:
    (tmp_path / ".git").rename(tmp_path / "apart")
    told = os.environ | {"GIT_DIR": str(tmp_path / "apart"), "GIT_WORK_TREE": str(tmp_path)}
    assert [event.id for event in read_revision("HEAD~1", file, told).events] == ["a"]
    with pytest.raises(Unavailable, match="is in no repository that git opens"):
        at("HEAD~1", file)


def test_revisions_that_have_a_name_are_listed(file: Path) -> None:
    git(file.parent, "tag", "v1")
    assert named_revisions(file, os.environ) == ["main", "v1"]
    assert named_revisions(file.parent, os.environ) == ["main", "v1"]
