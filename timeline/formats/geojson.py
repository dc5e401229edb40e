"""GeoJSON (RFC 7946) for a map: a point for each event that has coordinates, with its record as properties."""

from collections.abc import Iterable, Iterator
from typing import Any

from timeline.formats.format import Carries, Format, WriteOptions
from timeline.formats.json import json_list
from timeline.model import Event


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """A FeatureCollection."""
    features = (_feature(event) for event in events if not left_out(event))
    return json_list(features, "features", {"type": "FeatureCollection"})


def left_out(event: Event) -> str:
    """Why an event is not on the map."""
    return "events without coordinates" if event.lat is None or event.lon is None else ""


def _feature(event: Event) -> dict[str, Any]:
    properties = {name: value for name, value in event.to_record().items() if name not in ("lat", "lon")}
    return {
        "type": "Feature",
        **({"id": event.id} if event.id else {}),
        "geometry": {"type": "Point", "coordinates": [event.lon, event.lat]},  # in this order (3.1.1)
        "properties": properties,
    }


FORMAT = Format(write=write, carries=Carries(left_out=left_out))
