"""What stands in a text without quotation marks, and is read as something else than it looks like.

A word for nothing where a name may be meant (`place: null`), and a `#` that cuts the rest of a text off
(`title: Talks #5 end`). Only the text itself tells: the records that are read from it have lost the difference.
"""

import re
from collections.abc import Iterator
from typing import Final

from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from timeline.checks.finding import Finding
from timeline.errors import shown
from timeline.yaml_events import ParseEvent, is_null, read_events
from timeline.yaml_places import line_at
from timeline.yaml_write import double_quoted

# A comment sets its "#" apart ("# from the letter"); a "#" before a letter or digit is how people write "#5" and "#peace".
_cut: Final = re.compile(r"[ \t]+(#\w[^\r\n]*)")


def unquoted(text: str, path: str) -> Iterator[Finding]:
    """Plain nulls and plain texts cut by a `#`, in a text that `parse_records` can read."""
    next_event = read_events(text)
    event: ParseEvent
    named: list[bool | None] = []  # of each open mapping, whether a value comes next; None of a list
    while not isinstance(event := next_event(), StreamEndEvent):
        start, end, is_key = event.start_mark.index, event.end_mark.index, False
        if isinstance(event, CollectionEndEvent):
            named.pop()
        elif isinstance(event, NodeEvent) and named and named[-1] is not None:
            is_key, named[-1] = not named[-1], not named[-1]
        if isinstance(event, CollectionStartEvent):
            named.append(False if isinstance(event, MappingStartEvent) else None)
        if not isinstance(event, ScalarEvent) or event.style or not event.implicit[0]:
            continue
        if event.value and is_null(event) and not is_key:
            yield Finding(
                code="W417",
                message=f"a plain {event.value} stands for nothing, and is read as an absent value",
                hint=f'quote it if it is a name: "{event.value}"; the first release read it as text',
                path=path,
                line=line_at(text, start),
            )
        if cut := _cut.match(text, end):
            written = double_quoted(f"{event.value} {cut[1]}".strip())
            yield Finding(
                code="W418",
                message=f"the text ends before {shown(cut[1], limit=30)}, which YAML takes for a comment",
                hint=f"quote the whole: {written}; or set the # of a comment apart: # …"
                if len(written) < 80
                else "quote the whole; or set the # of a comment apart: # …",
                path=path,
                line=line_at(text, end),
            )
