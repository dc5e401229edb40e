"""What a person gave, judged before anything is written: what options say is a mistake of the command line, and not of a file."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.errors import InvalidData, InvalidYaml, UsageError
from timeline.model import Event
from timeline.record import InvalidRecord, Problem, Record, Value
from timeline.yaml_text import parse_records
from timeline.yaml_write import format_record


def check_new(record: Record) -> None:
    """Refuse a record that is no event, or that no file can hold."""
    for problem in _problems(record):
        raise UsageError(problem.message, hint=problem.hint)
    _check_writable(record)


def check_changed(old: Mapping[str, Value], new: Record) -> None:
    """Refuse a record that has a mistake which the old one had not, or that no file can hold."""
    known = [_mistake(old, problem) for problem in _problems(old)]
    for problem in _problems(new):
        if _mistake(new, problem) not in known:
            raise UsageError(problem.message, hint=problem.hint)
    _check_writable(new)


def _mistake(record: Mapping[str, Value], problem: Problem) -> tuple[str, list[str], object]:
    """What a mistake is wherever it stands in a list: its code, the names of its field, and what is there."""
    there: Any = record
    for step in problem.field:
        try:
            there = there[step]
        except (LookupError, TypeError):
            there = None
    return problem.code, [step for step in problem.field if isinstance(step, str)], there


def mistakes_of(text: str, above: int = 0) -> list[InvalidData]:
    """Everything that keeps a text from being one event, with the lines as an editor shows them, with so many `above` it."""
    try:
        records = parse_records(text)
    except InvalidYaml as error:
        if error.code == "E106":  # its anchor may stand in another record: the whole file can tell
            return []
        return [InvalidData(f"line {above + error.line}: {error.message}", hint=error.hint)]
    if len(records) != 1:
        where = f"line {above + 1}: " if above else ""
        message = f"{where}here are {len(records)} records and not one"
        return [InvalidData(message, hint="use timeline add and timeline remove")]
    from timeline.yaml_outline import outline  # noqa: PLC0415 - the parser of YAML: 10 ms, for texts of a person

    body = text.removeprefix("\ufeff")
    return [
        InvalidData(f"line {above + outline(body).line(0, one.field)}: {one.message}", hint=one.hint)
        for one in _problems(records[0].record)
    ]


def _problems(record: Mapping[str, Value]) -> Iterator[Problem]:
    try:
        Event.from_record(record)
    except InvalidRecord as error:
        yield from error.problems


def _check_writable(record: Record) -> None:
    """Refuse what no file can hold: bytes at the prompt that are not UTF-8."""
    try:
        format_record(record)
    except InvalidData as error:
        raise UsageError(error.message, hint=error.hint) from None
