"""The stable codes of everything that `timeline check` can find.

A code never changes its meaning and is never used again. E is an error, W a warning: what may be meant, but seldom is.
E1: the file as YAML. E2: a record on its own. E3: records among each other. E6: timeline.toml and presets. W4: what looks wrong.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Severity = Literal["error", "warning"]

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "E101": "the file is not YAML",
        "E102": "the file holds something else than records: a list of mappings, here or under events, or one mapping",
        "E103": "a YAML tag that would make something else than text, a list or a mapping",
        "E104": "a field stands twice in one record",
        "E105": "a second YAML document in one file",
        "E106": "an alias or a merge that cannot be followed, or that expands too far",
        "E107": "values nested deeper than 100",
        "E108": "the file is not UTF-8 text, or holds a character that YAML cannot",
        "E201": "a required field is missing: date or title",
        "E202": "text where a list is needed, a list where text is needed, and the like",
        "E203": "a date that is not EDTF, or not in the calendar",
        "E204": "an id that is not a slug",
        "E205": "a title of more than one line",
        "E206": "a word that the field does not know",
        "E207": "a coordinate that is no number, or out of range",
        "E208": "an empty item in a list",
        "E301": "an id that an earlier event has",
        "E302": "after, before or related names no event",
        "E303": "after or before certainly contradicts the dates",
        "E304": "after and before form a circle",
        "E501": "with --quotes: a quote that stands in no archived article",
        "E502": "with --quotes: a quote that dates its event otherwise than the record",
        "E503": "with --files: a kept copy that is not there, or cannot be read",
        "E504": "with --files: a kept copy that has another SHA-256: it has changed",
        "E505": "with --files: a quote that does not stand in the kept copy",
        "E601": "a timeline.toml that says what it cannot",
        "E602": "a preset of your own that says what it cannot",
        "W401": "an unknown field whose name looks like a misspelt known one",
        "W402": "a source's field that stands in the event",
        "W403": "a list written as one text",
        "W404": "a source without a title or an address",
        "W405": "a source published before the event that it reports",
        "W406": "a source's event_date that cannot be the event's date, though the event is not disputed",
        "W407": "a draft left in",
        "W408": "an event that looks the same as an earlier one",
        "W409": "a control or bidirectional character in a text",
        "W410": "an actor that looks like another spelling of one",
        "W411": "a date in the future",
        "W412": "after or before possibly contradicts the dates: what follows lasts on, but begins before the other",
        "W413": "an event that refers to itself",
        "W414": "an item that stands twice in a list",
        "W415": "lat without lon, or lon without lat",
        "W416": "so many titles are alike that not all were compared for W408",
        "W417": "a plain null, which is read as an absent value",
        "W418": "a text without quotes that a # cuts short",
        "W419": "a text of which nothing can be seen",
        "W420": "an actor that timeline.toml does not know, though it has actors",
        "W421": "an event before or after the time of an actor, as timeline.toml tells it",
        "W422": "an event that is disputed, though no source gives another date",
        "W423": "a source that has changed since its copy was taken: it is dated later",
        "W424": "a kept copy without its sha256: nobody can tell whether it has changed",
        "W601": "a table or a key of timeline.toml that is not known",
    }
)


def severity_of(code: str) -> Severity:
    """Whether a code is an error or a warning.

    >>> severity_of("E203"), severity_of("W408")
    ('error', 'warning')
    """
    return "error" if code.startswith("E") else "warning"
