"""`timeline check` tells everything at once, in the form that is asked for, and repairs only what is safe."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from checked import found
from commands import Ran, Run

from timeline.checks.codes import CODES
from timeline.checks.reading import read_text
from timeline.checks.report import KEYS
from timeline.schema import collection_schema
from timeline.store.lock import locked
from timeline.yaml_text import parse_records

Check = Callable[..., Ran]

WRONG = "- id: a\n  date: 2022-13-01\n  title: Talks\n- id: b\n  date: 2022\n  titel: Rally\n"
DOUBTFUL = "- id: a\n  date: 2022\n  title: Talks\n  status: draft\n"
REPAIRABLE = """\
# Kept by hand.
- id: Talks end   # an old name
  date: 2022
  title: "Talks"
  actors: Japan
- date: 2023
  title: Rally
  after: [ Talks end ]  # as TASS says
  tags: a, b
"""


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Check:
    """Check a text, as the file events.yaml of an empty folder."""
    monkeypatch.chdir(tmp_path)

    def answer(text: str, *words: str) -> Ran:
        Path("events.yaml").write_text(text, encoding="utf-8")
        return run("check", "--today", "2023-02-10", *words)

    return answer


def test_problems_of_one_record_hide_no_others(check: Check) -> None:
    answer = check(WRONG, "-d", "events.yaml")
    assert [line.split()[:2] for line in answer.out.splitlines() if not line.startswith(" ")] == [
        ["events.yaml:2:", "E203"],
        ["events.yaml:4:", "E201"],
        ["events.yaml:6:", "W401"],
    ]
    assert answer.err == "2 events, 2 errors and 1 warning\n"
    assert answer.code == 1


def test_warnings_fail_when_it_is_strict(check: Check) -> None:
    assert check(DOUBTFUL).code == 0
    assert check(DOUBTFUL, "--strict").code == 1


def test_nothing_wrong_is_said_on_stderr(check: Check) -> None:
    assert check("- date: 2022\n  title: Talks\n", "--strict") == Ran(
        code=0, out="", err="1 event, no problems\n"
    )


def test_json_is_one_array_with_stable_keys(check: Check) -> None:
    told = json.loads(check(WRONG, "-d", "events.yaml", "--format", "json").out)
    assert [tuple(one) for one in told] == [KEYS] * 3
    assert told[0] == {
        "path": "events.yaml",
        "line": 2,
        "code": "E203",
        "severity": "error",
        "message": 'date "2022-13-01" is not a calendar date',
        "hint": "months go from 01 to 12",
        "id": "a",
    }
    assert check("[]", "--format", "json").out == "[]\n"


def test_github_reads_commands_and_a_file_writes_none(check: Check) -> None:
    text = '- date: 2022\n  title: Talks\n  status: "x%\\n::error file=a::b"\n'
    assert check(text, "-d", "events.yaml", "-f", "github").out == (
        '::error file=events.yaml,line=3,title=E206::status "x%25\\n::error file=a::b" is not known'
        "%0Ahint: one of: draft, reported, confirmed, disputed\n"
    )


def test_a_terminal_is_sent_no_escape_of_a_file(check: Check) -> None:
    text = '- date: "\\e[2J\\u202e"\n  title: Talks\n  "\\e]0;x\\a": y\n'
    for format_ in ("text", "json", "github"):
        out = check(text, "-f", format_).out
        assert out.isprintable() or set(out) & {"\x1b", "\u202e", "\a"} == set()


def test_references_lead_from_one_collection_to_another(check: Check) -> None:
    Path("other.yaml").write_text("- {id: a, date: 2022, title: Talks}\n", encoding="utf-8")
    text = "- {id: b, date: 2023, title: Rally, after: [a]}\n- {id: a, date: 2021, title: Visit}\n"
    assert check(text, "-d", "events.yaml", "-d", "other.yaml").out == ""
    assert check(text.splitlines()[0], "-d", "events.yaml").code == 1


def test_a_folder_is_one_collection(check: Check) -> None:
    Path("all").mkdir()
    Path("all/a.yaml").write_text("id: a\ndate: 2022\ntitle: Talks\nafter: [b]\n", encoding="utf-8")
    Path("all/b.yml").write_bytes(b"id: b\ndate: 2022\ntitle: \xe9\n")
    Path("all/c.yaml").write_text("id: a\ndate: soon\ntitle: Talks\n", encoding="utf-8")
    out = check("", "-d", "all").out
    assert [line.split()[:2] for line in out.splitlines() if not line.startswith(" ")] == [
        ["all/b.yml:3:", "E108"],
        ["all/c.yaml:1:", "E301"],
        ["all/c.yaml:2:", "E203"],
    ]


def test_a_collection_that_is_not_there_is_another_matter(check: Check) -> None:
    assert check("", "-d", "nothing").code == 4


def test_fix_repairs_in_place_and_shows_the_diff(check: Check) -> None:
    answer = check(REPAIRABLE, "-d", "events.yaml", "--fix")
    fixed = REPAIRABLE.replace("id: Talks end ", "id: talks-end ").replace("[ Talks end ]", "[ talks-end ]")
    fixed = fixed.replace("actors: Japan", "actors: [Japan]")
    assert Path("events.yaml").read_text(encoding="utf-8") == fixed
    assert "-- id: Talks end   # an old name\n+- id: talks-end   # an old name\n" in answer.out
    assert [line.split()[1] for line in answer.out.splitlines() if line.startswith("events.yaml:")] == [
        "W403"
    ]
    assert answer.code == 0


def test_what_is_repaired_is_told_even_where_the_check_then_fails(check: Check) -> None:
    """The second collection is locked: the first is repaired, and a reader of stderr knows it."""
    Path("sub").mkdir()
    Path("sub/more.yaml").write_text(REPAIRABLE, encoding="utf-8")
    with locked(Path("sub").resolve(), wait=0):
        answer = check(REPAIRABLE, "-d", "events.yaml", "-d", "sub/more.yaml", "--fix", "--wait", "0")
    assert answer.code == 4
    assert answer.err.startswith("events.yaml: repaired\n")
    assert "sub: locked by " in answer.err
    assert Path("sub/more.yaml").read_text(encoding="utf-8") == REPAIRABLE


@pytest.mark.parametrize(
    "words",
    [["--quotes", "nothing"], ["-d", "nothing.yaml"], ["--today", "soon"]],
    ids=lambda words: words[0],
)
def test_what_cannot_be_checked_is_not_repaired_first(check: Check, words: list[str]) -> None:
    assert check(REPAIRABLE, "-d", "events.yaml", "--fix", *words).code in (2, 4)
    assert Path("events.yaml").read_text(encoding="utf-8") == REPAIRABLE


def test_a_dry_run_shows_what_fix_would_do(check: Check) -> None:
    answer = check(REPAIRABLE, "-d", "events.yaml", "--fix", "--dry-run")
    assert Path("events.yaml").read_text(encoding="utf-8") == REPAIRABLE
    assert "+- id: talks-end" in answer.out
    assert "E204" in answer.out
    assert answer.code == 1


def test_a_file_that_cannot_be_read_is_not_repaired_but_told(check: Check) -> None:
    answer = check(REPAIRABLE + '- date: "2022\n', "-d", "events.yaml", "--fix")
    assert answer.err.startswith("events.yaml: nothing is repaired while a file of it cannot be read\n")
    assert "E101" in answer.out
    assert answer.code == 1


def test_json_stays_json_when_something_is_repaired(check: Check) -> None:
    assert [one["code"] for one in json.loads(check(REPAIRABLE, "--fix", "-f", "json").out)] == ["W403"]


def test_the_schema_and_the_codes_can_be_printed_anywhere(check: Check) -> None:
    assert json.loads(check("", "--schema").out) == collection_schema()
    assert check("", "--codes").out == "".join(f"{code}  {meaning}\n" for code, meaning in CODES.items())


ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / "../shared/events/yaml"


@pytest.mark.skipif(not SHARED.exists(), reason="the YAML test suite lies beside the repository")
def test_any_yaml_is_answered_in_words() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SHARED.iterdir())]
    for text in texts:
        cases = [str(one.record.get("yaml", "")) for one in read_text("e", text).records]
        # The suite writes blanks, tabs and missing line ends as signs.
        texts = [
            case.replace("␣", " ").replace("———»", "\t").replace("↵", "").replace("∎\n", "") for case in cases
        ]
        for one in (told for case in [text, *texts] for told in found(case)):
            assert one.code in CODES
            assert one.line >= 1
            assert one.message.isprintable()


def test_the_hook_for_pre_commit_runs_check() -> None:
    hooks = parse_records((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [(hook.record["id"], hook.record["entry"]) for hook in hooks] == [
        ("timeline-check", "timeline check")
    ]


def test_the_shipped_events_have_nothing_wrong(run: Run) -> None:
    answer = run("check", "--strict", "--data", str(ROOT / "data/events.yaml"), "--today", "2023-02-10")
    assert (answer.code, answer.out) == (0, "")
