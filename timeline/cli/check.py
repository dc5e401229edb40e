"""`timeline check`: find everything that is wrong with a collection, or looks wrong, with file and line."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.checks.codes import CODES
from timeline.checks.finding import Finding
from timeline.checks.reading import CheckedFile
from timeline.checks.report import ReportFormat
from timeline.checks.survey import Further, read_files, survey
from timeline.cli import clock
from timeline.cli.composing import composed
from timeline.cli.material import Material, material
from timeline.cli.options import EMPTY, Clock, DryRun, Today, Wait, YamlData, path_option
from timeline.cli.reporting import say_findings
from timeline.errors import TimelineError


@composed(example="timeline check --strict --format github")
def check(
    *,
    data: YamlData = EMPTY,
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
    files: Annotated[
        bool,
        typer.Option(
            "--files",
            help="Also read each kept copy: whether it is there, unchanged, and has the quote.",
        ),
    ] = False,
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
    read = material(data, quotes, clock.today(Clock(today=today)))
    mended = _mended(read, wait=wait, dry_run=dry_run, form=format_) if fix or dry_run else {}
    checked = {path: read_files(contents, mended) for path, contents in read.contents.items()}
    copies, unread = _copies(checked) if files else ((), ())
    found = _found(read, [*checked.values()], (*read.further, *copies))
    say_findings(found, [*checked.values()], [*read.unread, *unread], format_, strict=strict)


def _mended(read: Material, *, wait: float, dry_run: bool, form: ReportFormat) -> dict[str, bytes]:
    """What the files that are repaired now hold."""
    # The store's writing and the reader of words: 17 ms, for those who repair.
    from timeline.cli.mending import mend  # noqa: PLC0415

    showing = form is ReportFormat.TEXT  # other formats have no place for a diff
    return mend(read.contents, wait=wait, dry_run=dry_run, showing=showing)


def _found(
    read: Material, checked: Sequence[Sequence[CheckedFile]], further: Sequence[Further]
) -> list[Finding]:
    """Everything that is found: in what stands beside the collections, and in them."""
    return [*read.mistakes, *survey(checked, today=read.today, known=read.names, further=further)]


def _copies(
    checked: Mapping[Path, Sequence[CheckedFile]],
) -> tuple[Sequence[Further], Sequence[TimelineError]]:
    """What is looked for in the kept copies, and why some cannot be read."""
    # Reading articles: 40 ms, for those who have copies checked.
    from timeline.cli.copies import looked_into  # noqa: PLC0415

    copies, unread = looked_into(checked)
    return [copies], unread


def _schema() -> str:
    from timeline.schema import schema_text  # noqa: PLC0415 - it knows json: 2 ms, for those who ask for it

    return schema_text()


def _codes() -> str:
    return "".join(f"{code}  {means}\n" for code, means in CODES.items())
