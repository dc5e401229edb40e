"""The schema that editors use says what the model says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from event_strategies import event_dates
from hypothesis import given

from timeline.dates.event_date import EventDate
from timeline.record import LIST_FIELDS, PLACE_PRECISIONS, RECORD_FIELDS, SOURCE_FIELDS, STATUSES
from timeline.schema import EDTF_PATTERN, collection_schema

RECORD: dict[str, Any] = collection_schema()["$defs"]["record"]
SOURCE: dict[str, Any] = collection_schema()["$defs"]["source"]
CASES = Path(__file__).resolve().parents[1] / "../shared/edtf/cases.json"


def test_every_field_is_described_in_the_order_of_the_model() -> None:
    assert tuple(RECORD["properties"]) == RECORD_FIELDS
    assert tuple(SOURCE["properties"]) == SOURCE_FIELDS
    for field in (*RECORD["properties"].values(), *SOURCE["properties"].values()):
        assert field["description"].endswith(".")


def test_words_and_lists_are_the_models() -> None:
    fields = RECORD["properties"]
    assert set(fields["status"]["enum"]) == {*STATUSES, "", None}
    assert set(fields["place_precision"]["enum"]) == {*PLACE_PRECISIONS, "", None}
    assert {name for name, field in fields.items() if "array" in field.get("type", ())} == {
        *LIST_FIELDS,
        "sources",
    }
    assert RECORD["required"] == ["date", "title"]


def test_unknown_fields_are_welcome() -> None:
    assert "additionalProperties" not in RECORD
    assert "additionalProperties" not in SOURCE


def test_the_schema_is_json_with_its_references_inside() -> None:
    text = json.dumps(collection_schema())
    assert json.loads(text) == collection_schema()
    assert set(re.findall(r'"\$ref": "([^"]+)"', text)) == {"#/$defs/record", "#/$defs/source"}


@given(event_dates())
def test_the_pattern_lets_every_date_pass(date: EventDate) -> None:
    assert re.search(EDTF_PATTERN, date.text)


@pytest.mark.parametrize("text", ["21 March 2022", "soon", "2022/03/21/04", "c. 1950", "March"])
def test_the_pattern_stops_what_people_type(text: str) -> None:
    assert not re.search(EDTF_PATTERN, text)


@pytest.mark.skipif(not CASES.exists(), reason="the EDTF facts lie beside the repository")
def test_the_pattern_lets_every_valid_case_pass() -> None:
    valid = [case["expr"] for case in json.loads(CASES.read_text(encoding="utf-8")) if case["valid"]]
    assert valid
    assert [text for text in valid if not re.search(EDTF_PATTERN, text)] == []
