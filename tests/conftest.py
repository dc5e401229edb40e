"""What tests share: the command run in this process, and pictures kept in `tests/golden`, reviewed as pictures."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from commands import Ran, Run
from hypothesis import HealthCheck, settings

from timeline.cli.app import main

# A busy machine is no mistake of the code's. pytest --hypothesis-profile=thorough tests/store tries harder, and `few` finds out
# whether all runs at all, as with other versions of what it runs on.
settings.register_profile("usual", deadline=None)
settings.register_profile("few", deadline=None, max_examples=10)
settings.register_profile(
    "thorough", deadline=None, max_examples=3_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("usual")

# A shell starts what runs in the background with Ctrl-C ignored, and the programs that tests interrupt would inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What commands change here is no business of the journal of whoever runs the tests.
_state = TemporaryDirectory(prefix="timeline-state-")
os.environ["TIMELINE_STATE"] = _state.name
_cache = TemporaryDirectory(prefix="timeline-cache-")
os.environ["TIMELINE_CACHE"] = _cache.name

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden/*.txt from what is drawn now"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/<name>`; `--update-golden` writes it there instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            GOLDEN.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no {path.name} yet: look at it with --update-golden"
        assert text == path.read_bytes().decode("utf-8"), (
            f"{path.name} looks different: --update-golden, then git diff"
        )

    return compare


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def ran(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["timeline", *words])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return Ran(stop.value.code, captured.out, captured.err)

    return ran
