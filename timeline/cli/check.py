"""`timeline check`: find everything that is wrong with a collection, or looks wrong, with file and line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.checks.codes import CODES
from timeline.checks.finding import Finding
from timeline.checks.reading import CheckedFile
from timeline.checks.report import ReportFormat, report, summary
from timeline.checks.survey import read_files, survey
from timeline.cli import clock
from timeline.cli.composing import composed
from timeline.cli.material import Material, material
from timeline.cli.options import EMPTY, Clock, Data, DryRun, Today, Wait, path_option
from timeline.cli.words import note
from timeline.errors import ExitCode


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
        path_option(
            "FOLDER",
            "Also look for each source's quote, and the date in it, in the archived articles of FOLDER.",
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
    if schema or codes:
        print(_schema() if schema else _codes(), end="")  # noqa: T201 - the cli prints
        return
    day = clock.today(Clock(today=today))
    read = material(data, quotes, day)
    showing = format_ is ReportFormat.TEXT  # other formats have no place for a diff
    mended = _mended(read, wait=wait, dry_run=dry_run, showing=showing) if fix or dry_run else {}
    checked = [read_files(files, mended) for files in read.contents.values()]
    found = [*read.mistakes, *survey(checked, today=day, known=read.names, further=read.further)]
    _say(found, checked, format_, strict=strict)


def _mended(read: Material, *, wait: float, dry_run: bool, showing: bool) -> dict[str, bytes]:
    """What the files that are repaired now hold."""
    # The store's writing and the reader of words: 17 ms, for those who repair.
    from timeline.cli.mending import mend  # noqa: PLC0415

    return mend(read.contents, wait=wait, dry_run=dry_run, showing=showing)


def _say(
    found: Sequence[Finding], checked: Sequence[Sequence[CheckedFile]], form: ReportFormat, *, strict: bool
) -> None:
    """Report what was found, and leave with 1 where it fails the check."""
    for text in report(found, form):
        print(text)  # noqa: T201 - the cli prints
    note(summary(found, sum(len(file.records) for files in checked for file in files)))
    if any(strict or one.severity == "error" for one in found):
        raise typer.Exit(ExitCode.REFUSED)


def _schema() -> str:
    from timeline.schema import schema_text  # noqa: PLC0415 - it knows json: 2 ms, for those who ask for it

    return schema_text()


def _codes() -> str:
    return "".join(f"{code}  {means}\n" for code, means in CODES.items())
