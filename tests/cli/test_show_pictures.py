"""`show -o FILE`: pictures in files, page by page, over nothing that is read."""

from pathlib import Path

import pytest
from commands import Run

MANY = "".join(f"- {{date: {1900 + year}, title: Event of {1900 + year}}}\n" for year in range(60))


def test_a_long_picture_has_pages_the_first_of_the_name_asked_for(run: Run, events: Path) -> None:
    events.write_text(MANY)
    ran = run("show", "-o", "long.svg", "--title", "Sixty years", "--caption", "One a year.")
    files = sorted(path.name for path in Path().glob("long*.svg"))
    assert files[:1] == ["long-2.svg"]
    assert "long.svg" in files
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"long.svg: {len(files)} pages, the last in long-{len(files)}.svg\n"
    for name in files:
        text = Path(name).read_text(encoding="utf-8")
        assert "Sixty years" in text
        assert "One a year." in text


def test_a_page_goes_over_no_collection(run: Run, events: Path) -> None:
    events.write_text(MANY)
    Path("kept.yaml").write_text(MANY)
    Path("long-2.svg").symlink_to("kept.yaml")
    assert run("show", "-o", "long.svg").code == 1
    assert Path("kept.yaml").read_text() == MANY
    assert not Path("long.svg").exists()


@pytest.mark.parametrize("words", [[], ["-o", "x.txt"], ["-o", "-"]])
@pytest.mark.parametrize("option", ["--title", "--caption"])
def test_words_of_a_picture_are_refused_where_none_is_drawn(
    run: Run, events: Path, words: list[str], option: str
) -> None:
    ran = run("show", option, "The talks", *words)
    assert ran.code == 2
    assert ran.err.startswith(f"{option} says nothing to what is drawn as text\n")


def test_a_picture_may_be_dark(run: Run, events: Path) -> None:
    run("show", "-o", "light.svg")
    run("show", "-o", "dark.svg", "--dark")
    assert Path("light.svg").read_text() != Path("dark.svg").read_text()


def test_cards_have_a_page_but_no_picture(run: Run, events: Path) -> None:
    assert run("show", "--view", "card", "-o", "cards.svg").code == 2
    assert run("show", "--view", "card", "-o", "cards.html").code == 0
    assert "<ol>" in Path("cards.html").read_text()
