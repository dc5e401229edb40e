"""What takes long on a terminal says how far it is, and loses nothing on the way."""

import sys
import time

import pytest

from timeline.cli import progress
from timeline.cli.progress import waiting, watched


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("patience", [-1.0, 1_000.0])
@pytest.mark.parametrize("total", [0, 1, 63, 64, 65, 200])
def test_every_thing_comes_once_and_in_order(
    monkeypatch: pytest.MonkeyPatch, *, terminal: bool, patience: float, total: int
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert list(watched(range(total), total=total, what="reading")) == list(range(total))


@pytest.mark.parametrize(("terminal", "patience"), [(False, -1.0), (True, 1_000.0)])
def test_nothing_is_said_off_a_terminal_or_in_time(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, terminal: bool, patience: float
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    list(watched(range(200), total=200, what="reading"))
    assert capsys.readouterr() == ("", "")


def test_who_waits_at_a_terminal_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    list(watched(range(200), total=200, what="reading"))
    out, err = capsys.readouterr()
    assert out == ""
    assert "reading" in err


@pytest.mark.parametrize(
    ("terminal", "patience", "told"), [(True, 0.01, True), (True, 60, False), (False, 0.01, False)]
)
def test_who_waits_for_what_comes_in_no_steps_is_told_for_how_long(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    terminal: bool,
    patience: float,
    told: bool,
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with waiting("the table is made"):
        time.sleep(0.2 if told else 0)
    out, err = capsys.readouterr()
    assert out == ""
    assert ("\rthe table is made: 0 s " in err and err.endswith("\r\x1b[K")) if told else not err
