"""`timeline check --quotes`: the words of the sources, looked up in the archived articles."""

import sys
from pathlib import Path

import pytest
from commands import Run
from pdfs import pdf

STORY = "MOSCOW, March 21, 2022. /TASS/. The ministry said on Monday: talks are over.\nJapan protested on Tuesday.\n"
COLLECTION = """\
- id: right
  date: 2022-03-21
  title: Talks end
  sources:
    - title: A story
      date: 2022-03-21
      quote: said  on Monday
- id: other-date
  date: 2022-04
  title: Ministry speaks
  sources:
    - title: A story
      date: 2022-03-21
      quote: said on Monday
- id: not-there
  date: 2022-03-22
  title: Japan protests
  sources:
    - title: A story
      date: 2022-03-21
      quote: Japan was silent
"""


def test_each_quote_is_looked_up_with_its_date(run: Run, events: Path) -> None:
    events.write_text(COLLECTION)
    archive = Path("articles")
    archive.mkdir()
    (archive / "story.txt").write_text(STORY)
    ran = run("check", "--quotes", "articles", "--today", "2023-01-01")
    assert ran.code == 1
    lines = [line for line in ran.out.splitlines() if " E5" in line]
    assert [line.split()[:2] for line in lines] == [
        ["data/events.yaml:14:", "E502"],
        ["data/events.yaml:21:", "E501"],
    ]
    assert 'dates the event 2022-03-21 ("Monday"' in lines[0]


def test_a_folder_that_is_not_there_is_told(run: Run, events: Path) -> None:
    ran = run("check", "--quotes", "none")
    assert (ran.code, ran.err) == (
        4,
        "none: there is no such folder\n  hint: name the folder of the articles\n",
    )


ONE = """\
- id: right
  date: 2022-03-21
  title: Talks end
  sources: [{title: A story, date: 2022-03-21, quote: said on Monday}]
"""


def archive(**files: bytes) -> None:
    """A folder of articles, of which a `_` in the name is a full stop."""
    Path("articles").mkdir()
    for name, data in files.items():
        Path("articles", name.replace("_", ".")).write_bytes(data)


def test_articles_may_be_pdf_and_what_cannot_be_read_is_said_and_no_error(run: Run, events: Path) -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    events.write_text(ONE)
    archive(
        broken_pdf=pdf(["said on Monday"])[:200],
        scan_jpg=b"\xff\xd8\xff\xe0 JFIF\0",
        story_pdf=pdf(["The ministry", "said on Monday: talks are over."]),
    )
    ran = run("check", "--quotes", "articles", "--strict", "--today", "2023-01-01")
    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        "1 event, no problems\n"
        "articles/broken.pdf: not searched to its end: no reader of PDF understands it\n"
        "articles/scan.jpg: not searched: it is no text, nor PDF\n",
    )


def test_without_what_reads_pdf_the_other_articles_are_searched(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    events.write_text(ONE)
    archive(a_pdf=pdf(["Nothing"]), story_txt=STORY.encode())
    ran = run("check", "--quotes", "articles", "--today", "2023-01-01")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.endswith('articles/a.pdf: reading PDF needs pypdf\n  hint: pip install "timeline[pdf]"\n')
    Path("articles", "story.txt").write_text("Nothing.")
    assert run("check", "--quotes", "articles").code == 1
