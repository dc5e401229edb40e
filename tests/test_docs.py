"""Every session in docs/ and CONTRIBUTING.md prints what the page shows, and every table there is the code's own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checked import codes
from manual import manual
from pages import COLUMNS, ROOT, made_anew
from reference import ENVIRONMENT, EXIT_CODES, TODAY

from timeline.cli.commands import COMMANDS, command
from timeline.cli.topics import PAGES, TOPICS, contents, page_about
from timeline.dates.event_date import EventDate
from timeline.errors import ExitCode
from timeline.query.language import parse_query
from timeline.store.read import read_events

DOCS = ROOT / "docs"
# The pages that run on something else than the shipped events, and those that need more room for pictures.
COLLECTIONS = {"tutorial.md": DOCS / "example"}
WIDE = {"tutorial.md": 76, "how-to.md": 76}


@pytest.mark.parametrize(
    "page", [*sorted(DOCS.glob("*.md")), ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name
)
def test_every_page_shows_what_is_printed(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = made_anew(page, COLLECTIONS.get(page.name, ROOT / "data"), tmp_path, WIDE.get(page.name, COLUMNS))
    if request.config.getoption("--update-golden"):
        page.write_text(text, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == text


def test_every_page_is_a_topic() -> None:
    assert {page.stem for page in DOCS.glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_found_in_the_list_and_begins_with_its_title(topic: str) -> None:
    assert page_about(topic).startswith("# ")
    assert f"| `{topic}` |" in contents()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_with_its_options(name: str) -> None:
    section = page_about(name)
    assert f"<!-- made: options of {name} -->" in section
    assert len(section.partition("<!--")[0].split()) > 10


def test_every_way_to_leave_has_a_meaning_and_every_variable_is_told() -> None:
    assert set(EXIT_CODES) == set(ExitCode)
    told = {name for names in ENVIRONMENT for name in names.split(", ")}
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "timeline").rglob("*.py"))
    read = set(re.findall(r'(?:environ(?:\.get\(|\[)|envvar=)"([A-Z][A-Z_]*)"', code))
    assert read <= told


def test_the_man_page_is_made_from_the_commands(request: pytest.FixtureRequest) -> None:
    page = DOCS / "timeline.1"
    if request.config.getoption("--update-golden"):
        page.write_text(manual(), encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == manual()


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("width", [60, 100, 160])
def test_the_man_page_is_set_without_a_complaint_and_in_its_width(width: int) -> None:
    set_ = ["groff", "-man", "-ww", "-K", "utf8", "-T", "utf8", "-P-c", f"-rLL={width}n", "docs/timeline.1"]
    done = subprocess.run(set_, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    examples = {command(name).epilog.splitlines()[-1].strip() for name in COMMANDS}
    lines = [line for line in re.sub(".\b", "", done.stdout).splitlines() if line.strip() not in examples]
    assert max(map(len, lines)) <= width
    assert all(f"timeline {name}" in done.stdout.replace("\b", "") for name in COMMANDS)


def _first_column(page: str, heading: str) -> list[str]:
    """What stands as code in the first column of the table below a heading."""
    _, _, rest = (DOCS / page).read_text(encoding="utf-8").partition(f"## {heading}\n")
    cells = re.findall(r"^\| (`.*?) \|", rest.partition("\n## ")[0], re.MULTILINE)
    return [code for cell in cells for code in re.findall("`([^`]+)`", cell)]


def test_every_query_of_the_page_is_one() -> None:
    queries = _first_column("query.md", "A query in one table")
    assert len(queries) > 10
    for text in queries:
        parse_query(text, today=TODAY, saved={"dyad": "actor:Russia actor:Japan"})


def test_every_stored_date_of_the_page_is_one() -> None:
    dates = _first_column("dates.md", "What is stored")
    assert len(dates) > 15
    for text in dates:
        assert EventDate.parse(text).text == text


def test_the_record_of_the_page_is_an_event() -> None:
    (block,) = re.findall(
        r"^```yaml\n(.*?)^```$", (DOCS / "files.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert codes(block) == []


def test_the_example_has_nothing_wrong_and_a_source_for_every_event() -> None:
    path = DOCS / "example" / "events.yaml"
    assert codes(path.read_text(encoding="utf-8")) == []
    assert all(event.sources for event in read_events([path]))


def test_the_program_of_the_page_has_its_types(tmp_path: Path) -> None:
    (program,) = re.findall(
        r"^```python\n(import timeline\n\n.*?)^```$",
        (DOCS / "python.md").read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    # What the package imports is its own affair here, as it is where it is installed.
    words = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--follow-imports=silent",
        "--config-file=",
        "program.py",
    ]
    environment = os.environ | {"MYPYPATH": str(ROOT)}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "Success: no issues found in 1 source file\n"


@pytest.mark.parametrize(
    "page", [DOCS / "architecture.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name
)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = set(re.findall(r"`((?:timeline|tests|docs|\.ci)/[^`…]*)`", page.read_text(encoding="utf-8")))
    assert named
    assert not {path for path in named if not (ROOT / path).exists()}


def test_every_link_leads_to_a_page_or_a_file() -> None:
    for page in [*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#:]+)[^):]*\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
