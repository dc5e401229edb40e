"""`timeline show`: the picture of what was asked for, where it was asked for."""

from pathlib import Path

import pytest
from commands import EVENTS, Run


def test_every_event_is_drawn_in_the_order_of_time(run: Run, events: Path) -> None:
    out = run("show").out
    assert out.index("Talks begin") < out.index("about 4 years") < out.index("Talks end")
    assert "\x1b" not in out


def test_neighbours_are_drawn_as_context(run: Run, events: Path) -> None:
    out = run("show", "title:begin", "--context", "1").out
    assert "1 event, 1 as context" in out


def test_first_and_last_keep_that_many(run: Run, events: Path) -> None:
    assert "Talks end" not in run("show", "--first", "1").out
    assert "Talks begin" not in run("show", "--last", "1").out
    assert run("show", "--last", "0").code == 0


CLAIMS = """\
- id: treaty
  date: 1855-02-07
  title: The treaty is signed
  sources:
    - {publisher: Handbook, date: 1990}
    - {publisher: Gazette, date: 1855-03, event_date: 1855-01-26}
- id: talks
  date: 1854-12
  title: Talks begin
"""


@pytest.mark.parametrize(
    ("day", "out", "err"),
    [
        (
            "1854",
            "",
            "nothing was known as of 1854: no source of the collection was published by then\n"
            "1 event without a dated source left out\n",
        ),
        (
            "1856",
            "26 Jan 1855  The treaty is signed  treaty\n",
            "1 event without a dated source left out\n",
        ),
        ("2000", "7 Feb 1855  The treaty is signed  treaty\n", "1 event without a dated source left out\n"),
    ],
)
def test_as_of_a_day_events_are_told_as_they_were_known_then(
    run: Run, events: Path, day: str, out: str, err: str
) -> None:
    events.write_text(CLAIMS)
    ran = run("show", "--as-of", day, "--view", "list")
    assert (ran.code, ran.out, ran.err) == (0, out, err)


def test_evidence_is_told_of_an_id_by_its_beginning(run: Run, events: Path) -> None:
    events.write_text(CLAIMS)
    ran = run("evidence", "tr", "ta")
    assert ran.code == 0
    assert "contested: 2 sources give 2 dates" in ran.out
    assert ran.out.endswith("\n\n  no source gives a date\n")


def test_stats_count_what_the_query_finds(run: Run, events: Path) -> None:
    events.write_text(CLAIMS)
    assert run("stats", "treaty", "--by", "source").out.splitlines() == [
        "source    events  first       last",
        "Handbook       1  7 Feb 1855  7 Feb 1855",
        "Gazette        1  7 Feb 1855  7 Feb 1855",
        "",
        "1 event",
    ]


def test_what_is_exported_as_of_a_day_is_what_is_shown(run: Run, events: Path) -> None:
    events.write_text(CLAIMS)
    assert run("export", "--as-of", "1856").out.splitlines()[1].startswith("treaty,1855-01-26,")


NARROWED = """\
- {id: end, date: 2022-03-21, title: Talks end}
- {id: recall, date: 2022, title: An ambassador is recalled, after: end}
"""


@pytest.mark.parametrize(
    ("view", "name"),
    [
        *((view, "-") for view in ("timeline", "list", "table", "card")),
        *((view, "x.svg") for view in ("timeline", "list", "table")),
        *((view, "x.html") for view in ("list", "table", "card")),
    ],
)
def test_a_date_is_narrowed_by_events_that_are_not_drawn_and_is_said_to_be_once(
    run: Run, events: Path, view: str, name: str
) -> None:
    events.write_text(NARROWED)
    out = run("show", "recall", "--view", view, "--width", "120", "-o", name).out
    drawn = out if name == "-" else Path(name).read_text(encoding="utf-8")
    assert drawn.count("not before 21 Mar 2022, by follows") == 1


def test_what_is_narrowed_is_certain_and_what_is_exported_is_the_date(run: Run, events: Path) -> None:
    events.write_text(NARROWED)
    certain = ("--since", "2022-03", "--certain")
    assert run("show", *certain, "--view", "list").out.count("\n") == 2
    assert "recall,2022,2022-01-01,2022-12-31," in run("export", *certain).out
    assert run("show", "--until", "2022-02", "--view", "list").out.startswith("2022  An ambassador")


@pytest.mark.parametrize("name", ["x.svg", "x.html", "x.txt"])
def test_a_picture_is_written_whole_and_alike(run: Run, events: Path, name: str) -> None:
    assert run("show", "--width", "60", "-o", name) == run("show", "--width", "60", "-o", f"again-{name}")
    assert Path(name).read_bytes() == Path(f"again-{name}").read_bytes()
    assert "Talks" in Path(name).read_text().replace("&#160;", " ")


def test_what_is_no_picture_is_refused(run: Run, events: Path) -> None:
    ran = run("show", "-o", "x.gif")
    assert (ran.code, ran.err) == (
        2,
        '"x.gif" is not the name of a picture\n  hint: end it in .svg, .png, .pdf, .html, .txt\n',
    )


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (["tag:none"], "no event matches\n  looked for events that have the tag “none”\n"),
        (
            ["since:March 2022", "--today", "2023-02-10"],
            'took "March" as 2022-03\nno event matches\n'
            "  looked for events that possibly happened on or after 1 Mar 2022 and say “2022” anywhere\n"
            "  hint: a value with spaces needs quotes that the shell leaves alone: 'since:\"March 2022\"'\n",
        ),
        (
            ["tag:a or tag:b"],
            "no event matches\n  looked for events that have the tag “a” and say “or” anywhere and have the tag “b”\n"
            "  hint: the operators are OR, AND and NOT; in lower case they are words to look for\n",
        ),
    ],
)
def test_when_nothing_matches_it_says_what_was_looked_for(
    run: Run, events: Path, words: list[str], err: str
) -> None:
    ran = run("show", *words)
    assert (ran.code, ran.out, ran.err) == (0, "", err)


def test_an_id_that_is_none_is_told_where_other_events_are_found(run: Run, events: Path) -> None:
    for words in (["NOT follows:secnd"], ["place:Moscow OR related:secnd"]):
        ran = run("export", "-f", "jsonl", *words)
        assert '"id":"first"' in ran.out
        assert ran.err.startswith('no event has the id "secnd": the nearest is ')
    assert run("export", "-f", "jsonl", "NOT follows:second").err == ""


def test_how_far_around_is_asked_of_saved_queries_too(run: Run, events: Path) -> None:
    (events.parent / "timeline.toml").write_text('[queries]\nnear = "around:second"\n')
    assert run("show", "--view", "list", "@near", "--within", "4y").out.count("\n") == 2
    assert run("show", '"around:second"', "--within", "4y").code == 2  # a text


def test_saved_queries_stand_beside_the_collection(run: Run, events: Path) -> None:
    (events.parent / "timeline.toml").write_text('[queries]\nend = "title:end"\n')
    assert "Talks end" in run("show", "@end").out
    assert run("show", "@begin").code == 2


def test_the_longest_silences_are_listed(run: Run, events: Path) -> None:
    assert run("show", "--gaps", "1").out.startswith("3 years 2 months  1 Jan 2019 – 20 Mar 2022\n")


class TestComparing:
    @pytest.fixture(autouse=True)
    def other(self, events: Path) -> None:
        theirs = EVENTS.replace("2022-03-21 ", "2022-03-22 ").replace("place: Moscow", "place: Sapporo")
        Path("theirs.yaml").write_text(theirs + "\n- id: third\n  date: 2024\n  title: More\n")

    def test_what_differs_is_told_field_by_field(self, run: Run) -> None:
        ran = run("show", "--diff", "theirs.yaml")
        assert ran.err == "0 only here, 1 only in theirs.yaml, 2 told differently\n"
        assert "[place “Moscow” here, “Sapporo” there]" in ran.out
        assert "[date “2022-03-21” here, “2022-03-22” there]" in ran.out
        assert "More [only in theirs.yaml]" in ran.out

    def test_what_either_side_says_is_found(self, run: Run) -> None:
        ran = run("show", "--diff", "theirs.yaml", "place:Sapporo")
        assert "Talks begin" in ran.out
        assert ran.err == "0 only here, 0 only in theirs.yaml, 1 told differently\n"

    def test_equal_collections_do_not_differ(self, run: Run, events: Path) -> None:
        ran = run("show", "--diff", "data/events.yaml")
        assert (ran.code, ran.out, ran.err) == (0, "", "nothing differs from data/events.yaml\n")

    def test_long_texts_are_cut_so_that_the_difference_is_seen(self, run: Run, events: Path) -> None:
        events.write_text(f"- id: a\n  date: 2022\n  title: t\n  summary: {'word ' * 30}one\n")
        Path("theirs.yaml").write_text(f"- id: a\n  date: 2022\n  title: t\n  summary: {'word ' * 30}two\n")
        assert (
            "“…word word word one” here, “…word word word two” there"
            in run("show", "--diff", "theirs.yaml", "--width", "200").out
        )


def test_today_is_read_as_any_typed_date(run: Run, events: Path) -> None:
    words = ["show", "--on", "3 weeks ago", "--today"]
    assert run(*words, "11/04/2022", "--day-first").out == run(*words, "2022-04-11").out != ""
    assert run(*words, "11/04/2022").code == 2


def test_a_list_in_a_pipe_has_a_line_an_event_unless_a_width_is_said(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "A long title " * 20
    run("add", title, "--date", "2020")
    assert run("show", "--view", "list", "--width", "60").out.count("\n") > 4
    assert run("show", "--view", "list").out.count("\n") > 3  # COLUMNS says how wide
    monkeypatch.delenv("COLUMNS")
    lines = run("show", "--view", "list").out.splitlines()
    assert len(lines) == 3
    assert any(title.strip() in line for line in lines)
