"""GeoJSON: a valid collection of points, each with its record."""

import json
from collections.abc import Sequence

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings

from timeline.formats.format import WriteOptions
from timeline.formats.geojson import left_out, write
from timeline.model import Event


@settings(max_examples=50)
@given(event_lists())
def test_every_event_with_coordinates_is_a_point_with_its_record(events: Sequence[Event]) -> None:
    found = json.loads("".join(write(events, WriteOptions())))
    assert {*found} == {"type", "features"}
    assert found["type"] == "FeatureCollection"
    there = [event for event in events if not left_out(event)]
    assert len(found["features"]) == len(there)
    for event, feature in zip(there, found["features"], strict=True):
        assert {*feature} - {"id"} == {"type", "geometry", "properties"}
        assert feature["type"] == "Feature"
        assert feature["geometry"] == {"type": "Point", "coordinates": [event.lon, event.lat]}
        assert -180 <= feature["geometry"]["coordinates"][0] <= 180
        place = {"lat": repr(event.lat), "lon": repr(event.lon)}
        assert Event.from_record({**feature["properties"], **place}) == event


def test_what_has_no_coordinates_is_left_out() -> None:
    event = Event.from_record({"date": "2022", "title": "Talks", "lat": "1"})
    assert left_out(event) == "events without coordinates"
    assert json.loads("".join(write([event], WriteOptions()))) == {
        "type": "FeatureCollection",
        "features": [],
    }


@settings(max_examples=40)
@given(event_lists())
def test_a_validator_has_nothing_to_say(events: Sequence[Event]) -> None:
    geojson = pytest.importorskip("geojson", reason="geojson is not installed")
    found = geojson.loads("".join(write(events, WriteOptions())))
    assert type(found) is geojson.FeatureCollection
    assert not found.errors()
    assert all(type(one) is geojson.Feature and not one.errors() for one in found.features)
