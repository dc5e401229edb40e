"""The JSON Schema of a collection's file, by which editors complete fields, show what they mean and underline mistakes.

It is made of the model's own constants. Editors read YAML with a schema of its own, in which 2018 is a number and an
empty value is null; a collection reads every scalar as text. So numbers, truth values and null pass wherever text may stand.
"""

import json
from typing import Any, Final

from timeline.record import (
    LIST_FIELDS,
    LIST_KEY,
    PLACE_PRECISIONS,
    RECORD_FIELDS,
    SLUG,
    SOURCE_DATES,
    SOURCE_FIELDS,
    STATUSES,
)

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME: Final = "timeline.schema.json"
"""The name under which `init` puts the schema beside the collection."""
TITLE: Final = "A collection of diplomatic events"
"""What every version of the schema is called: by this, `init` knows its own file."""

# Loose on purpose: `timeline check` knows the calendar and the grammar; an editor need only see what is no date at all.
EDTF_PATTERN: Final = r"^(\s*|[\[{].*[\]}]|(\.\.|[-+~?%0-9XYESTZ:.]*)(/(\.\.|[-+~?%0-9XYESTZ:.]*))?)$"

_EDTF = "EDTF: 2018, 2022-03, 2022-03-21, 1950~ (about), 2018? (uncertain), 201X (some year), 2018/2020 (lasting), 2018/.. (open end)"
_RECORD_TEXTS: Final = {
    "id": "A name that no other event of the collection has: a-z, 0-9 and : . _ - only. timeline add makes one.",
    "date": f"When it happened, as closely as somebody vouches for it. {_EDTF}, [2018..2020] (one moment between).",
    "date_as_written": "The date in the words of the source, where they say it otherwise.",
    "title": "What happened, in one line.",
    "summary": "What happened, in a few sentences.",
    "actors": "The states, organisations and people that take part.",
    "place": "Where it happened.",
    "lat": "Degrees north of the place, from -90 to 90.",
    "lon": "Degrees east of the place, from -180 to 180.",
    "place_precision": "How closely lat and lon tell the place.",
    "kind": "What sort of event: a plain word such as statement, or scheme:code such as cameo:036.",
    "tags": "Keywords of your own.",
    "status": "draft: nobody has vouched for it yet. Without a status, an event is reported.",
    "sources": "Who says so. A source that is one text is an address, or a title.",
    "after": "The ids of events that this one is known to follow.",
    "before": "The ids of events that this one is known to precede.",
    "related": "The ids of events that this one refers to.",
}
_SOURCE_TEXTS: Final = {
    "title": "The headline, or the title of the document.",
    "publisher": "Who published it.",
    "author": "Who wrote it.",
    "date": f"When it was published. {_EDTF}.",
    "url": "Where it can be read.",
    "archived": "The address of a copy that stays.",
    "quote": "The very words that support the event.",
    "at": "Where in the source: p. 3, para 12.",
    "event_date": f"The date that this source gives for the event, when it differs. {_EDTF}.",
    "supports": "The fields of the event that this source vouches for: date, place.",
    "grade": "Your own word for how reliable it is, such as B2.",
    "file": "A kept copy: its path from the collection's folder.",
    "sha256": "The SHA-256 of that file.",
    "retrieved": f"When the copy was taken. {_EDTF}.",
}
_TEXT: Final = {"type": ["string", "number", "boolean", "null"]}
_ITEM: Final = {"type": ["string", "number", "boolean"], "minLength": 1}


def collection_schema() -> dict[str, Any]:
    """The schema of a file that is a list of records, here or under `events`, a record on its own, or empty, as plain JSON data."""
    record = {"$ref": "#/$defs/record"}
    records = {"type": ["array", "null"], "items": record}
    return {
        "$schema": DRAFT,
        "title": TITLE,
        "description": "Events kept by timeline: a list of records, here or under events, or one record.",
        # Not oneOf: an editor would tell every mistake three times, once for each form that the file does not have.
        "type": ["array", "object", "null"],
        "items": record,
        "if": {"type": "object"},
        # As the reader has it: a list under "events" is the collection, and without a date no mapping is a record.
        "then": {
            "if": {
                "required": [LIST_KEY],
                "anyOf": [{"properties": {LIST_KEY: {"type": "array"}}}, {"not": {"required": ["date"]}}],
            },
            "then": {"properties": {LIST_KEY: records}},
            "else": record,
        },
        "$defs": {
            "record": {
                "title": "An event",
                "type": "object",
                "required": ["date", "title"],
                "properties": {name: _field(name, _RECORD_TEXTS[name]) for name in RECORD_FIELDS},
            },
            "source": {
                "title": "A source",
                "type": "object",
                "properties": {
                    name: _field(name, _SOURCE_TEXTS[name], required=False) for name in SOURCE_FIELDS
                },
            },
        },
    }


def _field(name: str, description: str, *, required: bool = True) -> dict[str, Any]:
    return {"description": description} | _form(name, required=required)


def _form(name: str, *, required: bool) -> dict[str, Any]:
    """What a field may hold; `required` where date and title must not be empty."""
    if name == "sources":
        source: dict[str, Any] = {"$ref": "#/$defs/source"}
        return {
            "type": ["array", "string", "null"],
            "items": {"if": {"type": "object"}, "then": source, "else": _ITEM},
        }
    if name in (*LIST_FIELDS, "supports"):
        return {"type": ["array", *_TEXT["type"]], "items": _ITEM}
    if name in ("date", "title") and required:
        text: dict[str, Any] = {"type": ["string", "number"], "minLength": 1}
        return text | {"pattern": EDTF_PATTERN if name == "date" else r"^.*\S.*\n?$"}
    if name in SOURCE_DATES:
        return _TEXT | {"pattern": EDTF_PATTERN}
    if name == "id":
        return _TEXT | {"pattern": f"^({SLUG})?$"}
    if name in ("status", "place_precision"):
        return {"enum": [*(STATUSES if name == "status" else PLACE_PRECISIONS), "", None]}
    if name in ("lat", "lon"):
        limit = 90 if name == "lat" else 180
        return {"type": ["number", "string", "null"], "minimum": -limit, "maximum": limit}
    return dict(_TEXT)


def schema_text() -> str:
    """The schema as the file that `init` writes and `timeline check --schema` prints."""
    return json.dumps(collection_schema(), indent=2, ensure_ascii=False) + "\n"
