"""Imports go down one list only, and starting the program loads no more than it needs."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from foreign_words import looked_into, prose_looked_into

from timeline import errors
from timeline.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "timeline"

# A module may import its own floor's own package, and every floor below; never sideways, never up.
FLOORS = {
    "errors": 0,
    "registry": 0,
    "tuples": 0,
    "arguments": 1,
    "counting": 0,
    "toml_text": 1,
    "folding": 0,
    "frozen": 0,
    "dates": 1,
    "said": 2,
    "states": 3,
    "states_table": 3,
    "model": 3,
    "record": 3,
    "config": 5,
    "identity": 4,
    "mapping": 4,
    "naming": 4,
    "schema": 4,
    "sound": 4,
    "yaml_aliases": 4,
    "yaml_events": 4,
    "yaml_fits": 4,
    "yaml_mistakes": 4,
    "yaml_outline": 4,
    "yaml_places": 4,
    "yaml_plain": 4,
    "yaml_sound": 4,
    "yaml_text": 4,
    "yaml_tracing": 4,
    "yaml_values": 4,
    "yaml_walk": 4,
    "yaml_write": 4,
    "query": 5,
    "store": 6,
    "views": 6,
    "formats": 7,
    "upkeep": 8,
    "drafts": 8,
    "checks": 8,
    "frames": 8,
    "engine": 9,
    "collection": 10,
    "cli": 11,
}
# Steps along a floor: rooms of one thing that was too long for one file.
STEPS = {
    ("registry", "errors"),
    ("model", "record"),
    ("states", "states_table"),
    ("yaml_fits", "yaml_plain"),
    ("yaml_sound", "yaml_fits"),
    ("yaml_sound", "yaml_plain"),
    ("yaml_sound", "yaml_values"),
    ("yaml_values", "yaml_plain"),
    ("yaml_text", "yaml_plain"),
    ("yaml_text", "yaml_walk"),
    ("yaml_walk", "yaml_events"),
    ("yaml_walk", "yaml_aliases"),
    ("yaml_walk", "yaml_mistakes"),
    ("yaml_aliases", "yaml_events"),
    ("yaml_outline", "yaml_places"),
    ("yaml_outline", "yaml_plain"),
    ("yaml_outline", "yaml_text"),
    ("yaml_outline", "yaml_tracing"),
    ("yaml_tracing", "yaml_events"),
    ("yaml_tracing", "yaml_places"),
    ("yaml_walk", "yaml_places"),
    ("yaml_aliases", "yaml_places"),
    ("yaml_mistakes", "yaml_places"),
    ("yaml_events", "yaml_places"),
}
_OF_RE = ("compile", "match", "fullmatch", "search", "finditer", "findall", "split", "sub")
_POSSESSIVE = re.compile(r"(?<!\\)[*+?}]\+|\(\?>")
ENTRANCES = {"__init__", "__main__"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {_name(path): path for path in MODULES}


def _imported_files(path: Path) -> set[str]:
    """The modules of ours that a file imports wherever in it, and the packages that are run on the way to them."""
    files = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            files |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            files |= {alias.name for alias in node.names}
    files |= {name.rpartition(".")[0] for name in files}
    return files & FILES.keys() - {_name(path), "timeline"}


def test_floors_name_what_is_there() -> None:
    assert FLOORS.keys() == {_room(path) for path in MODULES} - ENTRANCES
    rooms = {(_room(path), _room(FILES[name])) for path in MODULES for name in _imported_files(path)}
    assert rooms >= STEPS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    room = _room(path)
    if room in ENTRANCES:
        return
    for imported in {_room(FILES[name]) for name in _imported_files(path)} - {room}:
        assert (room, imported) in STEPS or FLOORS[imported] < FLOORS[room], f"{room} imports {imported}"


def test_no_files_import_each_other_in_a_circle() -> None:
    # TopologicalSorter tells one circle in full. An import inside of a function counts: it hides a circle, and opens none.
    inside = {
        name: _imported_files(path)
        for name, path in FILES.items()
        if name not in ("timeline", "timeline.__main__")
    }
    list(TopologicalSorter(inside).static_order())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_short(name: str) -> None:
    # Longer means that a lower room lacks a word.
    module, _ = COMMANDS[name][0].split(":")
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) < 120


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_read_aloud(name: str) -> None:
    """Load, choose, do, say: in ten lines, comments not counted."""
    module, function = COMMANDS[name][0].split(":")
    text = FILES[module].read_text(encoding="utf-8")
    (found,) = (
        node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and node.name == function
    )
    _docstring, *_, last = found.body
    body = text.splitlines()[found.body[0].end_lineno : last.end_lineno]
    assert len([line for line in body if line.strip() and not line.strip().startswith("#")]) <= 10


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_below_the_cli_nothing_prints_or_looks_around(path: Path) -> None:
    if _room(path) in {"cli", "collection", *ENTRANCES}:  # a notebook, too, has a person before it
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "exit", "breakpoint"}, f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            looked = f"{node.value.id}.{node.attr}"
            assert looked not in {"sys.argv", "os.environ", "os.getenv", "datetime.now", "date.today"}, (
                f"line {node.lineno}"
            )


# The column of a table stands where the error of a date, which is ours, says "date".
LOOKING = {"formats/dated.py"}
OURS = frozenset(
    name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)
) | {"InvalidYaml"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_looks_into_the_words_of_an_error(path: Path) -> None:
    found = list(looked_into(path.read_text(encoding="utf-8"), OURS))
    assert bool(found) == (str(path.relative_to(PACKAGE)) in LOOKING), f"lines {found}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_looks_into_a_reason(path: Path) -> None:
    found = list(prose_looked_into(path.read_text(encoding="utf-8")))
    assert bool(found) == (str(path.relative_to(PACKAGE)) in LOOKING), f"lines {found}"


@pytest.mark.parametrize(
    "looking",
    [
        *("mention.reason.startswith('weekday')", "'no dateline' in line.reason", "one.reason == other.reason"),
        *("any(why in self.reason for why in WHYS)", "re.search('x', problem.message)", "line.reason[:3]"),
        *("(problem.code, problem.message) in known", "len(error.hint)", "match.reason.lower() == 'x'"),
        *("why = a.reason\n    if why.endswith('now'): pass", "text = f'{a.reason}; {b}'\n    text.split(';')"),
        *("for word in reason.split(): pass", "{reason: 1}[reason]", "match(reason):\n      case 'x': pass"),
    ],
)  # fmt: skip
def test_looking_into_a_reason_is_seen(looking: str) -> None:
    if looking.startswith("match(reason)"):
        looking = looking.replace("match(reason)", "match reason")
    assert list(prose_looked_into(f"def f():\n    {looking}\n"))
    telling = (
        "out.append(replace(a, reason=f'{a.reason}; {b.reason or c}')) if a.reason is not None else None"
    )
    assert not list(prose_looked_into(f"def f():\n    {telling}\n"))


@pytest.mark.parametrize(
    "looking",
    [
        *("if 'tab' in str(error): pass", "if error.problem == 'x': pass", "x = error.msg.split('at')"),
        *("match(r'line', str(error))", "words = str(error)\n    if words.startswith('x'): pass"),
        *(
            "other = error\n    other.message.partition(' Did')",
            "{'x': 1}[error.args[0]]",
            "read(str(error))",
        ),
        *("f'{error}'.find('x')", "return str(error)", "error.format_message().lower() in known"),
        *(
            "reason = (error.strerror or str(error)).lower()\n    x = len(reason)",
            "any(w in str(error) for w in ws)",
        ),
    ],
)
def test_looking_into_words_is_seen(looking: str) -> None:
    caught = f"def f():\n  try: pass\n  except ValueError as error:\n    {looking}\n"
    given = f"def f(error: Any):\n  if 1:\n    {looking}\n"
    telling = "raise InvalidData(f'x: {error}', hint=(error.strerror or str(error)).lower())"
    for text in (caught, given):
        assert list(looked_into(text, OURS))
        assert not list(looked_into(text.replace(looking, telling), OURS))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def _modules_after(program: str) -> set[str]:
    program = f"import sys\n{program}\nsys.stderr.write('\\n' + '|'.join(sys.modules))\n"
    # Whoever measures coverage in every process loads modules of its own there, before the program does.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    unmeasured["TIMELINE_STATE"] = os.devnull  # what another test has left half done loads more
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, env=unmeasured
    )
    return set(done.stderr.rpartition("\n")[2].split("|"))


def _loaded(*words: str) -> set[str]:
    return _modules_after(
        f"sys.argv = ['timeline', *{words!r}]\n"
        "from timeline.cli.app import main\n"
        "try:\n    main()\n"
        "except SystemExit as stop:\n    assert not stop.code, stop.code\n"
    )


@cache
def _bound_to_be_loaded() -> set[str]:
    """What the libraries on which every command stands load of the standard library."""
    return _modules_after("import typer")


_STARTS = {
    "version": ("--version",),
    "show": ("show",),
    "show-help": ("show", "--help"),
    "add": ("add", "Talks resume", "--date", "2024-03", "--dry-run"),
    "edit": ("edit", "soviet-incorporation", "--title", "Islands taken", "--dry-run"),
    "check": ("check",),
    "draft": ("draft", "tests/drafts/gold/03-day-after-the-weekday.txt"),
}


@pytest.mark.parametrize("name", _STARTS)
def test_a_command_loads_what_it_needs(name: str, golden: Callable[[str, str], None]) -> None:
    """A module costs 0.3 ms, even a small one: whoever adds one here has seen that this command needs it."""
    loaded = _loaded(*_STARTS[name])
    ours = {module for module in loaded if module.partition(".")[0] == "timeline"}
    others = {
        module if module.startswith("rich.") else module.partition(".")[0]
        for module in loaded - ours - _bound_to_be_loaded()
    }
    told = [*sorted(ours), *sorted(module for module in others if not module.startswith(("_", "typer")))]
    golden(f"loaded-{name}.txt", "".join(f"{module}\n" for module in told))


def test_an_id_is_completed_with_no_more_than_its_command_and_the_store() -> None:
    line = "import os\nos.environ['_TIMELINE_COMPLETION'] = 'zsh'\n"
    program = (
        f"{line}import sys\nsys.argv = ['timeline', 'remove', 'soviet-']\nfrom timeline.cli.app import main\n"
    )
    loaded = _modules_after(program + "try:\n    main()\nexcept SystemExit:\n    pass\n")
    assert "timeline.store.values" in loaded
    rooms = {name.split(".")[1] for name in loaded if name.startswith("timeline.")}
    assert not rooms & {"formats", "views", "checks", "drafts", "config", "naming"}
    assert not loaded & {"rich", "yaml", "timeline.query.predicates", "timeline.store.sifting"}


def test_version_loads_neither_rich_nor_yaml_nor_dateutil() -> None:
    loaded = _loaded("--version")
    assert not loaded & {
        "rich",
        "yaml",
        "dateutil",
        "timeline.dates.edtf",
        "timeline.model",
        "timeline.store",
    }


def test_a_plain_show_reads_no_words_of_time() -> None:
    assert not {name for name in _loaded("show") if name.startswith("timeline.said")}


def test_show_loads_no_dateutil_and_no_other_command_and_for_a_pipe_no_rich() -> None:
    loaded = _loaded("show", "--since", "2022-03")
    assert not loaded & {
        "dateutil",
        "rich",
        "timeline.cli.add",
        "timeline.formats.csv",
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_pattern_needs_a_later_python(path: Path) -> None:
    """Before Python 3.11.5 (Debian 12 has 3.11.2) a group with a possessive quantifier fits nothing."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _OF_RE:
            texts = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            assert not [text for text in texts if isinstance(text, str) and _POSSESSIVE.search(text)]
