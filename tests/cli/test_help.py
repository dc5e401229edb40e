"""`timeline help`: the pages of the documentation in the terminal, at any width."""

import re
import unicodedata

import pytest
from commands import Run
from rich.cells import cell_len
from rich.console import Console

from timeline.cli.commands import COMMANDS
from timeline.cli.page import Page
from timeline.cli.topics import PAGES, TOPICS, page_about

_words = re.compile(r"[^\W_]+")


def test_without_a_topic_the_topics_are_listed(run: Run) -> None:
    ran = run("help")
    assert ran.code == 0
    assert all(re.search(rf"^{topic} ", ran.out, re.MULTILINE) for topic in TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_shown_plain_when_piped(run: Run, topic: str) -> None:
    ran = run("help", topic.upper())
    assert ran.code == 0
    assert ran.out.startswith(page_about(topic).removeprefix("# ").partition("\n")[0])
    assert "\x1b" not in ran.out
    assert not re.search(r" $|<!--|\]\(", ran.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("topic", "hint"),
    [("shw", 'did you mean "show"?'), ("commandz", 'did you mean "commands"?'), ("\x1b[2J", "one of: ")],
)
def test_an_unknown_topic_is_told_with_the_nearest(run: Run, topic: str, hint: str) -> None:
    ran = run("help", topic)
    assert ran.code == 2
    assert ran.err.startswith("there is no help about ")
    assert f"  hint: {hint}" in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_and_loses_no_word(page: str, width: int) -> None:
    screen = Console(width=width, color_system=None, markup=False, emoji=False, highlight=False)
    with screen.capture() as captured:
        screen.print(Page(page_about(page)))
    drawn = captured.get()
    assert max(cell_len(line) for line in drawn.splitlines()) <= min(width, 100)
    prose = re.sub(r"<!--.*-->|^!.*|^```.*$|\]\([^)]*\)|\\(?=\|)", " ", page_about(page), flags=re.MULTILINE)
    # A word may be broken where a line ends; a table puts the cells of one row beside each other.
    together = "".join(drawn.split())
    missing = [word for word in _words.findall(prose) if word not in together and width >= 80]
    assert not missing


@pytest.mark.parametrize("topic", ["", *TOPICS])
def test_a_page_is_drawn_in_ascii_where_that_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, topic: str
) -> None:
    """Letters stay, as those of a title do in a picture."""
    words = ("help", topic) if topic else ("help",)
    usual = run(*words).out
    monkeypatch.setenv("LC_ALL", "C")
    plain = run(*words).out
    assert [char for char in plain if not char.isascii()] == [
        char for char in usual if _is_foreign_letter(char)
    ]
    assert len(plain.splitlines()) == len(usual.splitlines())


def _is_foreign_letter(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char)[0] in "LM"


def test_a_link_to_a_page_is_the_command_that_shows_it(run: Run) -> None:
    assert "Formats (timeline help formats)" in run("help", "export").out


def test_the_help_of_a_command_is_a_topic_too(run: Run) -> None:
    for name in COMMANDS:
        assert f"timeline {name}" in run("help", name).out.splitlines()[0]
