"""Where the links of a picture are: around the mark and the words of what leads there."""

import pytest
from paper_reading import marks_of, words_of
from view_drawing import event

from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.drawing import svg_pages
from timeline.views.paper.links import links_of


@pytest.mark.parametrize("view", ["timeline", "lanes"])
def test_the_box_of_a_link_holds_the_mark_and_the_title_and_no_other_title(view: str) -> None:
    source = {"title": "x", "url": "https://example.org/x?a=1&b=2"}
    shown = [Shown(event("2018-01-01", "First")), Shown(event("2019-05-06", "Second", sources=[source]))]
    (page,) = svg_pages(view, shown, ViewOptions(by=None if view == "timeline" else "kind"))
    (link,) = links_of(page)
    assert link.address == "https://example.org/x?a=1&b=2"
    left, top, right, bottom = link.box
    words = {one.text: one.corners for one in words_of(page)}
    (mark,) = (mark for mark in marks_of(page) if mark.data["first"] == "18022")
    assert left - 0.1 <= mark.left <= mark.right <= right + 0.1
    assert all(left - 0.1 <= x <= right + 0.1 and top - 0.1 <= y <= bottom + 0.1 for x, y in words["Second"])
    assert not any(top < y < bottom and left < x < right for x, y in words["First"])


def test_a_page_without_addresses_has_none() -> None:
    (page,) = svg_pages("timeline", [Shown(event("2018", "First"))], ViewOptions())
    assert not list(links_of(page))
