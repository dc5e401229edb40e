"""`timeline import` of other people's tables: what their columns are is guessed, said or kept, and what becomes of each row is told."""

import tracemalloc
from pathlib import Path

import pytest
from commands import EVENTS, Run

SHEET = (
    "Datum;Ende;Participants;Überschrift;Notes;Link\n"
    "14/04/2012;16/04/2012;Russia, Japan;Talks begin;see;https://example.org/a\n"
    ";;;;;\n"
    "31/04/2012;;Russia;Talks go on;;\n"
    "05/06/2013;;Japan;Talks end;;\n"
)
WORDS = (
    "--day-first",
    "--map",
    "date=Datum",
    "--map",
    "end=Ende",
    "--map",
    "title=Überschrift",
    "--separator",
    ",",
)


def test_a_mapping_that_was_said_and_guessed_is_kept_and_reads_the_same(run: Run, events: Path) -> None:
    Path("in.csv").write_text(SHEET)
    ran = run("import", "in.csv", *WORDS, "--save-map", "sheet.toml")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines()[:3] == [
        "saved as sheet.toml: --preset sheet.toml reads such a file again",
        "in.csv:1: taken as --delimiter ';' --map actors=Participants --map source.url=Link",
        'in.csv:4: Datum "31/04/2012" is not a calendar date: April 2012 has 30 days',
    ]
    assert events.read_text() == EVENTS
    ran = run("import", "in.csv", "--preset", "sheet.toml", "--skip-bad")
    assert (ran.code, ran.out) == (0, "2012-04-14-talks-begin\n2013-06-05-talks-end\n")
    assert ran.err.endswith("3 rows: 2 events; 1 skipped\n2 events added, 0 there already\n")
    assert (
        "  date: 2012-04-14/2012-04-16\n  title: Talks begin\n  actors: [Russia, Japan]\n"
        in events.read_text()
    )
    ran = run("import", "in.csv", "--preset", "sheet.toml", "--skip-bad")
    assert ran.err.endswith("0 events added, 2 there already\n")


def test_what_was_guessed_can_be_typed(run: Run, events: Path) -> None:
    Path("in.csv").write_text("Jahr;Monat;Event Title;Link\n2012;4;Talks;https://example.org/\n")
    Path("one.csv").write_text("year;month;Event Title;Link\n2012;4;Talks;https://example.org/\n")
    told = run("import", "one.csv", "--dry-run").err.splitlines()[0]
    assert told.startswith("one.csv:1: taken as ")
    typed = told.removeprefix("one.csv:1: taken as ").replace("year", "Jahr").replace("month", "Monat")
    words = [word.strip("'") for word in typed.replace("'title=Event Title'", "title=Event_Title").split()]
    assert run("import", "in.csv", *[word.replace("_", " ") for word in words]).out == "2012-04-talks\n"


def test_rows_that_are_not_asked_for_stay_outside_and_the_counts_add_up(run: Run, events: Path) -> None:
    Path("in.csv").write_text(
        "id,date,title,actors\na,2023,A,Japan\na,2023,A,Japan\nb,2024,B,Russia\nc,soon,C,Japan\n"
    )
    ran = run("import", "in.csv", "--where", "actor:Japan", "--skip-bad")
    assert ran.err.endswith(
        "4 rows: 1 event, 1 outside the filter, 1 merged; 1 skipped\n1 event added, 0 there already\n"
    )


def test_an_update_changes_what_came_from_the_same_row_and_tells_it(run: Run, events: Path) -> None:
    Path("in.csv").write_text(
        "id,date,title,place,url\nfirst,2019,Talks begin anew,Oslo,https://example.org/\nthird,2020,C,,\n"
    )
    ran = run("import", "in.csv")
    assert ran.code == 1
    assert events.read_text() == EVENTS
    ran = run("import", "in.csv", "--update")
    assert (ran.code, ran.out) == (0, "third\n")
    assert ran.err == (
        "in.csv:1: taken as --map source.url=url\n"
        'in.csv:2: "first" is updated: date "2018" is "2019", title "Talks begin" is "Talks begin anew", '
        'place "Moscow" is "Oslo", sources\n'
        "1 event added, 1 updated, 0 there already\n"
    )
    text = events.read_text()
    assert (
        "# two events\n- id: first\n  date: 2019\n  title: Talks begin anew\n  actors: [Russia, Japan]\n"
        in text
    )
    assert "publisher: TASS" in text
    assert "url: https://example.org/" in text
    assert run("import", "in.csv", "--update").err.endswith("0 events added, 0 updated, 2 there already\n")
    assert events.read_text() == text


def test_a_draft_takes_no_standing_back(run: Run, events: Path) -> None:
    Path("in.csv").write_text("id,date,title\nn,2020,N\n")
    run("import", "in.csv", "--constant", "status=draft")
    run("edit", "n", "--status", "confirmed")
    ran = run("import", "in.csv", "--constant", "status=draft", "--update")
    assert ran.err == "0 events added, 0 updated, 1 there already\n"


def test_a_preset_of_ones_own_is_known_by_its_name(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("timeline.cli.settings.typer.get_app_dir", lambda _name: str(tmp_path / "own"))
    (tmp_path / "own" / "presets").mkdir(parents=True)
    (tmp_path / "own" / "presets" / "mine.toml").write_text('[fields]\ntitle = "N"\n')
    Path("in.csv").write_text("date,N\n2020,x\n")
    assert run("import", "in.csv", "--preset", "mine").out == "2020-x\n"
    assert 'did you mean "mine"?' in run("import", "in.csv", "--preset", "mines").err


def test_a_check_tells_all_that_is_wrong_with_the_presets_of_ones_own(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(events.parents[1] / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    folder = events.parents[1] / "home" / ".config" / "timeline" / "presets"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text('about = "x"\nfeilds = 1\nedtf = "yes"\n')
    (folder / "b.toml").write_text("[fields\n")
    (folder / "c.toml").write_bytes(b"about = '" + b"x" * 1_000_001 + b"'")
    (folder / "good.toml").write_text('[fields]\ntitle = "N"\n')
    checked = run("check")
    assert checked.code == 1
    found = [line for line in checked.out.splitlines() if "E602" in line]
    places = ["a.toml:2: E602", "a.toml:3: E602", "b.toml:1: E602", "c.toml:1: E602"]
    assert [
        line[line.rindex("presets/") + 8 :][: len(place)] for line, place in zip(found, places, strict=True)
    ] == places
    (folder / "c.toml").unlink()
    (folder / "b.toml").write_text("[fields]\n")
    (folder / "a.toml").write_text('about = "x"\n')
    assert "E602" not in run("check").out


def test_the_same_mapping_is_saved_twice_and_no_input_is_replaced(run: Run, events: Path) -> None:
    Path("in.csv").write_text("Date,title\n2020,x\n")
    for _ in range(2):
        assert run("import", "in.csv", "--save-map", "p.toml").code == 0
    Path("in.toml").write_text("date,title\n2020,x\n")
    assert run("import", "in.toml", "--save-map", "in.toml").code == 1
    assert run("import", "in.csv", "--save-map", "q.toml", "--dry-run").code == 0
    assert not Path("q.toml").exists()


@pytest.mark.parametrize("names", [["a.csv", "b.csv"], ["b.csv", "a.csv"]])
def test_rows_of_one_event_bring_their_sources_and_tags(run: Run, events: Path, names: list[str]) -> None:
    Path("a.csv").write_text("date,title,actors,tags,url\n2022,Talks,Japan,x,https://example.org/1\n")
    Path("b.csv").write_text(
        "date,title,actors,tags,url\n2022,Talks,Japan,y,https://example.org/2\n2022,Talks,Japan,x,https://example.org/1\n"
    )
    Path("c.yaml").write_text("")
    ran = run("import", *names, "--data", "c.yaml")
    assert ran.err.endswith("3 rows: 1 event, 2 merged; 0 skipped\n1 event added, 0 there already\n")
    assert "differs" not in ran.err
    text = Path("c.yaml").read_text()
    assert sorted(line.strip() for line in text.splitlines() if "url" in line) == [
        "- url: https://example.org/1",
        "- url: https://example.org/2",
    ]
    assert sorted(text.partition("tags: [")[2].partition("]")[0].replace('"', "").split(", ")) == ["x", "y"]
    assert run("import", *names, "--data", "c.yaml").code == 0
    assert Path("c.yaml").read_text() == text


def test_what_nobody_asks_for_is_not_kept(run: Run, events: Path) -> None:
    def peak(rows: int) -> int:
        Path("in.csv").write_text(
            "date,title,actors\n" + "".join(f"2022,Event {at},Japan\n" for at in range(rows))
        )
        tracemalloc.start()
        ran = run("import", "in.csv", "--where", "kind:none")
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert f"{rows:,} outside the filter" in ran.err
        return used

    peak(10)
    assert peak(8_000) < peak(1_000) + 1_000_000


def test_a_mapping_that_is_not_whole_is_not_saved(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,x\n2022,Talks\n")
    assert run("import", "in.csv", "--save-map", "p.toml").err.startswith("p.toml: nothing to save")
    assert not Path("p.toml").exists()
    assert run("import", "in.csv", "--save-map", "p.toml", "--map", "title=x").code == 0
    assert Path("p.toml").read_text() == '[fields]\ndate = "date"\ntitle = "x"\n'
