"""`timeline check`: find everything that is wrong with a collection, or looks wrong, with file and line."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from timeline.checks.codes import CODES
from timeline.checks.finding import Finding
from timeline.checks.naming import mistakes_of_config
from timeline.checks.report import ReportFormat, report, summary
from timeline.checks.survey import Further, read_files, survey
from timeline.cli import clock, collection
from timeline.cli.composing import composed
from timeline.cli.defaults import mistaken_defaults
from timeline.cli.mending import mend
from timeline.cli.options import EMPTY, Clock, Data, DryRun, Today, Wait, path_option
from timeline.cli.settings import config_files
from timeline.cli.words import note
from timeline.errors import ExitCode
from timeline.naming import NO_NAMES, Names
from timeline.schema import schema_text
from timeline.store.files import contents_of


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
        told = schema_text() if schema else "".join(f"{code}  {means}\n" for code, means in CODES.items())
        print(told, end="")  # noqa: T201 - the cli prints
        return
    day = clock.today(Clock(today=today))
    paths = tuple(dict.fromkeys(collection.paths(data)))
    # All is read before anything is written, so that no check fails for want of a file once there are repairs.
    contents = [tuple(contents_of(path)) for path in paths]
    further = _quotes(quotes, day)
    names, mistakes = _settings(data)
    showing = format_ is ReportFormat.TEXT  # other formats have no place for a diff
    mended = mend(paths if fix or dry_run else (), wait=wait, dry_run=dry_run, showing=showing)
    checked = [read_files(files, mended) for files in contents]
    found = [*mistakes, *survey(checked, today=day, known=names, further=further)]
    for text in report(found, format_):
        print(text)  # noqa: T201 - the cli prints
    note(summary(found, sum(len(file.records) for files in checked for file in files)))
    if any(strict or one.severity == "error" for one in found):
        raise typer.Exit(ExitCode.REFUSED)


def _settings(data: Sequence[Path]) -> tuple[Names, list[Finding]]:
    """The names that `timeline.toml` gives, and all that is wrong with it."""
    files = config_files(data)
    if not files:
        return NO_NAMES, []
    # tomllib and the reader: 8 ms, for collections that have such a file.
    from timeline.config import Mistakes, checked_config  # noqa: PLC0415

    mistakes = Mistakes()
    settings = checked_config(files, mistakes)
    mistakes.wrong.extend(mistaken_defaults(settings))
    return settings.names, list(mistakes_of_config(mistakes))


def _quotes(archive: Path | None, today: int) -> Further | None:
    """What the archived articles say against the quotes of an event."""
    if archive is None:
        return None
    # Reading articles costs 40 ms to import, and most checks read none.
    from timeline.drafts.articles import archived_texts  # noqa: PLC0415
    from timeline.drafts.quotes import quote_problems  # noqa: PLC0415

    return partial(quote_problems, articles=archived_texts(archive), today=today)
