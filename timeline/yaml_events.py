"""The parse events of a YAML text, and what is refused of them: what reading records and finding their places share.

The events come from libyaml where PyYAML was built with it (2 us an event), else from PyYAML's own parser
(40 us). Events are walked, never composed: composing recurses in C as deep as the file says.
"""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml.events import DocumentStartEvent, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from timeline.errors import InvalidYaml, shown
from timeline.record import DEPTH_LIMIT, LIST_KEY
from timeline.yaml_places import line_at

NULLS = frozenset(("", "null", "Null", "NULL", "~"))  # YAML 1.2, 10.3.2: plain, these stand for nothing
# PyYAML's stubs know neither which attributes an event has nor that its marks are there.
ParseEvent: TypeAlias = Any

# Tags that say what every reader takes a node for anyway; the scalar ones stay text.
_STANDARD_TAGS = frozenset(
    (
        "!",
        *(
            f"tag:yaml.org,2002:{name}"
            for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
        ),
    )
)
_LIST_KEY_LINE = re.compile(rf"""^[{{ ]*(["']?{LIST_KEY}["']?)[ \t]*:""", re.MULTILINE)


class _PythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser, for where libyaml is not installed."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


_parser = yaml._yaml.CParser if yaml.__with_libyaml__ else _PythonParser  # noqa: SLF001


def read_events(body: str) -> Callable[[], ParseEvent]:
    """A function that returns the next parse event of the text, whose first document has begun; what it raises `timeline.yaml_mistakes` words.

    The text has no byte order mark. A missing final newline is taken as given, so that adding one changes nothing.
    """
    next_event: Callable[[], ParseEvent] = _parser(body if body.endswith("\n") else body + "\n").get_event
    next_event()
    return next_event


def wrong_tag(event: ParseEvent, body: str) -> InvalidYaml | None:
    """The refusal of a tag that would make something else than text, a list or a mapping of a node, if it has one."""
    tag = event.tag
    if tag is None or tag in _STANDARD_TAGS:
        return None
    name = tag.replace("tag:yaml.org,2002:", "!!")
    return InvalidYaml(
        f"the YAML tag {shown(name)} is refused: a collection holds text, lists and mappings",
        line=line_at(body, event.start_mark.index),
        code="E103",
        hint='take the tag out, or quote a text that begins with "!"',
    )


def nested_too_deep(body: str, index: int) -> InvalidYaml:
    """The refusal of a text nested deeper than any record could mean."""
    hint = "write it as one text, or as fewer levels"
    return InvalidYaml(f"nested deeper than {DEPTH_LIMIT}", line=line_at(body, index), code="E107", hint=hint)


def duplicate_key(body: str, index: int, key: str) -> InvalidYaml:
    """The refusal of a key that stands twice in one mapping."""
    line = line_at(body, index)
    return InvalidYaml(f"{shown(key)} stands twice here", line=line, code="E104", hint="keep one of the two")


def odd_key(body: str, index: int) -> InvalidYaml:
    """The refusal of a key that is a list or a mapping."""
    hint = "quote a name that begins with [ or {"
    return InvalidYaml("the name of a field must be text", line=line_at(body, index), code="E102", hint=hint)


def not_a_record(body: str, index: int) -> InvalidYaml:
    """The refusal of a list item, or of a whole text, that is no mapping."""
    return InvalidYaml(
        "a collection is a list of records, and this is none",
        line=line_at(body, index),
        code="E102",
        hint='a record begins with a line like "- date: 2022-03-21", and its fields stand below "date"',
    )


def no_list_of_records(body: str) -> InvalidYaml:
    """The refusal of a mapping whose `events:` is something else than a list, and which is no record either."""
    found = _LIST_KEY_LINE.search(body)
    return InvalidYaml(
        f'under "{LIST_KEY}:" stands no list of records',
        line=line_at(body, found.start(1) if found else 0),
        code="E102",
        hint='begin each record there with "- ", or add a "date" if this is one record',
    )


def refuse_more_documents(next_event: Callable[[], ParseEvent], body: str) -> None:
    """Refuse whatever follows the first document, but for documents of nothing and comments."""
    while True:
        event: ParseEvent = next_event()
        start = event.start_mark.index
        if not isinstance(event, DocumentStartEvent):
            return
        if not is_null(next_event()):
            raise InvalidYaml(
                "a second YAML document begins here",
                line=line_at(body, start),
                code="E105",
                hint='take the "---" line out, or put the documents into files of their own',
            )
        next_event()


def is_null(event: ParseEvent) -> bool:
    """Whether this stands for nothing: a plain null, an empty value, or a document of comments only."""
    return (
        isinstance(event, ScalarEvent)
        and event.value in NULLS
        and not event.style
        and bool(event.implicit[0])
    )
