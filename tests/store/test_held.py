"""A collection that is held open changes as one that is read anew, and costs no read of it."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml_strategies import Sheet, changes, sheets

from timeline.errors import Refused
from timeline.record import ParsedRecord, Record
from timeline.store.change import Change, open_collection
from timeline.store.held import Held
from timeline.store.planning import plan
from timeline.store.read import StoredRecord
from timeline.store.write import rewrite_held
from timeline.yaml_text import parse_records

TWO = "- id: a\n  date: 2022\n  title: x\n- id: b\n  date: 2023\n  title: y\n"


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as name:
        yield Path(name)


def edits(at: int, kind: str) -> Callable[[Sequence[StoredRecord]], Change]:
    """What gives the record at a place a kind."""
    return lambda stored: Change(edited={at: {**stored[at].record, "kind": kind}})


def parsed_now(held: Held) -> list[ParsedRecord]:
    return [ParsedRecord({**record}, line) for file in held.files() for record, line in file.parsed]


@given(sheet=sheets(least=1), steps=st.lists(st.tuples(st.integers(0, 9), st.none() | changes()), max_size=4))
def test_what_is_held_is_what_is_in_the_file(
    folder: Path, sheet: Sheet, steps: list[tuple[int, Callable[[Record], Record] | None]]
) -> None:
    path = folder / "events.yaml"
    path.write_bytes(sheet.text.encode())
    held = Held(path)
    for number, edit in steps:
        there = parsed_now(held)
        if not there:
            break
        at = number % len(there)
        change = (
            Change(removed=frozenset([at])) if edit is None else Change(edited={at: edit(there[at].record)})
        )
        try:
            meant = [one.new for one in plan(path, open_collection(path), change)]
        except Refused:
            continue
        rewrite_held(held, lambda _, change=change: change)  # type: ignore[misc]
        if meant:
            assert path.read_bytes() == meant[0]
        assert parsed_now(held) == list(parse_records(path.read_bytes().decode()))


def test_after_the_first_change_nothing_but_its_record_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(TWO * 50)
    held = Held(path)
    sizes: list[int] = []
    rewrite_held(held, edits(0, "talks"))
    for module in ("held", "own", "planning", "read"):
        monkeypatch.setattr(f"timeline.store.{module}.parse_records", lambda text: _counted(text, sizes))
    for at in (7, 99):
        rewrite_held(held, edits(at, "talks"))
    rewrite_held(held, lambda _: Change(removed=frozenset([4])))
    assert max(sizes) < 100
    assert path.read_text().count("kind: talks") == 3


def _counted(text: str, sizes: list[int]) -> tuple[ParsedRecord, ...]:
    sizes.append(len(text))
    return parse_records(text)


def test_what_another_hand_has_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(TWO)
    held = Held(path)
    rewrite_held(held, edits(0, "talks"))
    path.write_text(path.read_text() + "- id: c\n  date: 2024\n  title: z\n")
    rewrite_held(held, edits(2, "war"))
    assert [one.record.get("kind") for one in parsed_now(held)] == ["talks", None, "war"]


def test_a_shared_anchor_is_left_to_those_who_read_all(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    text = TWO.replace("title: x", "title: &x x").replace("title: y", "title: *x")
    path.write_text(text)
    with pytest.raises(Refused, match="without touching other records"):
        rewrite_held(Held(path), lambda _: Change(removed=frozenset([0])))
    rewrite_held(Held(path), edits(1, "war"))
    assert path.read_text() == text + "  kind: war\n"


def test_a_folder_is_held_file_by_file(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\ndate: 2022\ntitle: {name}\n")
    held = Held(tmp_path)
    rewrite_held(held, edits(1, "war"))
    rewrite_held(held, lambda _: Change(removed=frozenset([0])))
    assert [one.record["id"] for one in parsed_now(held)] == ["b"]
