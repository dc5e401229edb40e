"""Pages whose elements lie deeper than anybody writes them."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drafts.nesting import DEEPEST, flattened
from timeline.drafts.pages import read_page

BLOCKS = frozenset(["div", "section", "h1", "table"])


class Depth(HTMLParser):
    """How deep the elements of a text lie: an end tag ends the last of its name and what stands in it, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.standing: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.standing.append(tag)
        self.deepest = max(self.deepest, len(self.standing))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.handle_starttag(tag, attrs)  # <div/> is open, as browsers read it

    def handle_endtag(self, tag: str) -> None:
        if tag in self.standing:
            del self.standing[len(self.standing) - 1 - self.standing[::-1].index(tag) :]


def depth(html: str) -> int:
    """The most elements that are open at once, line breaks aside."""
    parser = Depth()
    parser.feed(html.replace("<br>", ""))
    return parser.deepest


tags = st.lists(
    st.sampled_from(
        ["<div>", "</div>", "<b>", "</b>", "<h1 class=x>", "</h1>", "</i>", "one ", "<!-- <div> -->"]
    )
)


@given(tags, st.integers(1, 4))
def test_what_lies_too_deep_lies_beside(pieces: list[str], deepest: int) -> None:
    html = "".join(pieces)
    flat = flattened(html, BLOCKS, deepest)
    assert depth(flat) <= deepest
    assert re.sub("<[^>]*>", "", flat) == re.sub("<[^>]*>", "", html)
    if depth(html) <= deepest:
        assert flat == html


@pytest.mark.parametrize(
    "page",
    [
        lambda count: "<div>a" * count,
        lambda count: "<div/>a" * count,
        lambda count: "<div></x>a" * count,
        lambda count: "<span>" * count + "<div>a</div>" * count,
        lambda count: "<table><tr><td>a" * count,
        lambda count: "<p><section>a" * count,
    ],
)
def test_an_open_element_costs_no_more_in_a_larger_page(page: Callable[[int], str]) -> None:
    assert depth(page(4000)) >= 4000
    assert depth(re.sub("</?(p|tr|td)>", "", flattened(page(4000), BLOCKS))) == DEEPEST


@pytest.mark.parametrize(
    "text", ["<script>'<div>'</script>", "<!-- <div> -->", "<title><div></title>", "<!--", "<script>"]
)
def test_what_is_no_tag_does_not_count(text: str) -> None:
    assert flattened(text * 3 + "<div>a</div>", BLOCKS, 1) == text * 3 + "<div>a</div>"


def test_no_text_of_a_deep_page_is_lost() -> None:
    pytest.importorskip("selectolax")
    words = [f"Word{number}." for number in range(3000)]
    page = read_page(("<article>" + "".join(f"<div>{word}" for word in words)).encode(), "a.html")
    assert page.text.split("\n\n") == words
