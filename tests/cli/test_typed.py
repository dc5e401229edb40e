"""How typed dates are read, as the options of every command that reads one say."""

from pathlib import Path

import pytest
from commands import Run


def test_words_of_another_calendar_are_kept(run: Run, events: Path) -> None:
    ran = run("add", "Treaty of Shimoda", "--date", "26 January 1855 O.S.")
    assert ran.out == "1855-02-07-treaty-of-shimoda\n"
    assert ran.err == 'took "26 January 1855 O.S" as 1855-02-07, by the Julian calendar\n'
    assert "  date: 1855-02-07\n  date_as_written: 26 January 1855 O.S.\n" in events.read_text()
    run("edit", "first", "--date", "Heisei 30")
    assert "  date: 2018\n  date_as_written: Heisei 30\n" in events.read_text()
    Path("in.csv").write_text("date,title\n18 Brumaire VIII,Coup\n")
    run("import", "in.csv")
    assert "  date: 1799-11-09\n" in events.read_text()
    assert "  date_as_written: 18 Brumaire VIII\n" in events.read_text()


def test_what_is_said_of_the_words_oneself_stands(run: Run, events: Path) -> None:
    run("add", "Coup", "--date", "18 Brumaire VIII", "--field", "date_as_written=le 18 brumaire an VIII")
    assert "  date_as_written: le 18 brumaire an VIII\n" in events.read_text()


@pytest.mark.parametrize("words", [("show", "--on"), ("add", "x", "--dry-run", "--date")])
def test_a_century_and_a_language_are_options_of_every_reader(
    run: Run, events: Path, words: tuple[str, ...]
) -> None:
    assert run(*words, "21-Mar-22").code == 2
    assert run(*words, "21-Mar-22", "--century", "1950").code == 0
    assert run(*words, "21 March 2022", "--language", "EN").code == 0
    refused = run(*words, "21 March 2022", "--language", "xx")
    assert (refused.code, refused.err.splitlines()[0]) == (2, 'language "xx" is not known')


def test_the_dates_of_a_query_are_read_so_too(run: Run, events: Path) -> None:
    assert "Talks end" in run("show", "on:21-Mar-22", "--century", "1950", "--view", "table").out
    assert run("show", "on:21-Mar-22").code == 2
