"""Articles as files hold them."""

import importlib.util

import pytest

from timeline.drafts.page_facts import NO_FACTS, Facts, day_in_name, linked_data
from timeline.drafts.pages import read_page
from timeline.errors import InvalidData, Unavailable

HTML = b"""<!doctype html><html><head><title>Site | Talks resume</title>
<meta property="og:title" content="Talks resume"><meta property="og:site_name" content="The Wire">
<meta property="article:published_time" content="2023-02-10T10:00:00Z"></head>
<body><nav><p>Home, since 1999</p></nav><article><h1>Talks resume</h1><p>They met on <b>Friday</b>, he said.</p>
<script>var a = "2001";</script><p>They left.</p></article><footer><p>Copyright 2023</p></footer></body></html>"""


def test_text_is_taken_as_it_is() -> None:
    assert read_page(b"They met.\r\nThey left.", "a.txt").text == "They met.\nThey left."
    assert read_page("\ufeffÉtats".encode(), "a.md").text == "États"


def test_old_encodings_are_read() -> None:
    assert read_page("“Café”".encode("cp1252"), "a.txt").text == "“Café”"
    assert read_page("Café".encode("utf-16"), "a.txt").text == "Café"
    assert read_page(b"\x81\x8d", "a.txt").text == "\x81\x8d"


def test_a_page_says_in_which_letters_it_is_written() -> None:
    page = "<p>charset=windows-1251 Переговоры закончены"
    assert "Переговоры" in read_page(page.encode("cp1251"), "a.txt").text
    assert "Переговоры" in read_page(page.encode(), "a.txt").text
    assert read_page(b"charset=windows-9999 \xe9", "a.txt").text == "charset=windows-9999 é"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidData, match=r"a\.pdf:1: is not text"):
        read_page(b"%PDF\x00\x01", "a.pdf")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\nstream", b"\xff\xd8\xff\xe0 JFIF", b"\x7fELF\x02\x01", b"a\x01\x02\x03\x04b"]
)
def test_what_looks_like_text_but_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidData, match="is not text"):
        read_page(data, "a.txt")


@pytest.mark.skipif(
    importlib.util.find_spec("selectolax") is not None, reason="the library for HTML is installed"
)
def test_html_without_its_library_says_how_to_get_it() -> None:
    with pytest.raises(Unavailable, match="selectolax") as caught:
        read_page(HTML, "a.html")
    assert caught.value.hint == 'pip install "timeline[html]"'


@pytest.mark.skipif(
    importlib.util.find_spec("selectolax") is None, reason="the library for HTML is not installed"
)
def test_html_is_read_as_its_reader_sees_it() -> None:
    page = read_page(HTML, "-")
    assert page.text == "Talks resume\n\nThey met on Friday, he said.\n\nThey left."
    assert (page.facts.title, page.facts.publisher, page.facts.published) == (
        "Talks resume",
        "The Wire",
        19398,
    )


@pytest.mark.skipif(
    importlib.util.find_spec("selectolax") is None, reason="the library for HTML is not installed"
)
def test_html_that_says_nothing_of_itself_is_still_text() -> None:
    page = read_page(b"<p>They met.<p>They left.", "a.htm")
    assert page.text == "They met.\n\nThey left."
    assert page.facts == NO_FACTS


@pytest.mark.skipif(
    importlib.util.find_spec("selectolax") is None, reason="the library for HTML is not installed"
)
def test_no_text_of_a_page_is_lost() -> None:
    page = read_page(
        b"<article>One.<p>Two <b>bold</b>, three.</p><div>Four.<br>Five.</div>Six.</article>", "a.html"
    )
    assert page.text.split("\n\n") == ["One.", "Two bold, three.", "Four.", "Five.", "Six."]


MARKDOWN = """---
title: Talks resume
authors: [A. Writer, B. Writer]
date: 2023-02-10
source: The Wire
url: https://example.org/talks
---

They met on Friday.
"""


def test_front_matter_is_no_part_of_the_text_and_moves_nothing_in_it() -> None:
    page = read_page(MARKDOWN.encode(), "a.md")
    assert page.text.split() == ["They", "met", "on", "Friday."]
    assert page.text.index("They") == MARKDOWN.index("They")
    assert page.facts == Facts(
        title="Talks resume",
        author="A. Writer, B. Writer",
        publisher="The Wire",
        url="https://example.org/talks",
        published=19398,
        where="front matter",
    )


@pytest.mark.parametrize(
    "text",
    ["---\nThey met.\n---\n", "---\n- a\n---\nb", "---\na: [\n---\nb", "---\na: 1\nThey met.", "--- a ---"],
)
def test_a_rule_above_a_text_is_no_front_matter(text: str) -> None:
    assert read_page(text.encode(), "a.md").text == text


@pytest.mark.parametrize(
    ("script", "facts"),
    [
        (
            '{"@type": "NewsArticle", "headline": "Talks", "datePublished": "2023-02-10T10:00:00Z",'
            ' "author": [{"name": "A"}, "B"], "publisher": {"name": "The Wire"}, "url": "https://example.org"}',
            Facts(
                title="Talks", author="A, B", publisher="The Wire", url="https://example.org", published=19398
            ),
        ),
        ('[{"@graph": [{"@type": "WebSite"}, {"datePublished": "2023-02-10"}]}]', Facts(published=19398)),
        ('{"datePublished": "soon", "headline": 5}', NO_FACTS),
        ("{", NO_FACTS),
        ("[" * 100_000, NO_FACTS),
        ('{"@graph": "x"}', NO_FACTS),
    ],
)
def test_linked_data_of_a_page_is_read_as_far_as_it_goes(script: str, facts: Facts) -> None:
    assert linked_data(iter(["null", script])) == facts


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("tass_20230210.txt", 19398),
        ("2023.02.10 talks.md", 19398),
        ("120230210.txt", None),
        ("2023-0210.txt", None),
        ("2023-13-10.txt", None),
        ("-", None),
    ],
)
def test_the_name_of_a_file_may_hold_a_day(name: str, day: int | None) -> None:
    assert day_in_name(name) == day
    assert read_page(b"They met.", name).facts == (Facts(published=day, where="name") if day else NO_FACTS)
