"""What `timeline check` finds in a text, for tests."""

from timeline.checks.collection import findings
from timeline.checks.finding import Finding, PlacedRecord
from timeline.checks.reading import read_text

TODAY = 19398  # 2023-02-10


def placed(text: str, path: str = "events.yaml") -> tuple[PlacedRecord, ...]:
    """The records of a text."""
    return read_text(path, text).records


def found(text: str) -> list[Finding]:
    """Everything that is found in a text, each finding with the line of its field."""
    file = read_text("events.yaml", text)
    told = [*file.findings, *findings(file.records, today=TODAY, whole=not file.findings)]
    return sorted(file.locate(told), key=lambda one: (one.line, one.code))


def codes(text: str) -> list[str]:
    """Line and code of everything that is found in a text."""
    return [f"{one.line} {one.code}" for one in found(text)]
