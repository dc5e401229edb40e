"""Whole collections checked: every file read to its end, whatever is wrong in it, and all that is found told in order."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from timeline.checks.collection import findings
from timeline.checks.finding import Finding, finding
from timeline.checks.reading import CheckedFile, read_text
from timeline.errors import InvalidData
from timeline.model import Event
from timeline.naming import NO_NAMES, Names
from timeline.record import Problem
from timeline.store.files import FileState, decode, split_mark
from timeline.store.read import sound_records

Further = Callable[[Event], Iterable[Problem]]
"""What is looked for in each event besides, by whoever knows more than its collection."""


def read_files(
    contents: Iterable[tuple[Path, bytes, FileState]], mended: Mapping[str, bytes]
) -> list[CheckedFile]:
    """The files of a collection as they were read, or as they were `mended` since, by where they really are."""
    return [_read(str(file), mended.get(os.path.realpath(file), data)) for file, data, _ in contents]


def _read(name: str, data: bytes) -> CheckedFile:
    try:
        _, text = split_mark(decode(data, name))
    except InvalidData as error:
        broken = Finding(code="E108", message=error.said, hint=error.hint, path=name, line=error.line)
        return CheckedFile(path=name, text="", records=(), findings=(broken,))
    return read_text(name, text, sound_records(data))


def survey(
    collections: Sequence[Sequence[CheckedFile]],
    *,
    today: int,
    known: Names = NO_NAMES,
    further: Sequence[Further] = (),
) -> list[Finding]:
    """The findings of all collections in the order of files and lines; references may lead from one to another."""
    whole = not any(
        one.code.startswith("E1") for files in collections for file in files for one in file.findings
    )
    records = [list(chain.from_iterable(file.records for file in files)) for files in collections]
    found: list[Finding] = []
    for position, files in enumerate(collections):
        elsewhere = chain.from_iterable(records[:position] + records[position + 1 :])
        by_file: dict[str, list[Finding]] = {file.path: list(file.findings) for file in files}
        for one in findings(records[position], today=today, elsewhere=elsewhere, whole=whole, known=known):
            by_file[one.path].append(one)
        for one in _further(files, further):
            by_file[one.path].append(one)
        for file in files:
            found += sorted(file.locate(by_file[file.path]), key=lambda one: (one.line, one.code))
    return found


def _further(files: Sequence[CheckedFile], further: Sequence[Further]) -> Iterator[Finding]:
    for placed in chain.from_iterable(file.records for file in files) if further else ():
        event = placed.event
        for problem in chain.from_iterable(look(event) for look in further) if event else ():
            yield finding(placed, problem.code, problem.field, problem.message, problem.hint)
