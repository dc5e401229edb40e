"""Findings as people, scripts and GitHub's runners read them."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from timeline.checks.finding import Finding
from timeline.counting import counted
from timeline.errors import harmless


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


KEYS: Final = ("path", "line", "code", "severity", "message", "hint", "id")
"""What `plain_finding` tells of a finding, in this order; scripts rely on it."""


def report(findings: Sequence[Finding], form: ReportFormat) -> Iterator[str]:
    """All findings, for people, for scripts or for a workflow on GitHub, a text for each or one for all."""
    if form is ReportFormat.JSON:
        import json  # noqa: PLC0415 - 1 ms, for scripts

        # One array, a finding on each line: for a parser, for grep and for a diff.
        lines = ",\n ".join(json.dumps(plain_finding(one), ensure_ascii=True) for one in findings)
        yield f"[{lines}]"
        return
    for one in findings:
        yield github_command(one) if form is ReportFormat.GITHUB else text_lines(one)


def text_lines(finding: Finding) -> str:
    """One finding for people: place, code, what, and on a line of its own the way out.

    >>> print(text_lines(Finding(code="E301", message='id "a" is in use at e.yaml:1', path="e.yaml", line=5)))
    e.yaml:5: E301 id "a" is in use at e.yaml:1
    """
    line = harmless(f"{finding.path}:{finding.line}: {finding.code} {finding.message}")
    return f"{line}\n  hint: {harmless(finding.hint)}" if finding.hint else line


def plain_finding(finding: Finding) -> dict[str, str | int | None]:
    """One finding for scripts, with the keys of `KEYS`; an absent hint or id is null."""
    return {
        "path": finding.path,
        "line": finding.line,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "id": finding.id or None,
    }


def github_command(finding: Finding) -> str:
    """One finding as a workflow command of GitHub's, which puts it beside the line in a pull request.

    >>> github_command(Finding(code="W407", message="a draft is left in: 100%", path="a,b.yaml", line=3))
    '::warning file=a%2Cb.yaml,line=3,title=W407::a draft is left in: 100%25'
    """
    message = f"{finding.message}\nhint: {finding.hint}" if finding.hint else finding.message
    place = f"file={_property(finding.path)},line={finding.line},title={finding.code}"
    return f"::{finding.severity} {place}::{_data(message)}"


def _data(text: str) -> str:
    """The escapes of a command's message: a line end would end the command, and let a file write commands of its own."""
    return harmless(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(findings: Sequence[Finding], events: int) -> str:
    """How much was found in how many events.

    >>> summary((), 8), summary([Finding(code="W407", message="", path="", line=1)], 1)
    ('8 events, no problems', '1 event, 1 warning')
    """
    errors = sum(one.severity == "error" for one in findings)
    told = [
        counted(number, name)
        for number, name in ((errors, "error"), (len(findings) - errors, "warning"))
        if number
    ]
    return f"{counted(events, 'event')}, {' and '.join(told) or 'no problems'}"
