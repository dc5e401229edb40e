"""What a check has found, said as it is asked for, and the exit code that follows."""

from collections.abc import Sequence

import typer

from timeline.checks.finding import Finding
from timeline.checks.reading import CheckedFile
from timeline.checks.report import ReportFormat, report, summary
from timeline.cli.words import note, say_some
from timeline.errors import ExitCode, TimelineError, Unavailable


def say_findings(
    found: Sequence[Finding],
    checked: Sequence[Sequence[CheckedFile]],
    unread: Sequence[TimelineError],
    form: ReportFormat,
    *,
    strict: bool,
) -> None:
    """What was found, on stderr how much and what was not looked into; leaves with 1 where it fails the check.

    With 4 where it does not, and an extra is missing.
    """
    for text in report(found, form):
        print(text)  # noqa: T201 - the cli prints
    note(summary(found, sum(len(file.records) for files in checked for file in files)))
    if unread:
        say_some(unread)
    if any(strict or one.severity == "error" for one in found):
        raise typer.Exit(ExitCode.REFUSED)
    if any(isinstance(one, Unavailable) for one in unread):
        raise typer.Exit(ExitCode.UNAVAILABLE)
