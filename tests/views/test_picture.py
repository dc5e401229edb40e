"""Pictures in files: names, sizes, and what a terminal shows as text."""

from math import sqrt
from pathlib import Path

import pytest
from view_drawing import drawn, shipped

from timeline.errors import UsageError
from timeline.views import VIEWS
from timeline.views.options import Shown, ViewOptions
from timeline.views.picture import PICTURES, ending, page_names, plain, size


@pytest.mark.parametrize("view", VIEWS)
def test_text_is_what_the_terminal_shows(view: str) -> None:
    picture = VIEWS.load(view)([Shown(one) for one in shipped()], ViewOptions())
    assert plain(picture, 100) == drawn(view, shipped(), 100)


def test_an_ending_may_be_written_in_capitals() -> None:
    assert [ending(f"a/OUT{one.upper()}") for one in PICTURES] == list(PICTURES)


def test_other_endings_are_refused_with_those_that_work() -> None:
    with pytest.raises(UsageError, match=r'"out\.gif" is not the name of a picture') as refused:
        ending("out.gif")
    assert refused.value.hint == "end it in .svg, .png, .pdf, .html, .txt"


def test_a_page_is_as_high_as_a4_of_its_width() -> None:
    assert size(None) == size(100) == (750, round(750 * sqrt(2)))
    assert size(120)[0] == 900


def test_the_first_page_has_the_name_that_is_asked_for() -> None:
    assert page_names(Path("a/b.svg"), 1) == [Path("a/b.svg")]
    assert page_names(Path("a/b.svg"), 3) == [Path("a/b.svg"), Path("a/b-2.svg"), Path("a/b-3.svg")]
