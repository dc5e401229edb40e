"""`timeline check`: find everything that is wrong with a collection, or looks wrong, with file and line."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from timeline.checks.codes import CODES
from timeline.checks.collection import findings
from timeline.checks.finding import Finding, PlacedRecord, finding
from timeline.checks.naming import mistakes_of_config
from timeline.checks.reading import CheckedFile, read_text
from timeline.checks.repairs import repaired
from timeline.checks.report import github_command, plain_finding, summary, text_lines
from timeline.cli import clock, collection
from timeline.cli.commands import COMMANDS, command
from timeline.cli.diff import print_diff
from timeline.cli.options import EMPTY, Clock, Data, DryRun, Today, Wait, composed
from timeline.cli.settings import config_files, mistaken_defaults
from timeline.cli.words import note, say_error
from timeline.config import Mistakes, checked_config
from timeline.errors import ExitCode, InvalidData, Refused, Unavailable
from timeline.naming import Names
from timeline.schema import schema_text
from timeline.store.change import Change
from timeline.store.files import contents_of, decode, split_mark, unavailable
from timeline.store.read import StoredRecord
from timeline.store.write import plan_rewrite, rewrite


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@composed(example="timeline check --strict --format github")
def check(
    *,
    data: Data = EMPTY,
    format_: Annotated[
        ReportFormat,
        typer.Option("--format", "-f", help="For people, for scripts, or for a workflow on GitHub."),
    ] = ReportFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail as errors do.")] = False,
    today: Today = "",
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Repair what is safe to: dates in words, lists written as one text, ids that are no slugs. Shows the diff.",
        ),
    ] = False,
    dry_run: DryRun = False,
    wait: Wait = 10,
    quotes: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            readable=False,
            show_default=False,
            help="Also look for each source's quote, and the date in it, in the archived articles of FOLDER.",
        ),
    ] = None,
    schema: Annotated[
        bool,
        typer.Option("--schema", help="Print the JSON Schema of a collection's file, for editors, and stop."),
    ] = False,
    codes: Annotated[
        bool, typer.Option("--codes", help="Print every code with its meaning, and stop.")
    ] = False,
) -> None:
    """Find everything that is wrong, with file and line.

    Exits with 1 when there are errors, and with --strict also when there are warnings. What --fix repairs is
    checked again afterwards; --dry-run shows the repairs and makes none.
    """
    if schema:
        print(schema_text(), end="")  # noqa: T201 - the cli prints
    elif codes:
        print("\n".join(f"{code}  {meaning}" for code, meaning in CODES.items()))  # noqa: T201 - the cli prints
    else:
        day = clock.today(Clock(today=today))
        # All is read before anything is written, so that no check fails for want of a file once there are repairs.
        paths = tuple(dict.fromkeys(collection.paths(data)))
        read = [tuple(contents_of(path)) for path in paths]
        articles = _articles(quotes) if quotes else None
        mistakes = Mistakes()
        settings = checked_config(config_files(data), mistakes)
        mistakes.wrong.extend(mistaken_defaults(settings, COMMANDS, command))
        mended: dict[str, bytes] = {}
        for path in paths if fix or dry_run else ():
            mended |= _fix(path, format_, wait=wait, dry_run=dry_run)
        checked = [
            [_read_file(file, mended.get(os.path.realpath(file), data)) for file, data, _ in files]
            for files in read
        ]
        found = [*mistakes_of_config(mistakes), *_found(checked, day, articles, settings.names)]
        _tell(found, format_)
        note(summary(found, sum(len(file.records) for files in checked for file in files)))
        if any(strict or one.severity == "error" for one in found):
            raise typer.Exit(ExitCode.REFUSED)


def _fix(path: Path, format_: ReportFormat, *, wait: float, dry_run: bool) -> dict[str, bytes]:
    """Repair a collection, or only plan to; what the files that are repaired now hold, by where they really are.

    For people the diff is shown; other formats have no place for it.
    """

    def decide(stored: Sequence[StoredRecord]) -> Change:
        return Change(edited=repaired([one.record for one in stored]))

    try:
        changes = plan_rewrite(path, decide) if dry_run else rewrite(path, decide, wait=wait, on_wait=note)
    except InvalidData:
        note(f"{path}: nothing is repaired while a file of it cannot be read")
        return {}
    except Refused as error:
        # What is wrong is still to be told.
        say_error(error)
        return {}
    if not dry_run:
        # Before anything else can fail.
        for change in changes:
            note(f"{change.path}: repaired")
    if format_ is ReportFormat.TEXT:
        print_diff(changes)
    return {} if dry_run else {os.path.realpath(change.path): change.new for change in changes}


def _read_file(path: Path, data: bytes) -> CheckedFile:
    name = str(path)
    try:
        _, text = split_mark(decode(data, name))
    except InvalidData as error:
        _, line, message = error.message.removeprefix(name).split(":", 2)
        broken = Finding(code="E108", message=message.strip(), hint=error.hint, path=name, line=int(line))
        return CheckedFile(path=name, text="", records=(), findings=(broken,))
    return read_text(name, text)


def _found(
    collections: Sequence[Sequence[CheckedFile]],
    today: int,
    articles: Mapping[str, str] | None,
    known: Names,
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
        quoted = _quoted(records[position], articles, today) if articles is not None else ()
        for one in chain(
            findings(records[position], today=today, elsewhere=elsewhere, whole=whole, known=known), quoted
        ):
            by_file[one.path].append(one)
        for file in files:
            found += sorted(file.locate(by_file[file.path]), key=lambda one: (one.line, one.code))
    return found


def _articles(archive: Path) -> dict[str, str]:
    """The texts of the archived articles, by their paths."""
    # Reading articles costs 40 ms to import, and most checks read none.
    from timeline.drafts.pages import read_page  # noqa: PLC0415

    try:
        files = sorted(
            path for path in archive.rglob("*") if path.is_file() and not path.name.startswith(".")
        )
        if not archive.is_dir():
            raise Unavailable(f"{archive}: there is no such folder", hint="name the folder of the articles")
        return {str(path): read_page(path.read_bytes(), str(path)).text for path in files}
    except OSError as error:
        raise unavailable(archive, error, "read") from error


def _quoted(placed: Sequence[PlacedRecord], articles: Mapping[str, str], today: int) -> Iterator[Finding]:
    """What the archived articles say against the quotes of the events."""
    # As above.
    from timeline.drafts.quotes import quote_problems  # noqa: PLC0415

    for one in placed:
        if one.event is not None:
            for problem in quote_problems(one.event, articles, today=today):
                yield finding(one, problem.code, problem.field, problem.message, problem.hint)


def _tell(found: Sequence[Finding], format_: ReportFormat) -> None:
    if format_ is ReportFormat.JSON:
        # One array, a finding on each line: for a parser, for grep and for a diff.
        lines = ",\n ".join(json.dumps(plain_finding(one), ensure_ascii=True) for one in found)
        print(f"[{lines}]")  # noqa: T201 - the cli prints
        return
    for one in found:
        print(github_command(one) if format_ is ReportFormat.GITHUB else text_lines(one))  # noqa: T201 - the cli prints
