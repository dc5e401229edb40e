"""A gallery of mistakes: every error and warning, an input that causes it, and the exact words that answer it.

The rows are read as a user would read them: a new error is a new row, and a changed message is a changed row.
"""

import ast
import errno
import os
import re
import resource
import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commands import Run
from conftest import GOLDEN
from gallery_cases import CASES, TWO, VALID, Case
from gallery_rows import CHECKED, Checked
from repository import committed

from timeline.checks.codes import CODES
from timeline.errors import CONTROL_CHARACTERS, harmless
from timeline.store import write
from timeline.store.journal import Part, Turn, begin
from timeline.store.lock import locked

ROOT = Path(__file__).resolve().parents[1]

# What the system says of its errors is not ours: in the gallery, these words stand for it.
SYSTEM = {errno.ENOENT: "no such file or directory", errno.EFBIG: "file too large"}

# W416 takes thousands of events: tests/checks/test_twins.py. E5xx take an archive, or copies: tests/cli/test_check_quotes.py,
# tests/cli/test_check_files.py.
# E602 takes a folder of presets: tests/cli/test_import_mapped.py.
OUTSIDE = {"W416", "E501", "E502", "E503", "E504", "E505", "E601", "E602", "W420", "W421", "W601"}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of one's own to make mistakes in."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("row", CHECKED, ids=[f"{row.code}-{at}" for at, row in enumerate(CHECKED)])
def test_what_check_says(row: Checked, run: Run) -> None:
    Path("events.yaml").write_bytes(row.text if isinstance(row.text, bytes) else row.text.encode())
    answer = run("check", "--data", "events.yaml", "--today", "2023-02-10")
    assert answer.out == row.told
    assert f" {row.code} " in answer.out
    assert answer.code == (1 if row.code.startswith("E") else 0)


def test_every_code_is_in_the_gallery() -> None:
    assert {row.code for row in CHECKED} | OUTSIDE == set(CODES)


@pytest.mark.parametrize("part", CASES)
def test_what_commands_say(
    part: str,
    tmp_path: Path,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    run: Run,
) -> None:
    """Each part of the gallery is a text of its own: the file, the words, what is said, the exit code."""
    told = []
    for at, case in enumerate(CASES[part]):
        folder = tmp_path / str(at)
        folder.mkdir()
        monkeypatch.chdir(folder)
        lay_out(case)
        with prepared(case.prepared, folder):
            before = contents(folder)
            answer = run(*case.words)
            assert contents(folder) == before
        words = " ".join(shlex.quote(word) if word.isprintable() else ascii(word) for word in case.words)
        text = case.text.decode("latin-1") if isinstance(case.text, bytes) else case.text
        lines = [
            *told_files(text, case),
            f"$ timeline {shortened(words)}",
            answer.err.removesuffix("\n"),
            f"[{answer.code}]",
        ]
        told.append("\n".join(line for line in lines if line))
        assert answer.out == "" or part == "Checking", case.words
        assert not re.search(f"(?!\n)[{CONTROL_CHARACTERS}]", answer.err)
    text = "\n\n".join(told) + "\n"
    for code, words in SYSTEM.items():
        text = text.replace(os.strerror(code).lower(), words)
    text = re.sub(r"process \d+ \(.*?\)", "process 4711 (timeline edit)", text.replace(str(tmp_path), "/tmp"))
    golden(f"gallery-{part.lower().replace(' ', '-')}.txt", text)


def lay_out(case: Case) -> None:
    """The files of a case, in the current folder."""
    for name, text in {"events.yaml": case.text, **case.files}.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder; a case changes none, and leaves none behind."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found if path.name not in {"none", "loop.yaml"}}


def told_files(text: str, case: Case) -> list[str]:
    """The files as the gallery shows them: not the usual ones, which say that talks end, and that a rally follows."""
    files = {} if text in {VALID, TWO} else {"events.yaml": text}
    files |= {
        name: one.decode("latin-1") if isinstance(one, bytes) else one for name, one in case.files.items()
    }
    lines = [
        f"  {name}| {shortened(harmless(line))}"
        for name, one in files.items()
        for line in (one.splitlines() or [""])[:8]
    ]
    return [f"  ({case.prepared})", *lines] if case.prepared else lines


def shortened(line: str) -> str:
    return line if len(line) <= 100 else f"{line[:60]} … {line[-20:]}"


@contextmanager
def prepared(what: str, folder: Path) -> Iterator[None]:
    """What is wrong with the machine while the command runs."""
    path = folder / "events.yaml"
    match what:
        case "no file":
            path.unlink()
        case "no folder":
            path.unlink()
            folder.rmdir()
        case "loop":
            (folder / "loop.yaml").symlink_to("loop.yaml")
        case "pipe":
            os.mkfifo(folder / "pipe.yaml")
        case "toml is a folder":
            (folder / "timeline.toml").mkdir()
        case "read-only":
            path.chmod(0o444)
        case "two names":
            os.link(path, folder / "other.yaml")
        case "locked":
            with locked(folder, wait=0):
                yield
            return
        case "half done, changed since":
            _changed(folder, b"# half done\n")
            path.write_bytes(path.read_bytes() + b"# theirs\n")
        case "half done, read-only":
            _changed(folder, b"# half done\n")
            path.chmod(0o444)
            yield
            for entry in JOURNAL.glob("*.begun"):  # every later command would look into it
                entry.unlink()
            return
        case "changed":
            write.edit(folder, ["talks"], lambda record: {**record, "kind": "x"}, TURN)
        case "changed since":
            write.edit(folder, ["talks"], lambda record: {**record, "kind": "x"}, TURN)
            path.write_bytes(path.read_bytes() + b"# theirs\n")
        case "in git":
            committed(folder)
        case "no git" | "no journal":
            name, value = {"no git": ("PATH", ""), "no journal": ("TIMELINE_STATE", "/dev/null")}[what]
            before, os.environ[name] = os.environ[name], value
            yield
            os.environ[name] = before
            return
        case "full disk":
            limits = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (50, limits[1]))
            yield
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            return
    yield


JOURNAL = Path(os.environ["TIMELINE_STATE"]) / "changes"
TURN = Turn(journal=JOURNAL, command="edit talks --kind x")


def _changed(folder: Path, new: bytes) -> None:
    """Give a file the bytes of a change whose writer is killed before it is done."""
    path = (folder / "events.yaml").resolve()
    begin(TURN, [path], [path.parent], [Part(place=path, old=path.read_bytes(), new=new)])
    path.write_bytes(new)


# Told nowhere in the gallery: a person, a program or a machine has to act at the right moment.
ELSEWHERE = {
    "timeline/views/paper/raster.py": "tests/views/paper/test_raster.py",
    "timeline/formats/timelinejs.py": "tests/formats/test_timelinejs_read.py",
    "timeline/formats/timelinejs_events.py": "tests/formats/test_timelinejs_read.py",
    "timeline/formats/ics_dates.py": "tests/formats/test_ics_read.py",
    "timeline/formats/ics_events.py": "tests/formats/test_ics_read.py",
    "timeline/formats/workbook.py": "tests/formats/test_workbook.py",
    "timeline/store/narrowed.py": "tests/store/test_indexing.py",
    "timeline/arguments.py": "tests/test_collection.py",
    "timeline/collection.py": "tests/test_collection.py",
    "timeline/frames.py": "tests/test_collection.py",
    "timeline/dates/event_date.py": "tests/test_collection.py",
    "timeline/cli/mapped.py": "tests/engine/test_brought.py tests/engine/test_told.py",
    "timeline/cli/tabling.py": "tests/engine/test_brought.py tests/engine/test_told.py",
    "timeline/engine/asked.py": "tests/engine/test_asked.py tests/engine/test_told.py",
    "timeline/engine/rows.py": "tests/engine/test_tables.py tests/engine/test_damaged.py",
    "timeline/engine/tables.py": "tests/engine/test_tables.py tests/engine/test_damaged.py",
    "timeline/engine/files.py": "tests/engine/test_tables.py tests/engine/test_damaged.py",
    "timeline/engine/spark.py": "tests/engine/test_spark.py",
    "timeline/cli/engines.py": "tests/engine/test_spark.py",
    "timeline/cli/defaults.py": "tests/cli/test_settings.py",
    "timeline/cli/app.py": "tests/cli/test_app.py",
    "timeline/cli/editor.py": "tests/cli/test_editor.py",
    "timeline/upkeep/buffer.py": "tests/cli/test_editor.py",
    "timeline/cli/remove.py": "tests/cli/test_remove.py",
    "timeline/cli/reviewing.py": "tests/cli/test_review.py",
    "timeline/cli/writing.py": "tests/cli/test_export.py",
    "timeline/formats/bibtex.py": "tests/formats/test_bibliography.py",
    "timeline/formats/pandoc.py": "tests/formats/test_pandoc.py",
    "timeline/formats/parquet.py": "tests/formats/test_parquet.py",
    "timeline/formats/parquet_table.py": "tests/formats/test_parquet.py",
    "timeline/formats/xlsx.py": "tests/formats/test_xlsx.py",
    "timeline/store/copies.py": "tests/store/test_copies.py",
    "timeline/store/planning.py": "tests/store/test_write.py",
    "timeline/store/output.py": "tests/store/test_output.py",
    "timeline/store/staging.py": "tests/store/test_write.py",
    "timeline/store/write.py": "tests/store/test_faults.py",
    "timeline/store/present.py": "tests/store/test_write.py",
    "timeline/store/commit.py": "tests/store/test_half_done.py",
    "timeline/store/files.py": "tests/engine/test_tables.py",
    "timeline/store/journal.py": "tests/store/test_journal.py",
    "timeline/store/replace.py": "tests/store/test_faults.py",
    "timeline/store/revision.py": "tests/store/test_revision.py",
    "timeline/toml_text.py": "tests/test_config.py",
    "timeline/yaml_mistakes.py": "tests/test_yaml_text.py",
}


def test_every_error_is_in_the_gallery() -> None:
    """Every message that is raised somewhere is told in the gallery, or in the test that causes it."""
    gallery = "".join(path.read_text(encoding="utf-8") for path in GOLDEN.glob("gallery-*.txt"))
    gallery += "".join(row.told for row in CHECKED)
    missing = []
    for path in sorted((ROOT / "timeline").rglob("*.py")):
        name = str(path.relative_to(ROOT))
        if name.startswith(
            ("timeline/drafts", "timeline/cli/outcome.py")
        ):  # tests/drafts, tests/cli/test_draft.py
            continue
        tests = ELSEWHERE.get(name, "").split()
        told = gallery + " ".join(" ".join((ROOT / one).read_text(encoding="utf-8").split()) for one in tests)
        told = told.replace('\\"', '"').replace("\\", "")
        missing += [(name, text) for text in raised(path) if text.strip(" :,") not in told]
    assert missing == NEVER_SEEN


# Guards that no input is known to reach.
NEVER_SEEN = [
    ("timeline/store/planning.py", ": does not read back as it was meant"),
]


def raised(path: Path) -> Iterator[str]:
    """The longest constant part of each message that a module raises."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in (*ERRORS, OPTIONAL)
            and node.args
        ):
            text = node.args[node.func.id == OPTIONAL]
            parts = text.values if isinstance(text, ast.JoinedStr) else [text]
            yield max(
                (str(part.value) for part in parts if isinstance(part, ast.Constant)), key=len, default=""
            )


OPTIONAL = "optional"  # raises its second argument where an extra is missing
ERRORS = {"Refused", "Unavailable", "InvalidData", "UsageError", "QueryError", "DateError", "InvalidYaml"}
