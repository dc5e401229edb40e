"""Records out of the parse events of a YAML text."""

from collections.abc import Callable

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from timeline.errors import InvalidYaml
from timeline.record import DEPTH_LIMIT, LIST_KEY, ParsedRecord, Record, Value
from timeline.yaml_aliases import MERGE, Aliases, merge
from timeline.yaml_events import (
    NULLS,
    ParseEvent,
    duplicate_key,
    is_null,
    nested_too_deep,
    no_list_of_records,
    not_a_record,
    odd_key,
    read_events,
    refuse_more_documents,
    wrong_tag,
)
from timeline.yaml_places import line_at


def walked(body: str, wrong: list[InvalidYaml] | None = None) -> list[ParsedRecord]:
    """The records of a text without a byte order mark; the first InvalidYaml of it, but for what `wrong` is to hold."""
    try:
        return _records(body, wrong)
    except (YAMLError, UnicodeEncodeError) as error:
        from timeline.yaml_mistakes import wrong_yaml  # noqa: PLC0415 - 1 ms, for what is no YAML alone

        raise _too_deep(error, body) or wrong_yaml(error, body) from error


def _records(body: str, wrong: list[InvalidYaml] | None) -> list[ParsedRecord]:
    next_event = read_events(body)
    event = next_event()
    if not isinstance(event, DocumentStartEvent):
        return []
    event = next_event()
    if is_null(event):
        records = []
    elif type(event) is SequenceStartEvent:
        _tell(wrong_tag(event, body), wrong)
        records = _walk(next_event, next_event(), Aliases(body), wrong, listed=True)
    else:
        records = _walk(next_event, event, Aliases(body), wrong, listed=False)
    next_event()
    refuse_more_documents(next_event, body)
    return records


def _too_deep(error: YAMLError | UnicodeEncodeError, body: str) -> InvalidYaml | None:
    """The refusal of nesting that the parser gave up on, by a limit of its own, before it handed out our hundred levels.

    It looks up to a line ahead. What comes before the place where it stopped is within its limit, and walked alone.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return None
    try:
        _records(body[: error.problem_mark.index], [])
    except InvalidYaml as told:
        return told if told.code == "E107" else None
    except YAMLError:
        return None
    return None


def _walk(  # noqa: C901, PLR0912, PLR0915 - one loop over the events: 2 us each, of which 0.6 are spent here
    next_event: Callable[[], ParseEvent],
    event: ParseEvent,
    aliases: Aliases,
    wrong: list[InvalidYaml] | None,
    *,
    listed: bool,
) -> list[ParsedRecord]:
    """The records from this event on: of a list to its end, or, not `listed`, what one mapping holds or is."""
    body = aliases.body
    records: list[ParsedRecord] = []
    stack: list[tuple[list[Value] | Record, str | None, str | None]] = []
    below: list[ParsedRecord] | None = None  # the list that stands under a mapping's LIST_KEY
    line, counted = 1, 0
    mapping: Record | None = None  # the innermost open container, as one of two kinds
    items: list[Value] = []
    key: str | None = None  # the field whose value comes next
    anchor: str | None = None  # of the innermost open container
    while True:
        kind = type(event)
        if kind is ScalarEvent:
            value: Value = "" if event.value in NULLS and is_null(event) else event.value
            if event.anchor is not None or event.tag is not None:
                _tell(wrong_tag(event, body), wrong)
                aliases.known[event.anchor] = value
            if not stack:
                _tell(not_a_record(body, event.start_mark.index), wrong)
                if not listed:
                    break
            elif mapping is None:
                items.append(value)
            elif key is None:
                key = event.value
                if key == "<<" and event.implicit[0]:
                    key = MERGE
                if key in mapping:
                    _tell(duplicate_key(body, event.start_mark.index, event.value), wrong)
            else:
                mapping[key] = value
                key = None
            event = next_event()
            continue
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                _tell(wrong_tag(event, body), wrong)
                aliases.known[event.anchor] = None
            if stack:
                if mapping is not None and key is None:
                    raise odd_key(body, event.start_mark.index)
                if (
                    kind is SequenceStartEvent
                    and key == LIST_KEY
                    and len(stack) == 1
                    and not listed
                    and mapping is not None
                ):
                    below = [*(below or ()), *_walk(next_event, next_event(), aliases, wrong, listed=True)]
                    mapping[key], key = "", None
                    event = next_event()
                    continue
                if len(stack) + listed >= DEPTH_LIMIT:
                    raise nested_too_deep(body, event.start_mark.index)
                stack.append((items if mapping is None else mapping, key, anchor))
            else:
                if kind is SequenceStartEvent:
                    _tell(not_a_record(body, event.start_mark.index), wrong)
                start = event.start_mark.index
                line += body.count("\n", counted, start)
                counted = start
                stack.append((items, None, None))
                aliases.begin_record()
            anchor, key = event.anchor, None
            if kind is MappingStartEvent:
                mapping = {}
            else:
                mapping, items = None, []
            event = next_event()
            continue
        if kind is AliasEvent:
            if stack:
                value = aliases.value(event, len(stack) + listed)
                if mapping is None:
                    items.append(value)
                elif key is not None:
                    mapping[key] = value
                    key = None
                elif not isinstance(value, str):
                    raise odd_key(body, event.start_mark.index)
                else:
                    if value in mapping:
                        _tell(duplicate_key(body, event.start_mark.index, value), wrong)
                    key = value
            else:
                aliases.begin_record()
                value = aliases.value(event, 1)
                if isinstance(value, dict):
                    records.append(ParsedRecord(value, line_at(body, event.start_mark.index)))
                else:
                    _tell(not_a_record(body, event.start_mark.index), wrong)
        elif kind is MappingEndEvent or (kind is SequenceEndEvent and stack):
            if mapping is not None and MERGE in mapping:
                merge(mapping, event, body)
            value = items if mapping is None else mapping
            if anchor is not None:
                aliases.known[anchor] = value
            parent, key, anchor = stack.pop()
            if not stack:
                if below is not None:
                    return below
                if isinstance(value, dict):
                    if not listed and LIST_KEY in value and "date" not in value:
                        if value[LIST_KEY] != "":
                            _tell(no_list_of_records(body), wrong)
                        return records
                    records.append(ParsedRecord(value, line))
                mapping, items = None, []
                if not listed:
                    break
            elif key is not None:
                mapping = parent  # type: ignore[assignment]  # only a mapping waits with a key
                mapping[key] = value  # type: ignore[index]
                key = None
            else:
                mapping, items = None, parent  # type: ignore[assignment]
                items.append(value)
        else:
            break
        event = next_event()
    return records


def _tell(problem: InvalidYaml | None, wrong: list[InvalidYaml] | None) -> None:
    """Raise the problem, or where problems are collected, put it there."""
    if problem is not None:
        if wrong is None:
            raise problem
        wrong.append(problem)
