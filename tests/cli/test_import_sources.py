"""`timeline import` of tables whose rows are sources: they come to the events that are there."""

from pathlib import Path

import pytest
from commands import Run

SHARED = Path(__file__).resolve().parents[3] / "shared" / "events" / "gdelt"
SHEET = (
    "Link,Archive Status,Archive Location,Archive Date,Hash\n"
    f"https://example.org/a,done,https://copy.example/a,2022-03-03,SHA-256:{'0f' * 32}\n"
    "https://example.org/none,done,https://copy.example/none,2022-03-03,\n"
)


@pytest.fixture
def collection(run: Run, events: Path) -> Path:
    path = Path("c.yaml")
    path.write_text("- id: talks\n  date: 2022\n  title: Talks # mine\n  sources: [https://example.org/a]\n")
    return path


def test_the_copies_of_sources_are_filled_in_and_the_second_time_changes_nothing(
    run: Run, collection: Path
) -> None:
    Path("sheet.csv").write_text(SHEET)
    words = ("import", "sheet.csv", "--preset", "auto-archiver", "-d", "c.yaml")
    dry = run(*words, "--dry-run")
    assert "+" in dry.out
    assert "copy.example" not in collection.read_text()
    first = run(*words)
    assert first.out == "talks\n"
    assert first.err.splitlines()[-2:] == [
        "2 rows: 1 filled in, 1 of no event here, 0 skipped",
        "1 event changed",
    ]
    text = collection.read_text()
    assert text.startswith("- id: talks\n  date: 2022\n  title: Talks # mine\n")
    assert "0f" * 32 in text
    again = run(*words)
    assert again.err.splitlines()[-2:] == [
        "2 rows: 1 there already, 1 of no event here, 0 skipped",
        "0 events changed",
    ]
    assert collection.read_text() == text


def test_what_differs_is_told_and_changed_by_an_update(run: Run, collection: Path) -> None:
    Path("sheet.csv").write_text(SHEET)
    words = ("import", "sheet.csv", "--preset", "auto-archiver", "-d", "c.yaml")
    run(*words)
    Path("sheet.csv").write_text(SHEET.replace("copy.example/a", "copy.example/b"))
    told = run(*words).err
    assert 'sheet.csv:2: a source of "talks" is there already, and differs: archived\n' in told
    assert run(*words, "--update").err.endswith("1 event changed\n")
    assert "https://copy.example/b" in collection.read_text()


def test_real_mentions_come_to_the_events_of_their_rows(run: Run, events: Path) -> None:
    if not SHARED.exists():
        pytest.skip("the folder ../shared is not here")
    assert run("init", "c.yaml").code == 0
    assert (
        run("import", str(SHARED / "aamend_events.csv"), "--preset", "gdelt2", "--all", "-d", "c.yaml").code
        == 0
    )
    words = ("import", str(SHARED / "aamend_mentions.csv"), "--preset", "gdelt-mentions", "-d", "c.yaml")
    assert "100 rows: 41 filled in, 11 there already, 48 of no event here, 0 skipped" in run(*words).err
    assert run(*words).err.endswith("0 events changed\n")
