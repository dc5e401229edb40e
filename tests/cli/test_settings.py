"""`timeline.toml` at work: what it names is one everywhere, what it sets holds until an option says otherwise."""

import re
from pathlib import Path

import pytest
from commands import Run

NAMED = """\
[actors."European Union"]
aliases = ["EU", "ЕС", "欧州連合"]
from = "1993-11"

[actors.Commission]
part-of = "EU"

[actors.Japan]

[places.Kunashir]
aliases = ["Kunashiri"]
"""
UNION = """\
- {id: a, date: 2018, title: Talks, actors: [EU, Japan], place: Kunashir}
- {id: b, date: 2019, title: Visit, actors: [ЕС], place: kunashiri}
- {id: c, date: 2020, title: Report, actors: [Commission]}
"""


@pytest.fixture
def union(events: Path) -> Path:
    events.write_text(UNION, encoding="utf-8")
    (events.parent / "timeline.toml").write_text(NAMED, encoding="utf-8")
    return events


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("actor:EU", "ab"),
        ("actor:european*", "ab"),
        ("actor:ЕС", "ab"),
        ("actor:~EU", "abc"),
        ("actor:Commission", "c"),
        ("place:Kunashiri", "ab"),
        ("place:kunashir", "ab"),
        ("actor:Union", ""),
    ],
)
@pytest.mark.usefixtures("union")
def test_names_and_aliases_are_one(run: Run, query: str, ids: str) -> None:
    ran = run("export", query, "-f", "jsonl")
    assert "".join(line[7] for line in ran.out.splitlines()) == ids
    option, _, value = query.partition(":")
    assert run("export", f"--{option}", value, "-f", "jsonl").out == ran.out


@pytest.mark.usefixtures("union")
def test_an_actor_has_one_lane_and_one_count(run: Run) -> None:
    drawn = run("show", "--view", "density", "--by", "actor").out
    assert "European Un" in drawn
    assert "ЕС" not in drawn
    assert run("show", "--gaps", "1", "--by", "actor").out.count("European Union") == 0  # 2018 and 2019 touch
    lanes = run("show", "--view", "lanes", "--by", "place").out
    assert lanes.count("Kunashir") == 1


@pytest.mark.usefixtures("union")
def test_what_a_record_says_is_drawn_as_it_stands(run: Run) -> None:
    assert "ЕС" in run("show").out


@pytest.mark.usefixtures("union")
def test_a_draft_knows_an_alias_in_any_script(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("TOKYO, February 7, 2023. 欧州連合は signed the treaty on Tuesday.", encoding="utf-8")
    assert "European Union" in run("draft", str(article), "--today", "2023-03-01").out


@pytest.mark.usefixtures("union")
def test_check_asks_for_every_actor_and_for_its_time(run: Run, union: Path) -> None:
    assert run("check").code == 0
    union.write_text(UNION + "- {id: d, date: 1990, title: Early, actors: [EU, NATO]}\n", encoding="utf-8")
    told = run("check").out
    assert 'data/events.yaml:4: W420 actor "NATO" is not in timeline.toml' in told
    assert 'data/events.yaml:4: W421 1990 is before "European Union" was there, from Nov 1993 on' in told
    (union.parent / "timeline.toml").write_text(
        "[actors.EU]\nuntil = '1980'\n[actors.NATO]\n[actors.Japan]\n[actors.\"ЕС\"]\n[actors.Commission]\n"
    )
    assert 'W421 1990 is after "EU" had gone, in 1980' in run("check").out


def test_a_default_holds_until_the_option_is_given(run: Run, events: Path) -> None:
    settings = events.parent / "timeline.toml"
    settings.write_text(
        '[defaults]\nshow.view = "table"\nshow.width = 60\nshow.reverse = true\n[defaults.export]\norder = "title"\n'
    )
    drawn = run("show").out.splitlines()
    assert drawn[0].startswith("date")
    assert max(map(len, drawn)) <= 60
    assert [line.partition(" ")[0] for line in drawn[2:4]] == ["21", "2018"]
    assert not run("show", "--view", "timeline").out.startswith("date")
    assert run("show", "--data", str(events)).out == "\n".join([*drawn, ""])
    assert run("show", f"--data={events}").out == run("show", "-d", str(events)).out
    assert [line[:13] for line in run("export", "-f", "jsonl").out.splitlines()] == [
        '{"id":"first"',
        '{"id":"second',
    ]


def test_a_default_that_a_view_or_format_does_not_read_says_nothing(run: Run, events: Path) -> None:
    plain, table = run("show").out, run("export", "-f", "jsonl").out
    (events.parent / "timeline.toml").write_text(
        '[defaults]\nshow.top = 5\nshow.per = "month"\nexport.bom = true\n'
    )
    assert run("show").out == plain
    assert run("show", "--view", "lanes").code == 0
    assert run("export", "-f", "jsonl").out == table
    assert run("export").out.startswith("\ufeff")
    assert "--top says nothing to the view list" in run("show", "--view", "list", "--top", "3").err


def test_the_users_own_file_holds_everywhere(run: Run, events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = events.parents[1] / "home" / ".config" / "timeline" / "timeline.toml"
    own.parent.mkdir(parents=True)
    own.write_text("[defaults]\nshow.view = 'table'\n[queries]\nlate = 'since:2020'\n")
    monkeypatch.setenv("HOME", str(events.parents[1] / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert run("show", "@late").out.startswith("date")
    monkeypatch.setenv("TIMELINE_DATA", str(events))
    (events.parent / "timeline.toml").write_text("[defaults]\nshow.view = 'card'\n")
    assert "────" in run("show", "@late").out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("show.output = 'x.svg'", "show.output cannot be set once for all"),
        ("show.diff = 'x.yaml'", "show.diff cannot be set once for all"),
        ("add.force = true", "add.force cannot be set once for all"),
        ("remove.yes = true", "remove.yes cannot be set once for all"),
        ("show.veiw = 'table'", "show.veiw cannot be set once for all"),
        ("show.view = 'tabel'", 'show.view is "tabel"'),
        ("show.width = 'wide'", 'show.width: "wide" is not a whole number'),
        ("show.width = 3", "show.width: 3 is not between 40 and 1000"),
        ("show.reverse = 'maybe'", 'show.reverse: "maybe" is neither true nor false'),
        ("show.reverse = 3", 'show.reverse: "3" is neither true nor false'),
        ("show.width = true", 'show.width: "True" is not a whole number'),
        ("show.width = inf", 'show.width: "inf" is not a whole number'),
        ("show.width = [80]", 'show.width: "[80]" is not a whole number'),
        ("show.width = 1979-05-27", 'show.width: "1979-05-27" is not a whole number'),
        ("shwo.view = 'table'", '"shwo" is no command'),
        ("view = 'table'", '"view" is no command'),
    ],
)
def test_a_default_that_cannot_be_is_told(run: Run, events: Path, text: str, told: str) -> None:
    (events.parent / "timeline.toml").write_text(f"[defaults]\n{text}\n")
    checked = run("check")
    assert checked.code == 1
    assert f"data/timeline.toml:2: E601 {told}" in checked.out
    assert run("check", "--schema").code == 0
    ran = run("show")
    if text.startswith(("show", "view")):
        assert (ran.code, f"data/timeline.toml:2: {told}" in ran.err) == (3, True)
    else:
        assert ran.code == 0


def test_mistakes_are_told_line_by_line_with_what_was_meant(run: Run, events: Path) -> None:
    text = "[querys]\n[defaults]\nshow.veiw = 'card'\nview = 'card'\n[actors.EU]\nalias = ['ЕС']\n"
    (events.parent / "timeline.toml").write_text(text)
    told = run("check").out
    lines = re.findall(r"^data/timeline\.toml:(\d+):", told, re.MULTILINE)
    assert lines == ["1", "3", "4", "6"]
    assert 'hint: did you mean "view"?' in told


def test_a_file_that_is_broken_stops_a_reading_command_and_check_tells_it(run: Run, events: Path) -> None:
    (events.parent / "timeline.toml").write_text("[queries\n")
    assert run("show").code == 3
    checked = run("check")
    assert "data/timeline.toml:1: E601 not TOML: " in checked.out
    assert "2 events" in checked.err


def test_a_folder_may_be_named_like_a_place(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a.toml:7: b"
    folder.mkdir()
    (folder / "c.yaml").write_bytes(b"# caf\xe9\n")
    (folder / "timeline.toml").write_text("\n[queries\n")
    told = run("check", "--data", str(folder)).out
    assert f"{folder}/timeline.toml:2: E601 not TOML: " in told
    assert f"{folder}/c.yaml:1: E108 byte 0xe9 is not UTF-8" in told


def test_what_is_not_known_is_a_warning(run: Run, events: Path) -> None:
    (events.parent / "timeline.toml").write_text("[query]\n[actors.Russia]\nalias = 'RF'\n[actors.Japan]\n")
    checked = run("check")
    assert checked.code == 0
    assert 'data/timeline.toml:1: W601 table "query" is not known' in checked.out
    assert 'data/timeline.toml:3: W601 "alias" of "Russia" is not known' in checked.out
    assert run("show").code == 0


def test_the_century_of_dates_holds_for_every_command_that_reads_them(run: Run, events: Path) -> None:
    assert run("show", "--on", "24-Feb-22").code == 2
    settings = events.parent / "timeline.toml"
    settings.write_text("[dates]\ncentury = 1950\n")
    assert run("add", "New", "--date", "24-Feb-22").out == "2022-02-24-new\n"
    assert run("add", "Old", "--date", "24-Feb-62").out == "1962-02-24-old\n"
    assert run("add", "Older", "--date", "24-Feb-22", "--century", "1900").out == "1922-02-24-older\n"
    settings.write_text("[dates]\ncentury = 1950\n[defaults]\nadd.century = 1850\n")
    assert run("add", "Oldest", "--date", "24-Feb-62").out == "1862-02-24-oldest\n"
    settings.write_text("[dates]\ncentury = 'last'\ncirce = '2 years'\n")
    told = run("check").out
    assert "data/timeline.toml:2: E601 dates.century: " in told
    assert 'data/timeline.toml:3: W601 "circe" of dates is not known' in told


ABOUT = """\
- id: talks
  date: 1950~
  title: Talks
  sources: [{publisher: Handbook, date: 1990~}]
- {id: rally, date: 1952, title: Rally}
"""


def test_the_width_of_what_is_about_right_holds_wherever_something_possibly_matches(
    run: Run, events: Path
) -> None:
    """For each command that asks, and for nothing that is certain, drawn or ordered."""
    events.write_text(ABOUT)
    asked = [
        (["export", "on:1952"], "Talks"),
        (["export", "--since", "1952"], "Talks"),
        (["export", "around:1953-01-30"], "Talks"),
        (["export", "--known-by", "1988"], "Talks"),
        (["export", "--as-of", "1988"], "Talks"),
        (["stats", "on:1952"], "2 events"),
        (["remove", "--where", "on:1952", "--dry-run"], "-  title: Talks"),
        (["import", "other.csv", "--since", "1952", "--dry-run"], "title: Visit"),
    ]
    (events.parent.parent / "other.csv").write_text("date,title\n1950~,Visit\n1952,Rally again\n")
    as_they_are = [["show"], ["export", "on:1952", "--certain"], ["show", "--view", "lanes"], ["export"]]
    before = [run(*words) for words, _ in asked]
    same = [run(*words) for words in as_they_are]
    (events.parent / "timeline.toml").write_text("[dates]\ncirca = '2 years'\n")
    for (words, told), old in zip(asked, before, strict=True):
        new = run(*words)
        assert [told in ran.out + ran.err for ran in (old, new)] == [False, True], words
    assert [run(*words) for words in as_they_are] == same


def test_a_width_that_is_none_is_told_with_its_line(run: Run, events: Path) -> None:
    settings = events.parent / "timeline.toml"
    settings.write_text("[dates]\ncirca = 'soon'\n")
    ran = run("show", "on:1952")
    assert (ran.code, ran.err) == (
        3,
        'data/timeline.toml:2: dates.circa: "soon" is no length of time\n'
        '  hint: write how far "about" may reach to either side: "2 years", "18 months" or "10 days"\n',
    )
    assert 'data/timeline.toml:2: E601 dates.circa: "soon" is no length of time' in run("check").out


def test_a_changing_command_asks_by_the_settings_of_its_own_collection(
    run: Run, union: Path, tmp_path: Path
) -> None:
    """And not by those of the collection that is nearest to the current folder."""
    other = tmp_path / "other" / "events.yaml"
    other.parent.mkdir()
    other.write_text("- {id: x, date: 2018, title: Talks, actors: [ASEAN]}\n")
    (other.parent / "timeline.toml").write_text(
        "[actors.Bloc]\naliases = ['ASEAN']\n[queries]\nq = 'actor:Bloc'\n"
    )
    assert run("edit", "--where", "@q", "--kind", "talks", "--data", str(other)).out == "x\n"
    assert run("edit", "--where", "actor:EU", "--kind", "talks").out == "a\nb\n"
    rows = tmp_path / "rows.csv"
    rows.write_text("date,title,actors\n2020,New,ASEAN\n2021,Else,EU\n")
    assert run("import", str(rows), "--where", "@q", "--data", str(other)).out == "2020-new\n"
