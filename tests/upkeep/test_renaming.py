"""One name for another: in its place, once, everywhere, back again, and in no byte besides."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import Refused, UsageError
from timeline.model import Origin
from timeline.record import Record, Value
from timeline.store.change import Change
from timeline.store.read import StoredRecord
from timeline.store.write import rewrite
from timeline.upkeep.fields import items_of, with_names
from timeline.upkeep.renaming import FIELDS, renamed_everywhere

names = st.sampled_from(["a", "b", "c", "d"])
NAMED = [what for what in FIELDS if what != "id"]
QUOTES = st.sampled_from(["", "'", '"'])


def stored(*records: Record) -> list[StoredRecord]:
    return [
        StoredRecord(
            record={"id": f"e{at}", "date": "2022", "title": "x", **record},
            origin=Origin(path="e.yaml", line=at + 1),
            position=at,
        )
        for at, record in enumerate(records)
    ]


@given(st.lists(names, max_size=6), names, names)
def test_a_name_keeps_its_place_and_two_that_become_one_stand_once(
    items: list[str], old: str, new: str
) -> None:
    became = items_of(with_names({"tags": [*items]}, "tags", {old: new}).get("tags", ""))
    assert set(became) == {new if item == old else item for item in items}
    assert [one for one in became if one not in (old, new)] == [one for one in items if one not in (old, new)]
    if old in items and new in items and old != new:
        assert became.count(new) == 1
        first = next(at for at, item in enumerate(items) if item in (old, new))
        assert became.index(new) == first
    else:
        assert became == [new if item == old else item for item in items]


@given(st.lists(names, min_size=1, max_size=6), names)
def test_a_name_that_goes_takes_no_other_with_it(items: list[str], old: str) -> None:
    assert items_of(with_names({"tags": [*items]}, "tags", {old: ""}).get("tags", [])) == [
        item for item in items if item != old
    ]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Records whose names stand in lists of both kinds and as one text, between quotation marks and comments."""
    text = draw(st.sampled_from(["", "# mine\n", "events:\n"]))
    for at in range(draw(st.integers(1, 4))):
        quote = draw(QUOTES)
        items = [f"{quote}{item}{quote}" for item in draw(st.lists(names, min_size=1, max_size=4))]
        trail = draw(st.sampled_from(["", "  # why"]))
        value = draw(st.sampled_from(["flow", "block", "text"]))
        text += f"- id: e{at}{trail}\n  date: 2022\n  title: x\n"
        if value == "text":
            text += f"  actors:   {items[0]}{trail}\n"
        elif value == "flow":
            text += f"  actors: [ {' , '.join(items)} ]{trail}\n"
        else:
            text += f"  actors:{trail}\n" + "".join(f"   -  {item}{trail}\n" for item in items)
        text += f"  place: {quote}{draw(names)}{quote}{trail}\n\n"
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("renaming") / "events.yaml"


@given(text=texts(), what=st.sampled_from(["actor", "place"]), old=names)
def test_there_and_back_is_every_byte(file: Path, text: str, what: str, old: str) -> None:
    def rename(one: str, other: str) -> None:
        rewrite(file, lambda there: Change(edited=renamed_everywhere(there, what, one, other).records))

    file.write_bytes(text.encode())
    try:
        rename(old, "newcomer")
    except Refused:
        assert file.read_bytes() == text.encode()
        return
    assert b"newcomer" in file.read_bytes()
    assert len(file.read_bytes().splitlines()) == len(text.splitlines())
    rename("newcomer", old)
    assert file.read_bytes() == text.encode()


@pytest.mark.parametrize("what", NAMED)
@pytest.mark.parametrize("value", ["old", ["old", "x"], ["x", "old"]])
def test_only_the_field_that_is_named_changes(what: str, value: Value) -> None:
    records = [
        {name: value if isinstance(value, str) or name.endswith("s") else "old"}
        for name in FIELDS.values()
        if name != "id"
    ]
    changed = renamed_everywhere(stored(*records), what, "old", "new").records
    assert [[*one.record] for at, one in enumerate(stored(*records)) if at in changed] == [
        ["id", "date", "title", FIELDS[what]]
    ]
    assert "old" not in str(changed)


def test_references_follow_an_id_given_by_its_beginning() -> None:
    there = stored({"related": ["e1"]}, {"id": "talks-begin"}, {"after": "talks-begin"})
    changed = renamed_everywhere(there, "id", "talks", "summit").records
    assert {at: (record["id"], record.get("after")) for at, record in changed.items()} == {
        1: ("summit", None),
        2: ("e2", "summit"),
    }


@pytest.mark.parametrize(
    ("what", "old", "hint"),
    [
        ("actor", "japan", 'did you mean "Japan"?'),
        ("actor", "Jpan", 'did you mean "Japan"?'),
        ("actor", "", "see the actors with: timeline stats --by actor"),
        ("actor", "Peru", "see the actors with: timeline stats --by actor"),
        ("tag", "Japan", "see the tags with: timeline stats --by tag"),
        ("id", "e", 'give more of it: "e0", "e1"'),
    ],
)
def test_what_is_not_there_is_refused_with_what_is_near(what: str, old: str, hint: str) -> None:
    there = stored({"actors": ["Japan", "Russia"], "tags": "rally"}, {"actors": {"Japan": "state"}})
    with pytest.raises(Refused) as caught:
        renamed_everywhere(there, what, old, "new")
    assert caught.value.hint == hint


@pytest.mark.parametrize(("what", "new"), [("colour", "x"), ("actor", ""), ("id", "A b")])
def test_what_cannot_be_a_name_is_a_mistake_of_the_command_line(what: str, new: str) -> None:
    with pytest.raises(UsageError):
        renamed_everywhere(stored({"actors": "a"}), what, "e0" if what == "id" else "a", new)
