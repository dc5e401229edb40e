"""Articles as files hold them: plain text and Markdown as they are, HTML as the text that a reader sees."""

import re
from typing import Any

from timeline.drafts.page_facts import NO_FACTS, Facts, day_in_name, day_of, front_matter, linked_data
from timeline.errors import InvalidData
from timeline.registry import optional
from timeline.tuples import NamedTuple

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
_BLOCKS = "p, div, section, article, header, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, table, tr, td, th, dl, dt, dd, figure, figcaption, address, br, hr"
_BREAK = "\x1e"  # between two blocks, while a page is read
_UNREAD = "script, style, noscript, template, nav, aside, footer, form, svg, iframe, button, select"
_PUBLISHED = (
    'meta[property="article:published_time"]',
    'meta[name="date"]',
    'meta[name="pubdate"]',
    'meta[itemprop="datePublished"]',
)
_PRINTED = bytes(n for n in range(256) if n >= 32 or n in b"\t\n\r\f\x0b\x1b\x08")
# What a page says of its letters, where they are none of UTF-8: the names of WHATWG's encodings that Python knows.
_CHARSET = rb"""(?i)charset=["']?(windows-\d+|iso-8859-\d+|koi8-[ru]|gbk|gb2312|gb18030|big5|euc-(?:jp|kr)|shift_jis)\b"""
_LIGHT = r"(?i:<(?:!doctype html|html|head|body|article|p|div|h1)\b)"


class Page(NamedTuple):
    """An article's text, and what its file says of it."""

    name: str
    text: str
    facts: Facts = NO_FACTS


def read_page(data: bytes, name: str) -> Page:
    """The article in a file's bytes; HTML is known by the name's ending or by its first tags.

    InvalidData when the bytes are no text, Unavailable when HTML cannot be read for want of its library.
    """
    text = _decoded(data, name)
    page = _from_html(text, name) if _is_html(text, name) else Page(name, *front_matter(text))
    named = day_in_name(name)
    if page.facts.published is not None or named is None:
        return page
    return page._replace(facts=page.facts._replace(published=named, where="name"))


def whole_text(data: bytes, name: str) -> str:
    """All words of a file, those beside the article, too; of HTML without its markup. Raises what `read_page` does."""
    text = _decoded(data, name)
    if not _is_html(text, name):
        return text
    parser = _parser(text, name)
    for node in parser.css("script, style, template"):
        node.decompose()
    root = parser.css_first("html")
    return root.text(separator=" ") if root is not None else ""


def _is_html(text: str, name: str) -> bool:
    ending = name.lower().endswith((".html", ".htm", ".xhtml"))
    return ending or ("<" in text[:500] and re.search(_LIGHT, text[:500].lstrip()[:300]) is not None)


def _decoded(data: bytes, name: str) -> str:
    if not _is_text(data[:4096]):
        raise InvalidData(f"{name}:1: is not text", hint="save the article as text or HTML")
    told = re.search(_CHARSET, data[:2048]) if b"charset" in data[:2048].lower() else None
    for encoding in (
        "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig",
        *([told[1].decode("ascii")] if told else ()),
        "cp1252",
    ):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return text.replace("\r\n", "\n")
    return data.decode("latin-1").replace("\r\n", "\n")


def _is_text(head: bytes) -> bool:
    """Whether a file begins as text: not with a picture's or a PDF's mark, and with few characters that no text has."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    odd = head.translate(None, _PRINTED)
    return (
        not head.startswith((b"%PDF-", b"\xff\xd8\xff", b"PK\x03\x04", b"\x7fELF"))
        and len(odd) * 100 <= len(head)
        and b"\x00" not in odd
    )


def _from_html(html: str, name: str) -> Page:
    """The text that a reader of the page sees: its article or main part, one paragraph a block."""
    parser = _parser(html, name)
    title = (
        _meta(parser, 'meta[property="og:title"]')
        or _text(parser.css_first("h1"))
        or _text(parser.css_first("title"))
    )
    linked = linked_data(script.text() for script in parser.css('script[type="application/ld+json"]'))
    stamp = next((found for selector in _PUBLISHED if (found := _meta(parser, selector))), "")
    if not stamp and (timed := parser.css_first("time[datetime]")) is not None:
        stamp = timed.attributes.get("datetime") or ""
    for node in parser.css(_UNREAD):
        node.decompose()
    root = parser.css_first("article") or parser.css_first("main") or parser.body
    if root is not None:
        for node in root.css(_BLOCKS):
            node.insert_before(_BREAK)
            node.insert_after(_BREAK)
        for node in root.css("time"):
            node.insert_after(
                _BREAK if node.parent is not None and node.parent.tag not in ("p", "li", "span") else " "
            )
    blocks = (_flat(block) for block in (root.text() if root is not None else "").split(_BREAK))
    text = "\n\n".join(block for block in blocks if block)
    facts = Facts(
        title=title or linked.title,
        author=_meta(parser, 'meta[name="author"]') or linked.author,
        publisher=_meta(parser, 'meta[property="og:site_name"]') or linked.publisher,
        url=_meta(parser, 'meta[property="og:url"]') or linked.url,
        published=linked.published if (day := day_of(stamp)) is None else day,
    )
    return Page(name, text, facts)


def _parser(html: str, name: str) -> Any:
    from timeline.drafts.nesting import flattened  # noqa: PLC0415 - 0.3 ms, for pages

    library = optional("selectolax.lexbor", f"{name}: reading HTML needs selectolax", "html")
    return library.LexborHTMLParser(flattened(html, frozenset(_BLOCKS.split(", "))))


def _text(node: Any) -> str:
    return _flat(node.text(separator=" ")).replace(" ,", ",").replace(" .", ".") if node is not None else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _meta(parser: Any, selector: str) -> str:
    node = parser.css_first(selector)
    return " ".join((node.attributes.get("content") or "").split()) if node is not None else ""
