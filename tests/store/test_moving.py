"""Laws of moving: a record keeps its own text wherever it goes, and nothing else changes on either side."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml_strategies import Sheet, sheets

from timeline.errors import Refused, Unavailable
from timeline.store.files import belongs
from timeline.store.moving import Decide, Moving, move, plan_move
from timeline.store.own import record_span
from timeline.store.read import read_records
from timeline.yaml_outline import outline
from timeline.yaml_places import Outline


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as name:
        yield Path(name)


def the(*places: int) -> Decide:
    return lambda _stored, _there: Moving(places=places)


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def whole(text: str) -> Outline:
    return outline(text.removeprefix("\ufeff"))


def bracketed(text: str) -> bool:
    root = whole(text).root
    return bool(root and root.style and root.children)


def own(text: str, at: int) -> tuple[int, int]:
    """The own characters of a record, comments directly above them too."""
    mark = len(text) - len(text.removeprefix("\ufeff"))
    start, end = record_span(whole(text), at, above=True)
    return start + mark, end + mark


def lines(text: str) -> list[str]:
    """What stands on the lines of a text, however far in, behind a dash or not."""
    found = (line.strip().lstrip("- ") for line in text.removeprefix("\ufeff").split("\n"))
    return [line for line in found if line]


def holds(text: str, part: str) -> bool:
    # Behind its last line the comment of the brackets may stand in which it is the first.
    return "\n".join(lines(part)) in "\n".join(lines(text))


@given(one=sheets(least=1), other=sheets(), number=st.integers(0, 9))
def test_a_record_keeps_its_lines_in_another_file(
    folder: Path, one: Sheet, other: Sheet, number: int
) -> None:
    at = number % len(one.records)
    source, target = folder / "one.yaml", folder / "other.yaml"
    source.write_bytes(one.text.encode())
    target.write_bytes(other.text.encode())
    start, end = own(one.text, at)
    try:
        move(source, target, the(at))
    except Refused:  # its comments cannot stand there
        assert bracketed(other.text)
        assert (text_of(source), text_of(target)) == (one.text, other.text)
        return
    assert read_records([source]) == (*one.records[:at], *one.records[at + 1 :])
    assert read_records([target]) == (*other.records, one.records[at])
    if not bracketed(one.text):
        assert text_of(source) == one.text[:start] + one.text[end:]
    if not bracketed(other.text):
        assert holds(text_of(target), one.text[start:end])


@given(one=sheets(least=1), other=sheets(), number=st.integers(0, 9))
def test_a_record_keeps_its_lines_in_a_file_of_its_own_and_from_there(
    folder: Path, one: Sheet, other: Sheet, number: int
) -> None:
    at = number % len(one.records)
    source, target = folder / "one.yaml", folder / "other.yaml"
    source.write_bytes(one.text.encode())
    target.write_bytes(other.text.encode())
    start, end = own(one.text, at)
    text = lines(one.text[start:end])
    (folder / "all").mkdir(exist_ok=True)
    move(source, folder / "all", the(at))
    alone = folder / f"all/e{at}.yaml"
    assert read_records([alone]) == (one.records[at],)
    assert lines(text_of(alone)) == text
    if bracketed(other.text):
        alone.unlink()
    else:
        move(folder / "all", target, the(0))
        assert not alone.exists()
        assert read_records([target]) == (*other.records, one.records[at])
        assert holds(text_of(target), one.text[start:end])


A = "- id: a\n  date: 2022\n  title: 'A'  # why\n"
B = "# of b\n- id: b\n  title: B\n\n  # in b\n"
LIST = f"# of all\n{A}\n{B}\n# of what follows\n\n- {{id: c}}  # c\n"
ALONE = "%YAML 1.1\n--- # one\n# of s\nid: s\nsummary: |+\n  long\n\n# below\n...\n"


@pytest.mark.parametrize(
    ("at", "there", "left", "came"),
    [
        (0, "", LIST.replace(A, ""), A),
        (1, "- id: x\n", LIST.replace(B, ""), f"- id: x\n\n{B}"),
        (2, "- id: x", LIST.replace("- {id: c}  # c\n", ""), "- id: x\n\n- {id: c}  # c\n"),
        (
            1,
            "events:\r\n  - id: x\r\n  - id: y\r\nmore: 1\r\n",
            LIST.replace(B, ""),
            "events:\r\n  - id: x\r\n  - id: y\r\n  # of b\r\n  - id: b\r\n    title: B\r\n\r\n    # in b\r\nmore: 1\r\n",
        ),
        (2, '[\n  {"id": "x"}\n]\n', None, '[\n  {"id": "x"}\n]\n'),
    ],
)
def test_a_record_goes_with_the_comments_directly_above_it(
    tmp_path: Path, at: int, there: str, left: str | None, came: str
) -> None:
    source, target = tmp_path / "one.yaml", tmp_path / "other.yaml"
    source.write_text(LIST)
    target.write_bytes(there.encode())
    if left is None:
        with pytest.raises(Refused, match=r"one\.yaml:14: its comments cannot stand where it is to go"):
            move(source, target, the(at))
    else:
        move(source, target, the(at))
    assert (text_of(source), text_of(target)) == (left or LIST, came)


def test_a_file_of_one_event_is_the_same_in_another_folder(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    data = ("\ufeff" + ALONE).replace("\n", "\r\n").encode()
    (tmp_path / "one/talks.yaml").write_bytes(data)
    assert move(tmp_path / "one", tmp_path / "other", the(0)) == ("s",)
    assert (tmp_path / "other/s.yaml").read_bytes() == data
    assert list((tmp_path / "one").iterdir()) == []


def test_a_file_of_one_event_becomes_an_item(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(ALONE)
    assert plan_move(tmp_path, tmp_path / "new.yaml", the(0))[1].new == (
        b"# of s\n- id: s\n  summary: |+\n    long\n\n  # below\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["s.yaml"]


def test_events_of_several_files_go_into_a_new_one_in_the_order_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"  - id: a\r\n    title: 'A'\r\n")
    (tmp_path / "b.yaml").write_text('[{"id": "b",\n  "title": "B"}]')
    move(tmp_path, tmp_path / "new.yaml", the(1, 0))
    assert text_of(tmp_path / "new.yaml") == '- {"id": "b",\n   "title": "B"}\n\n- id: a\n  title: \'A\'\n'
    assert [text_of(tmp_path / f"{name}.yaml") for name in "ab"] == ["", "[]"]


def test_what_a_record_repeats_is_written_where_it_goes(tmp_path: Path) -> None:
    source, target = tmp_path / "one.yaml", tmp_path / "other.yaml"
    text = "- id: a\n  place: &here Oslo\n- id: b\n  place: *here\n- id: c\n  # why\n  place: *here\n"
    source.write_text(text)
    target.write_text("- id: x\n  place: &here Rome\n")
    with pytest.raises(Refused, match="without touching other records"):
        move(source, target, the(0))
    with pytest.raises(Refused, match="its comments cannot stand where it is to go"):
        move(source, target, the(2))
    assert text_of(source) == text
    move(source, target, the(1))
    assert text_of(target) == "- id: x\n  place: &here Rome\n\n- id: b\n  place: Oslo\n"


@pytest.mark.parametrize("where", ["header", "gap", "key"])
def test_no_comment_is_overlooked(tmp_path: Path, where: str) -> None:
    source = tmp_path / "one.yaml"
    text = {
        "header": "  summary: | # why\n    x\n",
        "gap": "  tags: [a, # why\n    b]\n",
        "key": "  ? tags # why\n  : a\n",
    }[where]
    source.write_text(f"- id: a\n  title: '#'\n  place: '#1'\n- id: b\n{text}")
    (tmp_path / "other.yaml").write_text("[{id: x}]")
    with pytest.raises(Refused, match="its comments cannot stand where it is to go"):
        move(source, tmp_path / "other.yaml", the(1))
    move(source, tmp_path / "other.yaml", the(0))
    assert text_of(tmp_path / "other.yaml") == '[{id: x}, {id: a, title: "#", place: "#1"}]'


def test_a_record_that_changes_on_its_way_keeps_the_rest_of_its_text(tmp_path: Path) -> None:
    source, target = tmp_path / "one.yaml", tmp_path / "other.yaml"
    source.write_text("- id: a\n- id: b  # b\n  title: 'B'\n  after: [a]\n")
    ids = move(
        source,
        target,
        lambda _stored, _there: Moving(
            places=[1], edited={0: {"id": "a", "kind": "k"}, 1: {"id": "b", "title": "B"}}
        ),
    )
    assert ids == ("b",)
    assert (text_of(source), text_of(target)) == ("- id: a\n  kind: k\n", "- id: b  # b\n  title: 'B'\n")


@pytest.mark.parametrize(
    ("to", "message"),
    [("none", "none: there is no such folder"), ("none/new.yaml", "none: there is no such folder")],
)
def test_a_file_is_made_and_no_folder(tmp_path: Path, to: str, message: str) -> None:
    source = tmp_path / "one.yaml"
    source.write_text(LIST)
    for moving in (move, plan_move):
        with pytest.raises(Unavailable, match=message):
            moving(source, tmp_path / to, the(0))


def test_a_file_behind_a_link_is_emptied_where_the_link_would_lead_nowhere(tmp_path: Path) -> None:
    for name in ("all", "else"):
        (tmp_path / name).mkdir()
    (tmp_path / "else/a.yaml").write_text("id: a\n")
    (tmp_path / "all/a.yaml").symlink_to("../else/a.yaml")
    move(tmp_path / "all", tmp_path / "other.yaml", the(0))
    assert read_records([tmp_path / "all"]) == ()
    assert text_of(tmp_path / "else/a.yaml") == ""
    assert (tmp_path / "all/a.yaml").is_symlink()


@pytest.mark.parametrize(
    ("name", "belonging"),
    [
        *(("all", True), ("all/a.yaml", True), ("all/d.yaml", True), ("else/d.yaml", True)),
        *(("all/new.yaml", True), ("all/sub", True), ("all/sub/new.yml", True)),
        *(("all/new.txt", False), ("all/a.txt", False), ("all/.sub", False), ("all/.new.yaml", False)),
        *(("else", False), ("else/new.yaml", False), ("all.yaml", False), ("all/../a.yaml", False)),
    ],
)
def test_what_belongs_to_a_folder_is_what_is_read_of_it(tmp_path: Path, name: str, belonging: bool) -> None:
    for made in ("all/sub", "all/.sub", "else"):
        (tmp_path / made).mkdir(parents=True)
    for made in ("all/a.yaml", "all/a.txt", "else/d.yaml"):
        (tmp_path / made).write_text("")
    (tmp_path / "all/d.yaml").symlink_to("../else/d.yaml")
    (tmp_path / "linked").symlink_to("all")
    assert belongs(tmp_path / name, tmp_path / "linked") is belonging
    assert belongs(tmp_path / name, tmp_path / name)
    assert not belongs(tmp_path / "all", tmp_path / "all/a.yaml")
