"""`timeline check --quotes`: the words of the sources, looked up in the archived articles."""

from pathlib import Path

from commands import Run

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
