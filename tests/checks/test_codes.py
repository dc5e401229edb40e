"""Every code has a line in the README, and no code is told there that check does not know."""

import re
from pathlib import Path

from timeline.checks.codes import CODES

README = Path(__file__).resolve().parents[2] / "README.md"
ROW = re.compile(r"^\| ([EW]\d{3}) \| (.+) \|$", re.MULTILINE)


def test_the_readme_tells_every_code_as_check_does() -> None:
    assert ROW.findall(README.read_text(encoding="utf-8")) == list(CODES.items())
