"""`timeline merge`: of two doubles one stays, in its place, and says what both said."""

from pathlib import Path

from commands import EVENTS, Run

OTHER = (
    "- id: other  # a double\r\n  date: 2018-05\r\n  title: Talks begin\r\n  actors: [Japan, 'NO']\r\n"
    "  sources:\r\n  - url: https://example.org/1\r\n    quote: began\r\n"
)
UNITED = EVENTS.replace("actors: [Russia, Japan]", 'actors: [Russia, Japan, "NO"]').replace(
    "      title: A story\n",
    "      title: A story\n    - url: https://example.org/1\n      quote: began\n      event_date: 2018-05\n",
)


def test_a_double_in_another_file_becomes_part_of_the_event(run: Run, events: Path) -> None:
    other = events.with_name("other.yaml")
    other.write_bytes(
        b"# mine\r\n" + OTHER.encode() + b"- {id: third, date: 2023, title: x, after: [other]} # z\r\n"
    )
    ran = run("merge", "first", "oth", "--data", "data")
    assert (ran.code, ran.out) == (0, "first\nthird\n")
    assert ran.err == (
        'other: date "2018-05" gives way to "2018"; its sources keep it as event_date\n'
        "--take ID.FIELD has another of them stand\n"
    )
    assert events.read_text() == UNITED
    assert other.read_bytes() == b"# mine\r\n- {id: third, date: 2023, title: x, after: [first]} # z\r\n"
    assert run("check", "--data", "data").code == 0


def test_a_dry_run_tells_and_shows_and_writes_nothing(run: Run, events: Path) -> None:
    ran = run("merge", "second", "first", "--take", "first.title", "--dry-run")
    assert "-- id: first" in ran.out
    assert '+  title: "Talks begin"' in ran.out
    assert 'second: title "Talks end" gives way to "Talks begin"' in ran.err
    assert events.read_text() == EVENTS


def test_the_event_that_stays_is_told_where_nothing_of_it_changes(run: Run, events: Path) -> None:
    events.write_text(EVENTS + "- id: third\n  date: 2022-03-21\n  title: Talks end\n")
    assert run("merge", "second", "third").out == "second\n"
    assert events.read_text() == EVENTS
