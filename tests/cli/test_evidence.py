"""Three sources date one event differently: what is asked, drawn, known on a day and exported of it (contract, section 11)."""

import json
import re
from pathlib import Path

import pytest
from commands import Run

from timeline import load
from timeline.formats import FORMATS, endings, going

EVENTS = """\
- id: joins
  date: 1855-02-07
  date_as_written: 26 January 1855 O.S.
  title: Sardinia joins the alliance
  sources:
    - {title: A despatch, publisher: Gazette, date: 1855-03-01, event_date: 1855-02, quote: in the course of February 1855}
    - {title: A diary, publisher: Archive, date: 1901, at: p. 3, quote: 26 January 1855 O.S.}
    - {title: A history, publisher: Academy, date: 1990-05, event_date: 1855-02-07, grade: B2}
"""


@pytest.fixture(autouse=True)
def accession(events: Path) -> Path:
    events.write_text(EVENTS, encoding="utf-8")
    return events


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("--on 1855-02", True),
        ("--on 1855-02 --certain", True),
        ("--on 1855-02-07", True),
        ("--on 1855-02-07 --certain", False),
        ("--on 1855-02-20", True),
        ("--on 1855-01", False),
    ],
)
def test_it_possibly_happened_when_any_source_says_and_certainly_when_all_do(
    run: Run, asked: str, found: bool
) -> None:
    assert ("Sardinia" in run("show", "--view", "list", *asked.split()).out) == found


@pytest.mark.parametrize(
    ("day", "said", "written"),
    [
        ("1855-02", "", False),
        ("1855-03-01", "Feb 1855", False),
        ("1901", "7 Feb 1855", True),
        ("1990-05", "7 Feb 1855", True),
    ],
)
def test_it_is_headed_on_each_day_by_what_was_published_by_then(
    run: Run, day: str, said: str, written: bool
) -> None:
    assert run("show", "--as-of", day, "--view", "list", "--width", "80").out.partition("  ")[0] == said
    assert bool(run("show", "--as-of", day, "--on", "1855-02", "--certain").out) == bool(said)
    assert run("show", "--as-of", day, "--on", "1855-02-07", "--certain").out == ""
    assert ("O.S." in run("export", "--as-of", day, "-f", "jsonl").out.partition("sources")[0]) == written


def test_the_lane_of_each_source_shows_what_it_says(run: Run) -> None:
    lines = run("show", "--view", "lanes", "--by", "source").out.splitlines()
    drawn = {line.split()[0]: line for line in lines if line and line[0] in "GA"}
    assert "╌" in drawn["Gazette"]
    assert "●" not in drawn["Gazette"]
    assert "●" in drawn["Archive"]
    assert "●" in drawn["Academy"]


def test_the_claims_stand_side_by_side_and_are_counted(run: Run) -> None:
    out = run("evidence", "joins").out
    told = [
        "7 Feb 1855 (26 January 1855 O.S.)",
        "Feb 1855  1 source",
        "Gazette, 1 Mar 1855",
        "the event's own date, 2 sources",
        "Archive, 1901, p. 3",
        "Academy, May 1990, grade B2",
        "3 sources give 2 dates, and a day lies in all of",
    ]
    places = [out.index(words) for words in told]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words",
    [
        "show --width 60",
        "show --view table --width 60",
        "show --view list --width 100",
        "show --view card",
        "evidence joins",
        "export -f md",
        "export -f narrative",
        "export -f html",
        "show -o p.svg",
    ],
)
def test_the_words_of_the_source_stand_beside_the_date_unless_they_say_the_same(
    run: Run, accession: Path, words: str
) -> None:
    def drawn() -> str:
        return run(*words.split()).out or Path("p.svg").read_text("utf-8")

    assert "O.S." in drawn().partition("“26 January")[0]
    accession.write_text(
        EVENTS.replace("date_as_written: 26 January 1855 O.S.", "date_as_written: February 7, 1855")
    )
    assert "(Feb" not in drawn()


def test_nothing_is_wrong_with_it(run: Run) -> None:
    assert run("check", "--strict").code == 0


BOTH = [name for name in going("in") if name in going("out")]
BACK = [name for name in BOTH if "sources.event_date" in FORMATS.load(name).carries.fields]
PARTLY = [name for name in BOTH if name not in BACK]


def read_back(run: Run, form: str, *words: str) -> Path:
    """A collection of what an export of a format brings, in a file or a folder."""
    folder = "folder" in FORMATS.words(form)
    out = "out" if folder else f"out{endings(form)[0]}"
    assert run("export", *words, "-f", form, "-o", out).code == 0
    back = Path("back.yaml")
    back.write_text("[]\n", encoding="utf-8")
    assert run("import", out, "-f", form, "--data", str(back)).code == 0
    return back


@pytest.mark.parametrize("form", BACK)
@pytest.mark.parametrize(
    "words", [[], ["--as-of", "1855-03-01"], ["--as-of", "1901"], ["--as-of", "1990-05"]]
)
def test_an_export_is_read_back_as_it_was_or_as_it_was_known(
    run: Run, form: str, words: list[str], accession: Path
) -> None:
    """In each format that is written and read and says that it carries the dates that sources give."""
    kept = load(read_back(run, form, *words)).to_records()
    told = run("export", *words, "-f", "jsonl").out
    assert kept == [json.loads(line) for line in told.splitlines()]
    assert words or kept == load(accession).to_records()


@pytest.mark.parametrize("form", BACK)
def test_what_was_read_back_answers_alike(run: Run, form: str, accession: Path) -> None:
    back = read_back(run, form)
    asked = [
        ["show", "--on", "1855-02", "--certain"],
        ["show", "--on", "1855-02-07", "--certain"],
        ["show", "--on", "1855-02-20"],
        ["show", "--view", "lanes", "--by", "source"],
        ["show", "--as-of", "1855-03-01"],
        ["evidence", "joins"],
    ]
    for words in asked:
        assert run(*words, "--data", str(back)).out == run(*words, "--data", str(accession)).out


def test_a_format_that_cannot_hold_the_dates_of_sources_says_so(run: Run) -> None:
    for form in PARTLY:
        told = run("export", "-f", form, "-o", f"out{endings(form)[0]}").err
        assert re.search(r"not carried: .*(sources\.event_date|events) ", told), form
