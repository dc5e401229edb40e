"""`timeline import` of coded events: which rows are events, which of them are one, and that the counts add up."""

from itertools import permutations
from pathlib import Path

import pytest
from commands import Run

PRESET = """
columns = ["row", "day", "from", "to", "code", "seen", "link"]
[coded]
source = "from"
target = "to"
code = "code"
seen = "seen"
mutual = ["04"]
[fields]
date = "day"
title = "{from:country} – {code:cameo} – {to:country}"
actors = ["{from:country}", "{to:country}"]
kind = "cameo:{code}"
"source.url" = "link"
"source.publisher" = "{link:host}"
"imported.id" = "row"
[constants]
status = "draft"
"imported.from" = "x"
"""
ROWS = [
    "1,2018-01-01,JPN,RUS,042,2018-01-02,https://a.example/1",
    "2,2018-01-01,RUS,JPN,042,2018-01-02,https://b.example/1",
    "3,2018-01-01,JPN,RUS,112,2018-01-02,https://a.example/1",
    "4,2018-01-01,RUS,JPN,112,2018-01-02,https://a.example/1",
    "5,2018-01-01,JPN,JPN,042,2018-01-02,https://a.example/1",
    "6,2018-01-01,JPN,,042,2018-01-02,https://a.example/1",
    "7,2018-01-01,JPN,,042,2018-01-02,https://a.example/1",
    "8,2018-01-01,JPN,,042,2018-01-02,https://b.example/1",
    "9,2018-01-01,,JPN,042,2018-01-02,https://b.example/1",
    "10,2018-01-01,JPN,RUS,112,2018-01-02,https://a.example/2",
]
SHARED = Path(__file__).resolve().parents[3] / "shared" / "events"


def brought_in(run: Run, rows: list[str], *words: str) -> str:
    """What is said when rows come into an empty collection."""
    Path("p.toml").write_text(PRESET)
    Path("in.csv").write_text("\n".join(rows) + "\n")
    Path("c.yaml").unlink(missing_ok=True)
    assert run("init", "c.yaml").code == 0
    ran = run("import", "in.csv", "--preset", "p.toml", "-d", "c.yaml", *words)
    assert ran.code == 0, ran.err
    return ran.err


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ((), "10 rows: 3 events, 5 outside the filter, 2 merged; 0 skipped"),
        (("--all",), "10 rows: 7 events, 3 merged; 0 skipped"),
        (("--merge", "source"), "10 rows: 5 events, 5 outside the filter; 0 skipped"),
        (("--merge", "none"), "10 rows: 5 events, 5 outside the filter; 0 skipped"),
        (("--where", "sources:2.."), "10 rows: 2 events, 6 outside the filter, 2 merged; 0 skipped"),
        (("--where", "NOT sources:2.."), "10 rows: 1 event, 9 outside the filter; 0 skipped"),
        (
            ("--where", 'kind:"cameo:112"'),
            "10 rows: 2 events, 7 outside the filter, 1 merged; 0 skipped",
        ),
    ],
)
def test_rows_of_one_day_parties_and_deed_are_one_event(
    run: Run, events: Path, words: tuple[str, ...], counts: str
) -> None:
    assert counts in brought_in(run, ROWS, *words).splitlines()


def test_an_event_has_what_each_of_its_rows_says(run: Run, events: Path) -> None:
    brought_in(run, ROWS[:2])
    text = Path("c.yaml").read_text()
    assert text[text.index("- id: 2018") :] == (
        "- id: 2018-01-01-japan-make-a-visit-russia\n"
        "  date: 2018-01-01\n"
        "  title: Japan – Make a visit – Russia\n"
        "  actors: [Japan, Russia]\n"
        "  kind: cameo:042\n"
        "  status: draft\n"
        "  sources:\n"
        "    - publisher: a.example\n"
        "      url: https://a.example/1\n"
        "    - publisher: b.example\n"
        "      url: https://b.example/1\n"
        "  imported:\n"
        '    - id: "1"\n'
        "      from: x\n"
        "      event: 2018-01-01:JPN:RUS:042\n"
        '    - id: "2"\n'
        "      from: x\n"
        "      event: 2018-01-01:JPN:RUS:042\n"
    )


def test_the_order_of_rows_does_not_count_and_twice_is_once(run: Run, events: Path) -> None:
    found = set()
    for rows in permutations(ROWS[:3]):
        brought_in(run, [*rows])
        out = run("export", "-d", "c.yaml", "-f", "jsonl").out
        found.add("\n".join(sorted(out.splitlines())))
        again = run("import", "in.csv", "--preset", "p.toml", "-d", "c.yaml", "--update")
        assert again.err.endswith("0 events added, 0 updated, 2 there already\n")
    assert len(found) == 1


def test_a_later_file_brings_its_sources_to_an_event(run: Run, events: Path) -> None:
    brought_in(run, ROWS[:1])
    Path("in.csv").write_text(ROWS[1] + "\n")
    ran = run("import", "in.csv", "--preset", "p.toml", "-d", "c.yaml", "--update")
    assert "0 events added, 1 updated" in ran.err
    text = Path("c.yaml").read_text()
    assert "https://a.example/1" in text
    assert "https://b.example/1" in text


def test_another_row_of_an_event_leaves_the_words_of_a_person_alone(run: Run, events: Path) -> None:
    brought_in(run, ROWS[:1])
    assert run("edit", "2018", "--title", "The visit", "--actor", "Tokyo", "-d", "c.yaml").code == 0
    Path("in.csv").write_text("\n".join(ROWS[:2]) + "\n")
    ran = run("import", "in.csv", "--preset", "p.toml", "-d", "c.yaml", "--update")
    assert ran.err.endswith(
        "2 rows: 1 event, 1 merged; 0 skipped\n0 events added, 1 updated, 0 there already\n"
    )
    text = Path("c.yaml").read_text()
    assert "title: The visit\n  actors: [Tokyo]\n" in text
    assert run("show", "imported.id:2", "-d", "c.yaml", "--view", "list").out.count("The visit") == 1


def test_a_number_without_a_data_set_is_no_sign_of_the_same_row(run: Run, events: Path) -> None:
    assert run("init", "c.yaml").code == 0
    for day in ("2018-01-01", "2018-01-02"):
        Path("in.csv").write_text(f"date,title,No\n{day},Talks,1\n")
        assert run("import", "in.csv", "--map", "imported.id=No", "-d", "c.yaml").err.startswith(
            "1 event added"
        )


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("2018-01-02", "2018-01-02"),
        ("2018-01-03", "2018-01-03?"),
        ("2017-12-02", "2017-12-02"),
        ("2017-12-01", "2017-12-01?"),
    ],
)
def test_a_day_after_it_was_seen_or_long_before_is_uncertain(
    run: Run, events: Path, day: str, date: str
) -> None:
    brought_in(run, [f"1,{day},JPN,RUS,112,2018-01-02,https://a.example/1"])
    assert f"-russia\n  date: {date}\n" in Path("c.yaml").read_text()


def test_doubt_of_one_row_is_none_where_another_is_sure(run: Run, events: Path) -> None:
    rows = [
        "1,2018-01-03,JPN,RUS,042,2018-01-02,https://a.example/1",
        "2,2018-01-03,RUS,JPN,042,2018-01-04,https://a.example/2",
    ]
    brought_in(run, rows)
    assert "  date: 2018-01-03\n  title: Russia – Make a visit – Japan\n" in Path("c.yaml").read_text()
    Path("in.csv").write_text(rows[0] + "\n")
    again = run("import", "in.csv", "--preset", "p.toml", "-d", "c.yaml")
    assert again.err.endswith("0 events added, 1 there already\n")


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ((), "2,414 rows: 208 events, 1,947 outside the filter, 259 merged; 0 skipped"),
        (("--all",), "2,414 rows: 1,552 events, 862 merged; 0 skipped"),
        (("--merge", "none"), "2,414 rows: 467 events, 1,947 outside the filter; 0 skipped"),
    ],
)
def test_a_real_quarter_of_an_hour_of_gdelt(
    run: Run, events: Path, words: tuple[str, ...], counts: str
) -> None:
    file = SHARED / "gdelt" / "20180101000000.export.CSV"
    if not file.exists():
        pytest.skip("the folder ../shared is not here")
    assert run("init", "c.yaml").code == 0
    ran = run("import", str(file), "--preset", "gdelt2", "-d", "c.yaml", *words)
    assert counts in ran.err.splitlines()


@pytest.mark.parametrize(
    ("file", "preset"),
    [("gdelt/aamend_events1_mixed57_58.csv", "gdelt1"), ("icews/events.2018.first500.tab", "icews")],
)
def test_other_real_files_come_in_and_twice_is_once(run: Run, events: Path, file: str, preset: str) -> None:
    if not (SHARED / file).exists():
        pytest.skip("the folder ../shared is not here")
    assert run("init", "c.yaml").code == 0
    words = ("import", str(SHARED / file), "-f", "csv", "--preset", preset, "-d", "c.yaml")
    first, again = run(*words), run(*words)
    assert (first.code, again.code) == (0, 0)
    assert not first.err.splitlines()[-1].startswith("0 events added")
    assert again.err.splitlines()[-1].startswith("0 events added")
