"""Laws of changing a file: only a record's own bytes change, and the file then says what was meant."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml_strategies import Sheet, changes, filled, records, sheets

from timeline.errors import Refused
from timeline.record import Record
from timeline.store import write
from timeline.store.read import read_records
from timeline.yaml_outline import outline
from timeline.yaml_places import item_span
from timeline.yaml_text import parse_records


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    # In memory where there is such a place: a law is tried hundreds of times, and each time synced.
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as name:
        yield Path(name)


def written(folder: Path, sheet: Sheet) -> Path:
    path = folder / "events.yaml"
    path.write_bytes(sheet.text.encode())
    return path


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def spans(text: str) -> list[tuple[int, int]]:
    """The own characters of each record."""
    body = text.removeprefix("\ufeff")
    whole = outline(body)
    offset = len(text) - len(body)
    assert whole.root is not None
    if whole.root.style:
        return [(node.start + offset, node.end + offset) for node in whole.root.children]
    found = (item_span(body, whole.root, at) for at in range(len(whole.root.children)))
    return [(start + offset, end + offset) for start, end in found]


@given(sheet=sheets(), record=records)
def test_adding_leaves_every_old_byte(folder: Path, sheet: Sheet, record: Record) -> None:
    path = written(folder, sheet)
    write.add(path, lambda _: {"id": "new", **record})
    assert read_records([path]) == (*sheet.records, {"id": "new", **record})
    text = text_of(path)
    if sheet.records:
        end = spans(sheet.text)[-1][1]
        rest = sheet.text[end:]
        assert text.startswith(sheet.text[:end])
        assert text.startswith(sheet.text) or text.endswith(rest)


def others(text: str) -> Any:
    """What a mapping says besides its list of records."""
    whole = yaml.load(text, yaml.BaseLoader)
    return (
        {name: value for name, value in whole.items() if name != "events"} if isinstance(whole, dict) else {}
    )


@given(sheet=sheets(), record=records)
def test_the_users_other_keys_stay(folder: Path, sheet: Sheet, record: Record) -> None:
    path = written(folder, sheet)
    kept = others(sheet.text)
    write.add(path, lambda _: {"id": "new", **record})
    assert others(text_of(path)) == kept
    write.edit(path, ["new"], lambda record: {**record, "title": "other"})
    assert others(text_of(path)) == kept
    write.remove(path, ["new", *(f"e{at}" for at in range(len(sheet.records)))])
    assert (others(text_of(path)), read_records([path])) == (kept, ())


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("events:\n", "events:\n  - {}\n"),
        ("events: []  # none\nmore: 1\n", "events:   # none\n  - {}\nmore: 1\n"),
        ("events: ~\nmore: |\n  x\n", "events: \n  - {}\nmore: |\n  x\n"),
        ("{events: [], more: 1}\n", "{events: [{date: 2022, title: x}], more: 1}\n"),
        (
            "events:\n- date: 2021\n  title: y\n\n# of more\nmore: 1\n",
            "events:\n- date: 2021\n  title: y\n\n- {}\n\n# of more\nmore: 1\n",
        ),
        ("events:\n- date: 2021\n  title: y", "events:\n- date: 2021\n  title: y\n\n- {}\n"),
        ("- date: 2021\n  title: y\n---\n", "- date: 2021\n  title: y\n\n- {}\n---\n"),
        ("- date: 2021\n  title: y\n...\n---\n", "- date: 2021\n  title: y\n\n- {}\n...\n---\n"),
        ("---\n---\n", "---\n\n- {}\n---\n"),
    ],
)
def test_an_event_is_added_where_the_list_is(tmp_path: Path, text: str, new: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(text)
    write.add(path, lambda _: {"date": "2022", "title": "x"})
    told = path.read_text()
    indent = "    " if "  - date: 2022" in told else "  "
    assert told == new.replace("- {}", f"- date: 2022\n{indent}title: x")


@given(sheet=sheets(least=1), at=st.integers(0, 9))
def test_removing_takes_the_record_and_nothing_else(folder: Path, sheet: Sheet, at: int) -> None:
    at %= len(sheet.records)
    path = written(folder, sheet)
    write.remove(path, [f"e{at}"])
    kept = tuple(record for record in sheet.records if record["id"] != f"e{at}")
    assert read_records([path]) == kept
    places = spans(sheet.text)
    start, end = places[at]
    text = text_of(path)
    root = outline(sheet.text.removeprefix("\ufeff")).root
    assert root is not None
    if root.style:
        # In brackets a comma goes with the record, and the blanks beside it.
        assert squeezed(text) == squeezed(sheet.text[:start] + sheet.text[end:])
    else:
        assert text == sheet.text[:start] + sheet.text[end:]


def squeezed(text: str) -> str:
    return "".join(text.replace(",", "").split())


@given(sheet=sheets(least=1, most=3), at=st.integers(0, 9), change=changes())
def test_editing_touches_one_record_only(
    folder: Path, sheet: Sheet, at: int, change: Callable[[Record], Record]
) -> None:
    at %= len(sheet.records)
    path = written(folder, sheet)
    write.edit(path, [f"e{at}"], change)
    meant = tuple(change(record) if where == at else record for where, record in enumerate(sheet.records))
    assert read_records([path]) == meant
    start, end = spans(sheet.text)[at]
    text = text_of(path)
    assert text.startswith(sheet.text[:start])
    assert text.endswith(sheet.text[end:])


@given(sheet=sheets(least=1, most=2), at=st.integers(0, 9), title=filled)
def test_untouched_fields_keep_their_text(folder: Path, sheet: Sheet, at: int, title: str) -> None:
    at %= len(sheet.records)
    path = written(folder, sheet)
    write.edit(path, [f"e{at}"], lambda record: {**record, "kind": title})
    old, new = (text.removeprefix("\ufeff") for text in (sheet.text, text_of(path)))
    before, after = (
        {key.value: text[key.start : value.end] for key, value in outline(text).records[at].fields}
        for text in (old, new)
    )
    assert {name: text for name, text in after.items() if name != "kind"} == {
        name: text for name, text in before.items() if name != "kind"
    }


@given(sheet=sheets(least=1, most=3), at=st.integers(0, 9))
def test_an_unchanged_record_is_written_as_it_was(folder: Path, sheet: Sheet, at: int) -> None:
    at %= len(sheet.records)
    path = written(folder, sheet)
    assert not write.edit(path, [f"e{at}"], dict)
    every = write.excerpts(path, lambda there: range(len(there)))
    write.rewrite(path, write.replacing(path, every, [one.text for one in every]))
    assert text_of(path) == sheet.text


def test_a_shared_anchor_is_not_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    text = "- id: a\n  date: 2022\n  title: x\n  place: &here Oslo\n- id: b\n  date: 2022\n  title: y\n  place: *here\n"
    path.write_text(text)
    with pytest.raises(Refused, match="without touching other records"):
        write.remove(path, ["a"])
    with pytest.raises(Refused, match="without touching other records"):
        write.edit(path, ["a"], lambda record: {**record, "place": "Rome"})
    assert path.read_text() == text
    write.edit(path, ["b"], lambda record: {**record, "place": "Rome"})
    write.remove(path, ["a"])
    assert path.read_text() == "- id: b\n  date: 2022\n  title: y\n  place: Rome\n"


def test_a_comment_above_a_record_stays_and_one_inside_goes(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("# above a\n- id: a\n  title: x\n  # inside\n# above b\n- id: b\n  title: y\n")
    write.remove(path, ["a"])
    assert path.read_text() == "# above a\n# above b\n- id: b\n  title: y\n"


def test_a_merged_field_is_overridden_and_not_unset(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- &a\n  id: a\n  place: Oslo\n- <<: *a\n  id: b\n")
    write.edit(path, ["b"], lambda record: {**record, "place": "Rome"})
    assert parse_records(path.read_text())[1].record == {"id": "b", "place": "Rome"}
    with pytest.raises(Refused):
        write.edit(path, ["b"], lambda _: {"id": "b"})


def test_the_first_fields_can_go_together(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- kind: k\n  place: p\n  id: a # c\n  tags: [t]\n- lat: 1 # north\n  # note\n  id: b\n")
    write.edit(path, ["a"], lambda record: {"id": record["id"], "title": "x"})
    write.edit(path, ["b"], lambda record: {"id": record["id"]})
    assert path.read_text() == "- id: a # c\n  title: x\n-  # north\n  # note\n  id: b\n"


@pytest.mark.parametrize("mark", ["\r", "\x85", "\u2028", "\u2029"])
def test_records_between_line_ends_that_only_yaml_knows_are_changed_or_refused(
    tmp_path: Path, mark: str
) -> None:
    path = tmp_path / "events.yaml"
    text = mark.join(("- id: a", "  title: x", "- id: b", "  title: y", ""))
    for id_ in "ab":
        for edited in (False, True):
            path.write_bytes(text.encode())
            try:
                if edited:
                    write.edit(path, [id_], lambda record: {**record, "title": "z"})
                else:
                    write.remove(path, [id_])
            except Refused:
                assert path.read_bytes().decode() == text
            else:
                assert path.read_bytes() != text.encode()


def test_of_many_records_only_those_that_change_are_outlined() -> None:
    body = "".join(f"  - id: e{at}\n    tags: [a, b]\n" for at in range(5))
    places = outline(body, inside={3})
    assert [bool(node.children) for node in places.records] == [False, False, False, True, False]
    assert [(node.start, node.end) for node in places.records] == [
        (node.start, node.end) for node in outline(body).records
    ]
