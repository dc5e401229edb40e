"""Records found sound at a glance: their events are those that reading every field makes."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml_strategies import dates, filled, records, slugs, sources, texts, titles, values

from timeline.model import Event, Origin
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS, InvalidRecord, Record, Settled
from timeline.sound import event_of

ORIGIN = Origin("events.csv", 7)
anything = st.one_of(st.none(), texts, values, st.integers(), st.lists(st.none() | texts, max_size=2))
of_fields = {
    "id": slugs,
    "date": dates,
    "title": titles,
    "lat": st.sampled_from(("43.06", "-7", "0.00001", "+0", "90.1", "x")),
    "lon": st.sampled_from(("143.06", "-180", "181")),
    "status": st.sampled_from(("draft", "reported", "done")),
    "place_precision": st.sampled_from(("city", "town")),
    "sources": st.lists(sources | filled | st.dictionaries(st.sampled_from(SOURCE_FIELDS), texts | dates)),
    "imported": st.dictionaries(texts, texts | values, max_size=2),
}
drawn: st.SearchStrategy[dict[Any, Any]] = st.builds(
    dict.__or__,
    records,
    st.sampled_from((*RECORD_FIELDS, "imported", "note", 3)).flatmap(
        lambda name: st.builds(lambda value: {name: value}, anything | of_fields.get(str(name), texts))
    ),
)


def read(record: Record, *, quickly: bool) -> object:
    """All that is to be known of a record's event, fields in their order; or everything that is wrong with it."""
    try:
        event = (event_of if quickly else Event.from_record)(record, ORIGIN)
    except InvalidRecord as error:
        return error.problems, error.message, error.hint
    made = event.to_record()
    told = [[*one.items()] for one in made["sources"] if isinstance(one, dict)] if "sources" in made else []
    return [*made.items()], told, event, event.origin, event.rival_dates


@given(drawn)
@example({"title": "x", "date": "2022", "lat": "0.00001"})
@example({"date": "2022", "title": "x\n"})
@example(
    {"date": "2022", "title": "x", "sources": ["https://tass.com/1", {"event_date": "2021"}, {"url": ""}]}
)
def test_the_event_is_the_same(record: Record) -> None:
    assert read(record, quickly=True) == read(record, quickly=False)


@given(records)
@settings(max_examples=30)
def test_the_lists_of_what_is_made_of_the_event_are_for_its_taker_to_change(record: Record) -> None:
    event = event_of(record)
    before = repr(event.to_record())
    made = event.to_record()
    for name, value in made.items():
        if name in RECORD_FIELDS and isinstance(value, list):
            value.append("more")
    made.clear()
    assert repr(event.to_record()) == before


def test_a_record_in_the_usual_shape_is_looked_at_once() -> None:
    record: Record = {
        "title": "Talks",
        "date": "2022-03",
        "actors": ["Japan"],
        "sources": ["TASS, evening bulletin", {"url": "https://tass.com/1", "date": "2022-03-21"}],
        "imported": {"from": "acled", "id": "3"},
        "lat": "43.06",
    }
    event = event_of(record)
    assert isinstance(event._record, Settled)
    record["title"] = "Changed"
    assert (event.title, event.lat, event.extra) == (
        "Talks",
        43.06,
        {"imported": {"from": "acled", "id": "3"}},
    )
