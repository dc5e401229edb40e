"""A gallery of mistakes: every error and warning, an input that causes it, and the exact words that answer it.

The rows are read as a user would read them: a new error is a new row, and a changed message is a changed row.
"""

from pathlib import Path
from typing import NamedTuple

import pytest
from gallery_rows import CHECKED, Checked
from prompt import Answer, run

from timeline.checks.codes import CODES

VALID = "- id: talks\n  date: 2022-03-21\n  title: Talks end\n"

# W416 takes thousands of events: tests/checks/test_twins.py. E5xx take an archive: tests/cli/test_check_quotes.py.
OUTSIDE = {"W416", "E501", "E502"}


class Typed(NamedTuple):
    """Words at the prompt, the file events.yaml, the exit code, and what is said on stderr."""

    words: list[str]
    text: str
    code: int
    told: str


TYPED = (
    Typed(
        ["check", "--data", "nothing.yaml"],
        "",
        4,
        "nothing.yaml: there is no such file or folder\n  hint: start a collection with: timeline init\n",
    ),
    Typed(
        ["check", "--data", "events.yaml", "--format", "xml"],
        VALID,
        2,
        'invalid value for "--format" / "-f": "xml" is not one of "text", "json", "github"\n'
        "  hint: see timeline check --help\n",
    ),
    Typed(
        ["check", "--data", "events.yaml", "--today", "soon"],
        VALID,
        2,
        'date "soon" is not understood\n'
        "  hint: write it like 21 March 2022, March 2022, c. 1950, before 2018, or 2022-03-21\n",
    ),
    Typed(
        ["check", "--data", "events.yaml", "--today", "2022"],
        VALID,
        2,
        '--today "2022" is not one day\n  hint: write it like 2023-02-10\n',
    ),
    Typed(
        ["check", "events.yaml"],
        VALID,
        2,
        "got unexpected extra argument(s) (events.yaml)\n  hint: see timeline check --help\n",
    ),
    Typed(
        ["show", "--data", "events.yaml"],
        "- date: 2022-13-01\n  title: Talks\n  lat: far\n",
        3,
        'events.yaml:1: date "2022-13-01" is not a calendar date\n'
        "  hint: months go from 01 to 12; 1 more problem in this file: timeline check\n",
    ),
    Typed(
        ["show", "--data", "events.yaml"],
        '- date: 2022\n  title: "Talks\n',
        3,
        "events.yaml:2: not YAML: a quotation that does not end\n  hint: close the quotation mark\n",
    ),
    Typed(
        ["show", "--data", "events.yaml", "--view", "tabel"],
        VALID,
        2,
        'view "tabel" is not known\n  hint: did you mean "table"?\n',
    ),
    Typed(
        ["show", "--data", "events.yaml", "--since", "soon"],
        VALID,
        2,
        'date "soon" is not understood\n'
        "  hint: write it like 21 March 2022, March 2022, c. 1950, before 2018, or 2022-03-21\n",
    ),
    Typed(
        ["show", "--data", "events.yaml", "--since", "03/02/2023"],
        VALID,
        2,
        'date "03/02/2023" can mean 3 February 2023 or 2 March 2023\n'
        "  hint: write the month as a word, or give --day-first or --month-first\n",
    ),
    Typed(
        ["show", "--data", "events.yaml", "--since", "31 April 2022"],
        VALID,
        2,
        'date "31 April 2022" is not a calendar date: April 2022 has 30 days\n'
        "  hint: write 30 April 2022, or April 2022 if the day is not known\n",
    ),
    Typed(
        ["show", "--data", "events.yaml", "--order", "size"],
        VALID,
        2,
        'order "size" is not known\n  hint: one of: date, title, actor, place, kind, source-date\n',
    ),
    Typed(
        ["show", "--data", "events.yaml", "--actr", "Japan"],
        VALID,
        2,
        "no such option: --actr\n  hint: did you mean --actor?\n",
    ),
    Typed(
        ["show", "--data", "events.yaml", "(actor:Japan"],
        VALID,
        2,
        'no ")" stands after this "("\n  (actor:Japan\n  ^\n  hint: to find it as a text, quote it: "("\n',
    ),
    Typed(
        ["show", "--data", "events.yaml", "acter:Japan"],
        VALID,
        2,
        '"acter" is not a field\n  acter:Japan\n  ^\n  hint: did you mean "actor"?\n',
    ),
    Typed(
        ["show", "--data", "events.yaml", "--actor", "Japan"],
        VALID,
        0,
        "no event matches\n",
    ),
    Typed(
        ["shwo"],
        "",
        2,
        'no such command "shwo"\n  hint: did you mean show?\n',
    ),
    Typed(
        ["add", "Talks end", "--data", "events.yaml"],
        VALID,
        2,
        'the date is missing\n  hint: add --date "21 March 2022", --date 2022-03 or --date "c. 1950"\n',
    ),
    Typed(
        ["add", "--date", "2022", "--data", "events.yaml"],
        VALID,
        2,
        'the title is missing\n  hint: timeline add "What happened" --date 2022-03-21\n',
    ),
    Typed(
        ["add", "Rally", "--date", "2022", "--id", "talks", "--data", "events.yaml"],
        VALID,
        1,
        'the id "talks" is in use\n  hint: leave out --id, and one is made\n',
    ),
    Typed(
        ["add", "Rally", "--date", "2022", "--id", "A b", "--data", "events.yaml"],
        VALID,
        2,
        'id "A b" is not a slug\n'
        "  hint: an id has a-z, 0-9 and : . _ - only, and begins with a letter or digit\n",
    ),
    Typed(
        ["add", "Talks end", "--date", "2022-03", "--data", "events.yaml"],
        VALID,
        1,
        'events.yaml:1: looks the same: 21 Mar 2022, "Talks end"\n  hint: --force adds it all the same\n',
    ),
    Typed(
        ["add", "Rally", "--date", "2022", "--after", "nothing", "--data", "events.yaml"],
        VALID,
        1,
        'no event has the id "nothing"\n  hint: --force refers to it all the same\n',
    ),
    Typed(
        ["add", "Rally", "--date", "2022-02-30", "--data", "events.yaml"],
        VALID,
        2,
        'date "2022-02-30" is not a calendar date: February 2022 has 28 days\n'
        "  hint: write 28 February 2022, or February 2022 if the day is not known\n",
    ),
    Typed(
        ["add", "Rally", "--date", "2022", "--data", "events.yaml", "--data", "b.yaml"],
        VALID,
        2,
        "a writing command needs exactly one collection\n  hint: name one: --data PATH\n",
    ),
    Typed(
        ["add", "Rally", "--date", "2022", "--data", "events.yaml", "--status", "final"],
        VALID,
        2,
        'status "final" is not known\n  hint: one of: draft, reported, confirmed, disputed\n',
    ),
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of one's own to make mistakes in."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("row", CHECKED, ids=[f"{row.code}-{at}" for at, row in enumerate(CHECKED)])
def test_what_check_says(
    row: Checked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("events.yaml").write_bytes(row.text if isinstance(row.text, bytes) else row.text.encode())
    answer = run(["check", "--data", "events.yaml", "--today", "2023-02-10"], monkeypatch, capsys)
    assert answer.out == row.told
    assert f" {row.code} " in answer.out
    assert answer.code == (1 if row.code.startswith("E") else 0)


def test_every_code_is_in_the_gallery() -> None:
    assert {row.code for row in CHECKED} | OUTSIDE == set(CODES)


@pytest.mark.parametrize("row", TYPED, ids=[" ".join(row.words) for row in TYPED])
def test_what_commands_say(
    row: Typed, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if row.text:
        Path("events.yaml").write_text(row.text, encoding="utf-8")
    answer = run(row.words, monkeypatch, capsys)
    assert answer == Answer(code=row.code, out="", err=row.told)
    assert not row.text or Path("events.yaml").read_text(encoding="utf-8") == row.text
