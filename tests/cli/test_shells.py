"""Tab in real shells: what stands in a collection is put in exactly, and never obeyed."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commands import EVENTS, Run
from shells import LINES, Answering, Shell, collection_of, held_back, hostile, left_open

from timeline.cli.app import root
from timeline.cli.completion import reply
from timeline.cli.shells import SCRIPTS

ROOT = Path(__file__).resolve().parents[2]
Put = Callable[[str], None]


@pytest.fixture(params=SCRIPTS)
def name(request: pytest.FixtureRequest) -> str:
    shell = str(request.param)
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    return shell


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Write the collection that is completed from."""
    path = tmp_path / "events.yaml"
    monkeypatch.setenv("TIMELINE_DATA", str(path))
    return lambda text: void(path.write_text(text, encoding="utf-8"))


def void(_: object) -> None:
    """Nothing."""


@pytest.fixture
def shell(name: str, tmp_path: Path, put: Put) -> Iterator[Shell]:
    """A shell that asks this process."""
    put(EVENTS)
    program, folder = tmp_path / "program", tmp_path / "here"
    program.mkdir()
    folder.mkdir()
    Answering(program, lambda asking, given: reply(asking, given, root(), "utf-8"))
    one = Shell(name, folder, {"PATH": f"{program}:/usr/bin:/bin:/usr/local/bin"})
    yield one
    one.close()
    assert {path.name for path in folder.iterdir()} <= {"ran", "start", ".config", ".local", ".cache"}


@pytest.fixture
def real(name: str, tmp_path: Path, put: Put) -> Iterator[Shell]:
    """A shell that asks the program."""
    put(EVENTS)
    program, folder = tmp_path / "program", tmp_path / "here"
    program.mkdir()
    folder.mkdir()
    (program / "timeline").write_text(f'#!/bin/sh\nexec {sys.executable} -m timeline "$@"\n')
    (program / "timeline").chmod(stat.S_IRWXU)
    given = {"PYTHONPATH": str(ROOT), "TIMELINE_DATA": os.environ["TIMELINE_DATA"]}
    one = Shell(name, folder, {"PATH": f"{program}:/usr/bin:/bin:/usr/local/bin", **given})
    yield one
    one.close()


def test_what_a_collection_says_is_put_in_exactly_and_never_run(shell: Shell, put: Put) -> None:
    """A part of all pairs of lines and values: `benchmarks/completion.py` tries every one."""
    broken = []
    for number, value in enumerate(hostile()[:: max(1, len(hostile()) // 150)]):
        line, word = list(LINES.items())[number % len(LINES)]
        if not held_back(shell.name, line, value):
            put(collection_of(value))
            ran = shell.completed(line)
            if ran is None or ran[-1] != word(value):
                broken.append((line, value, ran))
    assert broken == []


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_value_is_put_in_exactly_behind_an_open_quotation_mark(shell: Shell, put: Put, quote: str) -> None:
    broken = []
    for value in hostile()[:170:3]:
        if held_back(shell.name, quote, value):
            continue
        put(collection_of(value))
        ran = shell.completed(f"show --tag {quote}", left_open(shell.name, quote, value))
        if ran != ["show", "--tag", value]:
            broken.append((value, ran))
    assert broken == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("show --place K", "Kuril Islands"),
        ("show --place Kuril\\ I", "Kuril Islands"),
        ("show --place 'Kuril I", "Kuril Islands"),
        ('show --place "Kuril I', "Kuril Islands"),
        ("show --place kur", "Kuril Islands"),
        ("show --place=kur", "--place=Kuril Islands"),
        ("show place:Kur", 'place:"Kuril Islands"'),
        ("show 'place:\"Kuril I", 'place:"Kuril Islands"'),
        ("show 'tag:x OR -place:Kur", 'tag:x OR -place:"Kuril Islands"'),
        ("show '@kur", "@kurils"),
        ("show -- -kin", "-kind:"),
        ("edit --where place:Kur", 'place:"Kuril Islands"'),
        ("show --scale lin", "linear"),
        ("show --columns date,ti", "date,title"),
        ("show has:quo", "has:quote"),
        ("rem", "remove"),
        ("rename pl", "place"),
        ("rename place kur", "Kuril Islands"),
        ("show --cert", "--certain"),
        ("--show-completion z", "zsh"),
    ],
)
def test_a_word_goes_on_from_what_is_typed_of_it(shell: Shell, put: Put, line: str, word: str) -> None:
    put(
        "- {id: a, date: 2022, title: t, place: Kuril Islands}\n- {id: b, date: 2022, title: t, place: Tokyo}\n"
    )
    (shell.folder.parent / "timeline.toml").write_text('[queries]\nkurils = "place:Kur*"\n')
    ran = shell.completed(line)
    assert ran is not None
    assert ran[-1] == word


def test_what_several_values_share_is_put_in(shell: Shell, put: Put) -> None:
    put("- {date: 2022, title: t, tags: [it's $a, it's $b]}\n")
    assert shell.completed("show --tag i", "b") == ["show", "--tag", "it's $b"]


def test_file_names_are_the_shells_own_matter(shell: Shell) -> None:
    (shell.folder / "ran.yaml").write_text("[]\n")
    ran = shell.completed("show --data ran.")
    (shell.folder / "ran.yaml").unlink()
    assert ran == ["show", "--data", "ran.yaml"]


def test_the_program_itself_completes(real: Shell, put: Put) -> None:
    assert real.completed("show --tag pe") == ["show", "--tag", "peace-treaty"]
    assert real.completed("show actor:J") == ["show", "actor:Japan"]
    assert real.completed("edit fi") == ["edit", "first"]
    put('- date: 2022\n  title: T\n  tags: ["\\\\\\\\$(touch PWNED)"]\n')
    assert real.completed("show --tag ") == ["show", "--tag", "\\\\$(touch PWNED)"]
    assert not (real.folder / "PWNED").exists()


def test_bash_may_break_words_where_a_person_wants_it_to(shell: Shell, put: Put) -> None:
    if shell.name != "bash":
        pytest.skip("only bash has COMP_WORDBREAKS")
    put("- {date: 2022, title: t, tags: ['a:b c', d], kind: 'x@y:z w'}\n")
    for breaks in ("${COMP_WORDBREAKS//:}", "' '", "$' \\t\\n:@\"'"):
        shell.type(f"COMP_WORDBREAKS={breaks}\r")
        assert shell.completed("show --tag a:b") == ["show", "--tag", "a:b c"]
        assert shell.completed("show --kind x@y:") == ["show", "--kind", "x@y:z w"]
        assert shell.completed("show 'kind:\"x@") == ["show", 'kind:"x@y:z w"']


@pytest.mark.parametrize("start", ["", "# mine", "# mine\nsource x\n"])
def test_installing_adds_one_line_and_no_more(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("ZDOTDIR", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    for shell, file in (("bash", ".bashrc"), ("zsh", ".zshrc")):
        (tmp_path / file).write_text(start)
        for _ in range(2):
            assert run("--install-completion", shell).code == 0
        kept = (tmp_path / file).read_text()
        assert kept.startswith(start)
        (line,) = kept.removeprefix(start).split()[1:]
        assert Path(line.strip("'")).read_text() == SCRIPTS[shell] == run("--show-completion", shell).out
    told = run("--install-completion", "fish").err
    assert told == f"wrote {tmp_path}/.config/fish/completions/timeline.fish\na new fish completes timeline\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".bash_completions", ".bashrc", ".config", ".zfunc", ".zshrc"
    ]  # fmt: skip


def test_an_installed_shell_completes_from_its_start(name: str, tmp_path: Path, put: Put) -> None:
    put(EVENTS)
    # fish asks only for what it can find: the environment need not be on the PATH of whoever runs the tests.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PATH": path}
    environment = {
        key: value for key, value in environment.items() if key not in {"ZDOTDIR", "XDG_CONFIG_HOME"}
    }
    install = [sys.executable, "-m", "timeline", "--install-completion", name]
    subprocess.run(install, env=environment, check=True, stderr=subprocess.DEVNULL)
    asked = {
        "bash": "complete -p timeline",
        "zsh": "print ${_comps[timeline]}",
        "fish": "complete -C 'timeline sho' >/dev/null; functions -q __timeline_complete; and echo _timeline",
    }
    told = subprocess.run(
        [name, "-i", "-c", asked[name]], env=environment, capture_output=True, text=True, check=False
    )
    assert "_timeline" in told.stdout


def test_a_home_that_cannot_be_written_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/dev/null")
    ran = run("--install-completion", "bash")
    assert (ran.code, ran.err) == (
        4, "/dev/null/.bash_completions/timeline.sh: cannot write it: not a directory\n"
    )  # fmt: skip


@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.parametrize("value", ["a\tb", "a\nb", "a\x1b[2Jb", "a\u202eb", "a\x7f", "a\u2028b"])
def test_a_control_character_is_never_offered(put: Put, shell: str, value: str) -> None:
    put(collection_of(value))
    given = ["timeline show --tag ", "timeline", ""] if shell == "bash" else ["show", "--tag", ""]
    assert reply(shell, given, root(), "utf-8") == "words\n"


def test_the_other_names_of_an_actor_are_offered_too(put: Put, tmp_path: Path) -> None:
    put("- {date: 2022, title: t, actors: [European Union], place: Kyiv}\n")
    names = '[actors."European Union"]\naliases = ["EU", "ЕС"]\n[places.Kyiv]\naliases = ["Kiev"]\n'
    (tmp_path / "timeline.toml").write_text(names, encoding="utf-8")
    assert reply("zsh", ["show", "--actor", "eu"], root(), "utf-8") == "words\nEU\nEuropean Union\n"
    assert reply("zsh", ["show", "place:"], root(), "utf-8") == "words\nplace:Kiev\nplace:Kyiv\n"
    (tmp_path / "timeline.toml").write_text("[actors\n", encoding="utf-8")
    assert reply("zsh", ["show", "--actor", "eu"], root(), "utf-8") == "words\nEuropean Union\n"


def test_what_the_terminal_cannot_encode_is_not_offered(put: Put) -> None:
    put("- {date: 2022, title: t, tags: [東京, Köln, Oslo]}\n")
    assert reply("zsh", ["show", "--tag", ""], root(), "latin-1") == "words\nKöln\nOslo\n"


@pytest.mark.parametrize(
    "given",
    [
        ["show", "--tag", ""],
        ["nothing", ""],
        ["show", "--firs", "x"],
        ["show", "--first", ""],
        ["show", "tag:a:"],
    ],
)
def test_where_there_is_nothing_to_offer_nothing_is_said(put: Put, given: list[str]) -> None:
    put("- {a: [\n")
    assert reply("zsh", given, root(), "utf-8") == "words\n"
