"""Several events made one: no source, name or reference is lost, and what cannot be united is told."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import Refused, UsageError
from timeline.model import Event, Origin
from timeline.record import LIST_FIELDS, REFERENCES, Record, Value, source_of
from timeline.store.change import Change
from timeline.store.read import StoredRecord, read_records
from timeline.store.write import rewrite
from timeline.upkeep.fields import items_of
from timeline.upkeep.merging import Merged, merged
from timeline.yaml_write import Style, format_record

IDS = ("a", "b", "c", "d")
DATES = st.sampled_from(["2022", "2022-03", "2022-03-21"])
NAMES = st.lists(st.sampled_from(["Japan", "Russia", "NO", "x y"]), min_size=1, max_size=3, unique=True)
SOURCES = st.lists(
    st.one_of(
        st.sampled_from(["https://tass.com/1", "A bulletin"]),
        st.fixed_dictionaries(
            {"title": st.sampled_from(["T", "U"])},
            optional={
                "url": st.sampled_from(["https://tass.com/1", "https://tass.com/2"]),
                "quote": st.sampled_from(["q", "r"]),
                "event_date": DATES,
                "supports": st.sampled_from([["date"], ["place"], "place"]),
            },
        ),
    ),
    min_size=1,
    max_size=3,
)


@st.composite
def collections(draw: st.DrawFn) -> list[Record]:
    """Four events that say much the same, and refer to each other, to themselves and to nothing."""
    optional: dict[str, Any] = {
        "place": st.sampled_from(["Tokyo", "Oslo"]),
        "date_as_written": st.sampled_from(["in spring", "this year"]),
        "status": st.sampled_from(["draft", "confirmed"]),
        "actors": st.one_of(NAMES, st.sampled_from(["Japan", "Peru"])),
        "tags": NAMES,
        "sources": SOURCES,
        "own": st.one_of(
            NAMES,
            st.sampled_from(["x", "y"]),
            st.dictionaries(st.sampled_from("kl"), st.sampled_from("xy"), min_size=1),
        ),
        **{
            name: st.lists(st.sampled_from([*IDS, "gone"]), min_size=1, max_size=3, unique=True)
            for name in REFERENCES
        },
    }
    found = draw(
        st.lists(
            st.fixed_dictionaries(
                {"date": DATES, "title": st.sampled_from(["Talks", "Rally"])}, optional=optional
            ),
            min_size=4,
            max_size=4,
        )
    )
    return [{"id": id_, **record} for id_, record in zip(IDS, found, strict=True)]


def stored(records: Sequence[Record]) -> list[StoredRecord]:
    return [
        StoredRecord(record=record, origin=Origin(path="e.yaml", line=at + 1), position=at)
        for at, record in enumerate(records)
    ]


def after(records: Sequence[Record], made: Merged) -> dict[str, Record]:
    edited = made.edited
    left = [edited.records.get(at, one) for at, one in enumerate(records) if at not in edited.removed]
    return {str(one["id"]): one for one in left}


def sources_of(record: Record) -> list[dict[str, Value]]:
    value = record.get("sources", [])
    found = [source_of(item) for item in (value if isinstance(value, list) else [value])]
    return [source for source in found if isinstance(source, dict)]


places = st.permutations(range(4)).flatmap(
    lambda order: st.integers(2, 4).map(lambda count: list(order[:count]))
)


@given(collections(), places)
def test_no_source_name_or_reference_is_lost(records: list[Record], chosen: list[int]) -> None:
    left = after(records, merged(stored(records), chosen, ()))
    keep, ids = IDS[chosen[0]], {IDS[at] for at in chosen}
    assert {*left} == {*IDS} - ids | {keep}
    kept = left[keep]
    Event.from_record(kept)
    for one in (records[at] for at in chosen):
        for source in sources_of(one):
            assert any(source.items() <= there.items() for there in sources_of(kept))
        for name in LIST_FIELDS:
            there = items_of(kept.get(name, []))
            assert {*items_of(one.get(name, []))} - ids <= {*there}
            assert len({*there}) == len(there)
    for name in REFERENCES:
        assert not ids & {*items_of(kept.get(name, []))}
        for id_, record in left.items():
            if id_ != keep:
                was = items_of(records[IDS.index(id_)].get(name, []))
                assert {*items_of(record.get(name, []))} == {keep if one in ids else one for one in was}


@given(collections(), places)
def test_each_source_gives_the_date_that_it_gave(records: list[Record], chosen: list[int]) -> None:
    kept = after(records, merged(stored(records), chosen, ()))[IDS[chosen[0]]]
    for one in (records[at] for at in chosen):
        for source in sources_of(one):
            if "place" in items_of(source.get("supports", [])):
                continue
            claimed = source.get("event_date", one["date"])
            assert any(
                {**source, "event_date": claimed}.items() <= {"event_date": kept["date"], **there}.items()
                for there in sources_of(kept)
            )


def test_a_mapping_that_became_part_of_a_list_is_not_lost() -> None:
    own: list[Value] = [{"l": "x"}, {"k": "x"}, ["Japan"], ""]
    records: list[Record] = [
        {"id": id_, "date": "2022", "title": "T", "own": one} for id_, one in zip(IDS, own, strict=True)
    ]
    made = merged(stored(records), [0, 1, 2], ())
    assert after(records, made)["a"]["own"] == [{"k": "x", "l": "x"}, "Japan"]
    assert not made.lost


@given(collections(), places)
def test_what_is_lost_is_told_and_can_be_taken(records: list[Record], chosen: list[int]) -> None:
    made = merged(stored(records), chosen, ())
    kept = after(records, made)[IDS[chosen[0]]]
    assert all(one.id != IDS[chosen[0]] for one in made.lost)
    told = {(one.id, one.field) for one in made.lost}
    for one in (records[at] for at in chosen):
        for name in ("date", "title", "place", "date_as_written"):
            assert kept.get(name) == one.get(name) or name not in one or (one["id"], name) in told
    for lost in made.lost:
        if lost.field != "status" or "status" in records[IDS.index(lost.id)]:
            again = merged(stored(records), chosen, [f"{lost.id}.{lost.field}"])
            assert after(records, again)[IDS[chosen[0]]][lost.field] == lost.value


@given(collections(), places)
def test_an_event_is_not_said_to_have_been_where_and_when_another_was(
    records: list[Record], chosen: list[int]
) -> None:
    kept = after(records, merged(stored(records), chosen, ()))[IDS[chosen[0]]]
    if "date_as_written" in kept:
        assert any(
            one["date"] == kept["date"] and one.get("date_as_written") == kept["date_as_written"]
            for one in records
        )
    assert kept.get("status") == records[chosen[0]].get("status")


@given(records=collections(), chosen=places, bracketed=st.booleans())
def test_every_byte_of_other_records_stays(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record], chosen: list[int], bracketed: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "merged.yaml"
    texts = [format_record(record, Style(inline=bracketed)) for record in records]
    path.write_text("\n".join(f"# {id_}\n{text}" for id_, text in zip(IDS, texts, strict=True)))
    made = merged(stored(records), chosen, ())
    rewrite(path, lambda _: Change(edited=made.edited.records, removed=made.edited.removed))
    assert {str(one["id"]): one for one in read_records([path])} == after(records, made)
    text = path.read_text()
    for at, id_ in enumerate(IDS):
        assert f"# {id_}\n" in text
        assert (texts[at] in text) or at in made.edited.removed or at in made.edited.records


TWO: list[Record] = [
    {"id": "v1.a", "date": "2022", "title": "A", "place": "Tokyo", "lat": "35", "lon": "139"},
    {
        "id": "b",
        "date": "2023",
        "title": "B",
        "place": "Oslo",
        "imported": {"from": "x", "id": "1"},
        "after": ["v1.a"],
    },
    {"id": "c", "date": "2024", "title": "C", "related": "b"},
]


def test_what_is_said_of_a_place_goes_with_it() -> None:
    taken = after(TWO, merged(stored(TWO), [0, 1], ["b.place"]))["v1.a"]
    assert taken == {
        "id": "v1.a",
        "date": "2022",
        "title": "A",
        "place": "Oslo",
        "imported": TWO[1]["imported"],
    }


def test_a_take_is_split_at_its_last_dot_and_may_give_the_id() -> None:
    left = after(TWO, merged(stored(TWO), [1, 0], ["v1.a.id", "v1.title"]))
    united = {"id": "v1.a", "date": "2023", "title": "A", "place": "Oslo", "imported": TWO[1]["imported"]}
    assert left == {"v1.a": united, "c": {**TWO[2], "related": "v1.a"}}


@pytest.mark.parametrize(
    ("take", "error"),
    [
        ("title", UsageError),
        (".title", UsageError),
        ("b.", UsageError),
        ("c.title", Refused),
        ("b.summary", Refused),
    ],
)
def test_what_cannot_be_taken_is_refused(take: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        merged(stored(TWO), [0, 1], [take])


def test_rows_of_imports_are_all_kept() -> None:
    records: list[Record] = [{**one, "imported": {"from": "x", "id": str(at)}} for at, one in enumerate(TWO)]
    kept = after(records, merged(stored(records), [0, 1, 2], ()))["v1.a"]
    assert kept["imported"] == [{"from": "x", "id": str(at)} for at in range(3)]
