"""What an edit or a removal makes of a collection: what was asked for, what follows from it, and nothing else."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.errors import Refused, UsageError
from timeline.model import Origin
from timeline.record import REFERENCES, Record
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edits, edited, removed
from timeline.upkeep.references import referring

IDS = ("a", "b", "c", "d")
references = st.lists(st.sampled_from([*IDS, "gone"]), max_size=3)


@st.composite
def collections(draw: st.DrawFn) -> list[StoredRecord]:
    """A few events that refer to each other, to themselves and to nothing, in lists or in one text."""
    records: list[Record] = []
    for id_ in draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True)):
        record: Record = {"id": id_, "date": "2022", "title": "Talks"}
        for name in REFERENCES:
            items = draw(references)
            if items:
                record[name] = items[0] if draw(st.booleans()) else [*items]
        records.append(record)
    return stored(records)


def stored(records: Sequence[Record]) -> list[StoredRecord]:
    return [
        StoredRecord(record=record, origin=Origin(path="e.yaml", line=at + 1), position=at)
        for at, record in enumerate(records)
    ]


def after(there: Sequence[StoredRecord], changed: Mapping[int, Record]) -> list[StoredRecord]:
    """The collection when the change is made."""
    return stored([changed.get(at, {**one.record}) for at, one in enumerate(there)])


def told(there: Sequence[StoredRecord]) -> list[list[tuple[str, list[str]]]]:
    """The references of each record, one text as a list of one."""
    found = []
    for one in there:
        values = [(name, one.record.get(name, [])) for name in REFERENCES]
        found.append(
            [(name, [value] if isinstance(value, str) else [*map(str, value)]) for name, value in values]
        )
    return found


@given(collections())
def test_references_follow_a_new_id_and_come_back_with_the_old_one(there: list[StoredRecord]) -> None:
    old = there[0].id
    new = after(there, edited(there, [0], Edits(id="new")).records)
    assert [one.id for one in new] == ["new", *(one.id for one in there[1:])]
    assert told(new) == [
        [(name, ["new" if id_ == old else id_ for id_ in ids]) for name, ids in fields]
        for fields in told(there)
    ]
    back = after(new, edited(new, [0], Edits(id=old)).records)
    assert told(back) == told(there)


@given(collections())
def test_an_id_in_use_is_refused(there: list[StoredRecord]) -> None:
    assume(len(there) > 1)
    with pytest.raises(Refused):
        edited(there, [0], Edits(id=there[1].id))
    with pytest.raises(Refused):
        edited(there, [0, 1], Edits(id="new"))


@given(collections(), st.booleans())
def test_what_is_removed_takes_no_other_field_with_it(there: list[StoredRecord], cascade: bool) -> None:
    gone = there[0].id
    change = removed(there, [0], cascade=cascade)
    assert change.removed == {0}
    left = after(there, change.edited)[1:]
    assert bool([*referring(left, {gone})]) == (not cascade and bool([*referring(there, {gone})]))
    for one, was in zip(told(left), told(there)[1:], strict=True):
        assert one == [(name, [id_ for id_ in ids if id_ != gone or not cascade]) for name, ids in was]


@given(collections(), st.lists(st.sampled_from(["x", "y", "Japan"]), max_size=3))
def test_what_comes_into_a_list_stands_there_once_and_goes_again(
    there: list[StoredRecord], names: list[str]
) -> None:
    more = after(there, edited(there, [0], Edits(lists={"actors": (names, ())})).records)
    assert more[0].record.get("actors", []) == [*dict.fromkeys(names)]
    less = after(more, edited(more, [0], Edits(lists={"actors": ((), names)})).records)
    assert [one.record for one in less] == [one.record for one in there]


@given(collections(), st.sampled_from(REFERENCES))
def test_a_new_reference_to_nothing_is_refused_and_an_old_one_is_not(
    there: list[StoredRecord], name: str
) -> None:
    edits = Edits(lists={name: (["nothing"], ())})
    with pytest.raises(Refused):
        edited(there, [0], edits)
    forced = after(there, edited(there, [0], edits, force=True).records)
    assert "nothing" in forced[0].record[name]
    assert edited(forced, [0], Edits(given={"place": "Oslo"})).ids == [there[0].id]


@pytest.mark.parametrize(
    ("old", "given_", "message"),
    [
        ({"date": "2022-13", "status": "x"}, {"place": "Oslo"}, ""),
        ({"date": "2022-13", "status": "x"}, {"date": "2022"}, ""),
        ({"date": "2022-13", "status": "x"}, {"status": "y"}, 'status "y" is not known'),
        ({"date": "2022"}, {"date": ""}, "date is missing"),
        ({"date": "2022"}, {"place": "\udcff"}, "half a character"),
    ],
)
def test_only_a_new_mistake_is_refused(old: Record, given_: Record, message: str) -> None:
    there = stored([{"id": "a", "title": "Talks"} | old])
    if not message:
        assert edited(there, [0], Edits(given=given_)).ids == ["a"]
        return
    with pytest.raises(UsageError) as caught:
        edited(there, [0], Edits(given=given_))
    assert message in caught.value.message


def test_nothing_said_is_nothing_changed() -> None:
    there = stored([{"id": "a", "date": "2022", "title": "Talks"}])
    assert not Edits()
    assert Edits(given={"title": "Talks"})
    assert edited(there, [0], Edits(given={"title": "Talks"})).ids == []
