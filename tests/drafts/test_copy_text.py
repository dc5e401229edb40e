"""The text of a kept copy is everything that a quote may stand in, or the reason why nothing can be told of it."""

import pytest
from pdfs import pdf

from timeline.drafts import copy_text as module
from timeline.drafts.copy_text import copy_text

MARKDOWN = b"""---
title: A headline
---
# Talks

> The **ministry** said on
> [Friday](https://example.org/a_b) that \\*talks\\* are `over`.
"""
PAGE = """<html><head><title>A headline</title><script>no word</script></head><body><nav>Beside it</nav>
<article><p>The ministry <form>Subscribe!</form> spoke.</article><footer>Below it</footer></body></html>"""


def stands(quote: str, data: bytes, name: str) -> bool:
    read = copy_text(data, name)
    assert read.stopped == ""
    return any(text.has(quote) for text in read.texts)


@pytest.mark.parametrize(
    "quote",
    [
        "A headline",
        "ministry said on Friday that *talks* are over",
        "**ministry** said",
        "https://example.org/a_b",
    ],
)
def test_markdown_is_quoted_with_its_marks_or_without(quote: str) -> None:
    assert stands(quote, MARKDOWN, "a.md")
    assert not stands("ministry said on Monday", MARKDOWN, "a.md")


def test_a_plain_text_is_quoted_as_it_stands() -> None:
    assert stands("[Friday](https://example.org/a_b)", MARKDOWN, "a.txt")
    assert not stands("said on Friday", MARKDOWN.replace(b"> ", b""), "a.txt")


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("The ministry spoke.", True),
        ("A headline", True),
        ("Beside it", True),
        ("Below it", True),
        ("no word", False),
    ],
)
def test_everything_that_a_page_shows_may_be_quoted(quote: str, there: bool) -> None:
    pytest.importorskip("selectolax", reason="selectolax is not installed")
    assert stands(quote, PAGE.encode(), "a.html") is there
    assert stands(quote, PAGE.encode(), "saved") is there


def test_a_pdf_is_known_by_its_beginning() -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    assert stands("The minister spoke", pdf(["The minis-", "ter spoke"]), "document")


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (None, "a.txt", "it is too large"),
        (b"\xff\xd8\xff\xe0 JFIF", "a.jpg", "it is no text, nor PDF"),
        (b"a=\nb", "a.mhtml", "such files are not read: keep it as HTML, text or PDF"),
        (b" \n", "a.txt", "there is no text in it"),
        (b"", "a.txt", "there is no text in it"),
    ],
)
def test_what_has_no_text_says_why(data: bytes | None, name: str, reason: str) -> None:
    assert copy_text(data, name).stopped == reason


def test_a_scan_has_no_text() -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    assert copy_text(pdf([]), "scan.pdf").stopped == "there is no text in it"


def test_a_text_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGEST_TEXT", 3)
    assert [copy_text(data, "a.txt").stopped for data in (b"abc", b"abcd")] == ["", "it is too large"]
