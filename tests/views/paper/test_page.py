"""The page that `show -o FILE.html` writes: a real list or table, and the picture."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from view_drawing import event, shipped

from timeline.views import VIEWS
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.page import html_page
from timeline.views.paper.pen import Sheet


class _Seen(HTMLParser):
    """The elements, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _page(view: str, *, sheet: Sheet = Sheet(), events: list[Shown] | None = None) -> str:  # noqa: B008 - frozen
    return html_page(view, events or [Shown(one) for one in shipped()], ViewOptions(today=19417), sheet)


@pytest.mark.parametrize("view", VIEWS)
def test_every_event_is_in_a_list_or_a_table(view: str) -> None:
    seen = _Seen(_page(view))
    text = " ".join(seen.texts)
    for one in shipped():
        assert one.title in text
    assert seen.tags.count("tr") == 1 + len(shipped()) if view == "table" else seen.tags.count("ol") == 1
    assert ("svg" in seen.tags) == (view not in ("table", "list", "card"))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_that_an_event_says_is_obeyed(view: str) -> None:
    odd = "<script>alert(1)</script><img src=x onerror='alert(1)'>\"'&"
    source = {"title": odd, "publisher": odd, "url": "javascript:alert(1)", "quote": odd}
    bad = event("2018", odd, summary=odd, actors=[odd], kind=odd, place=odd, tags=[odd], sources=[source])
    seen = _Seen(_page(view, sheet=Sheet(title=odd, caption=odd), events=[Shown(bad)]))
    assert not {"script", "img"} & set(seen.tags)
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert not [value for name, value in seen.attributes if name == "href"]


def test_the_policy_allows_its_one_style_and_nothing_else() -> None:
    page = _page("lanes")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = dict(_Seen(page).attributes)["content"]
    assert f"default-src 'none'; style-src 'sha256-{allowed}'" in page
    assert policy is not None
    assert " style=" not in page


def test_sources_are_cited_with_links_words_and_copies() -> None:
    source = {
        "title": "The note",
        "publisher": "TASS",
        "date": "2023-02-10",
        "event_date": "2022-03-20",
        "url": "https://tass.com/1",
        "archived": "https://web.archive.org/1",
        "quote": "no  longer\nwilling",
    }
    page = _page("timeline", events=[Shown(event("2022-03-21", "Talks end", sources=[source]))])
    assert (
        '<li>TASS, 10 Feb 2023, <a href="https://tass.com/1" rel="noopener">The note</a>, gives the date 20 Mar 2022: '
        '<q>no longer willing</q> (<a href="https://web.archive.org/1" rel="noopener">archived copy</a>)</li>'
    ) in page


def test_a_dark_page_says_so() -> None:
    assert "color-scheme: dark" in _page("timeline", sheet=Sheet(dark=True))
    assert "color-scheme: light" in _page("timeline")
