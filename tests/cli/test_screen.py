"""Where a picture goes: as wide as the terminal says, through a pager that can show it, and Ctrl-C is the pager's own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import Run
from shells import ON_A_TERMINAL

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("view", ["timeline", "table", "lanes", "density", "card"])
@pytest.mark.parametrize("said", ["0", "-5", "x", "²", "00", "1.5", ""])
def test_a_width_that_says_nothing_is_80_columns(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch, view: str, said: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    usual = run("show", "--view", view)
    monkeypatch.setenv("COLUMNS", said)
    monkeypatch.setenv("LINES", said)
    assert run("show", "--view", view) == usual
    assert usual.out


@pytest.mark.parametrize("said", ["9" * 20, "9" * 5000, "1001"])
def test_a_width_beyond_all_screens_is_the_widest_that_can_be_asked_for(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    monkeypatch.setenv("LINES", said)
    assert run("show", "--view", "lanes") == run("show", "--view", "lanes", "--width", "1000")


class Terminal:
    """A terminal of ten lines, in which a command of ours shows a long picture."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.leader, follower = os.openpty()
        path = folder / "many.yaml"
        path.write_text("".join(f"- date: {1900 + n}\n  title: Event {n}\n" for n in range(60)))
        usual = {
            name: value
            for name, value in os.environ.items()
            if name not in {"LESS", "PAGER", "TIMELINE_PAGER"}
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", ON_A_TERMINAL, sys.executable, "-m", "timeline", "show", "-d", str(path)],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
            env=usual
            | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "LINES": "10", "COLUMNS": "80"}
            | environment,
        )
        os.close(follower)

    def shown(self, until: bytes = b"") -> bytes:
        """What is drawn, until these bytes or to the end."""
        out = b""
        try:
            while not (until and until in out) and (more := os.read(self.leader, 65536)):
                out += more
        except OSError:  # the other end is closed
            pass
        return out

    def type(self, keys: bytes) -> None:
        """Press these keys."""
        os.write(self.leader, keys)


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that tells what it is given, and how many Ctrl-C it got, until a line is typed."""
    path = tmp_path / "less"
    path.write_text(
        f"#!{sys.executable}\n"
        "import os, signal, sys\n"
        "sys.stdin.read()\n"
        "count = []\n"
        "signal.signal(signal.SIGINT, lambda *_: count.append(1))\n"
        "print('PAGER', sys.argv[1:], os.environ.get('LESS'), flush=True)\n"
        "open('/dev/tty').readline()\n"
        "print('GOT', len(count), flush=True)\n"
    )
    path.chmod(0o755)
    return path


def test_a_pager_goes_on_after_any_number_of_interrupts(pager: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, PAGER=str(pager))
    terminal.shown(until=b"FRX")
    for _ in range(3):
        terminal.type(b"\x03")
        time.sleep(0.2)
    terminal.type(b"\n")
    assert b"GOT 3" in terminal.shown()
    assert terminal.process.wait(10) == 0


def test_a_pager_that_an_interrupt_ends_ends_all(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text(
        f"#!{sys.executable}\nimport os, signal, sys\nsys.stdin.read()\nsignal.signal(2, signal.SIG_DFL)\nprint('PAGER', flush=True)\nsignal.pause()\n"
    )
    path.chmod(0o755)
    terminal = Terminal(tmp_path, PAGER=str(path))
    terminal.shown(until=b"PAGER")
    terminal.type(b"\x03")
    assert terminal.process.wait(10) == 128 + signal.SIGINT
    assert b"Traceback" not in terminal.shown()


def test_less_is_asked_to_pass_colours_whatever_it_is_set_to(pager: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, PAGER=f"{pager} -S", LESS="-i")
    assert b"PAGER ['-S', '-R'] -i" in terminal.shown(until=b" -i")
    terminal.type(b"\n")
    assert terminal.process.wait(10) == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_of_mere_lines_has_no_pager(pager: Path, tmp_path: Path, term: str) -> None:
    terminal = Terminal(tmp_path, PAGER=str(pager), TERM=term)
    shown = terminal.shown()
    assert b"PAGER" not in shown
    assert b"Event 59" in shown
    assert terminal.process.wait(10) == 0


def test_real_less_shows_colours(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, LESS="-M", FORCE_COLOR="1", LESSSECURE="1")
    shown = terminal.shown(until=b"\x1b[7m")
    assert b"ESC[" not in shown
    terminal.type(b"q")
    assert terminal.process.wait(10) == 0


def test_no_colour_is_drawn_where_none_is_wanted(events: Path) -> None:
    environment = os.environ | {"NO_COLOR": "1", "FORCE_COLOR": "", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "show"], env=environment, capture_output=True, check=True
    )
    assert b"\x1b" not in done.stdout
